// Options whose values come from a closed list or have a form: parsed once, refused with the word that was typed.

import type { FieldOrder } from '@acta/formats';
import { wallSeconds } from '../records/wall-time.ts';
import { ServerError } from '../server-error.ts';

const ORDERS: ReadonlyMap<string, FieldOrder> = new Map([
  ['dmy', 'DMY'],
  ['mdy', 'MDY'],
  ['ymd', 'YMD'],
]);

const TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const NUMBER = /^\d{1,15}$/;

/** `--date-order`. */
export function dateOrderOf(command: string, typed: string | undefined): FieldOrder | undefined {
  if (typed === undefined) return undefined;
  const order = ORDERS.get(typed.toLowerCase());
  if (order === undefined) throw new ServerError('usage', { command, reason: 'choice', word: typed });
  return order;
}

/** One of some words. */
export function choiceOf<T extends string>(command: string, typed: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === typed.toLowerCase());
  if (found === undefined) throw new ServerError('usage', { command, reason: 'choice', word: typed });
  return found;
}

/** A day or a wall time, as wall seconds. */
export function wallSecondsOf(command: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const match = TIME.exec(typed);
  const text = match === null ? '' : typed.length === 10 ? `${typed}T00:00` : typed;
  const seconds = text === '' ? Number.NaN : wallSeconds(text);
  const isReal = !Number.isNaN(seconds) && new Date(seconds * 1000).toISOString().startsWith(typed.slice(0, 10));
  if (!isReal) throw new ServerError('usage', { command, reason: 'date', word: typed });
  return seconds;
}

/** `N[,N…]`, whole numbers. */
export function numberList(command: string, typed: string): number[] {
  return typed.split(',').map((part) => {
    const word = part.trim();
    if (!NUMBER.test(word)) throw new ServerError('usage', { command, reason: 'number', word });
    return Number(word);
  });
}
