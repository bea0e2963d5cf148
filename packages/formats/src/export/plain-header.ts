/**
 * A shortcut for the commonest headers: ASCII digits, one separator, colons, `AM` or `PM` at most. It reads from the text
 * itself and agrees with the full scanner on every header it accepts; whatever else comes is left to that. Most lines
 * have the date of the line before, character by character: then only the clock is read.
 */
import { hourOfDay } from './day-periods.ts';
import type { HeaderFields } from './header-fields.ts';
import { clockShape, dateMark, padding, shapeOf, type YearForm } from './header-shape.ts';

const SPACE = 32;
/** The longest that can stand before the hour: a mark, a bracket, `2022-12-31`, a comma and a space. */
const longestDate = 14;

/** A number's value and digits, packed: `width << 16 | value`; 0 where there is none or more than four digits. */
function numberAt(text: string, at: number): number {
  let value = 0;
  let width = 0;
  let code = text.charCodeAt(at);
  while (code >= 48 && code <= 57) {
    if (++width > 4) return 0;
    value = value * 10 + code - 48;
    code = text.charCodeAt(at + width);
  }
  return (width << 16) | value;
}

export class PlainHeader {
  /** What stood before the hour in the last header that was read digit by digit. */
  readonly #codes: Uint16Array = new Uint16Array(longestDate);
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

  /** Reads a plain header into `out`; false where the full scanner has to look. */
  scan(out: HeaderFields, text: string, start: number, end: number): boolean {
    if (!this.#opensAlike(text, start) && !this.#readDate(text, start)) return false;
    const clock = clockAt(text, start + this.#size);
    if (clock === undefined) return false;
    const at = clock.at + (this.#bracket ? 2 : 3);
    if (at > end || !(this.#bracket ? closes(text, clock.at) : dashes(text, clock.at))) return false;
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
    out.contentStart = at;
    out.pads = this.#pads | (clock.pad << 4);
    out.shape = this.#shape | clock.shape;
    return true;
  }

  /** Whether the line opens with the date that was read last, up to the hour. */
  #opensAlike(text: string, start: number): boolean {
    const codes = this.#codes;
    const size = this.#size;
    for (let i = 0; i < size; i++) if (text.charCodeAt(start + i) !== codes[i]) return false;
    return size > 0;
  }

  #readDate(text: string, start: number): boolean {
    this.#size = 0;
    let at = text.charCodeAt(start) === 0x200e ? start + 1 : start;
    const bracket = text.charCodeAt(at) === 91;
    if (bracket) at++;
    const first = numberAt(text, at);
    at += first >> 16;
    const separator = text.charCodeAt(at);
    const mark = dateMark(separator);
    if (first === 0 || mark < 0 || mark > 2) return false;
    const second = numberAt(text, at + 1);
    at += 1 + (second >> 16);
    if (second >> 16 > 2 || second === 0 || text.charCodeAt(at) !== separator) return false;
    const third = numberAt(text, at + 1);
    at += 1 + (third >> 16);
    const yearForm = yearFormOf(first >> 16, third >> 16);
    if (yearForm === undefined) return false;
    const comma = text.charCodeAt(at) === 44;
    if (comma) at++;
    if (text.charCodeAt(at) !== SPACE) return false;
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
    for (let i = 0; i < this.#size; i++) this.#codes[i] = text.charCodeAt(start + i);
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
function closes(text: string, at: number): boolean {
  return text.charCodeAt(at) === 93 && text.charCodeAt(at + 1) === SPACE && text.charCodeAt(at + 2) !== 45;
}

/** ` - `. */
function dashes(text: string, at: number): boolean {
  return text.charCodeAt(at) === SPACE && text.charCodeAt(at + 1) === 45 && text.charCodeAt(at + 2) === SPACE;
}

/** The last clock read; reused, like everything here. `shape` is its part of the header's shape. */
const clock = { at: 0, hour: 0, minute: 0, seconds: -1, pad: 0, shape: 0 };

function clockAt(text: string, start: number): typeof clock | undefined {
  const hour = numberAt(text, start);
  let at = start + (hour >> 16);
  if (hour === 0 || hour >> 16 > 2 || text.charCodeAt(at) !== 58) return undefined;
  const minute = numberAt(text, at + 1);
  at += 3;
  if (minute >> 16 !== 2) return undefined;
  clock.seconds = -1;
  if (text.charCodeAt(at) === 58) {
    const seconds = numberAt(text, at + 1);
    if (seconds >> 16 !== 2 || (seconds & 0xffff) > 59) return undefined;
    clock.seconds = seconds & 0xffff;
    at += 3;
  }
  const written = hour & 0xffff;
  clock.minute = minute & 0xffff;
  if (written > 24 || clock.minute > 59) return undefined;
  clock.pad = padding(hour >> 16, written);
  const half = halfAt(text, at);
  clock.shape = clockShape(clock.seconds >= 0, half === 0 ? 0 : 2);
  clock.hour = hourOfDay(written, half === 0 ? undefined : half === 1 ? 'am' : 'pm');
  clock.at = half === 0 ? at : at + 3;
  return clock;
}

/** A space of some kind and `AM` (1) or `PM` (2), small or capital; else 0. */
function halfAt(text: string, at: number): number {
  const space = text.charCodeAt(at);
  if (space !== SPACE && space !== 0x202f && space !== 0xa0) return 0;
  if ((text.charCodeAt(at + 2) | 32) !== 109) return 0;
  const letter = text.charCodeAt(at + 1) | 32;
  return letter === 97 ? 1 : letter === 112 ? 2 : 0;
}
