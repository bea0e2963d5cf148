/**
 * Words of headers and what they mean, looked up without making a string for each line: the same few words stand in
 * every header of a file.
 */

import { type Era, eraOf, isFiller } from './date-words.ts';
import { type DayPeriod, dayPeriodOf, periodKey } from './day-periods.ts';

export interface HeaderWord {
  readonly key: string;
  readonly period: DayPeriod | undefined;
  readonly era: Era | undefined;
  readonly filler: boolean;
}

interface Remembered extends HeaderWord {
  readonly codes: readonly number[];
}

const remembered = 8;

export class WordReader {
  readonly #recent: Remembered[] = [];

  /** The word that `codes` hold from `start` to `end`. */
  read(codes: Uint16Array, start: number, end: number): HeaderWord {
    const recent = this.#recent;
    for (const word of recent) if (same(word.codes, codes, start, end)) return word;
    const own = Array.from(codes.subarray(start, end));
    const key = periodKey(String.fromCharCode(...own));
    const word: Remembered = { codes: own, key, period: dayPeriodOf(key), era: eraOf(key), filler: isFiller(key) };
    recent.unshift(word);
    if (recent.length > remembered) recent.pop();
    return word;
  }
}

function same(word: readonly number[], codes: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word[i] !== codes[start + i]) return false;
  return true;
}
