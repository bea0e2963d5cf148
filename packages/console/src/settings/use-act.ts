// An act of the settings: it asks for a factor of now where the server wants one, says what came of it, and refreshes what it changed.

import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { useToast } from '../look/toasts.tsx';
import { signInError } from '../sign-in/sign-in-error.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';

export interface Act {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  /** Resolves to what the act came to; undefined where it did not. */
  readonly run: <T>(work: () => Promise<T>, done?: string) => Promise<T | undefined>;
}

/** `changes`: keys of queries that are stale afterwards. */
export function useAct(...changes: readonly QueryKey[]): Act {
  const t = useWords();
  const formats = useFormats();
  const say = useToast();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const sentenceOf = (caught: unknown): string => {
    if (caught instanceof ApiProblem && caught.kind === 'last-owner') return t('settings.last-owner');
    if (caught instanceof ApiProblem && caught.kind === 'last-factor') return t('settings.last-factor');
    if (caught instanceof ApiProblem && caught.kind === 'account-exists') return t('settings.invite-exists');
    const isOfSignIn = caught instanceof ApiProblem && (caught.status === 401 || caught.status === 429);
    const isAway = caught instanceof ApiProblem && caught.kind === 'unreachable';
    return isOfSignIn || isAway ? signInError(caught, t, formats) : t('settings.failed');
  };
  const run: Act['run'] = async (work, done) => {
    setBusy(true);
    setError(undefined);
    try {
      const came = await confirmed(work);
      if (done !== undefined) say({ kind: 'ok', text: done });
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      return came;
    } catch (caught) {
      if (!(caught instanceof NotConfirmed)) setError(sentenceOf(caught));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, run };
}
