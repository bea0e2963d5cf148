// The shape of a text export: how its headers write date and time, and how its lines end. Values are data, so that any
// shape seen in the world can be written; `provableShape` is Acta's own choice.

import { type TextWords, textWords } from './text-words.ts';
import { parseWallTime, type WallTime } from './wall-time.ts';

/** A 12-hour clock's words. `gap` stands between word and time; `isBefore` puts the word first, as Chinese does. */
export interface DayPeriods {
  readonly am: string;
  readonly pm: string;
  readonly gap: string;
  readonly isBefore: boolean;
}

/** Separators and widths of a header. `padded`: two digits for day and month; `paddedHour`: for the hour. */
export interface TextShape {
  readonly dateOrder: 'DMY' | 'MDY' | 'YMD';
  readonly dateSeparator: '/' | '.' | '-';
  readonly yearDigits: 2 | 4;
  readonly padded: boolean;
  readonly beforeTime: ', ' | ' ';
  readonly paddedHour: boolean;
  readonly dayPeriods?: DayPeriods;
  readonly hasSeconds: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly hasByteOrderMark: boolean;
  readonly words: TextWords;
}

/** `2026-07-14, 10:58`: a leading year proves the date order to every reader. */
export const provableShape: TextShape = {
  dateOrder: 'YMD',
  dateSeparator: '-',
  yearDigits: 4,
  padded: true,
  beforeTime: ', ',
  paddedHour: true,
  hasSeconds: false,
  lineEnd: '\n',
  hasByteOrderMark: false,
  words: textWords.en,
};

/** Date and time of a header. Two-digit years lose their century; seconds not known are 00. Throws `time-invalid`. */
export function writeHeaderTime(at: string, shape: TextShape): string {
  const time = parseWallTime(at);
  return `${writeDate(time, shape)}${shape.beforeTime}${writeClock(time, shape)}`;
}

function writeDate({ year, month, day }: WallTime, shape: TextShape): string {
  const y = shape.yearDigits === 2 ? year.slice(2) : year;
  const m = shape.padded ? month : String(Number(month));
  const d = shape.padded ? day : String(Number(day));
  const fields = shape.dateOrder === 'DMY' ? [d, m, y] : shape.dateOrder === 'MDY' ? [m, d, y] : [y, m, d];
  return fields.join(shape.dateSeparator);
}

function writeClock({ hour, minute, second = '00' }: WallTime, shape: TextShape): string {
  const periods = shape.dayPeriods;
  const shown = periods === undefined ? Number(hour) : Number(hour) % 12 === 0 ? 12 : Number(hour) % 12;
  const digits = `${shape.paddedHour ? String(shown).padStart(2, '0') : shown}:${minute}${shape.hasSeconds ? `:${second}` : ''}`;
  if (periods === undefined) return digits;
  const word = Number(hour) < 12 ? periods.am : periods.pm;
  return periods.isBefore ? `${word}${periods.gap}${digits}` : `${digits}${periods.gap}${word}`;
}
