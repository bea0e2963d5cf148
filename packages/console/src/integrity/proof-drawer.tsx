// The proof of an entry, opened from its seal: what this browser found when it checked it, the way to the signed root, and what can be
// taken along. It opens beside the conversation.

import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple';
import { LinkSimpleIcon } from '@phosphor-icons/react/LinkSimple';
import { PackageIcon } from '@phosphor-icons/react/Package';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { Button, IconButton } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Drawer } from '../look/layers.tsx';
import { Facts } from '../look/parts.tsx';
import { saveFile } from '../look/save-file.ts';
import { BigSeal, SealMark } from '../look/seal.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import type { CheckedEntry } from './entry-check.ts';
import { PathDrawing } from './path-drawing.tsx';
import styles from './proof.module.css';
import { evidenceOf, type ProofHere, proofQuery } from './proof-queries.ts';
import { ProofSteps } from './proof-steps.tsx';

export function ProofDrawer({ entry, onClose }: { readonly entry: number; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const toast = useToast();
  const { data, error } = useQuery(proofQuery(entry));
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(globalThis.location.href);
    toast({ kind: 'ok', text: t('proof.copied') });
  };
  const link = (
    <IconButton name={t('proof.copy-link')} onClick={() => void copy()}>
      <LinkSimpleIcon size={18} aria-hidden="true" />
    </IconButton>
  );
  return (
    <Drawer open onClose={onClose} title={t('proof.title')} acts={link}>
      {data === undefined ? <Waiting entry={entry} error={error} /> : <Proof here={data} />}
    </Drawer>
  );
}

function Waiting({ entry, error }: { readonly entry: number; readonly error: Error | null }): ReactNode {
  const t = useWords();
  if (error !== null) return <ErrorLine>{t(errorKey(error), { entry })}</ErrorLine>;
  return (
    <p role="status" className={styles['about']}>
      {t('proof.checking')}
    </p>
  );
}

function errorKey(error: Error): Key {
  if (!(error instanceof ApiProblem)) return 'proof.failed';
  if (error.kind === 'not-found') return 'proof.no-entry';
  if (error.status === 403) return 'proof.refused';
  return 'proof.failed';
}

const TITLES = {
  checked: 'proof.title-checked',
  'under-way': 'proof.title-under-way',
  erased: 'proof.title-erased',
  missing: 'proof.title-missing',
  altered: 'proof.title-altered',
} as const satisfies Record<CheckedEntry['state'], Key>;

const PROVES = {
  checked: 'proof.proves',
  'under-way': 'proof.proves-under-way',
  erased: 'proof.proves-erased',
  missing: 'proof.proves-missing',
  altered: 'proof.proves-altered',
} as const satisfies Record<CheckedEntry['state'], Key>;

function Proof({ here }: { readonly here: ProofHere }): ReactNode {
  const t = useWords();
  const { timeExact } = useFormats();
  const { at, checked, told } = here;
  const isUnsigned = checked.state === 'checked' && checked.checkpoint === 'unknown';
  const isMessage = told.version !== undefined;
  return (
    <div className={styles['proof']}>
      <div className={styles['verdict']} role="status">
        {checked.state === 'checked' && !isUnsigned ? (
          <BigSeal state="intact" size={52} />
        ) : (
          <SealMark state={isUnsigned ? 'sealed' : checked.state} size={52} />
        )}
        <div>
          <h2>{t(checked.state === 'checked' && !isMessage ? 'proof.title-record' : TITLES[checked.state])}</h2>
          <p>{t(isUnsigned ? 'proof.checked-partly' : 'proof.checked-at', { time: timeExact(at) })}</p>
        </div>
      </div>
      <EntryFacts here={here} />
      {checked.place !== 'unknown' && <PathDrawing entry={told.entry} steps={checked.steps} />}
      {told.commitment !== undefined && <ProofSteps checked={checked} />}
      <p className={styles['about']}>{t(PROVES[checked.state])}</p>
      {told.record !== undefined && (
        <details className={styles['sealed']}>
          <summary>{t('proof.record-sealed')}</summary>
          <pre dir="auto">{told.record}</pre>
        </details>
      )}
      <Acts here={here} />
    </div>
  );
}

function EntryFacts({ here: { told } }: { readonly here: ProofHere }): ReactNode {
  const t = useWords();
  const { moment, number } = useFormats();
  const { came, commitment, entry, erased, kind, recordedAt, size, version } = told;
  const facts: { name: string; value: ReactNode }[] = [
    { name: t('proof.entry'), value: t('proof.entry-of', { entry: number(entry), size: number(size) }) },
  ];
  if (version !== undefined && version.count > 1)
    facts.push({
      name: t('proof.record'),
      value: t('proof.version', { number: version.number, count: version.count }),
    });
  else if (kind !== undefined)
    facts.push({ name: t('proof.record'), value: version ? t('proof.message') : <code>{kind}</code> });
  if (recordedAt !== undefined) facts.push({ name: t('proof.sealed'), value: moment(new Date(recordedAt)) });
  if (came !== undefined && version !== undefined) facts.push({ name: t('proof.came'), value: t(CAME[came]) });
  if (erased?.at !== undefined)
    facts.push({
      name: t('proof.erased'),
      value: t('proof.erased-by', { day: moment(new Date(erased.at)), order: number(erased.order) }),
    });
  if (commitment !== undefined) facts.push({ name: t('proof.commitment'), value: <code>{commitment}</code> });
  return <Facts facts={facts} />;
}

const CAME = {
  export: 'proof.came-export',
  live: 'proof.came-live',
  echo: 'proof.came-echo',
  history: 'proof.came-history',
  standby: 'proof.came-standby',
  sent: 'proof.came-sent',
  here: 'proof.came-here',
} as const satisfies Record<NonNullable<ProofHere['told']['came']>, Key>;

function Acts({ here: { checked, told } }: { readonly here: ProofHere }): ReactNode {
  const t = useWords();
  const confirmed = useConfirmed();
  const mayExport = useMay('export');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { entry, proof, record } = told;
  if (proof === undefined) return null;
  const bundle = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      saveFile(`entry-${entry}.zip`, await confirmed(() => evidenceOf(entry)));
    } catch (caught) {
      if (!(caught instanceof NotConfirmed)) setError(t('proof.bundle-failed'));
    } finally {
      setBusy(false);
    }
  };
  const mayBundle = mayExport && record !== undefined && checked.state !== 'altered';
  return (
    <footer className={styles['acts']}>
      <div>
        {mayBundle && (
          <Button
            kind="primary"
            wide
            busy={isBusy}
            icon={<PackageIcon size={18} aria-hidden="true" />}
            onClick={() => void bundle()}
          >
            {t('proof.bundle')}
          </Button>
        )}
        <Button
          kind="proof"
          wide
          icon={<DownloadSimpleIcon size={18} aria-hidden="true" />}
          onClick={() => saveFile(`entry-${entry}.tlog-proof`, proof)}
        >
          {t('proof.download')}
        </Button>
      </div>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <p>{t(mayBundle ? 'proof.bundle-about' : 'proof.download-about')}</p>
    </footer>
  );
}
