// Everything that changed about a person, newest first, with who changed it; a field goes back to what an earlier version said, which
// is a new version.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { LinkButton } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Tabs } from '../look/parts.tsx';
import { SealButton } from '../look/seal.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { useBreak } from './field-break.ts';
import { HistoryWords } from './history-words.tsx';
import { definitionsQuery, type HistoryLine, historyQuery, rollBackField, usePeopleChanged } from './people-queries.ts';
import styles from './person.module.css';
import { useFieldTitle } from './person-name.ts';
import { useAct } from './use-act.ts';

const KINDS = {
  all: () => true,
  fields: ({ kind }: HistoryLine) => kind === 'field',
  consent: ({ kind }: HistoryLine) => kind === 'wish',
  who: ({ kind }: HistoryLine) => kind !== 'field' && kind !== 'wish',
} as const;

type Shown = keyof typeof KINDS;

const FIRST = 12;

export function HistoryList({
  onProof,
  person,
}: {
  readonly person: number;
  readonly onProof: (entry: number) => void;
}): ReactNode {
  const t = useWords();
  const [shown, setShown] = useState<Shown>('all');
  const [isWhole, setWhole] = useState(false);
  const { data: lines = [] } = useQuery(historyQuery(person));
  const some = lines.filter(KINDS[shown]);
  const listed = isWhole ? some : some.slice(0, FIRST);
  return (
    <section aria-labelledby="history">
      <div className={styles['titled']}>
        <h2 id="history">{t('person.history')}</h2>
        <Tabs
          name={t('person.history')}
          chosen={shown}
          onChoose={setShown}
          tabs={(['all', 'fields', 'consent', 'who'] as const).map((key) => ({
            key,
            label: t(`person.history.${key}`),
          }))}
        />
      </div>
      {some.length === 0 && <p className={styles['none']}>{t('person.history-none')}</p>}
      <ol className={styles['lines']}>
        {listed.map((line) => (
          <Line key={line.seq} line={line} lines={lines} person={person} onProof={onProof} />
        ))}
      </ol>
      {listed.length < some.length && (
        <LinkButton onClick={() => setWhole(true)}>
          {t('person.more-history', { count: some.length - listed.length })}
        </LinkButton>
      )}
    </section>
  );
}

function Line({
  line,
  lines,
  onProof,
  person,
}: {
  readonly line: HistoryLine;
  readonly lines: readonly HistoryLine[];
  readonly person: number;
  readonly onProof: (entry: number) => void;
}): ReactNode {
  const t = useWords();
  const { moment, number } = useFormats();
  const mayWrite = useMay('write:people');
  const newest = lines.find(({ field, kind }) => kind === 'field' && field === line.field);
  const isEarlier = line.kind === 'field' && newest !== undefined && newest.seq !== line.seq;
  return (
    <li className={styles['line']}>
      {line.at === undefined ? (
        <span className={styles['at']}>—</span>
      ) : (
        <time className={styles['at']} dateTime={line.at}>
          {moment(new Date(line.at))}
        </time>
      )}
      <div className={styles['change']}>
        <HistoryWords line={line} />
        {isEarlier && mayWrite && <RollBack line={line} person={person} newest={newest} />}
      </div>
      <SealButton
        state="sealed"
        name={t('person.proof-of', { entry: number(line.seq) })}
        onClick={() => onProof(line.seq)}
      />
    </li>
  );
}

function RollBack({
  line,
  newest,
  person,
}: {
  readonly line: HistoryLine;
  readonly newest: HistoryLine;
  readonly person: number;
}): ReactNode {
  const t = useWords();
  const toast = useToast();
  const changed = usePeopleChanged();
  const breaks = useBreak();
  const { data: definitions = [] } = useQuery(definitionsQuery);
  const titleOf = useFieldTitle(definitions);
  const { act, error, isBusy } = useAct((problem) => breaks(problem.members));
  const { field = '', version: earlier = 0 } = line;
  const back = (to: number): Promise<unknown> => rollBackField(person, { key: field, to }).then(changed);
  const roll = (): void =>
    act(async () => {
      await back(line.seq);
      const number = (newest.version ?? 0) + 1;
      const undo = (): void =>
        void back(newest.seq).catch(() => toast({ kind: 'danger', text: t('person.field-undo-failed') }));
      toast({ kind: 'ok', text: t('person.rolled-back', { number, earlier }), undo });
    });
  return (
    <>
      <button
        type="button"
        className={styles['rollBack']}
        disabled={isBusy}
        aria-label={t('person.roll-back-to', { field: titleOf(field), number: earlier })}
        onClick={roll}
      >
        {t('person.roll-back')}
      </button>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </>
  );
}
