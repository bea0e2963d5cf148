// Finding inside a conversation: the words stand in the address, each hit is gone to and marked, from the newest to the earlier ones.

import { CaretDownIcon } from '@phosphor-icons/react/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/CaretUp';
import { XIcon } from '@phosphor-icons/react/X';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { IconButton } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './head.module.css';

const WAIT_MS = 250;
const MOST = 200;

/** The words of a query that are looked for as they stand. */
export function wordsIn(find: string | undefined): readonly string[] {
  return (find ?? '')
    .replaceAll('"', ' ')
    .split(' ')
    .filter((word) => word.length > 1 && !word.startsWith('-') && !word.includes(':'))
    .map((word) => word.replace(STAR, ''));
}

const STAR = /\*$/;

export function FindBar({
  conversation,
  find,
  onClose,
  onFind,
  onGo,
}: {
  readonly conversation: number;
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly onGo: (entry: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const [text, setText] = useState(find);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (text === find) return undefined;
    const timer = setTimeout(() => onFind(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, find, onFind]);
  const { data, error } = useQuery({
    queryKey: ['find', conversation, find],
    enabled: find.trim() !== '',
    queryFn: ({ signal }) => {
      const query = { q: `in:${conversation} ${find}`, limit: MOST, order: 'newest' as const };
      return ask(api.GET('/api/v1/search', { params: { query }, signal }));
    },
  });
  const hits = data?.items ?? [];
  const first = hits[0]?.id;
  useEffect(() => {
    setAt(0);
    if (first !== undefined) onGo(first);
  }, [first, onGo]);
  const step = (by: number): void => {
    const next = Math.min(hits.length - 1, Math.max(0, at + by));
    const hit = hits[next];
    if (hit === undefined) return;
    setAt(next);
    onGo(hit.id);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isAsked = find.trim() !== '';
  return (
    <search className={styles['find']} onKeyDown={pressed}>
      <TextField
        label={t('conversation.find')}
        labelHidden
        placeholder={t('conversation.find')}
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <span role="status">
        {error !== null && isAsked && t('conversation.find-bad')}
        {error === null && hits.length > 0 && t('conversation.find-count', { at: at + 1, count: hits.length })}
        {data !== undefined && hits.length === 0 && isAsked && t('conversation.find-none', { words: find })}
      </span>
      <IconButton name={t('conversation.find-earlier')} disabled={at >= hits.length - 1} onClick={() => step(1)}>
        <CaretUpIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton name={t('conversation.find-later')} disabled={at === 0} onClick={() => step(-1)}>
        <CaretDownIcon size={18} aria-hidden="true" />
      </IconButton>
      <IconButton name={t('shell.close')} onClick={onClose}>
        <XIcon size={18} aria-hidden="true" />
      </IconButton>
    </search>
  );
}
