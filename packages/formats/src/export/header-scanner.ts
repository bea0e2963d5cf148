/**
 * Finds the header of a message at the start of a line: date and time in any order, writing and punctuation, then the
 * mark that ends it (`] `, ` - ` or `: `). One pass over a bounded shadow of the line, no regular expressions, no
 * backtracking. It says what is written, not what it means: day, month and year stay three numbers.
 */
import { type DayPeriod, hourOfDay } from './day-periods.ts';
import type { Era } from './date-words.ts';
import { dateMark, noPadding, padding, shapeOf, type YearForm } from './header-shape.ts';
import { farDigit, shadowOf, strangeCode } from './shadow.ts';
import { type HeaderWord, joinedPeriod, WordReader } from './word-reader.ts';

const shadowLimit = 80;
const SPACE = 32;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;

/** Where the three numbers of the date stand and what was between them; reused from line to line. */
export class HeaderScanner {
  /** The three numbers as written, in file order. */
  first = 0;
  second = 0;
  third = 0;
  firstWidth = 0;
  thirdWidth = 0;
  era: Era = 'plain';
  /** 0–23, day period applied. */
  hour = 0;
  minute = 0;
  /** -1 when the header has none. */
  seconds = -1;
  /** What the header looks like, without its values; see header-shape. */
  shape = 0;
  /** How small numbers are padded; see header-shape. */
  pads: number = noPadding;
  /** Index in the text where the content starts. */
  contentStart = 0;
  /** A word stood where a day period stands, and it is not known. */
  unknownPeriod = false;
  /** A day period was written. */
  hasPeriod = false;

  readonly #codes = new Uint16Array(shadowLimit + 2);
  readonly #places = new Int32Array(shadowLimit + 2);
  readonly #words = new WordReader();
  #size = 0;
  #at = 0;
  #value = 0;
  #width = 0;
  #mark = 0;
  #yearForm: YearForm = 'last2';
  #datePads = noPadding;
  #hourPad = 0;
  #comma = false;
  #timeMark = 0;
  #period: DayPeriod | undefined;
  #periodPlace = 0;
  #eastern = false;

