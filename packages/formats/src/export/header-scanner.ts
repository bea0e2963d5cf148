/**
 * Finds the header of a message at the start of a line: date and time in any order, writing and punctuation, then the
 * mark that ends it (`] `, ` - ` or `: `). One pass over a bounded shadow of the line, no regular expressions, no
 * backtracking. It says what is written, not what it means: day, month and year stay three numbers.
 */

import { DateFields } from './date-fields.ts';
import type { Era } from './date-words.ts';
import { type DayPeriod, hourOfDay } from './day-periods.ts';
import type { HeaderFields } from './header-fields.ts';
import { noPadding, shapeOf } from './header-shape.ts';
import {
  CLOSE,
  COLON,
  COMMA,
  DASH,
  DOT,
  HeaderText,
  isDigit,
  isWordCode,
  OPEN,
  SPACE,
  shadowLimit,
} from './header-text.ts';
import { mayOpenMonth } from './month-names.ts';
import { scanPlain } from './plain-header.ts';
import { shadowOf } from './shadow.ts';
import type { FieldOrder } from './source.ts';
import { TimeFields } from './time-fields.ts';
import { joinedPeriod } from './word-reader.ts';

const SLASH = 47;

/** What the last recognised header says; reused from line to line. */
export class HeaderScanner implements HeaderFields {
  first = 0;
  second = 0;
  third = 0;
  firstWidth = 0;
  thirdWidth = 0;
  era: Era = 'plain';
  only: FieldOrder | 'year-first' | 'year-last' | undefined;
  hour = 0;
  minute = 0;
  seconds = -1;
  shape = 0;
  pads: number = noPadding;
  contentStart = 0;
  unknownPeriod = false;

  readonly #text = new HeaderText();
  readonly #date = new DateFields();
  readonly #time = new TimeFields();
  #comma = false;
  #period: DayPeriod | undefined;
  #periodPlace = 0;
  #eastern = false;
  #unknown = false;

  /** Whether `text` from `start` (up to `end`, the line's end without its terminator) opens with a header. */
  scan(text: string, start: number, end: number): boolean {
    return scanPlain(this, text, start, end) || this.scanAny(text, start, end);
  }

  /** The same without the shortcut. */
  scanAny(text: string, start: number, end: number): boolean {
    if (!looksPossible(text, start, end)) return false;
    const head = this.#text;
    head.fill(text, start, end);
    this.#date.reset();
    this.#period = undefined;
    this.#periodPlace = 0;
    this.#eastern = false;
    this.#unknown = false;
    this.#comma = false;
    const indented = head.code === SPACE;
    if (indented) head.at++;
    const bracket = head.code === OPEN;
    if (bracket) {
      head.at++;
      head.skipSpaces();
    } else if (indented) return false;
    const timeFirst = this.#startsWithTime();
    if (!(timeFirst ? this.#timeThenDate(bracket) : this.#dateThenTime(bracket))) return false;
    const style = this.#terminator(bracket);
    if (style < 0 || head.at >= shadowLimit) return false;
    this.#finish(style, timeFirst, indented);
    return true;
  }

  #finish(style: number, timeFirst: boolean, indented: boolean): void {
    const date = this.#date;
    const time = this.#time;
    this.first = date.first;
    this.second = date.second;
    this.third = date.third;
    this.firstWidth = date.firstWidth;
    this.thirdWidth = date.thirdWidth;
    this.era = date.era;
    this.only = date.only;
    this.hour = hourOfDay(time.hour, this.#period);
    this.minute = time.minute;
    this.seconds = time.seconds;
    this.contentStart = (this.#text.places[this.#text.at - 1] ?? 0) + 1;
    this.unknownPeriod = this.#unknown;
    this.pads = date.pads | (time.hourPad << 4);
    this.shape = shapeOf({
      style,
      timeFirst,
      mark: date.mark,
      yearForm: date.yearForm,
      comma: this.#comma,
      seconds: time.seconds >= 0,
      timeMark: time.mark,
      period: this.#periodPlace,
      eastern: this.#eastern,
      indented,
    });
  }

  #dateThenTime(bracket: boolean): boolean {
    return this.#date.read(this.#text) && this.#bridge() && this.#time.read(this.#text) && this.#tail(bracket, false);
  }

  #timeThenDate(bracket: boolean): boolean {
    const head = this.#text;
    if (!(this.#time.read(head) && this.#tail(bracket, true) && this.#bridge() && this.#date.read(head))) return false;
    head.skipSpaces();
    if (!isWordCode(head.code)) return true;
    const word = head.word();
    if (word.era !== undefined) this.#date.era = word.era;
    head.skipSpaces();
    return word.era !== undefined || word.filler;
  }

  /** A number followed by a colon, or a number group with dots before one with slashes or dashes. */
  #startsWithTime(): boolean {
    const codes = this.#text.codes;
    let at = this.#text.at;
    const digit = (): boolean => isDigit(codes[at] ?? 0);
    const two = (): boolean => isDigit(codes[at + 1] ?? 0) && isDigit(codes[at + 2] ?? 0);
    const from = at;
    while (digit()) at++;
    if (at === from || at > from + 2) return false;
    if (codes[at] === COLON) return true;
    if (codes[at] !== DOT || !two()) return false;
    // `21.41.35, 27/3/22` or `21.41 27/3/22`
    at += 3;
    if (codes[at] === DOT && two()) at += 3;
    if (digit() || codes[at] === DOT) return false;
    while (codes[at] === SPACE || codes[at] === COMMA) at++;
    const date = at;
    while (digit()) at++;
    return at > date && at <= date + 4 && (codes[at] === SLASH || codes[at] === DASH) && isDigit(codes[at + 1] ?? 0);
  }

  /** Between date and time: commas, spaces, small words, an era, a day period. */
  #bridge(): boolean {
    const head = this.#text;
    const from = head.at;
    for (let words = 0; words < 6; ) {
      const code = head.code;
      if (isDigit(code)) return head.at > from || head.codes[from - 1] === SPACE || (head.codes[from - 1] ?? 0) > 127;
      if (code === SPACE || code === 40 || (code === 41 && words > 0)) head.at++;
      else if (code === COMMA) {
        this.#comma = true;
        head.at++;
      } else if (code === DOT && words > 0) head.at++;
      else if (isWordCode(code)) {
        words++;
        if (!this.#bridgeWord()) return false;
      } else return false;
    }
    return false;
  }

  #bridgeWord(): boolean {
    const head = this.#text;
    const place = head.at;
    const word = head.word();
    if (word.key === '' || head.at - place > 24) return false;
    if (word.period !== undefined && !word.filler) {
      this.#period = word.period;
      this.#periodPlace = 1;
      this.#eastern = word.key.charCodeAt(0) >= 0x3000;
    } else if (word.era === 'buddhist' || word.era === 'persian' || word.era === 'hijri') this.#date.era = word.era;
    return true;
  }

  /** After the time: a day period or a unit, of at most five short words. */
  #tail(bracket: boolean, dateFollows: boolean): boolean {
    const head = this.#text;
    const from = head.at;
    let words = 0;
    let meaning = 0;
    let all = '';
    let key = '';
    let period: DayPeriod | undefined;
    for (;;) {
      const code = head.code;
      if (code === SPACE || code === DOT) head.at++;
      else if (isWordCode(code)) {
        if (++words > 5) return false;
        const word = head.word();
        const empty =
          word.period === undefined && ((meaning === 0 && word.filler) || (dateFollows && word.era !== undefined));
        all = words === 1 ? word.key : all + word.key;
        if (empty) continue;
        key = ++meaning === 1 ? word.key : key + word.key;
        period = words === 1 ? word.period : (joinedPeriod(all) ?? joinedPeriod(key));
      } else break;
    }
    if (head.code === 41) head.at++; // 22/3/27 (21:41)
    if (meaning === 0) return true;
    this.#period = period;
    this.#periodPlace = 2;
    this.#unknown = period === undefined;
    return period !== undefined || (head.at - from <= 28 && (bracket || head.code === DASH || dateFollows));
  }

