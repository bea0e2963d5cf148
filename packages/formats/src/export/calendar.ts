/**
 * Numbers of a date into a day count, without rolling over: 31 February is no day. Years of other eras and calendars
 * become years of the Gregorian calendar where that is exact (Buddhist, Japanese, Minguo, Persian).
 */
import type { Era } from './date-words.ts';
import type { FieldOrder } from './source.ts';

/** The three numbers of a date as written. */
export interface WrittenDate {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly firstWidth: number;
  readonly thirdWidth: number;
  readonly era: Era;
  /** Orders that an era or a month's name leaves, if not all. */
  readonly only?: FieldOrder | 'year-first' | 'year-last' | undefined;
}

/** Returned where the numbers are no date. */
export const noDay: number = Number.NEGATIVE_INFINITY;

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a date read in one order, or {@link noDay}. `nowYear` tells short Buddhist years from others. */
export function dayOf(date: WrittenDate, order: FieldOrder, nowYear: number): number {
  if (date.only !== undefined && !isLeft(date.only, order)) return noDay;
  const yearFirst = order === 'YMD';
  const width = yearFirst ? date.firstWidth : date.thirdWidth;
  const other = yearFirst ? date.thirdWidth : date.firstWidth;
  if (other > 2 || (width === 1 && date.era === 'plain')) return noDay;
  const written = yearFirst ? date.first : date.third;
  const month = order === 'MDY' ? date.first : date.second;
  const day = order === 'DMY' ? date.first : order === 'MDY' ? date.second : date.third;
  if (month < 1 || month > 12 || day < 1 || day > 31) return noDay;
  const era = date.era === 'plain' ? eraOfSize(written, width, nowYear) : date.era;
  if (era === 'persian') return persianDay(written, month, day);
  if (era === 'hijri') return hijriDay(written, month, day);
  return gregorianDay(gregorianYear(written, width, era), month, day);
}

function gregorianDay(year: number, month: number, day: number): number {
  if (day > (monthDays[month - 1] ?? 0) || (month === 2 && day === 29 && !isLeap(year))) return noDay;
  return dayNumber(year, month, day);
}

function isLeft(only: FieldOrder | 'year-first' | 'year-last', order: FieldOrder): boolean {
  if (only === 'year-first') return order === 'YMD';
  if (only === 'year-last') return order !== 'YMD';
  return only === order;
}

/** Whether a date needs another calendar than the plain Gregorian one to be read. */
export function isForeignYear(date: WrittenDate, order: FieldOrder, nowYear: number): boolean {
  if (date.era !== 'plain') return true;
  return order === 'YMD'
    ? eraOfSize(date.first, date.firstWidth, nowYear) !== 'plain'
    : eraOfSize(date.third, date.thirdWidth, nowYear) !== 'plain';
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** `YYYY-MM-DD` of a day number. */
export function isoDay(days: number): string {
  const date = new Date(days * 86_400_000);
  const year = date.getUTCFullYear();
  const text = date.toISOString();
  return year >= 0 && year <= 9999 ? text.slice(0, 10) : text.slice(0, text.indexOf('T'));
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})/;

/** The day number of `YYYY-MM-DD`, or undefined when it is none. */
export function parseIsoDay(text: string): number | undefined {
  const match = isoDate.exec(text);
  if (match === null) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === match[0] ? day : undefined;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** WhatsApp began in 2009: a year that fits only one calendar in use tells which one it is. */
function eraOfSize(year: number, width: number, nowYear: number): Era {
  if (width === 4) {
    if (year >= 2500 && year <= 2700) return 'buddhist';
    if (year >= 1387 && year <= 1425) return 'persian';
    if (year >= 1429 && year <= 1475) return 'hijri';
  }
  if (width === 3) return 'minguo';
  // `27/3/65` is 2565 in Thailand; as 2065 it lies ahead.
  if (width === 2 && 2000 + year > nowYear + 1 && year >= 52 && 1957 + year <= nowYear) return 'buddhist';
  return 'plain';
}

function gregorianYear(written: number, width: number, era: Era): number {
  switch (era) {
    case 'buddhist':
      return (width <= 2 ? 2500 + written : written) - 543;
    case 'reiwa':
      return 2018 + written;
    case 'heisei':
      return 1988 + written;
    case 'minguo':
      return 1911 + written;
    default:
      return width > 2 ? written : written < 70 ? 2000 + written : 1900 + written;
  }
}

/** The 33-year rule, exact from 1178 to 1633 Solar Hijri. */
function persianDay(year: number, month: number, day: number): number {
  if (year < 1300 || year > 1500) return noDay;
  const leap = persianLeap(year);
  const length = month <= 6 ? 31 : month <= 11 || leap ? 30 : 29;
  if (day > length) return noDay;
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  let days = dayNumber(2021, 3, 21); // 1 Farvardin 1400
  for (let at = 1400; at < year; at++) days += persianLeap(at) ? 366 : 365;
  for (let at = 1399; at >= year; at--) days -= persianLeap(at) ? 366 : 365;
  return days + before + day - 1;
}

function persianLeap(year: number): boolean {
  return [1, 5, 9, 13, 17, 22, 26, 30].includes(((year % 33) + 33) % 33);
}

/** The tabular civil calendar; official dates may lie a day or two beside it, which the reader warns about. */
function hijriDay(year: number, month: number, day: number): number {
  if (day > 30) return noDay;
  return day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 227_014 - 719_163;
}
