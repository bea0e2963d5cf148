// What somebody has begun to write in a conversation and not sent: kept on this device by person and conversation, and, a little
// later, at the server for their other devices. It is let go when it was sent or emptied.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ask } from '../api/client.ts';

const TELL_MS = 1_200;

const keyOf = (user: string, conversation: number): string => `acta.draft.${user}.${conversation}`;

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A full or forbidden store keeps nothing; the text stands in the field all the same.
  }
}

/** The draft, and how to change it. Whose session has ended goes on writing their own: `user` is then empty. */
export function useDraft(user: string, conversation: number): readonly [string, (text: string) => void] {
  const writer = useRef(user);
  if (user !== '') writer.current = user;
  const key = keyOf(writer.current, conversation);
  const queries = useQueryClient();
  const [text, setText] = useState(() => read(key));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (read(key) !== '') return;
    void ask(api.GET('/api/v1/conversations/{id}/draft', { params: { path: { id: conversation } } }))
      .then((draft) => setText((now) => (now === '' ? draft.text : now)))
      .catch(() => undefined);
  }, [key, conversation]);
  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => {
          void ask(
            api.PUT('/api/v1/conversations/{id}/draft', {
              params: { path: { id: conversation } },
              body: { text: next },
            }),
          )
            .then(() => queries.invalidateQueries({ queryKey: ['inbox'] }))
            .catch(() => undefined);
        },
        next === '' ? 0 : TELL_MS,
      );
    },
    [key, queries, conversation],
  );
  return [text, change];
}
