// Something that was written here and has not landed yet: its clock, its dashed seal, and what became of it where it was refused after
// it had waited.

import type { ReactNode } from 'react';
import { LinkButton } from '../look/button.tsx';
import { SealMark } from '../look/seal.tsx';
import { useWords } from '../words/words.tsx';
import bubble from './bubble.module.css';
import styles from './feed.module.css';
import type { Pending } from './outbox.ts';
import { useRefusal } from './refusal.ts';
import { WayMark } from './way.tsx';

export interface PendingRow {
  readonly kind: 'pending';
  readonly key: string;
  readonly at: Date;
  readonly pending: Pending;
  readonly name: string;
  readonly onTakeBack: (pending: Pending) => void;
}

/** What a request to send says, as far as it has words. */
export function wordsOf({ body: { message }, file }: Pick<Pending, 'body' | 'file'>): string {
  if (message.type === 'text') return message.body;
  if (message.type === 'template') return message.template.name;
  const caption = 'caption' in message ? message.caption : undefined;
  return [file?.name, caption].filter((one) => one !== undefined && one !== '').join('\n');
}

export function PendingRowView({ row }: { readonly row: PendingRow }): ReactNode {
  const t = useWords();
  const refusal = useRefusal();
  const { name, onTakeBack, pending } = row;
  const { problem, state } = pending;
  const isRefused = state === 'refused';
  return (
    <article className={styles['entry']} data-first="true" aria-label={t('conversation.unsealed')}>
      <div className={bubble['line']} data-side="out">
        <div className={bubble['bubble']} data-side="out" data-last="true">
          <p dir="auto" className={bubble['text']}>
            {wordsOf(pending)}
          </p>
          <span className={bubble['foot']}>
            {isRefused && problem !== undefined && <span className={bubble['why']}>{refusal(problem, name).why}</span>}
            {isRefused && <LinkButton onClick={() => onTakeBack(pending)}>{t('conversation.take-back')}</LinkButton>}
            {!isRefused && t('conversation.way-waiting')}
            <WayMark way={isRefused ? 'failed' : 'waiting'} />
          </span>
        </div>
      </div>
      <div className={styles['margin']} role="img" aria-label={t('conversation.unsealed')}>
        <SealMark state="under-way" />
      </div>
    </article>
  );
}
