// A message that was found: who said it and where, its words with what was found marked, its file, and which version of it this is.

import { FileIcon } from '@phosphor-icons/react/File';
import { FilePdfIcon } from '@phosphor-icons/react/FilePdf';
import { ImageIcon } from '@phosphor-icons/react/Image';
import { MicrophoneIcon } from '@phosphor-icons/react/Microphone';
import { PencilSimpleIcon } from '@phosphor-icons/react/PencilSimple';
import { VideoIcon } from '@phosphor-icons/react/Video';
import type { ReactNode } from 'react';
import { momentOf } from '../conversation/moment.ts';
import { Avatar } from '../look/avatar.tsx';
import { useFormats } from '../words/formats.ts';
import { Say, useWords } from '../words/words.tsx';
import { Marked } from './marked.tsx';
import styles from './search.module.css';
import type { Hit } from './search-queries.ts';

export function ResultRow({
  hit,
  isChosen,
  onChoose,
  onOpen,
}: {
  readonly hit: Hit;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}): ReactNode {
  const t = useWords();
  const { when, time } = useFormats();
  const { author, media, name = author ?? hit.title, person, ranges, text, title, version } = hit;
  const at = momentOf(hit);
  const isToday = at.toDateString() === new Date().toDateString();
  const isElsewhere = title !== '' && title !== name && (!hit.direct || title !== author);
  return (
    <button
      type="button"
      className={styles['hit']}
      data-chosen={isChosen}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => (isChosen || isNarrow() ? onOpen() : onChoose())}
    >
      <Avatar name={name} seed={person ?? hit.conversation} size={32} />
      <span className={styles['said']}>
        <span className={styles['who']}>
          <bdi>{name}</bdi>
          {isElsewhere && (
            <span>
              <Say id="search.in-group" values={{ title: <bdi>{title}</bdi> }} />
            </span>
          )}
        </span>
        {text !== '' && (
          <span className={styles['text']}>
            <Marked text={text} ranges={ranges} />
          </span>
        )}
        {media !== undefined && <File media={media} type={hit.type} />}
        {version !== undefined && version.number < version.count && (
          <span className={styles['aside']}>
            <PencilSimpleIcon size={16} aria-hidden="true" />
            {t('search.version', { number: version.number, count: version.count })}
          </span>
        )}
      </span>
      <time dateTime={at.toISOString()}>{isToday ? time(at) : `${when(at)}, ${time(at)}`}</time>
    </button>
  );
}

/** On a narrow screen there is no second pane: the conversation itself opens. */
function isNarrow(): boolean {
  return !globalThis.matchMedia('(min-width: 1024px)').matches;
}

function File({ media, type }: { readonly media: NonNullable<Hit['media']>; readonly type: string }): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  const { name = '', sizeBytes, state } = media;
  const Icon = iconOf(type, name);
  return (
    <span className={styles['aside']}>
      <Icon size={16} aria-hidden="true" />
      <bdi>{name === '' ? t(carriedBy(type)) : name}</bdi>
      {sizeBytes !== undefined && <span>{bytes(sizeBytes)}</span>}
      {state !== 'present' && <span>{t('search.media-missing')}</span>}
    </span>
  );
}

const PDF = /\.pdf$/iu;
const PICTURE = /image|sticker|gif/iu;
const FILM = /video/iu;
const SOUND = /audio|voice|ptt/iu;

function iconOf(type: string, name: string): typeof FileIcon {
  if (PDF.test(name)) return FilePdfIcon;
  if (PICTURE.test(type)) return ImageIcon;
  if (FILM.test(type)) return VideoIcon;
  return SOUND.test(type) ? MicrophoneIcon : FileIcon;
}

const CARRIED = ['image', 'video', 'audio', 'voice', 'sticker', 'gif'] as const;

function carriedBy(type: string): `search.carries.${(typeof CARRIED)[number] | 'document'}` {
  return `search.carries.${CARRIED.find((one) => type.toLowerCase().includes(one)) ?? 'document'}`;
}
