/** Dates of a query: a year, a month or a day, as seconds of local wall time as if UTC. Rolled-over dates are refused. */

import { classOf, DIGIT, foldOf } from './character-classes.ts';
import { SearchError } from './search-error.ts';

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** The first second of a day, month or year. Throws `bad-date` at the offset. */
export function startOf(value: string, offset: number): number {
  const parts = DATE.exec(asciiDigits(value));
  const year = Number(parts?.[1]);
  const month = Number(parts?.[2] ?? 1);
  const day = Number(parts?.[3] ?? 1);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = parts !== null && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal) throw new SearchError('bad-date', { offset });
  return date.getTime() / 1000;
}

function asciiDigits(value: string): string {
  let ascii = '';
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    ascii += String.fromCharCode(classOf(unit) === DIGIT ? foldOf(unit) : unit);
  }
  return ascii;
}
