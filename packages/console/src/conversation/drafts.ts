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
  const tell = useCallback(
    async (said: string): Promise<void> => {
      const params = { path: { id: conversation } };
      await ask(api.PUT('/api/v1/conversations/{id}/draft', { params, body: { text: said } }));
      write(toldKey(key), said);
      await queries.invalidateQueries({ queryKey: ['inbox'] });
    },
    [key, conversation, queries],
  );
  useInStep(user !== '', { conversation, key, setText, tell });
  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void tell(next).catch(() => undefined), next === '' ? 0 : TELL_MS);
    },
    [key, tell],
  );
  return [text, change];
}

/** What the server was last told from here. */
const toldKey = (key: string): string => `${key}.told`;

/** Keeps the draft as one's other devices have it, when one comes back to this one; what was written here and not told goes first. */
function useInStep(
  isAsked: boolean,
  {
    conversation,
    key,
    setText,
    tell,
  }: {
    readonly conversation: number;
    readonly key: string;
    readonly setText: (text: string) => void;
    readonly tell: (text: string) => Promise<void>;
  },
): void {
  useEffect(() => {
    if (!isAsked) return undefined;
    const compare = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const said = await ask(api.GET('/api/v1/conversations/{id}/draft', { params: { path: { id: conversation } } }));
      const own = read(key);
      const step = stepOf({ own, told: read(toldKey(key)), said });
      if (step === 'tell') await tell(own);
      if (step !== 'take') return;
      setText(said.text);
      write(key, said.text);
      write(toldKey(key), said.text);
    };
    const looked = (): void => void compare().catch(() => undefined);
    looked();
    document.addEventListener('visibilitychange', looked);
    window.addEventListener('focus', looked);
    return () => {
      document.removeEventListener('visibilitychange', looked);
      window.removeEventListener('focus', looked);
    };
  }, [isAsked, conversation, key, setText, tell]);
}

/** Whether this device takes what the server has, tells it its own, or leaves both. A server that knows nothing has forgotten. */
export function stepOf({
  own,
  said,
  told,
}: {
  readonly own: string;
  readonly told: string;
  readonly said: { readonly text: string; readonly at?: string };
}): 'take' | 'tell' | 'leave' {
  if (own === said.text) return 'leave';
  if (own !== told) return 'tell';
  return said.at === undefined ? 'tell' : 'take';
}
