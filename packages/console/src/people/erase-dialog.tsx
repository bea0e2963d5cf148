// Erasing people cannot be undone: what it would take is counted first, the count is typed, the reason stands on record, and what comes
// of it is a certificate.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useConfirmed } from '../app/confirm.tsx';
import { ProofDrawer } from '../integrity/proof-drawer.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextArea, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { Facts } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './people.module.css';
import {
  type Certificate,
  type ErasurePreview,
  erasePeople,
  type Person,
  previewErasing,
  usePeopleChanged,
} from './people-queries.ts';
import { useNameOf } from './person-name.ts';
import { useAct } from './use-act.ts';

export function EraseDialog({
  onClose,
  onDone,
  people,
}: {
  readonly people: readonly Person[];
  readonly onClose: () => void;
  /** When it was erased and the certificate was seen. */
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords();
  const nameOf = useNameOf();
  const confirmed = useConfirmed();
  const changed = usePeopleChanged();
  const [certificate, setCertificate] = useState<Certificate>();
  const ids = people.map(({ id }) => id);
  const preview = useQuery({
    queryKey: ['erasing', ids],
    queryFn: () => confirmed(() => previewErasing(ids)),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const [only] = people;
  const title =
    people.length === 1 && only !== undefined
      ? t('people.erase-title', { name: nameOf(only) })
      : t('people.erase-title-many', { count: people.length });
  if (certificate !== undefined)
    return (
      <CertificateDialog
        certificate={certificate}
        onClose={() => {
          changed();
          onDone();
        }}
      />
    );
  // Beside the question for a factor there is no second dialog.
  if (preview.isPending)
    return (
      <p className="hidden-text" role="status">
        {t('people.erase-counting')}
      </p>
    );
  return (
    <Dialog open onClose={onClose} title={title}>
      {preview.data === undefined ? (
        <>
          <ErrorLine>{t('people.failed')}</ErrorLine>
          <DialogActs>
            <Button onClick={onClose}>{t('people.close')}</Button>
          </DialogActs>
        </>
      ) : (
        <Erasing
          ids={ids}
          preview={preview.data}
          onChanged={() => void preview.refetch()}
          onClose={onClose}
          onErased={setCertificate}
        />
      )}
    </Dialog>
  );
}

function Erasing({
  ids,
  onChanged,
  onClose,
  onErased,
  preview,
}: {
  readonly ids: readonly number[];
  readonly preview: ErasurePreview;
  readonly onChanged: () => void;
  readonly onClose: () => void;
  readonly onErased: (certificate: Certificate) => void;
}): ReactNode {
  const t = useWords();
  const { list, number } = useFormats();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const { files, identifiers, messages, nearMatches, people, records } = preview;
  const { act, error, isBusy } = useAct((problem) => {
    if (problem.kind !== 'erasure-changed') return undefined;
    onChanged();
    return t('people.erase-changed', { records: Number(problem.members['records']) });
  });
  const what = list([
    t('people.erase-messages', { count: messages }),
    t('people.erase-files', { count: files }),
    t('people.erase-identifiers', { count: identifiers }),
  ]);
  const merged = people.filter(({ merge }) => merge !== undefined).map((one) => told(one.identifiers));
  const isTyped = typed.replace(NO_DIGITS, '') === String(messages);
  const erase = (): void => act(async () => onErased(await erasePeople(ids, { reason: reason.trim(), records })));
  return (
    <>
      <p>{t('people.erase-about', { what, records })}</p>
      {merged.length > 0 && <p>{t('people.erase-also', { names: list(merged) })}</p>}
      {nearMatches.length > 0 && (
        <p className={styles['aside']}>
          {t('people.erase-near', { names: list(nearMatches.map(({ names }) => told(names))) })}
        </p>
      )}
      <TextArea
        label={t('people.reason')}
        hint={t('people.reason-hint')}
        value={reason}
        maxLength={1000}
        data-autofocus
        onChange={({ target }) => setReason(target.value)}
      />
      <TextField
        label={t('people.erase-type', { count: messages })}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {isBusy && <p role="status">{t('people.erase-under-way')}</p>}
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <DialogActs>
        <Button disabled={isBusy} onClick={onClose}>
          {t('people.erase-keep')}
        </Button>
        <Button
          kind="filledDanger"
          busy={isBusy}
          disabled={!isTyped || reason.trim() === '' || number(messages) === ''}
          onClick={erase}
        >
          {t('people.erase-do', { count: messages })}
        </Button>
      </DialogActs>
    </>
  );
}

const NO_DIGITS = /\D/gu;
const NUMBER = /^\+?\d+$/u;

/** The first that is a name and no number. */
function told(names: readonly string[]): string {
  return names.find((name) => !NUMBER.test(name)) ?? names[0] ?? '';
}

function CertificateDialog({
  certificate,
  onClose,
}: {
  readonly certificate: Certificate;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const { bytes, moment, number } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { filesRemoved, keysDestroyed, noCopyAfter, records, scannedBytes, scannedFiles, seq } = certificate;
  if (isOpen) return <ProofDrawer entry={seq} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('people.erased-title')}>
      <p>{t('people.erased-about', { entry: seq })}</p>
      <Facts
        facts={[
          { name: t('people.erased-records'), value: number(records) },
          { name: t('people.erased-keys'), value: number(keysDestroyed) },
          { name: t('people.erased-files'), value: number(filesRemoved) },
          {
            name: t('people.erased-searched'),
            value: t('people.erased-searched-in', { files: scannedFiles, size: bytes(scannedBytes) }),
          },
          { name: t('people.erased-copies'), value: moment(new Date(noCopyAfter)) },
        ]}
      />
      <DialogActs>
        <Button kind="proof" onClick={() => setOpen(true)}>
          {t('people.erased-proof')}
        </Button>
        <Button kind="primary" onClick={onClose}>
          {t('people.close')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
