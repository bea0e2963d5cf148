// Acts at a conversation with what is said about them: what was done, with a way back where there is one; or why it was not.

import { ApiProblem } from '../api/client.ts';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { useWork, type WorkAct } from './inbox-queries.ts';

export interface WorkActs {
  readonly act: (conversation: number, said: WorkAct) => void;
  readonly isBusy: boolean;
}

const UNDONE: Partial<Record<WorkAct['act'], WorkAct>> = {
  close: { act: 'reopen' },
  reopen: { act: 'close' },
  snooze: { act: 'wake' },
};

const DONE: Partial<Record<WorkAct['act'], Key>> = {
  close: 'inbox.did-close',
  reopen: 'inbox.did-reopen',
  wake: 'inbox.did-wake',
  unread: 'inbox.did-unread',
  assign: 'inbox.did-assign',
};

/** Acts that tell what they did. */
export function useWorkActs(): WorkActs {
  const t = useWords();
  const { until: untilOf } = useFormats();
  const say = useToast();
  const { isPending, mutateAsync } = useWork();
  const told = (said: WorkAct): string | undefined => {
    if (said.act === 'snooze') {
      const until = new Date(said.until);
      return t('inbox.did-snooze', { when: untilOf(until) });
    }
    const key = DONE[said.act];
    return key === undefined ? undefined : t(key);
  };
  // Awaited here, so that it is told even where what asked for it has gone from the screen.
  const attempt = async (conversation: number, said: WorkAct): Promise<void> => {
    try {
      await mutateAsync({ conversation, said });
    } catch (error) {
      say({ kind: 'danger', text: t(refusal(error)) });
      return;
    }
    const text = told(said);
    const back = UNDONE[said.act];
    if (text === undefined) return;
    say({ kind: 'ok', text, ...(back === undefined ? {} : { undo: () => void attempt(conversation, back) }) });
  };
  const act: WorkActs['act'] = (conversation, said) => void attempt(conversation, said);
  return { act, isBusy: isPending };
}

/** Why an act was not done. */
export function refusal(error: unknown): Key {
  if (!(error instanceof ApiProblem)) return 'inbox.not-done';
  if (error.kind === 'unreachable') return 'inbox.not-reached';
  if (error.kind === 'not-yours') return 'inbox.not-yours';
  return error.kind === 'role-missing' ? 'inbox.not-allowed' : 'inbox.not-done';
}
