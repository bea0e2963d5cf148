// One way in, whatever it began with: each step is tried, says what went wrong, and leads to the next or into the house.

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { signInError } from './sign-in-error.ts';

export type Step = 'begin' | 'code' | 'recovery' | 'passkey';

export interface StepProps {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  /** Does a step's work, which names the next step; without one the person is in. */
  readonly attempt: (work: () => Promise<Step | undefined>) => Promise<void>;
}

export interface WayIn extends StepProps {
  readonly step: Step;
  readonly setStep: (step: Step) => void;
}

/** `after`: where the person wanted to go. */
export function useWayIn(after: () => string | undefined): WayIn {
  const t = useWords();
  const formats = useFormats();
  const queries = useQueryClient();
  const router = useRouter();
  const [step, setStep] = useState<Step>('begin');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const come = async (): Promise<void> => {
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    const path = after();
    if (session.state === 'enrol') await router.navigate({ to: '/set-up' });
    else router.history.push(isOwnPath(path) ? path : '/inbox');
  };
  const attempt: StepProps['attempt'] = async (work) => {
    setBusy(true);
    setError(undefined);
    try {
      const next = await work();
      if (next === undefined) await come();
      else setStep(next);
    } catch (caught) {
      setError(signInError(caught, t, formats));
    } finally {
      setBusy(false);
    }
  };
  return { step, setStep, error, isBusy, attempt };
}

/** An address on this server, so that no link leads elsewhere after signing in. */
function isOwnPath(path: string | undefined): path is string {
  if (path?.startsWith('/') !== true || !URL.canParse(path, location.origin)) return false;
  return new URL(path, location.origin).origin === location.origin;
}
