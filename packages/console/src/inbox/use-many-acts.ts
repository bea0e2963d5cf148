// Acts at many conversations with what is said about them: how many, what stayed, and a way back for those nobody has changed since.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../look/toasts.tsx';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { doAtMany, type ManyAct, undoAtMany } from './many-queries.ts';
import type { Target } from './selection.ts';
import { refusal } from './work-acts.ts';

const DONE: Readonly<Record<ManyAct['act'], Key>> = {
  assign: 'inbox.many-did-assign',
  label: 'inbox.many-did-label',
  unlabel: 'inbox.many-did-unlabel',
  snooze: 'inbox.many-did-snooze',
  wake: 'inbox.many-did-wake',
  close: 'inbox.many-did-close',
  reopen: 'inbox.many-did-reopen',
};

export interface ManyActs {
  readonly act: (target: Target, said: ManyAct, done: () => void) => void;
  readonly isBusy: boolean;
}

export function useManyActs(): ManyActs {
  const t = useWords();
  const say = useToast();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const changed = (): void => {
    void queries.invalidateQueries({ queryKey: ['inbox'] });
    void queries.invalidateQueries({ queryKey: ['inbox-counts'] });
    void queries.invalidateQueries({ queryKey: ['work'] });
  };
  const putBack = async (undo: number): Promise<void> => {
    try {
      const { changes, unchanged } = await undoAtMany(undo);
      changed();
      const stayed = unchanged === 0 ? '' : ` ${t('inbox.many-stayed', { count: unchanged })}`;
      say({ kind: 'ok', text: `${t('inbox.many-undone', { count: changes })}${stayed}` });
    } catch {
      say({ kind: 'danger', text: t('inbox.many-not-undone') });
    }
  };
  const attempt = async (target: Target, said: ManyAct, done: () => void): Promise<void> => {
    setBusy(true);
    try {
      const { changes, left, undo } = await doAtMany(target, said);
      changed();
      done();
      const rest = left === 0 ? '' : ` ${t('inbox.many-left', { count: left })}`;
      say({
        kind: 'ok',
        text: `${t(DONE[said.act], { count: changes })}${rest}`,
        ...(undo === undefined ? {} : { undo: () => void putBack(undo) }),
      });
    } catch (error) {
      say({ kind: 'danger', text: t(refusal(error)) });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, act: (target, said, done) => void attempt(target, said, done) };
}
