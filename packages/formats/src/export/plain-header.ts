/**
 * A shortcut for the commonest headers: ASCII digits, one separator, colons, `AM` or `PM` at most. It reads from the text
 * itself and agrees with the full scanner on every header it accepts; whatever else comes is left to that.
 */
import { hourOfDay } from './day-periods.ts';
import type { HeaderFields } from './header-fields.ts';
import { dateMark, padding, shapeOf, type YearForm } from './header-shape.ts';

const SPACE = 32;

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

/** Reads a plain header into `out`; false where the full scanner has to look. */
export function scanPlain(out: HeaderFields, text: string, start: number, end: number): boolean {
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
  const clock = clockAt(text, at + 1);
  if (clock === undefined) return false;
  at = clock.at;
  if (bracket ? !closes(text, at) : !dashes(text, at)) return false;
  at += bracket ? 2 : 3;
  if (at > end) return false;
  out.first = first & 0xffff;
  out.second = second & 0xffff;
  out.third = third & 0xffff;
  out.firstWidth = first >> 16;
  out.thirdWidth = third >> 16;
  out.era = 'plain';
  out.only = undefined;
  out.unknownPeriod = false;
  out.hour = clock.hour;
  out.minute = clock.minute;
  out.seconds = clock.seconds;
  out.contentStart = at;
  const yearFirst = yearForm === 'first4';
  const datePads = yearFirst
    ? (padding(second >> 16, out.second) << 2) | padding(out.thirdWidth, out.third)
    : padding(out.firstWidth, out.first) | (padding(second >> 16, out.second) << 2);
  out.pads = datePads | (clock.pad << 4);
  out.shape = shapeOf({
    style: bracket ? 1 : 0,
    timeFirst: false,
    mark,
    yearForm,
    comma,
    seconds: clock.seconds >= 0,
    timeMark: 0,
    period: clock.period,
    eastern: false,
    indented: false,
  });
  return true;
}

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

/** The last clock read; reused, like everything here. */
const clock = { at: 0, hour: 0, minute: 0, seconds: -1, pad: 0, period: 0 };

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
  clock.period = half === 0 ? 0 : 2;
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
