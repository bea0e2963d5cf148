// What a message answers: who said it and its beginning; pressing it goes there. What is not kept here is said to be so.

import type { Message } from '@acta/server/client';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { useBrief } from './brief.ts';
import styles from './bubble.module.css';
import { useMessage } from './feed-queries.ts';

const SHOWN = 160;

export function Quote({
  nameOf,
  onGo,
  replyTo,
}: {
  readonly replyTo: NonNullable<Message['replyTo']>;
  readonly nameOf: (message: Message) => string;
  readonly onGo: (entry: number) => void;
}): ReactNode {
  const t = useWords();
  const brief = useBrief();
  const { data, isPending } = useMessage(replyTo.id);
  if (replyTo.id === undefined || (data === undefined && !isPending))
    return <p className={styles['quote']}>{t('conversation.quote-unknown')}</p>;
  if (data === undefined) return <p className={styles['quote']}>…</p>;
  return (
    <button type="button" className={styles['quote']} onClick={() => onGo(data.id)}>
      <bdi>{nameOf(data)}</bdi>
      <span dir="auto">{brief(data).slice(0, SHOWN)}</span>
    </button>
  );
}
