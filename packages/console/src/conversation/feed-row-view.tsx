// A row of the feed with its seal in the margin.

import type { Message } from '@acta/server/client';
import { NoteIcon } from '@phosphor-icons/react/Note';
import type { ReactNode } from 'react';
import { SealButton } from '../look/seal.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { Bubble, type BubbleActs } from './bubble.tsx';
import { ErasedLine } from './erased-line.tsx';
import styles from './feed.module.css';
import type { FeedRow } from './feed-rows.ts';

export interface RowProps {
  readonly row: FeedRow;
  readonly place: number;
  /** It is looked at. */
  readonly isHere: boolean;
  /** Its proof stands open. */
  readonly isProved: boolean;
  readonly inGroup: boolean;
  readonly marked: readonly string[];
  readonly acts: BubbleActs;
  readonly nameOf: (message: Message) => string;
  readonly onProof: (entry: number) => void;
}

export function FeedRowView(props: RowProps): ReactNode {
  const { row } = props;
  const t = useWords();
  const { dayLong, number, time } = useFormats();
  switch (row.kind) {
    case 'day':
      return (
        <div className={styles['day']}>
          <span>{dayLong(row.at)}</span>
        </div>
      );
    case 'new':
      return (
        <div className={styles['new']}>
          <span>{t('conversation.new', { count: row.count })}</span>
        </div>
      );
    case 'erased':
      return (
        <article
          className={styles['entry']}
          aria-posinset={props.place}
          aria-setsize={-1}
          aria-label={t('conversation.erased-name')}
        >
          <ErasedLine erased={row.erased} />
          <div className={styles['margin']}>
            <SealButton
              state="erased"
              name={t('conversation.erased-proof', { entry: number(row.erased.order) })}
              onClick={() => props.onProof(row.erased.order)}
            />
          </div>
        </article>
      );
    case 'note':
      return (
        <article
          className={styles['entry']}
          aria-posinset={props.place}
          aria-setsize={-1}
          aria-label={t('conversation.note')}
        >
          <div className={styles['noteLine']}>
            <div className={styles['note']}>
              <p>
                <NoteIcon size={16} aria-hidden="true" />
                <b>{t('conversation.note')}</b>
                <span>
                  · {row.note.name !== undefined && <bdi>{row.note.name} · </bdi>}
                  {time(row.at)} · {t('conversation.note-hidden')}
                </span>
              </p>
              <p dir="auto">{row.note.text}</p>
            </div>
          </div>
          <Margin entry={row.note.id} {...props} />
        </article>
      );
    default: {
      const { at, message } = row;
      const entry = number(message.id);
      const name = t('conversation.named', { name: props.nameOf(message), time: time(at), entry });
      return (
        <article
          className={styles['entry']}
          data-entry={message.id}
          data-here={props.isHere || props.isProved}
          data-first={row.kind === 'message' && row.isFirst}
          tabIndex={props.isHere ? 0 : -1}
          aria-posinset={props.place}
          aria-setsize={-1}
          aria-label={name}
        >
          {row.kind === 'system' ? (
            <p className={styles['system']} dir="auto">
              {message.text}
            </p>
          ) : (
            <Bubble row={row} acts={props.acts} inGroup={props.inGroup} marked={props.marked} nameOf={props.nameOf} />
          )}
          <Margin entry={message.id} {...props} />
        </article>
      );
    }
  }
}

function Margin({
  entry,
  isProved,
  onProof,
}: Pick<RowProps, 'isProved' | 'onProof'> & { readonly entry: number }): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  return (
    <div className={styles['margin']}>
      <SealButton
        state={isProved ? 'checked' : 'sealed'}
        name={t('conversation.sealed', { entry: number(entry) })}
        onClick={() => onProof(entry)}
      />
    </div>
  );
}
