/**
 * A shortcut for the commonest headers: ASCII digits, one separator, colons, `AM` or `PM` at most. It reads the line's
 * UTF-8 and agrees with the full scanner on every header it accepts; whatever else comes is left to that. Most lines have
 * the date of the line before, byte by byte: then only the clock is read.
 */
import type { WrittenDate } from './calendar.ts';
import { hourOfDay } from './day-periods.ts';
import type { HeaderFields } from './header-fields.ts';
import { clockShape, dateMark, padding, shapeOf, type YearForm } from './header-shape.ts';
import type { LineCursor } from './line-cursor.ts';

const SPACE = 32;
/** The longest that can stand before the hour: a mark, a bracket, `2022-12-31`, a comma and a space. */
const longestDate = 16;
/** Bytes of a mark in front, or of a narrow space before `PM`, beyond the one character they are. */
const surplus = 2;

/** A number's value and digits, packed: `width << 16 | value`; 0 where there is none or more than four digits. */
function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  let width = 0;
  let code = bytes[at] ?? 0;
  while (code >= 48 && code <= 57) {
    if (++width > 4) return 0;
    value = value * 10 + code - 48;
    code = bytes[at + width] ?? 0;
  }
  return (width << 16) | value;
}

/** Fields describe the header read last. */
export class PlainHeader implements WrittenDate {
  /** Where what follows it starts. */
  contentByte = 0;
  /** Bytes beyond the code units they are. */
  surplus = 0;
  hour = 0;
  minute = 0;
  seconds = -1;
  pads = 0;
  shape = 0;
  first = 0;
  second = 0;
  third = 0;
  firstWidth = 0;
  thirdWidth = 0;
  readonly era = 'plain';
  readonly only: undefined;
  /** What stands before the hour, as far as it is the same for all headers of a date. */
  readonly #codes: Uint8Array = new Uint8Array(longestDate);
  #size = 0;
  #datePads = 0;
  #dateShape = 0;
  #bracket = false;
  #dateSurplus = 0;

  /** Reads the header of a cursor's line into `out`; false where the full scanner has to look. */
  scan(out: HeaderFields, line: LineCursor): boolean {
    const { bytes } = line.block;
    const start = line.byteStart;
    if (!this.#opensAlike(bytes, start) && !this.#readDate(bytes, start)) return false;
    if (!this.#readClock(bytes, start + this.#size, line.byteEnd)) return false;
    out.first = this.first;
    out.second = this.second;
    out.third = this.third;
    out.firstWidth = this.firstWidth;
    out.thirdWidth = this.thirdWidth;
    out.era = 'plain';
    out.only = undefined;
    out.unknownPeriod = false;
    out.hour = this.hour;
    out.minute = this.minute;
    out.seconds = this.seconds;
    out.contentByte = this.contentByte;
    out.contentStart = line.start + this.contentByte - start - this.surplus;
    out.pads = this.pads;
    out.shape = this.shape;
    return true;
  }

  /** Whether a line of UTF-8 opens with a header of the date that was read last; then it is read. */
  goesOn(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#opensAlike(bytes, start) && this.#readClock(bytes, start + this.#size, end);
  }

  /** Whether the line opens with the date that was read last, up to the hour. */
  #opensAlike(bytes: Uint8Array, start: number): boolean {
    const codes = this.#codes;
    const size = this.#size;
    for (let i = 0; i < size; i++) if (bytes[start + i] !== codes[i]) return false;
    return size > 0;
  }

  #readDate(bytes: Uint8Array, start: number): boolean {
    const marked = bytes[start] === 0xe2 && bytes[start + 1] === 0x80 && bytes[start + 2] === 0x8e;
    let at = marked ? start + 3 : start;
    const bracket = bytes[at] === 91;
    if (bracket) at++;
    const first = numberAt(bytes, at);
    at += first >> 16;
    const separator = bytes[at] ?? 0;
    const mark = dateMark(separator);
    if (first === 0 || mark < 0 || mark > 2) return false;
    const second = numberAt(bytes, at + 1);
    at += 1 + (second >> 16);
    if (second >> 16 > 2 || second === 0 || bytes[at] !== separator) return false;
    const third = numberAt(bytes, at + 1);
    at += 1 + (third >> 16);
    const yearForm = yearFormOf(first >> 16, third >> 16);
    if (yearForm === undefined) return false;
    const comma = bytes[at] === 44;
    if (comma) at++;
    if (bytes[at] !== SPACE) return false;
    this.#dateSurplus = marked ? surplus : 0;
    this.#bracket = bracket;
    this.first = first & 0xffff;
    this.second = second & 0xffff;
    this.third = third & 0xffff;
    this.firstWidth = first >> 16;
    this.thirdWidth = third >> 16;
    const day = yearForm === 'first4' ? third : first;
    this.#datePads = padding(day >> 16, day & 0xffff) | (padding(second >> 16, second & 0xffff) << 2);
    this.#dateShape = shapeOf({ ...plainShape, style: bracket ? 1 : 0, mark, yearForm, comma });
    this.#size = at + 1 - start;
    for (let i = 0; i < this.#size; i++) this.#codes[i] = bytes[start + i] ?? 0;
    return true;
  }

  /** Reads hour, minute and what may follow them up to the content; `end` is the line's. */
  #readClock(bytes: Uint8Array, start: number, end: number): boolean {
    const width = bytes[start + 1] === 58 ? 1 : 2;
    const written = width === 1 ? digitAt(bytes, start) : pairAt(bytes, start);
    let at = start + width;
    if (written < 0 || written > 24 || bytes[at] !== 58) return false;
    const minute = pairAt(bytes, at + 1);
    if (minute < 0 || minute > 59) return false;
    at += 3;
    let seconds = -1;
    if (bytes[at] === 58) {
      seconds = pairAt(bytes, at + 1);
      if (seconds < 0 || seconds > 59) return false;
      at += 3;
    }
    this.minute = minute;
    this.seconds = seconds;
    this.pads = this.#datePads | (padding(width, written) << 4);
    return this.#readEnd(bytes, at, written) && this.contentByte <= end;
  }

