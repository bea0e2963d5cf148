// What a message carries beside its text: pictures, recordings, films, files, places, polls, calls. What is missing says why, and may be
// asked for again. Nothing is ever fetched from another host.

import type { Message } from '@acta/server/client';
import { ChartBarIcon } from '@phosphor-icons/react/ChartBar';
import { FileIcon } from '@phosphor-icons/react/File';
import { FilePdfIcon } from '@phosphor-icons/react/FilePdf';
import { FileTextIcon } from '@phosphor-icons/react/FileText';
import { ImageBrokenIcon } from '@phosphor-icons/react/ImageBroken';
import { MapPinIcon } from '@phosphor-icons/react/MapPin';
import { PhoneIcon } from '@phosphor-icons/react/Phone';
import { ShoppingBagIcon } from '@phosphor-icons/react/ShoppingBag';
import { UserRectangleIcon } from '@phosphor-icons/react/UserRectangle';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { LinkButton } from '../look/button.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './media.module.css';
import { endingOf, type MediaKind, mediaKindOf, mediaPath, thumbnailPath, withoutTurns } from './media-kind.ts';
import { VoiceNote } from './voice-note.tsx';

interface Carried {
  readonly message: Message;
  /** Opens the picture viewer at this message. */
  readonly onView: (id: number) => void;
}

export function MediaBody({ message, onView }: Carried): ReactNode {
  const t = useWords();
  const { call, location, media, parts, poll, template, type } = message;
  return (
    <>
      {media !== undefined && <FileBody message={message} onView={onView} />}
      {message.flags.some((flag) => flag.endsWith('@media')) && (
        <p className={styles['flagged']}>{t('conversation.media-flagged')}</p>
      )}
      {location !== undefined && <Place location={location} />}
      {poll !== undefined && <Poll poll={poll} />}
      {call !== undefined && <Call call={call} />}
      {media === undefined && parts === undefined && <Plate type={type} name={template} />}
    </>
  );
}

const PLATES: Readonly<Record<string, { readonly name: Key; readonly icon: ReactNode }>> = {
  contact: { name: 'conversation.contact', icon: <UserRectangleIcon size={21} aria-hidden="true" /> },
  contacts: { name: 'conversation.contact', icon: <UserRectangleIcon size={21} aria-hidden="true" /> },
  template: { name: 'conversation.template', icon: <FileTextIcon size={21} aria-hidden="true" /> },
  order: { name: 'conversation.order', icon: <ShoppingBagIcon size={21} aria-hidden="true" /> },
  unsupported: { name: 'conversation.unsupported', icon: <FileIcon size={21} aria-hidden="true" /> },
};

/** Kinds that carry no file and are told by their text. */
function Plate({ name, type }: { readonly type: string; readonly name: string | undefined }): ReactNode {
  const t = useWords();
  const plate = PLATES[type];
  return (
    plate !== undefined && (
      <p className={styles['plate']}>
        {plate.icon}
        {t(plate.name)}
        {name !== undefined && <b>{name.replaceAll('_', ' ')}</b>}
      </p>
    )
  );
}

function FileBody({ message, onView }: Carried): ReactNode {
  const t = useWords();
  const kind = mediaKindOf(message);
  if (message.media?.state !== 'present') return <Missing message={message} kind={kind} />;
  switch (kind) {
    case 'image':
    case 'sticker':
      return <Picture message={message} kind={kind} onView={onView} />;
    case 'audio':
      return <VoiceNote message={message} />;
    case 'video':
      return (
        <video
          className={styles['film']}
          src={mediaPath(message.id)}
          controls
          preload="none"
          aria-label={t('conversation.video')}
          {...(message.media.thumbnail ? { poster: thumbnailPath(message.id) } : {})}
        />
      );
    case 'document':
      return <Document message={message} />;
  }
}

function Picture({ kind, message, onView }: Carried & { readonly kind: MediaKind }): ReactNode {
  const t = useWords();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Document message={message} />;
  const source = message.media?.thumbnail === true && kind !== 'sticker' ? thumbnailPath : mediaPath;
  return (
    <button
      type="button"
      className={styles[kind === 'sticker' ? 'sticker' : 'picture']}
      aria-label={t('conversation.open-picture')}
      onClick={() => onView(message.id)}
    >
      <img src={source(message.id)} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
    </button>
  );
}

