// Local wall times as they stand in records: `YYYY-MM-DDTHH:MM[:SS]`, no zone. As a number they are seconds as if
// the wall clock showed UTC, which orders them and measures gaps, and invents no zone.

let last = '';
let lastSeconds = Number.NaN;

/** Seconds since 1970 of a wall time read as if UTC. Asked of every entry, mostly by several one after another. */
export function wallSeconds(at: string): number {
  if (at !== last) {
    lastSeconds = secondsOf(at);
    last = at;
  }
  return lastSeconds;
}

/** It makes no strings. */
function secondsOf(at: string): number {
  const days = daysBefore(pairAt(at, 0) * 100 + pairAt(at, 2), pairAt(at, 5), pairAt(at, 8));
  const seconds = at.length > 16 ? pairAt(at, 17) : 0;
  return days * 86_400 + pairAt(at, 11) * 3600 + pairAt(at, 14) * 60 + seconds;
}

/** The number of the two digits at a place of a wall time. */
export function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const ZERO = 0x30;
/** Days before the first of March 0000 are counted from 1970; a year that begins in March has its leap day at its end. */
const DAYS_TO_1970 = 719_468;
const DAYS_OF_5_MONTHS = 153;

function daysBefore(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const inYear = Math.floor((DAYS_OF_5_MONTHS * months + 2) / 5) + day - 1;
  return years * 365 + leapDays + inYear - DAYS_TO_1970;
}

/** The wall time of such a number, with seconds. */
export function wallText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}
