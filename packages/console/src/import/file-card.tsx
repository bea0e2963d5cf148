// A file in the list: its name, its size, how far it is or what became of it.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { ClockIcon } from '@phosphor-icons/react/Clock';
import { FileIcon } from '@phosphor-icons/react/File';
import { FileTxtIcon } from '@phosphor-icons/react/FileTxt';
import { FileZipIcon } from '@phosphor-icons/react/FileZip';
import { QuestionIcon } from '@phosphor-icons/react/Question';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import { XIcon } from '@phosphor-icons/react/X';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, ask } from '../api/client.ts';
import { IconButton } from '../look/button.tsx';
import { Progress } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './import.module.css';
import { type ImportFile, importsQuery } from './import-queries.ts';
import { NOT_BROUGHT, refusedFor } from './outcome-words.ts';
import { dropUpload, type Upload } from './uploads.ts';

export function FileCard({
  file,
  upload,
  isShown,
  onChoose,
}: {
  readonly file: ImportFile;
  readonly upload: Upload | undefined;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const forget = useMutation({
    mutationFn: () => ask(api.DELETE('/api/v1/imports/{key}', { params: { path: { key: file.key } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true }),
  });
  const isBusy = file.state === 'running' || file.state === 'stopping';
  return (
    <article className={styles['card']} data-shown={isShown}>
      <button type="button" className={styles['head']} aria-pressed={isShown} onClick={onChoose}>
        <Kind name={file.name} />
        <span className={styles['name']}>
          <bdi>{file.name}</bdi>
          <Size file={file} />
        </span>
      </button>
      <div className={styles['state']}>
        <CardState file={file} upload={upload} />
      </div>
      {!isBusy && (
        <span className={styles['forget']}>
          <IconButton
            name={t('import.forget')}
            disabled={forget.isPending}
            onClick={() => {
              if (upload !== undefined) dropUpload(upload.id);
              forget.mutate();
            }}
          >
            <XIcon size={16} aria-hidden="true" />
          </IconButton>
        </span>
      )}
    </article>
  );
}

/** A file that the server knows nothing of yet, or did not take. */
export function UploadCard({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useWords();
  const { bytes, percent } = useFormats();
  const wrong = upload.problem === undefined ? undefined : NOT_BROUGHT[upload.problem];
  return (
    <article className={styles['card']}>
      <div className={styles['head']}>
        <Kind name={upload.name} />
        <span className={styles['name']}>
          <bdi>{upload.name}</bdi>
          <small>{bytes(upload.sizeBytes)}</small>
        </span>
      </div>
      <div className={styles['state']}>
        {wrong === undefined ? (
          <Line icon="clock">
            {upload.isWaiting
              ? t('import.waits-network', { share: percent(0) })
              : t(upload.isSent ? 'import.looking-now' : 'import.state.queued')}
          </Line>
        ) : (
          <Line icon="danger" strong={t(wrong.what)}>
            {wrong.about !== undefined && t(wrong.about, { size: bytes(upload.freeBytes ?? 0) })}
          </Line>
        )}
      </div>
      <span className={styles['forget']}>
        <IconButton name={t('import.forget')} onClick={() => dropUpload(upload.id)}>
          <XIcon size={16} aria-hidden="true" />
        </IconButton>
      </span>
    </article>
  );
}

const TXT = /\.txt$/i;
const ZIP = /\.zip$/i;

function Kind({ name }: { readonly name: string }): ReactNode {
  if (ZIP.test(name)) return <FileZipIcon size={21} aria-hidden="true" />;
  return TXT.test(name) ? <FileTxtIcon size={21} aria-hidden="true" /> : <FileIcon size={21} aria-hidden="true" />;
}

function Size({ file }: { readonly file: ImportFile }): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  const size = bytes(file.sizeBytes);
  const count = file.chats.reduce((sum, { messages }) => sum + messages, 0);
  return <small>{count === 0 ? size : t('import.size-messages', { size, count })}</small>;
}

function CardState({ file, upload }: { readonly file: ImportFile; readonly upload: Upload | undefined }): ReactNode {
  const t = useWords();
  switch (file.state) {
    case 'uploading':
    case 'inspecting':
    case 'running':
    case 'stopping':
      return <Moving file={file} upload={upload} />;
    case 'question':
      return (
        <Line icon="question" tone="warn">
          {t('import.state.question')}
        </Line>
      );
    case 'ready':
      return <Line icon="clock">{t('import.state.ready', { count: newIn(file) })}</Line>;
    case 'queued':
      return <Line icon="clock">{t('import.state.queued')}</Line>;
    case 'done':
      return (
        <Line icon="ok" tone="ok">
          {t('import.state.done', { count: (file.outcome?.added ?? 0) + (file.outcome?.newVersions ?? 0) })}
        </Line>
      );
    case 'stopped':
      return <Line icon="clock">{t('import.state.stopped')}</Line>;
    default:
      return <Wrong file={file} />;
  }
}

/** Messages of a file that Acta does not hold. */
export function newIn(file: ImportFile): number {
  return file.chats.reduce((sum, { counts }) => sum + (counts?.added ?? 0) + (counts?.newVersions ?? 0), 0);
}

function Wrong({ file }: { readonly file: ImportFile }): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  const full = { what: 'import.no-room', about: 'import.failed-about' } as const;
  const failed = { what: 'import.failed', about: 'import.failed-about' } as const;
  const wrong = file.state === 'refused' ? refusedFor(file.error ?? '') : file.error === 'disk-full' ? full : failed;
  return (
    <Line icon="danger" strong={t(wrong.what)}>
      {wrong.about !== undefined && t(wrong.about, { size: bytes(0) })}
    </Line>
  );
}

const MOVES: Readonly<Record<string, Key>> = {
  uploading: 'import.uploading',
  inspecting: 'import.looking',
  running: 'import.entering',
};

function Moving({ file, upload }: { readonly file: ImportFile; readonly upload: Upload | undefined }): ReactNode {
  const t = useWords();
  const { bytes, percent, span } = useFormats();
  const { done = 0, total = 0, perSecond = 0, leftSeconds, unit } = file.progress ?? {};
  const share = total === 0 ? 0 : done / total;
  if (file.state === 'stopping') return <Line icon="clock">{t('import.state.stopping')}</Line>;
  if (file.state === 'uploading' && upload === undefined)
    return (
      <Line icon="question" tone="warn">
        {t('import.broken-off', { share: percent(share) })}
      </Line>
    );
  if (upload?.isWaiting === true)
    return (
      <Line icon="question" tone="warn">
        {t('import.waits-network', { share: percent(share) })}
      </Line>
    );
  const rate =
    unit === 'messages'
      ? t('import.messages-rate', { share: percent(share), count: perSecond })
      : t('import.bytes-rate', { share: percent(share), rate: bytes(perSecond) });
  const left = file.state === 'inspecting' ? t('import.looking-now') : rate;
  return (
    <Progress
      share={share}
      label={t(MOVES[file.state] ?? 'import.looking', { name: file.name })}
      left={left}
      right={
        leftSeconds === undefined || file.state === 'inspecting' ? '' : t('import.left', { time: span(leftSeconds) })
      }
    />
  );
}

const ICONS = { ok: CheckCircleIcon, question: QuestionIcon, clock: ClockIcon, danger: WarningCircleIcon } as const;

function Line({
  icon,
  tone,
  strong,
  children,
}: {
  readonly icon: keyof typeof ICONS;
  readonly tone?: 'ok' | 'warn';
  readonly strong?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const Icon = ICONS[icon];
  return (
    <p className={styles['line']} data-tone={icon === 'danger' ? 'danger' : tone} role="status">
      <Icon size={18} weight={icon === 'clock' ? 'regular' : 'fill'} aria-hidden="true" />
      <span>
        {strong !== undefined && <b>{strong}</b>} {children}
      </span>
    </p>
  );
}
