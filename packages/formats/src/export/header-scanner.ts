/**
 * Finds the header of a message at the start of a line: date and time in any order, writing and punctuation, then the
 * mark that ends it (`] `, ` - ` or `: `). One pass over a bounded shadow of the line, no regular expressions, no
 * backtracking. It says what is written, not what it means: day, month and year stay three numbers.
 */

import { DateFields } from './date-fields.ts';
import type { Era } from './date-words.ts';
import { type DayPeriod, dayPeriodOf, hourOfDay } from './day-periods.ts';
import type { HeaderFields } from './header-fields.ts';
import { noPadding, shapeOf } from './header-shape.ts';
import { mayOpenHeader } from './header-start.ts';
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
import type { LineCursor } from './line-cursor.ts';
import { PlainHeader } from './plain-header.ts';
import type { FieldOrder } from './source.ts';
import { TailWords } from './tail-words.ts';
import { TimeFields } from './time-fields.ts';

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
  contentByte = -1;
  unknownPeriod = false;

  readonly #plain = new PlainHeader();
  readonly #text = new HeaderText();
  readonly #date = new DateFields();
  readonly #time = new TimeFields();
  readonly #tailWords = new TailWords();
  #comma = false;
  #period: DayPeriod | undefined;
  #periodPlace = 0;
  #eastern = false;
  #unknown = false;
  /** The words between date and time, together, and whether one of them says nothing that is known. */
  #bridgeKey = '';
  #strange = false;

  /** The shortcut, and what it read last. */
  get plain(): PlainHeader {
    return this.#plain;
  }

  /** Whether a cursor's line opens with a header. */
  scanLine(line: LineCursor): boolean {
    return (line.isSound && this.#plain.scan(this, line)) || this.scan(line.text, line.start, line.end);
  }

  /** The same of `text` from `start` (up to `end`, the line's end without its terminator), and without the shortcut. */
  scan(text: string, start: number, end: number): boolean {
    if (!mayOpenHeader(text, start, end)) return false;
    const head = this.#text;
    head.fill(text, start, end);
    this.#date.reset();
    this.#period = undefined;
    this.#periodPlace = 0;
    this.#eastern = false;
    this.#unknown = false;
    this.#strange = false;
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
    this.contentByte = -1;
    this.contentStart = (this.#text.places[this.#text.at - 1] ?? 0) + 1;
    this.unknownPeriod = this.#unknown || (this.#strange && this.#period === undefined && time.hour <= 12);
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
    this.#bridgeKey = '';
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
    const before = this.#bridgeKey;
    this.#bridgeKey = before + word.key;
    const together = before === '' ? undefined : dayPeriodOf(this.#bridgeKey);
    const period = together ?? (word.filler ? undefined : word.period);
    if (period !== undefined) {
      this.#period = period;
      this.#periodPlace = 1;
      this.#eastern = word.key.charCodeAt(0) >= 0x3000;
    } else if (word.era === 'buddhist' || word.era === 'persian' || word.era === 'hijri') this.#date.era = word.era;
    else if (word.era === undefined && !word.filler) this.#strange = true;
    return true;
  }

  /** After the time: a day period or a unit, of at most five short words. */
  #tail(bracket: boolean, dateFollows: boolean): boolean {
    const head = this.#text;
    const from = head.at;
    const words = this.#tailWords;
    words.reset();
    for (;;) {
      const code = head.code;
      if (code === SPACE || code === DOT || (head.at === from && this.#suffix())) head.at++;
      else if (!isWordCode(code)) break;
      else if (!words.add(head.word(), dateFollows)) return false;
    }
    if (head.code === 41) head.at++; // 22/3/27 (21:41)
    if (words.meaning === 0) return true;
    this.#period = words.period;
    this.#periodPlace = 2;
    this.#unknown = words.period === undefined;
    return !this.#unknown || (head.at - from <= 28 && (bracket || head.code === DASH || dateFollows));
  }

  /** Armenian writes an ending behind the time: `12:05-ին`. */
  #suffix(): boolean {
    const next = this.#text.codes[this.#text.at + 1] ?? 0;
    return this.#text.code === DASH && next > 127 && isWordCode(next);
  }

  /** The end of the header: its style, or -1. Leaves the cursor where the content starts. */
  #terminator(bracket: boolean): number {
    const head = this.#text;
    head.skipSpaces();
    const code = head.code;
    const atEnd = head.at + 1 >= head.size;
    const spaced = atEnd || head.codes[head.at + 1] === SPACE;
    if (!spaced) return -1;
    const afterSpace = head.codes[head.at - 1] === SPACE;
    head.at += atEnd ? 1 : 2;
    if (bracket) {
      if (code !== CLOSE) return -1;
      // Some tools write `[date] - name: text`.
      if (head.code === DASH && head.codes[head.at + 1] === SPACE) head.at += 2;
      return 1;
    }
    if (code === DASH) return afterSpace ? 0 : -1;
    // Korean Android of some years: `2022. 3. 27. 오후 9:41, name: text`.
    if (code === COMMA && !atEnd && this.#eastern) return 0;
    return code === COLON && !atEnd && !afterSpace && !this.#unknown ? 2 : -1;
  }
}
