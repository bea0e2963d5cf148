// An act that may fail: whether it is under way, and what went wrong in words. What asks for a fresh factor asks for it.

import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { useWords } from '../words/words.tsx';

export interface Acting {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  /** Does it; what fails is said and nothing is thrown. */
  readonly act: (work: () => Promise<void>) => void;
}

/** `said` gives the words of a problem where the usual ones do not do. */
export function useAct(said: (problem: ApiProblem) => string | undefined = () => undefined): Acting {
  const t = useWords();
  const confirmed = useConfirmed();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const work = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await confirmed(act);
    } catch (caught) {
      if (caught instanceof NotConfirmed) return;
      const problem = caught instanceof ApiProblem ? caught : undefined;
      const usual = problem?.kind === 'busy' ? 'people.busy' : 'people.failed';
      setError((problem === undefined ? undefined : said(problem)) ?? t(usual));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, act: (act) => void work(act) };
}