function Document({ message }: { readonly message: Message }): ReactNode {
  const t = useWords();
  const { bytes } = useFormats();
  const { name: said = t('conversation.document'), sizeBytes } = message.media ?? {};
  const name = withoutTurns(said);
  const ending = endingOf(name);
  return (
    <a className={styles['document']} href={mediaPath(message.id)} download={name}>
      {ending === 'PDF' ? <FilePdfIcon size={28} aria-hidden="true" /> : <FileIcon size={28} aria-hidden="true" />}
      <span>
        <bdi>{name}</bdi>
        <small>
          {[ending, sizeBytes === undefined ? '' : bytes(sizeBytes)].filter((one) => one !== '').join(' · ')}
        </small>
      </span>
      <span className="hidden-text">{t('conversation.download')}</span>
    </a>
  );
}

const KINDS: Readonly<Record<MediaKind, Key>> = {
  image: 'conversation.photo',
  video: 'conversation.video',
  audio: 'conversation.voice',
  sticker: 'conversation.sticker',
  document: 'conversation.document',
};

const REASONS: Readonly<Record<string, Key>> = {
  unreachable: 'conversation.media-unreachable',
  refused: 'conversation.media-refused',
  'given-up': 'conversation.media-given-up',
  expired: 'conversation.media-expired',
  gone: 'conversation.media-expired',
  'too-large': 'conversation.media-too-large',
  differs: 'conversation.media-differs',
  'host-refused': 'conversation.media-host',
  unreadable: 'conversation.media-unreadable',
};

function Missing({ kind, message }: { readonly kind: MediaKind; readonly message: Message }): ReactNode {
  const t = useWords();
  const say = useToast();
  const { name, reason, state } = message.media ?? {};
  // Nobody but the platform can be asked for a file again; an export brought it or did not.
  const isExport = message.origin === undefined;
  const why = reason === undefined ? 'conversation.media-coming' : (REASONS[reason] ?? 'conversation.media-given-up');
  const retry = async (): Promise<void> => {
    try {
      await ask(api.POST('/api/v1/media/{id}/retry', { params: { path: { id: message.id } } }));
      say({ kind: 'ok', text: t('conversation.media-again') });
    } catch {
      say({ kind: 'warn', text: t('conversation.media-not-again') });
    }
  };
  return (
    <div className={styles['missing']}>
      <ImageBrokenIcon size={21} aria-hidden="true" />
      <span>
        {name === undefined ? t(KINDS[kind]) : <bdi>{name}</bdi>}
        <small>{t(state === 'omitted' || isExport ? 'conversation.media-omitted' : why)}</small>
      </span>
      {state === 'missing' && !isExport && (
        <LinkButton onClick={() => void retry()}>{t('conversation.again')}</LinkButton>
      )}
    </div>
  );
}

function Place({ location }: { readonly location: NonNullable<Message['location']> }): ReactNode {
  const t = useWords();
  const say = useToast();
  const { latitude, live, longitude, name, url } = location;
  const coordinates = latitude === undefined || longitude === undefined ? undefined : `${latitude}, ${longitude}`;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    say({ kind: 'ok', text: t('conversation.copied') });
  };
  return (
    <div className={styles['place']}>
      <MapPinIcon size={21} aria-hidden="true" />
      <span>
        {name === undefined ? (
          t(live === true ? 'conversation.location-live' : 'conversation.location')
        ) : (
          <bdi>{name}</bdi>
        )}
        <small>{coordinates ?? url}</small>
      </span>
      {coordinates !== undefined && (
        <LinkButton onClick={() => void copy(coordinates)}>{t('conversation.copy-place')}</LinkButton>
      )}
    </div>
  );
}

function Poll({ poll }: { readonly poll: NonNullable<Message['poll']> }): ReactNode {
  const t = useWords();
  const most = Math.max(1, ...poll.options.map(({ votes }) => votes));
  return (
    <div className={styles['poll']}>
      <p>
        <ChartBarIcon size={18} aria-hidden="true" /> {t('conversation.poll')}
      </p>
      <strong dir="auto">{poll.question}</strong>
      <ul>
        {poll.options.map(({ text, votes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options may read the same
          <li key={index}>
            <span>
              <bdi>{text}</bdi>
              <small>{t('conversation.votes', { count: votes })}</small>
            </span>
            <span className={styles['votes']} aria-hidden="true">
              <span style={{ width: `${(votes / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Call({ call }: { readonly call: NonNullable<Message['call']> }): ReactNode {
  const t = useWords();
  const name = t(call.medium === 'video' ? 'conversation.call-video' : 'conversation.call-voice');
  const isMissed = call.outcome === 'missed';
  return (
    <p className={styles['plate']}>
      <PhoneIcon size={21} aria-hidden="true" />
      {[name, isMissed ? t('conversation.call-missed') : call.duration].filter((one) => one !== undefined).join(' · ')}
    </p>
  );
}
