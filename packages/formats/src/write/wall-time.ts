// The wall time of a written message, taken apart. Refuses what is no calendar time rather than roll it over.

import { FormatsError } from '../formats-error.ts';

/** Fields as two or four digits, as written. `second` is absent where the source knew none. */
export interface WallTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second?: string;
}

const wallTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;

/** Takes `YYYY-MM-DDTHH:MM[:SS]` apart. Throws `time-invalid` if it is anything else or no real time. */
export function parseWallTime(at: string): WallTime {
  const [, year = '', month = '', day = '', hour = '', minute = '', second] = wallTime.exec(at) ?? [];
  const isDay = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!isDay || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
    throw new FormatsError('time-invalid');
  return { year, month, day, hour, minute, ...(second === undefined ? {} : { second }) };
}

const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return longMonths.has(month) ? 31 : 30;
}
