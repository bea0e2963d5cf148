// One conversation in the list: who, the last word, labels and how long somebody waits. 76 pixels; what it says it says in words too.

import { AddressBookIcon } from '@phosphor-icons/react/AddressBook';
import { ChartBarHorizontalIcon } from '@phosphor-icons/react/ChartBarHorizontal';
import { CheckIcon } from '@phosphor-icons/react/Check';
import { ChecksIcon } from '@phosphor-icons/react/Checks';
import { ClockIcon } from '@phosphor-icons/react/Clock';
import { FileIcon } from '@phosphor-icons/react/File';
import { ImageIcon } from '@phosphor-icons/react/Image';
import { MapPinIcon } from '@phosphor-icons/react/MapPin';
import { MicrophoneIcon } from '@phosphor-icons/react/Microphone';
import { MoonIcon } from '@phosphor-icons/react/Moon';
import { PhoneIcon } from '@phosphor-icons/react/Phone';
import { ProhibitIcon } from '@phosphor-icons/react/Prohibit';
import { ShoppingBagIcon } from '@phosphor-icons/react/ShoppingBag';
import { StickerIcon } from '@phosphor-icons/react/Sticker';
import { VideoCameraIcon } from '@phosphor-icons/react/VideoCamera';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import type { ComponentType, ReactNode } from 'react';
import { Avatar } from '../look/avatar.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { failureWords } from './failure-words.ts';
import styles from './inbox.module.css';
import type { InboxRow, Label } from './inbox-queries.ts';
import { LabelSquare } from './label-square.tsx';
import { type FaceIcon, faceOf, isNumberOnly, waitOf } from './row-face.ts';

interface Drawn {
  readonly size?: number;
  readonly weight?: 'regular' | 'bold' | 'fill';
  readonly className?: string | undefined;
  readonly 'aria-hidden'?: 'true';
}

const ICONS: Readonly<Record<FaceIcon, ComponentType<Drawn>>> = {
  voice: MicrophoneIcon,
  image: ImageIcon,
  video: VideoCameraIcon,
  file: FileIcon,
  place: MapPinIcon,
  contact: AddressBookIcon,
  call: PhoneIcon,
  poll: ChartBarHorizontalIcon,
  order: ShoppingBagIcon,
  sticker: StickerIcon,
  unsupported: WarningCircleIcon,
  deleted: ProhibitIcon,
  waiting: ClockIcon,
  sent: CheckIcon,
  delivered: ChecksIcon,
  read: ChecksIcon,
};

export function RowFace({
  row,
  labels,
  nowMs,
}: {
  readonly row: InboxRow;
  readonly labels: ReadonlyMap<number, Label>;
  readonly nowMs: number;
}): ReactNode {
  const t = useWords();
  const { when } = useFormats();
  const isUnread = row.unread > 0;
  return (
    <>
      <Avatar name={row.title} seed={row.peer ?? row.id} group={row.kind === 'group'} />
      <span className={styles['text']}>
        <span className={styles['top']}>
          <bdi className={styles['name']} data-unread={isUnread}>
            {row.title}
          </bdi>
          <time className={styles['time']} dateTime={row.lastAt}>
            {when(new Date(row.lastAt), new Date(nowMs))}
          </time>
        </span>
        <span className={styles['middle']}>
          <Snippet row={row} isUnread={isUnread} />
          {isUnread && (
            <span className={styles['count']}>
              <span aria-hidden="true">{row.unread > 99 ? '99+' : row.unread}</span>
              <span className="hidden-text">{t('inbox.unread-count', { count: row.unread })}</span>
            </span>
          )}
        </span>
        <Below row={row} labels={labels} nowMs={nowMs} />
      </span>
    </>
  );
}

function Snippet({ row, isUnread }: { readonly row: InboxRow; readonly isUnread: boolean }): ReactNode {
  const t = useWords();
  const { clock } = useFormats();
  const face = faceOf(row);
  if (face.kind === 'nothing') return <span className={styles['snippet']} />;
  if (face.kind === 'draft')
    return (
      <span className={styles['snippet']}>
        <b className={styles['draft']}>{t('inbox.draft')}</b> <bdi>{face.text}</bdi>
      </span>
    );
  if (face.kind === 'failed')
    return (
      <span className={styles['snippet']} data-tone="failed">
        <WarningCircleIcon size={16} weight="fill" aria-hidden="true" />
        {t('inbox.failed', { why: t(failureWords(face.code)) })}
      </span>
    );
  const { author, durationMs, icon, named, text } = face;
  const Icon = icon === undefined ? undefined : ICONS[icon];
  const word = named === undefined ? undefined : t(`inbox.kind.${named}`);
  const length = durationMs === undefined || named !== 'voice' ? '' : ` · ${clock(durationMs / 1000)}`;
  return (
    <span className={styles['snippet']} data-tone={isUnread ? 'unread' : undefined}>
      {Icon !== undefined && (
        <Icon
          size={16}
          aria-hidden="true"
          {...(icon === 'read' ? { weight: 'bold' as const, className: styles['read'] } : {})}
        />
      )}
      {author !== undefined && (
        <>
          <bdi>{author}</bdi>
          {': '}
        </>
      )}
      <span dir="auto">{text === '' ? `${word ?? ''}${length}` : text}</span>
    </span>
  );
}

const SHOWN_LABELS = 2;

function Below({
  row,
  labels,
  nowMs,
}: {
  readonly row: InboxRow;
  readonly labels: ReadonlyMap<number, Label>;
  readonly nowMs: number;
}): ReactNode {
  const t = useWords();
  const { span, when, time } = useFormats();
  const wait = waitOf(row.waitingSince, nowMs);
  const on = row.labels.flatMap((id) => labels.get(id) ?? []);
  if (row.snoozedUntil !== undefined) {
    const until = new Date(row.snoozedUntil);
    const isToday = until.toDateString() === new Date(nowMs).toDateString();
    return (
      <span className={styles['below']}>
        <MoonIcon size={14} aria-hidden="true" />
        {t('inbox.snoozed-until', { when: isToday ? time(until) : `${when(until)} ${time(until)}` })}
      </span>
    );
  }
  return (
    <span className={styles['below']}>
      {on.slice(0, SHOWN_LABELS).map((label) => (
        <LabelSquare key={label.id} label={label} />
      ))}
      {on.length > SHOWN_LABELS && <span>{t('inbox.more-labels', { count: on.length - SHOWN_LABELS })}</span>}
      {on.length === 0 && isNumberOnly(row.title) && <span>{t('inbox.no-name')}</span>}
      {wait !== undefined && (
        <span className={styles['wait']} data-late={wait.isLate}>
          <ClockIcon size={14} aria-hidden="true" />
          <span className="hidden-text">{t(wait.isLate ? 'inbox.waits-late' : 'inbox.waits')}</span>
          {span(Math.max(60, wait.seconds))}
        </span>
      )}
    </span>
  );
}
