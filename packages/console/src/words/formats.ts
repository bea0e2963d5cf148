// Dates, times, numbers and sizes as the chosen language writes them, all by Intl.

import { useLanguage } from './words.tsx';

export interface Formats {
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** 11:42 */
  readonly time: (at: Date) => string;
  /** 11:42:09 */
  readonly timeExact: (at: Date) => string;
  /** 14 Jul 2026 */
  readonly day: (at: Date) => string;
  /** Tuesday 14 July 2026 */
  readonly dayLong: (at: Date) => string;
  /** July 2026 */
  readonly month: (at: Date) => string;
  /** 14 Jul 2026, 11:42 */
  readonly moment: (at: Date) => string;
  /** Time of today, the day's name of this week, a date of this year, else a date with its year. */
  readonly when: (at: Date, now?: Date) => string;
  /** A time of today alone, else with its day. */
  readonly until: (at: Date, now?: Date) => string;
  /** 1 h 23 min; 14 min; 42 s */
  readonly span: (seconds: number) => string;
  /** 0:24 */
  readonly clock: (seconds: number) => string;
  /** 184 kB */
  readonly bytes: (bytes: number) => string;
  /** A decimal of a currency (ISO 4217); as it stands where there is no such currency. */
  readonly money: (amount: string, currency: string | undefined) => string;
  readonly list: (words: readonly string[]) => string;
}

const made = new Map<string, Formats>();

/** The formats of the chosen language. */
export function useFormats(): Formats {
  const { locale } = useLanguage();
  const known = made.get(locale) ?? formatsOf(locale);
  made.set(locale, known);
  return known;
}

const DAY_MS = 86_400_000;
/** A day rule is no sentence: “Tuesday 30 June 2026”, “martes 30 de junio de 2026”. */
const AFTER_WEEKDAY = /^(\p{L}+), (?=\d)/u;

/** The formats of a locale, as a BCP 47 tag. A browser takes a millisecond to make one: each is made when it is first used. */
function formatsOf(locale: string): Formats {
  const dated = (options: Intl.DateTimeFormatOptions): ((at: Date) => string) => {
    let format: Intl.DateTimeFormat | undefined;
    return (at) => {
      format ??= new Intl.DateTimeFormat(locale, { hour12: false, ...options });
      return format.format(at);
    };
  };
  const numbers = new Intl.NumberFormat(locale);
  const time = dated({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = dated({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayOfYear = dated({ day: 'numeric', month: 'short' });
  const weekday = dated({ weekday: 'short' });
  const longDay = dated({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return {
    number: (value) => numbers.format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    time,
    timeExact: dated({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    day,
    dayLong: (at) => longDay(at).replace(AFTER_WEEKDAY, '$1 '),
    month: dated({ month: 'long', year: 'numeric' }),
    moment: dated({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    when: (at, now = new Date()) => {
      if (at.toDateString() === now.toDateString()) return time(at);
      if (at < now && now.getTime() - at.getTime() < 6 * DAY_MS) return weekday(at);
      return at.getFullYear() === now.getFullYear() ? dayOfYear(at) : day(at);
    },
    until: (at, now = new Date()) => {
      if (at.toDateString() === now.toDateString()) return time(at);
      return `${(at.getFullYear() === now.getFullYear() ? dayOfYear : day)(at)} ${time(at)}`;
    },
    span: (seconds) => spanIn(locale, seconds),
    clock: (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    bytes: (bytes) => bytesIn(locale, bytes),
    money: (amount, currency) => moneyIn(locale, amount, currency),
    list: (words) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
  };
}

function spanIn(locale: string, seconds: number): string {
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second'): string =>
    unitsIn(locale, name).format(value);
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return unit(whole, 'second');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 48)
    return minutes % 60 === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
  return unit(Math.floor(hours / 24), 'day');
}

const units = new Map<string, Intl.NumberFormat>();

function unitsIn(locale: string, unit: string): Intl.NumberFormat {
  const name = `${locale} ${unit}`;
  const known = units.get(name) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
  units.set(name, known);
  return known;
}

/** As the platform writes its prices: no part of one is rounded away. */
const MOST_DIGITS = 8;

function moneyIn(locale: string, amount: string, currency: string | undefined): string {
  const value = Number(amount);
  if (currency === undefined || !Number.isFinite(value)) return [amount, currency].filter(Boolean).join(' ');
  try {
    const { minimumFractionDigits = 0 } = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
    }).resolvedOptions();
    const digits = Math.min(MOST_DIGITS, Math.max(minimumFractionDigits, amount.split('.')[1]?.length ?? 0));
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits }).format(value);
  } catch {
    // No such currency: a stranger wrote it.
    return `${amount} ${currency}`;
  }
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function bytesIn(locale: string, bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: SIZES[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
