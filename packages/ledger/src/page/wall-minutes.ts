/**
 * Wall times `YYYY-MM-DDTHH:MM` as ASCII bytes and as minutes since 1970, read as if they were UTC (proleptic Gregorian
 * calendar). Only a time that exists has a number, so that a number gives back the very bytes it came from.
 */

/** Bytes in a wall time. */
export const WALL_TIME_BYTES = 16;

const MINUTES_A_DAY = 1440;
/** 1 January 1000, the first time with a year of four digits that no zero begins, and 1 January 10000. */
const FIRST_DAY = daysFromCivil(1000, 1, 1);
const END_DAY = daysFromCivil(10_000, 1, 1);
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const [ZERO, DASH, LETTER_T, COLON] = [0x30, 0x2d, 0x54, 0x3a];

/** The minutes of the wall time in `bytes` from `at` to `end`; NaN where that is none. */
export function readWallTime(bytes: Uint8Array, at: number, end: number): number {
  if (end - at !== WALL_TIME_BYTES) return Number.NaN;
  const isMarked =
    bytes[at + 4] === DASH && bytes[at + 7] === DASH && bytes[at + 10] === LETTER_T && bytes[at + 13] === COLON;
  const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  const hour = twoDigits(bytes, at + 11);
  const minute = twoDigits(bytes, at + 14);
  const exists = year >= 1000 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60;
  if (!isMarked || !exists) return Number.NaN;
  return daysFromCivil(year, month, day) * MINUTES_A_DAY + hour * 60 + minute;
}

/** Whether minutes are those of a wall time. */
export function isWallMinute(minutes: number): boolean {
  return minutes >= FIRST_DAY * MINUTES_A_DAY && minutes < END_DAY * MINUTES_A_DAY;
}

/** Writes the wall time of `minutes`, for which `isWallMinute` holds, into `target` at `at`. */
export function writeWallTime(target: Uint8Array, at: number, minutes: number): void {
  const days = Math.floor(minutes / MINUTES_A_DAY);
  const rest = minutes - days * MINUTES_A_DAY;
  // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  writeTwo(target, at, Math.floor(year / 100));
  writeTwo(target, at + 2, year % 100);
  target[at + 4] = DASH;
  writeTwo(target, at + 5, month);
  target[at + 7] = DASH;
  writeTwo(target, at + 8, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
  target[at + 10] = LETTER_T;
  writeTwo(target, at + 11, Math.floor(rest / 60));
  target[at + 13] = COLON;
  writeTwo(target, at + 14, rest % 60);
}

/** Days since 1970 (Hinnant, days_from_civil). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return 28;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** Two ASCII digits; NaN where one is none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const units = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}

function writeTwo(target: Uint8Array, at: number, value: number): void {
  const tens = Math.floor(value / 10);
  target[at] = ZERO + tens;
  target[at + 1] = ZERO + value - tens * 10;
}
