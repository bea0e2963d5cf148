// A message's way, as its sender sees it: waiting, sent, delivered, read, or failed with the reason. Each has a shape and a word.

import type { Message } from '@acta/server/client';
import { CheckIcon } from '@phosphor-icons/react/Check';
import { ChecksIcon } from '@phosphor-icons/react/Checks';
import { ClockIcon } from '@phosphor-icons/react/Clock';
import { QuestionIcon } from '@phosphor-icons/react/Question';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import type { ReactNode } from 'react';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './bubble.module.css';

export type Way = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

/** How far a message got; none where nobody was told, as of an export. */
export function wayOf({ direction, sending, state }: Message): Way | undefined {
  if (direction !== 'out') return undefined;
  if (state?.state === 'read' || state?.state === 'played') return 'read';
  if (state?.state === 'delivered') return 'delivered';
  if (state?.state === 'failed') return 'failed';
  if (state?.state === 'sent') return 'sent';
  if (sending === undefined) return undefined;
  if (sending.state === 'refused' || sending.state === 'failed') return 'failed';
  if (sending.state === 'accepted') return 'sent';
  return sending.state === 'unknown' ? 'unknown' : 'waiting';
}

const NAMES: Readonly<Record<Way, Key>> = {
  waiting: 'conversation.way-waiting',
  sent: 'conversation.way-sent',
  delivered: 'conversation.way-delivered',
  read: 'conversation.way-read',
  failed: 'conversation.way-failed',
  unknown: 'conversation.way-unknown',
};

const MARKS: Readonly<Record<Way, ReactNode>> = {
  waiting: <ClockIcon size={16} />,
  sent: <CheckIcon size={16} />,
  delivered: <ChecksIcon size={16} />,
  read: <ChecksIcon size={16} weight="bold" />,
  failed: <WarningCircleIcon size={16} weight="fill" />,
  unknown: <QuestionIcon size={16} />,
};

export function WayMark({ way }: { readonly way: Way }): ReactNode {
  const t = useWords();
  return (
    <span className={styles['way']} data-way={way} role="img" aria-label={t(NAMES[way])} title={t(NAMES[way])}>
      {MARKS[way]}
    </span>
  );
}

const BY_CODE: Readonly<Record<number, Key>> = {
  130429: 'conversation.failed-rate',
  131026: 'conversation.failed-undeliverable',
  131047: 'conversation.failed-window',
  131048: 'conversation.failed-rate',
  131049: 'conversation.failed-limited',
  131050: 'conversation.failed-stopped',
  131051: 'conversation.failed-media',
  131052: 'conversation.failed-media',
  131053: 'conversation.failed-media',
  131056: 'conversation.failed-rate',
  132001: 'conversation.failed-template',
  132015: 'conversation.failed-template',
  132016: 'conversation.failed-template',
};

const BY_REASON: Readonly<Record<string, Key>> = {
  'too-old': 'conversation.failed-old',
  'no-token': 'conversation.failed-token',
  'file-unreadable': 'conversation.failed-file',
};

/** Why a message failed, as a sentence. */
export function useFailure(): (message: Message) => string {
  const t = useWords();
  return ({ sending, state }) => {
    const code = state?.code ?? sending?.code;
    const known = code === undefined ? undefined : BY_CODE[code];
    if (known !== undefined) return t(known);
    if (code !== undefined) return t('conversation.failed-code', { code: String(code) });
    return t(BY_REASON[sending?.reason ?? ''] ?? 'conversation.failed-rule');
  };
}
