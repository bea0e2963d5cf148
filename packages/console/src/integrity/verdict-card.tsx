// What the last check of the ledger came to, in numbers, and another one: at once, or with every record opened. While one is under way
// it says how far it is.

import { ArrowsClockwiseIcon } from '@phosphor-icons/react/ArrowsClockwise';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMay } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { ActMenu } from '../look/layers.tsx';
import { Progress, Verdict } from '../look/parts.tsx';
import { SealMark } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './integrity.module.css';
import { beginCheck, checkQuery, type Integrity } from './integrity-queries.ts';

const STATES = { intact: 'intact', incomplete: 'missing', altered: 'altered' } as const;

const TITLES = {
  intact: 'integrity.intact',
  incomplete: 'integrity.incomplete',
  altered: 'integrity.altered',
} as const satisfies Record<keyof typeof STATES, Key>;

export function VerdictCard({ integrity }: { readonly integrity: Integrity }): ReactNode {
  const t = useWords();
  const { erased, last, size } = integrity;
  const figures = <Figures size={last?.size ?? size} missing={last?.missing} altered={last?.altered} erased={erased} />;
  if (last === undefined) {
    return (
      <>
        <section className={styles['unchecked']}>
          <SealMark state="sealed" size={56} />
          <div className={styles['verdictText']}>
            <h2>{t('integrity.unchecked')}</h2>
            <p>{t('integrity.unchecked-about', { size })}</p>
          </div>
          {figures}
          <VerifyNow />
        </section>
        <UnderWay />
      </>
    );
  }
  return (
    <>
      <Verdict state={STATES[last.verdict]} title={t(TITLES[last.verdict])} acts={<VerifyNow />} beside={figures}>
        <VerdictWords last={last} />
      </Verdict>
      <UnderWay />
    </>
  );
}

function VerdictWords({ last }: { readonly last: NonNullable<Integrity['last']> }): ReactNode {
  const t = useWords();
  const { moment, span } = useFormats();
  const { altered, at, checked, deep, missing, tookMs, verdict } = last;
  const told = { when: moment(new Date(at)), checked, span: span(Math.max(1, tookMs / 1000)) };
  if (verdict === 'intact') return t(deep ? 'integrity.intact-deep' : 'integrity.intact-plain', told);
  if (verdict === 'incomplete') return t('integrity.incomplete-about', { when: told.when, checked, count: missing });
  return t('integrity.altered-about', { when: told.when, count: altered });
}

function Figures({
  size,
  missing,
  altered,
  erased,
}: {
  readonly size: number;
  readonly missing: number | undefined;
  readonly altered: number | undefined;
  readonly erased: number;
}): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const shown = (value: number | undefined): string => (value === undefined ? '–' : number(value));
  return (
    <dl className={styles['figures']}>
      <Figure name={t('integrity.records')} value={number(size)} />
      <Figure name={t('integrity.missing')} value={shown(missing)} />
      <Figure name={t('integrity.changed')} value={shown(altered)} />
      <Figure name={t('integrity.erased')} value={number(erased)} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function VerifyNow(): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const mayVerify = useMay('verify');
  const { data } = useQuery(checkQuery);
  const [isRefused, setRefused] = useState(false);
  if (!mayVerify) return null;
  const begin = (deep: boolean) => (): void => {
    setRefused(false);
    beginCheck(deep).then(
      (state) => queries.setQueryData(checkQuery.queryKey, state),
      () => setRefused(true),
    );
  };
  const items = [
    { key: 'plain', label: t('integrity.verify-plain'), onPick: begin(false) },
    { key: 'deep', label: t('integrity.verify-deep'), onPick: begin(true) },
  ];
  return (
    <div>
      <ActMenu items={items}>
        <Button
          kind="proof"
          busy={data?.running !== undefined}
          icon={<ArrowsClockwiseIcon size={18} aria-hidden="true" />}
        >
          {t('integrity.verify')}
        </Button>
      </ActMenu>
      {isRefused && <ErrorLine>{t('integrity.verify-failed')}</ErrorLine>}
    </div>
  );
}

/** How far the check is; when it is over everything that it touches is asked again. */
function UnderWay(): ReactNode {
  const t = useWords();
  const { number, percent, span } = useFormats();
  const queries = useQueryClient();
  const { data } = useQuery(checkQuery);
  const running = data?.running;
  const was = useRef(false);
  useEffect(() => {
    if (was.current && running === undefined) void queries.invalidateQueries({ queryKey: ['integrity'] });
    was.current = running !== undefined;
  }, [running, queries]);
  if (running === undefined) {
    return (
      <>
        {data?.failed === true && <ErrorLine>{t('integrity.check-failed')}</ErrorLine>}
        {data !== undefined && data.findings.length > 0 && <FindingList findings={data.findings} />}
      </>
    );
  }
  const { deep, done, startedAt, total } = running;
  const share = total === 0 ? 0 : done / total;
  const spent = (Date.now() - Date.parse(startedAt)) / 1000;
  const rate = spent > 0 ? Math.round(done / spent) : 0;
  return (
    <section className={styles['underWay']} aria-live="polite">
      <Progress
        share={share}
        label={t(deep ? 'integrity.checking-deep' : 'integrity.checking')}
        left={t('integrity.checked-so-far', { done, total })}
        right={
          share > 0
            ? t('integrity.left', { percent: percent(share), rate: number(rate), span: span(spent / share - spent) })
            : t('integrity.checking')
        }
      />
    </section>
  );
}
