// What is typed after `npm run survival --`.

import type { Form } from './survival-run.ts';

export interface Options {
  readonly seed: number;
  readonly form: Form;
  /** Names of trials; all when empty. */
  readonly only: readonly string[];
  /** Where vaults are made; a temporary folder when missing. */
  readonly dir?: string;
}

/** What was typed is not understood; the message says how it is typed. */
export class WrongUse extends Error {}

const USAGE = 'survival [--seed N] [--form short|long] [--only NAME,…] [--dir DIR]';

/** Reads the words; a seed is drawn where none is given. Throws `WrongUse`. */
export function optionsFrom(words: readonly string[], drawSeed: () => number): Options {
  const values = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = words.slice(at, at + 2);
    if (!['--seed', '--form', '--only', '--dir'].includes(name) || value === undefined) throw new WrongUse(USAGE);
    values.set(name, value);
  }
  const form = values.get('--form') ?? 'long';
  const seed = Number(values.get('--seed') ?? drawSeed());
  if ((form !== 'short' && form !== 'long') || !Number.isSafeInteger(seed) || seed < 0) throw new WrongUse(USAGE);
  const dir = values.get('--dir');
  const only = (values.get('--only') ?? '').split(',').filter(Boolean);
  return { seed, form, only, ...(dir === undefined ? {} : { dir }) };
}