  /** Reads what follows the time: half of the day, and what closes the header. */
  #readEnd(bytes: Uint8Array, timeEnd: number, written: number): boolean {
    const space = spaceAt(bytes, timeEnd);
    const half = space === 0 ? 0 : halfAt(bytes, timeEnd + space);
    const at = half === 0 ? timeEnd : timeEnd + space + 2;
    this.contentByte = at + (this.#bracket ? 2 : 3);
    this.surplus = this.#dateSurplus + (half === 0 ? 0 : space - 1);
    this.hour = half === 0 ? hourOfDay(written, undefined) : hourOfDay(written, half === 1 ? 'am' : 'pm');
    this.shape = this.#dateShape | clockShape(this.seconds >= 0, half === 0 ? 0 : 2);
    return this.#bracket ? closes(bytes, at) : dashes(bytes, at);
  }
}

/** The parts of a shape that are the same for every header read here, or the clock's to say. */
const plainShape = {
  timeFirst: false,
  seconds: false,
  timeMark: 0,
  period: 0,
  eastern: false,
  indented: false,
} as const;

function yearFormOf(first: number, third: number): YearForm | undefined {
  if (first === 4) return third === 1 || third === 2 ? 'first4' : undefined;
  if (first > 2) return undefined;
  return third === 4 ? 'last4' : third === 2 ? 'last2' : undefined;
}

/** `] ` and no dash behind it. */
function closes(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 93 && bytes[at + 1] === SPACE && bytes[at + 2] !== 45;
}

/** ` - `. */
function dashes(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === SPACE && bytes[at + 1] === 45 && bytes[at + 2] === SPACE;
}

/** The digit that stands there, or less than 0. */
function digitAt(bytes: Uint8Array, at: number): number {
  const digit = (bytes[at] ?? 0) - 48;
  return digit <= 9 ? digit : -1;
}

/** The number of two digits that stands there, or less than 0. What follows may be a digit: no header goes on with one. */
function pairAt(bytes: Uint8Array, at: number): number {
  const tens = digitAt(bytes, at);
  const ones = digitAt(bytes, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/** How many bytes a space of some kind takes (U+0020, U+00A0, U+202F); 0 where there is none. */
function spaceAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === SPACE) return 1;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  return byte === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf ? 3 : 0;
}

/** `AM` (1) or `PM` (2), small or capital; else 0. */
function halfAt(bytes: Uint8Array, at: number): number {
  if (((bytes[at + 1] ?? 0) | 32) !== 109) return 0;
  const letter = (bytes[at] ?? 0) | 32;
  return letter === 97 ? 1 : letter === 112 ? 2 : 0;
}