  /** The end of the header: its style, or -1. Leaves the cursor where the content starts. */
  #terminator(bracket: boolean): number {
    const head = this.#text;
    head.skipSpaces();
    const code = head.code;
    const next = head.codes[head.at + 1] ?? 0;
    const atEnd = head.at + 1 >= head.size;
    if (bracket) {
      if (code !== CLOSE || !(atEnd || next === SPACE)) return -1;
      head.at += atEnd ? 1 : 2;
      // Some tools write `[date] - name: text`.
      if (head.code === DASH && head.codes[head.at + 1] === SPACE) head.at += 2;
      return 1;
    }
    // Korean Android of some years: `2022. 3. 27. 오후 9:41, name: text`.
    if (code === COMMA && next === SPACE && this.#eastern) {
      head.at += 2;
      return 0;
    }
    if (code === DASH) {
      if (head.codes[head.at - 1] !== SPACE || !(atEnd || next === SPACE)) return -1;
      head.at += atEnd ? 1 : 2;
      return 0;
    }
    if (code !== COLON || next !== SPACE || this.#unknown || head.codes[head.at - 1] === SPACE) return -1;
    head.at += 2;
    return 2;
  }
}

/** Most lines are not headers: look at one or two characters before doing anything else. */
function looksPossible(text: string, start: number, end: number): boolean {
  let at = start;
  let code = text.charCodeAt(at);
  while (at < end && code > 0xac && shadowOf[code] === 0) code = text.charCodeAt(++at);
  if (at >= end) return false;
  if (code < 128) {
    if ((code >= 48 && code <= 57) || code === OPEN) return true;
    const next = shadowOf[text.charCodeAt(at + 1)] ?? 0;
    if (code === SPACE) return next === OPEN;
    // R4/3/27, H31/4/30, AP 1401/1/7, Mar 27, 2022
    if ((code === 82 || code === 72) && isDigit(next)) return true;
    return code > 64 && next > 64 && mayOpenMonth(code, next) && hasDigit(text, at, end);
  }
  const shadow = shadowOf[code] ?? 0;
  if ((shadow >= 48 && shadow <= 57) || shadow === OPEN) return true;
  // 民 令 平 中 open an era year; a surrogate may be a far digit.
  if (code === 0x6c11 || code === 0x4ee4 || code === 0x5e73 || code === 0x4e2d) return true;
  return code >= 0xd801 && code <= 0xdbff;
}

/** A month's name is followed by a number within a few characters. */
function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start + 2; at < end && at < start + 14; at++) {
    const shadow = shadowOf[text.charCodeAt(at)] ?? 0;
    if (shadow >= 48 && shadow <= 57) return true;
  }
  return false;
}
