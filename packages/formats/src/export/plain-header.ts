/**
 * A shortcut for the commonest headers: ASCII digits, one separator, colons, `AM` or `PM` at most. It reads the line's
 * UTF-8 and agrees with the full scanner on every header it accepts; whatever else comes is left to that. Most lines have
 * the date of the line before, byte by byte: then only the clock is read.
 */
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

export class PlainHeader {
  /** What stood before the hour in the last header that was read digit by digit. */
  readonly #codes: Uint8Array = new Uint8Array(longestDate);
  #size = 0;
  /** And what it says. */
  #first = 0;
  #second = 0;
  #third = 0;
  #firstWidth = 0;
  #thirdWidth = 0;
  #pads = 0;
  #shape = 0;
  #bracket = false;
  #surplus = 0;

  /** Reads the header of a cursor's line into `out`; false where the full scanner has to look. */
  scan(out: HeaderFields, line: LineCursor): boolean {
    const { bytes } = line.block;
    const start = line.byteStart;
    if (!this.#opensAlike(bytes, start) && !this.#readDate(bytes, start)) return false;
    const clock = clockAt(bytes, start + this.#size);
    if (clock === undefined) return false;
    const at = clock.at + (this.#bracket ? 2 : 3);
    if (at > line.byteEnd || !(this.#bracket ? closes(bytes, clock.at) : dashes(bytes, clock.at))) return false;
    out.first = this.#first;
    out.second = this.#second;
    out.third = this.#third;
    out.firstWidth = this.#firstWidth;
    out.thirdWidth = this.#thirdWidth;
    out.era = 'plain';
    out.only = undefined;
    out.unknownPeriod = false;
    out.hour = clock.hour;
    out.minute = clock.minute;
    out.seconds = clock.seconds;
    out.contentByte = at;
    out.contentStart = line.start + at - start - this.#surplus - clock.surplus;
    out.pads = this.#pads | (clock.pad << 4);
    out.shape = this.#shape | clock.shape;
    return true;
  }

  /** Whether the line opens with the date that was read last, up to the hour. */
  #opensAlike(bytes: Uint8Array, start: number): boolean {
    const codes = this.#codes;
    const size = this.#size;
    for (let i = 0; i < size; i++) if (bytes[start + i] !== codes[i]) return false;
    return size > 0;
  }

  #readDate(bytes: Uint8Array, start: number): boolean {
    this.#size = 0;
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
    this.#surplus = marked ? surplus : 0;
    this.#bracket = bracket;
    this.#first = first & 0xffff;
    this.#second = second & 0xffff;
    this.#third = third & 0xffff;
    this.#firstWidth = first >> 16;
    this.#thirdWidth = third >> 16;
    const day = yearForm === 'first4' ? third : first;
    this.#pads = padding(day >> 16, day & 0xffff) | (padding(second >> 16, second & 0xffff) << 2);
    this.#shape = shapeOf({ ...plainShape, style: bracket ? 1 : 0, mark, yearForm, comma });
    this.#size = at + 1 - start;
    for (let i = 0; i < this.#size; i++) this.#codes[i] = bytes[start + i] ?? 0;
    return true;
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

/** The last clock read; reused, like everything here. `shape` is its part of the header's shape. */
const clock = { at: 0, surplus: 0, hour: 0, minute: 0, seconds: -1, pad: 0, shape: 0 };

function clockAt(bytes: Uint8Array, start: number): typeof clock | undefined {
  const width = bytes[start + 1] === 58 ? 1 : 2;
  const written = width === 1 ? digitAt(bytes, start) : pairAt(bytes, start);
  let at = start + width;
  if (written < 0 || written > 24 || bytes[at] !== 58) return undefined;
  clock.minute = pairAt(bytes, at + 1);
  if (clock.minute < 0 || clock.minute > 59) return undefined;
  at += 3;
  clock.seconds = -1;
  if (bytes[at] === 58) {
    clock.seconds = pairAt(bytes, at + 1);
    if (clock.seconds < 0 || clock.seconds > 59) return undefined;
    at += 3;
  }
  clock.pad = padding(width, written);
  const space = spaceAt(bytes, at);
  const half = space === 0 ? 0 : halfAt(bytes, at + space);
  clock.shape = clockShape(clock.seconds >= 0, half === 0 ? 0 : 2);
  clock.hour = hourOfDay(written, half === 0 ? undefined : half === 1 ? 'am' : 'pm');
  clock.at = half === 0 ? at : at + space + 2;
  clock.surplus = half === 0 ? 0 : space - 1;
  return clock;
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