  /** Whether `text` from `start` (up to `end`, the line's end without its terminator) opens with a header. */
  scan(text: string, start: number, end: number): boolean {
    if (!this.#looksPossible(text, start, end)) return false;
    this.#fill(text, start, end);
    this.era = 'plain';
    this.seconds = -1;
    this.unknownPeriod = false;
    this.#period = undefined;
    this.#periodPlace = 0;
    this.#eastern = false;
    this.#comma = false;
    this.#at = 0;
    const bracket = this.#codes[0] === OPEN;
    if (bracket) {
      this.#at = 1;
      this.#skipSpaces();
    }
    const timeFirst = this.#startsWithTime();
    const read = timeFirst ? this.#timeThenDate(bracket) : this.#dateThenTime(bracket);
    if (!read) return false;
    const style = this.#terminator(bracket);
    if (style < 0 || this.#at >= shadowLimit) return false;
    this.hasPeriod = this.#periodPlace > 0;
    this.hour = hourOfDay(this.hour, this.#period);
    this.pads = this.#datePads | (this.#hourPad << 4);
    this.shape = shapeOf({
      style,
      timeFirst,
      mark: this.#mark,
      yearForm: this.#yearForm,
      comma: this.#comma,
      seconds: this.seconds >= 0,
      timeMark: this.#timeMark,
      period: this.#periodPlace,
      eastern: this.#eastern,
    });
    this.contentStart = (this.#places[this.#at - 1] ?? 0) + 1;
    return true;
  }

  /** Most lines are not headers: look at one character before doing anything else. */
  #looksPossible(text: string, start: number, end: number): boolean {
    let at = start;
    let code = text.charCodeAt(at);
    while (at < end && code > 0xac && shadowOf[code] === 0) code = text.charCodeAt(++at);
    if (at >= end) return false;
    if (code < 128) {
      if ((code >= 48 && code <= 57) || code === OPEN) return true;
      // R4/3/27, H31/4/30, AP 1401/1/7
      const next = shadowOf[text.charCodeAt(at + 1)] ?? 0;
      return ((code === 82 || code === 72) && isDigit(next)) || (code === 65 && (next === 80 || next === 72));
    }
    const shadow = shadowOf[code] ?? 0;
    if ((shadow >= 48 && shadow <= 57) || shadow === OPEN) return true;
    // 民 令 平 中 open an era year; a surrogate may be a far digit.
    return code === 0x6c11 || code === 0x4ee4 || code === 0x5e73 || code === 0x4e2d || (code >= 0xd801 && code <= 0xdbff);
  }

  #fill(text: string, start: number, end: number): void {
    let size = 0;
    let stop = false;
    for (let at = start; at < end && size < shadowLimit; at++) {
      const code = text.charCodeAt(at);
      let shadow = code < 128 ? code : (shadowOf[code] ?? 0);
      if (shadow === 0) continue;
      if (shadow === 9) shadow = SPACE;
      let place = at;
      if (shadow === strangeCode && code >= 0xd801 && code <= 0xdbff) {
        const digit = farDigit(text.codePointAt(at) ?? 0);
        if (digit >= 0) {
          shadow = 48 + digit;
          place = ++at;
        }
      }
      this.#codes[size] = shadow;
      this.#places[size++] = place;
      // One character behind what may end a header is enough.
      if (stop) {
        if (shadow === SPACE) break;
        stop = false;
      }
      if (shadow === CLOSE || shadow === COLON || (shadow === DASH && this.#codes[size - 2] === SPACE)) stop = true;
    }
    this.#codes[size] = 0;
    this.#size = size;
  }

  #dateThenTime(bracket: boolean): boolean {
    if (!this.#date()) return false;
    if (!this.#bridge()) return false;
    if (!this.#time()) return false;
    return this.#tail(bracket, false);
  }

  #timeThenDate(bracket: boolean): boolean {
    if (!this.#time()) return false;
    if (!this.#tail(bracket, true)) return false;
    if (!this.#bridge()) return false;
    if (!this.#date()) return false;
    this.#skipSpaces();
    if (!isWordCode(this.#code())) return true;
    const word = this.#word();
    if (word.era !== undefined) this.era = word.era;
    this.#skipSpaces();
    return word.era !== undefined || word.filler;
  }

  /** A number followed by a colon, or a number group with dots before one with slashes or dashes. */
  #startsWithTime(): boolean {
    let at = this.#at;
    let digits = 0;
    while (isDigit(this.#codes[at] ?? 0)) {
      at++;
      digits++;
    }
    if (digits === 0 || digits > 2) return false;
    if (this.#codes[at] === COLON) return true;
    if (this.#codes[at] !== DOT || !isDigit(this.#codes[at + 1] ?? 0) || !isDigit(this.#codes[at + 2] ?? 0)) return false;
    // `21.41.35, 27/3/22` or `21.41 27/3/22`
    at += 3;
    if (this.#codes[at] === DOT && isDigit(this.#codes[at + 1] ?? 0) && isDigit(this.#codes[at + 2] ?? 0)) at += 3;
    if (isDigit(this.#codes[at] ?? 0) || this.#codes[at] === DOT) return false;
    while (this.#codes[at] === SPACE || this.#codes[at] === COMMA) at++;
    digits = 0;
    while (isDigit(this.#codes[at] ?? 0)) {
      at++;
      digits++;
    }
    return digits > 0 && digits <= 4 && (this.#codes[at] === SLASH || this.#codes[at] === DASH) && isDigit(this.#codes[at + 1] ?? 0);
  }

  #date(): boolean {
    const eraFirst = isWordCode(this.#code());
    if (eraFirst) {
      const era = this.#letters().era;
      if (era === undefined || era === 'plain') return false;
      this.era = era;
      this.#skipSpaces();
      if (this.#code() === 0x5143) return this.#dateAfter(1, 2, true); // 元年, the first year
    }
    if (!this.#number(4)) return false;
    return this.#dateAfter(this.#value, this.#width, eraFirst);
  }

  #dateAfter(first: number, firstWidth: number, eraFirst: boolean): boolean {
    if (this.#code() === 0x5143) this.#at++;
    this.#mark = dateMark(this.#code());
    if (this.#mark < 0) return false;
    this.#afterMark();
    if (!this.#number(2)) return false;
    const second = this.#value;
    const secondWidth = this.#width;
    if (dateMark(this.#code()) !== this.#mark) return false;
    this.#afterMark();
    const eraLast = isWordCode(this.#code());
    if (eraLast) {
      const era = this.#letters().era;
      if (era === undefined || era === 'plain') return false;
      this.era = era;
    }
    if (!this.#number(4)) return false;
    const third = this.#value;
    const thirdWidth = this.#width;
    // 日 일 end the date, a dot may (`27. 3. 2022.`)
    const tail = this.#code();
    if (tail === 0x65e5 || tail === 0xc77c || tail === 0x53f7 || tail === DOT) this.#at++;
    this.first = first;
    this.second = second;
    this.third = third;
    this.firstWidth = firstWidth;
    this.thirdWidth = thirdWidth;
    return this.#yearPlace(firstWidth, secondWidth, thirdWidth, eraFirst, eraLast);
  }

  #yearPlace(first: number, second: number, third: number, eraFirst: boolean, eraLast: boolean): boolean {
    if (eraFirst || first >= 3) {
      if (third > 2) return false;
      this.#yearForm = eraFirst || first === 3 ? 'firstEra' : 'first4';
      if (first === 3 && this.era === 'plain') this.era = 'minguo';
      this.#datePads = (padding(second, this.second) << 2) | padding(third, this.third);
      return true;
    }
    if (first > 2) return false;
    if (eraLast) this.#yearForm = 'lastEra';
    else if (third === 4) this.#yearForm = 'last4';
    else if (third === 2) this.#yearForm = 'last2';
    else if (third === 1 && first === 2 && second <= 2) this.#yearForm = 'last2';
    else return false;
    // With a two-digit year the first number may still be the year (`22/3/7`); the third then is the day.
    this.#datePads = padding(first, this.first) | (padding(second, this.second) << 2);
    return true;
  }

  #afterMark(): void {
    const mark = this.#code();
    this.#at++;
    if (mark === DOT || mark > 127) this.#skipSpaces();
  }

  /** Between date and time: commas, spaces, small words, an era, a day period. */
  #bridge(): boolean {
    const from = this.#at;
    for (let words = 0; words < 6; ) {
      const code = this.#code();
      if (isDigit(code)) return this.#at > from || (this.#codes[this.#at - 1] ?? 0) > 127;
      if (code === SPACE || code === 40) this.#at++;
      else if (code === COMMA) {
        this.#comma = true;
        this.#at++;
      } else if (code === DOT && words > 0) this.#at++;
      else if (isWordCode(code)) {
        words++;
        const place = this.#at;
        const word = this.#word();
        if (word.key === '' || this.#at - place > 24) return false;
        if (word.period !== undefined && !word.filler) {
          this.#period = word.period;
          this.#periodPlace = 1;
          this.#eastern = word.key.charCodeAt(0) >= 0x3000;
        } else if (word.era === 'buddhist' || word.era === 'persian' || word.era === 'hijri') this.era = word.era;
      } else return false;
    }
    return false;
  }

  #time(): boolean {
    if (!this.#number(2)) return false;
    const hour = this.#value;
    this.#hourPad = padding(this.#width, hour);
    let at = this.#at;
    while (this.#codes[at] === SPACE) at++;
    const mark = timeMark(this.#codes[at] ?? 0);
    if (mark < 0 || (mark < 2 && at > this.#at)) return false;
    this.#timeMark = mark;
    this.#at = at + 1;
    if (mark === 2) this.#skipSpaces();
    if (!this.#number(2) || (this.#width !== 2 && mark < 2)) return false;
    this.minute = this.#value;
    if (hour > 24 || this.minute > 59) return false;
    this.hour = hour;
    return this.#second(mark);
  }

  #second(mark: number): boolean {
    const code = this.#code();
    if (mark === 2) {
      this.#unitSeconds();
      return true;
    }
    // `9:41.35` does not occur, but `9.41:35` has been seen from hand-edited files.
    if ((code === COLON || code === DOT) && isDigit(this.#codes[this.#at + 1] ?? 0)) {
      this.#at++;
      if (!this.#number(2) || this.#width !== 2 || this.#value > 60) return false;
      this.seconds = Math.min(this.#value, 59);
      return !isDigit(this.#code());
    }
    return !isDigit(code);
  }

  /** `21 h 41 min 35 s`, `9時41分35秒`, `9시 41분 35초`: units after minutes and seconds, all optional. */
  #unitSeconds(): void {
    const back = this.#at;
    this.#skipSpaces();
    if (!isWordCode(this.#code())) {
      this.#at = back;
      return;
    }
    const unit = this.#letters().key;
    if (!minuteUnits.has(unit)) {
      this.#at = back;
      return;
    }
    const afterMinutes = this.#at;
    this.#skipSpaces();
    if (isDigit(this.#code()) && this.#number(2) && this.#value <= 60) {
      this.seconds = Math.min(this.#value, 59);
      this.#skipSpaces();
      const beforeUnit = this.#at;
      if (isWordCode(this.#code()) && !secondUnits.has(this.#letters().key)) this.#at = beforeUnit;
    } else this.#at = afterMinutes;
  }

  /** After the time: a day period or a unit, of at most four short words. */
  #tail(bracket: boolean, dateFollows: boolean): boolean {
    const from = this.#at;
    let key = '';
    let period: DayPeriod | undefined;
    let words = 0;
    for (;;) {
      const code = this.#code();
      if (code === SPACE || code === DOT) this.#at++;
      else if (isWordCode(code)) {
        if (++words > 5) return false;
        const word = this.#word();
        if (word.period === undefined && ((key === '' && word.filler) || (dateFollows && word.era !== undefined))) continue;
        period = key === '' ? word.period : joinedPeriod(key + word.key);
        key += word.key;
      } else break;
    }
    if (this.#code() === 41) this.#at++; // 22/3/27 (21:41)
    if (key === '') return true;
    if (period !== undefined) {
      this.#period = period;
      this.#periodPlace = 2;
      return true;
    }
    this.unknownPeriod = true;
    this.#periodPlace = 3;
    return this.#at - from <= 28 && (bracket || this.#code() === DASH || dateFollows);
  }

  /** The end of the header: its style, or -1. Leaves `#at` where the content starts. */
  #terminator(bracket: boolean): number {
    this.#skipSpaces();
    const code = this.#code();
    const next = this.#codes[this.#at + 1] ?? 0;
    const atEnd = this.#at + 1 >= this.#size;
    if (bracket) {
      if (code !== CLOSE || !(atEnd || next === SPACE)) return -1;
      this.#at += atEnd ? 1 : 2;
      return 1;
    }
    if (code === DASH) {
      if (this.#codes[this.#at - 1] !== SPACE || !(atEnd || next === SPACE)) return -1;
      this.#at += atEnd ? 1 : 2;
      return 0;
    }
    if (code !== COLON || next !== SPACE || this.#periodPlace === 3 || this.#codes[this.#at - 1] === SPACE) return -1;
    this.#at += 2;
    return 2;
  }

  #number(maxWidth: number): boolean {
    let value = 0;
    let width = 0;
    let code = this.#code();
    while (isDigit(code)) {
      if (++width > maxWidth) return false;
      value = value * 10 + code - 48;
      code = this.#codes[++this.#at] ?? 0;
    }
    this.#value = value;
    this.#width = width;
    return width > 0;
  }

  /** A word with its inner dots. */
  #word(): HeaderWord {
    const from = this.#at;
    while (isWordCode(this.#code()) || (this.#code() === DOT && this.#at > from)) this.#at++;
    return this.#words.read(this.#codes, from, this.#at);
  }

  #letters(): HeaderWord {
    const from = this.#at;
    while (isWordCode(this.#code())) this.#at++;
    return this.#words.read(this.#codes, from, this.#at);
  }

  #skipSpaces(): void {
    while (this.#codes[this.#at] === SPACE) this.#at++;
  }

  #code(): number {
    return this.#codes[this.#at] ?? 0;
  }
}

const minuteUnits: ReadonlySet<string> = new Set(['分', '분', 'min', 'm', 'phút', 'นาที']);
const secondUnits: ReadonlySet<string> = new Set(['秒', '초', 's', 'sec', 'giây', 'วินาที']);

function timeMark(code: number): number {
  if (code === COLON) return 0;
  if (code === DOT) return 1;
  // h 時 时 點 点 시
  if (code === 104 || code === 72 || code === 0x6642 || code === 0x65f6 || code === 0x9ede || code === 0x70b9 || code === 0xc2dc) return 2;
  return -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 39;
  return code !== 0x3000;
}
