// Sending what was written: the reply, the file with its caption, the template; what a refusal says; and whether somebody else has
// answered since the text was begun.

import type { Message } from '@acta/server/client';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { momentOf } from './moment.ts';
import { send } from './outbox.ts';
import type { SendBody } from './waiting-store.ts';

export interface Written {
  readonly text: string;
  readonly file?: File | undefined;
  readonly replyTo?: number | undefined;
  /** Why it goes out although it holds what it should not. */
  readonly reason?: string | undefined;
}

export interface Reply {
  /** Resolves to why it was refused; to nothing where the server has it, or this device keeps it until the server is there. */
  readonly submit: (body: SendBody, file?: File) => Promise<ApiProblem | undefined>;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | undefined;
}

export function useReply(conversation: number): Reply {
  const { user } = useSession();
  const [underWay, setUnderWay] = useState(0);
  const [problem, setProblem] = useState<ApiProblem>();
  const refused = (why: ApiProblem): ApiProblem => {
    setProblem(why);
    return why;
  };
  const submit: Reply['submit'] = async (body, file) => {
    if (user === undefined) return refused(new ApiProblem(401, 'unauthenticated'));
    setUnderWay((count) => count + 1);
    setProblem(undefined);
    try {
      await send({ user: user.id, conversation, body, ...(file === undefined ? {} : { file }) });
      return undefined;
    } catch (error) {
      return refused(error instanceof ApiProblem ? error : new ApiProblem(0, 'internal'));
    } finally {
      setUnderWay((count) => count - 1);
    }
  };
  return { submit, isBusy: underWay > 0, problem };
}

const AS_FILE: readonly (readonly [RegExp, 'image' | 'video' | 'audio'])[] = [
  [/^image\/(?:jpeg|png)$/, 'image'],
  [/^video\/(?:mp4|3gpp)$/, 'video'],
  [/^audio\//, 'audio'],
];

/** The request for what was written. */
export function bodyOf({ file, reason, replyTo, text }: Written): SendBody {
  const answered = replyTo === undefined ? {} : { replyTo };
  const override = reason === undefined ? {} : { override: { reason } };
  if (file === undefined) return { message: { type: 'text', body: text, ...answered }, ...override };
  const type = AS_FILE.find(([mime]) => mime.test(file.type))?.[1] ?? 'document';
  const caption = text.trim() === '' || type === 'audio' ? {} : { caption: text };
  const filename = type === 'document' ? { filename: file.name } : {};
  return { message: { type, media: { sha256: '' }, ...caption, ...filename, ...answered }, ...override };
}

/** Clocks differ, and a message says no part of a second: what came so long before a text was begun and was not there to be read is news. */
const RECENT_MS = 10 * 60_000;

/** The reply of somebody else that came since this text was begun. */
export function useOthersReply(
  text: string,
  messages: readonly Message[],
): { readonly reply: Message | undefined; readonly dismiss: () => void } {
  const { user } = useSession();
  const begun = useRef<{ readonly atMs: number; readonly lastId: number }>(undefined);
  const [passed, setPassed] = useState(0);
  const last = messages.findLast(
    ({ by, direction, origin }) => direction === 'out' && origin !== 'history' && by !== `user:${user?.id}`,
  );
  const lastId = last?.id ?? 0;
  useEffect(() => {
    if (text.trim() === '') begun.current = undefined;
    else begun.current ??= { atMs: Date.now(), lastId };
  }, [text, lastId]);
  const since = begun.current;
  const isNews =
    last !== undefined &&
    since !== undefined &&
    lastId > Math.max(since.lastId, passed) &&
    momentOf(last).getTime() > since.atMs - RECENT_MS;
  return { reply: isNews && text.trim() !== '' ? last : undefined, dismiss: () => setPassed(lastId) };
}
