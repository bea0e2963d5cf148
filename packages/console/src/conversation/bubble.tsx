// A message as it stands in the feed: what it answers, what it carries and says, its marks, when it was said and how far it got, and
// the seal in the margin beside it.

import type { Message } from '@acta/server/client';
import { ArrowBendUpLeftIcon } from '@phosphor-icons/react/ArrowBendUpLeft';
import { type ReactNode, useState } from 'react';
import { LinkButton } from '../look/button.tsx';
import { Tip } from '../look/tip.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './bubble.module.css';
import { DeletedBody } from './deleted-body.tsx';
import type { MessageRow } from './feed-rows.ts';
import { MediaBody } from './media-body.tsx';
import { Quote } from './quote.tsx';
import { PartsAbove, PartsBelow, wordsBeside } from './said-parts.tsx';
import { TextBody } from './text-body.tsx';
import { VersionsDialog } from './versions-dialog.tsx';
import { useFailure, WayMark, wayOf } from './way.tsx';

export interface BubbleActs {
  readonly onReply?: ((message: Message) => void) | undefined;
  readonly onView: (id: number) => void;
  readonly onGo: (entry: number) => void;
  readonly onRetry?: ((message: Message) => Promise<void>) | undefined;
}

export function Bubble({
  acts,
  inGroup,
  marked,
  nameOf,
  row,
}: {
  readonly row: MessageRow;
  readonly acts: BubbleActs;
  readonly inGroup: boolean;
  readonly marked: readonly string[];
  readonly nameOf: (message: Message) => string;
}): ReactNode {
  const t = useWords();
  const { message, isFirst, isLast } = row;
  const words = wordsBeside(message);
  const side = message.direction === 'out' ? 'out' : 'in';
  if (message.kind === 'deleted')
    return (
      <div className={styles['line']} data-side={side}>
        <DeletedBody message={message} name={nameOf(message)} />
      </div>
    );
  return (
    <div className={styles['line']} data-side={side}>
      <div className={styles['bubble']} data-side={side} data-last={isLast} data-reacted={message.reactions.length > 0}>
        {inGroup && side === 'in' && isFirst && <bdi className={styles['author']}>{nameOf(message)}</bdi>}
        {message.replyTo !== undefined && <Quote replyTo={message.replyTo} nameOf={nameOf} onGo={acts.onGo} />}
        <PartsAbove parts={message.parts} />
        <MediaBody message={message} onView={acts.onView} />
        {words !== '' && <TextBody text={words} marked={marked} truncated={message.truncated === true} />}
        <PartsBelow parts={message.parts} />
        {isBare(message) && <p className={styles['aside']}>{t('conversation.nothing')}</p>}
        <Foot row={row} onRetry={acts.onRetry} />
        <Reactions message={message} />
      </div>
      {acts.onReply !== undefined && (
        <Tip text={t('conversation.answer')} keyCap="r">
          <button
            type="button"
            className={styles['answer']}
            aria-label={t('conversation.answer')}
            onClick={() => acts.onReply?.(message)}
          >
            <ArrowBendUpLeftIcon size={18} aria-hidden="true" />
          </button>
        </Tip>
      )}
    </div>
  );
}

/** Whether nothing is there to be shown: an export leaves out what it has no words for. */
function isBare({ call, location, media, parts, poll, text, type }: Message): boolean {
  return (
    text === '' && [call, location, media, parts, poll].every((one) => one === undefined) && type !== 'unsupported'
  );
}

function Foot({
  onRetry,
  row: { at, message },
}: {
  readonly row: MessageRow;
  readonly onRetry: BubbleActs['onRetry'];
}): ReactNode {
  const t = useWords();
  const { time } = useFormats();
  const failure = useFailure();
  const [isOpen, setOpen] = useState(false);
  const way = wayOf(message);
  const isEdited = message.edited || message.versions.length > 1;
  return (
    <span className={styles['foot']}>
      {way === 'failed' && <span className={styles['why']}>{failure(message)}</span>}
      {way === 'failed' && onRetry !== undefined && message.text !== '' && (
        <LinkButton className={styles['retry']} onClick={() => void onRetry(message)}>
          {t('conversation.again')}
        </LinkButton>
      )}
      {isEdited && (
        <button type="button" className={styles['edited']} data-versions="true" onClick={() => setOpen(true)}>
          {t('conversation.edited', { count: Math.max(2, message.versions.length) })}
        </button>
      )}
      <span className={styles['when']}>
        <time dateTime={at.toISOString()}>{time(at)}</time>
        {way !== undefined && <WayMark way={way} />}
      </span>
      {isOpen && <VersionsDialog message={message} onClose={() => setOpen(false)} />}
    </span>
  );
}

function Reactions({ message: { reactions } }: { readonly message: Message }): ReactNode {
  const t = useWords();
  if (reactions.length === 0) return null;
  const counts = Map.groupBy(reactions, ({ emoji }) => emoji);
  return (
    <ul className={styles['reactions']}>
      {[...counts].map(([emoji, by]) => (
        <li key={emoji}>
          <span aria-hidden="true">
            {emoji}
            {by.length > 1 ? ` ${by.length}` : ''}
          </span>
          <span className="hidden-text">{t('conversation.reactions', { emoji, count: by.length })}</span>
        </li>
      ))}
    </ul>
  );
}
