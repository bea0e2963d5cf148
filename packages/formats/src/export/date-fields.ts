/** The date of a header: three numbers with separators or units, an era, or a month by name. What is written, unread. */
import type { Era } from './date-words.ts';
import { dateMark, noPadding, padding, type YearForm } from './header-shape.ts';
import { COMMA, DASH, DOT, type HeaderText, isDigit, isWordCode, SPACE } from './header-text.ts';
import { monthOf } from './month-names.ts';
import type { FieldOrder } from './source.ts';

const SLASH = 47;
const betweenParts: ReadonlySet<number> = new Set([SPACE, COMMA, DOT, DASH, SLASH]);
const namedMark = 4;
const firstYear = 0x5143; // 元

export class DateFields {
  first = 0;
  second = 0;
  third = 0;
  firstWidth = 0;
  thirdWidth = 0;
  era: Era = 'plain';
  /** Separator; see header-shape. */
  mark = 0;
  yearForm: YearForm = 'last2';
  pads: number = noPadding;
  /** Where the year stands, if its era or a month's name leaves no choice. */
  only: FieldOrder | 'year-first' | 'year-last' | undefined;

  reset(): void {
    this.era = 'plain';
    this.only = undefined;
  }

  /** Reads a date at the cursor. */
  read(text: HeaderText): boolean {
    const from = text.at;
    if (this.#numbers(text)) return true;
    text.at = from;
    this.reset();
    return this.#named(text);
  }

  #numbers(text: HeaderText): boolean {
    const eraFirst = isWordCode(text.code);
    if (eraFirst) {
      const era = text.letters().era;
      if (era === undefined || era === 'plain') return false;
      this.era = era;
      text.skipSpaces();
    }
    let first = 1;
    let firstWidth = 2;
    if (!eraFirst || text.code !== firstYear) {
      if (!text.number(4)) return false;
      first = text.value;
      firstWidth = text.width;
    }
    if (text.code === firstYear) text.at++;
    this.mark = dateMark(text.code);
    if (this.mark < 0) return false;
    afterMark(text);
    if (!text.number(2) || dateMark(text.code) !== this.mark) return false;
    this.first = first;
    this.firstWidth = firstWidth;
    this.second = text.value;
    const secondWidth = text.width;
    afterMark(text);
    return this.#third(text, secondWidth, eraFirst);
  }

  #third(text: HeaderText, secondWidth: number, eraFirst: boolean): boolean {
    const eraLast = isWordCode(text.code);
    if (eraLast) {
      const era = text.letters().era;
      if (era === undefined || era === 'plain') return false;
      this.era = era;
    }
    if (!text.number(4)) return false;
    this.third = text.value;
    this.thirdWidth = text.width;
    const tail = text.code;
    // 日 일 号 end the date, a dot may (`27. 3. 2022.`).
    if (tail === 0x65e5 || tail === 0xc77c || tail === 0x53f7 || tail === DOT) text.at++;
    return this.#placeYear(secondWidth, eraFirst, eraLast);
  }

  #placeYear(secondWidth: number, eraFirst: boolean, eraLast: boolean): boolean {
    const { firstWidth, thirdWidth } = this;
    if (eraFirst || firstWidth >= 3) {
      if (thirdWidth > 2) return false;
      this.yearForm = eraFirst || firstWidth === 3 ? 'firstEra' : 'first4';
      this.only = 'year-first';
      if (firstWidth === 3 && this.era === 'plain') this.era = 'minguo';
      this.pads = (padding(secondWidth, this.second) << 2) | padding(thirdWidth, this.third);
      return true;
    }
    if (eraLast) {
      this.yearForm = 'lastEra';
      this.only = 'year-last';
    } else if (thirdWidth === 4) this.yearForm = 'last4';
    else if (thirdWidth === 2 || (thirdWidth === 1 && firstWidth === 2)) this.yearForm = 'last2';
    else return false;
    // With a two-digit year the first number may still be the year (`22/3/7`); the third then is the day.
    this.pads = padding(firstWidth, this.first) | (padding(secondWidth, this.second) << 2);
    return true;
  }

  /** `27 March 2022`, `Mar 27, 2022`, `2022. március 27.`, a weekday in front or not. */
  #named(text: HeaderText): boolean {
    const parts = new NamedParts();
    if (!parts.read(text)) return false;
    const { order, day, month, year, yearWidth } = parts;
    if (order !== 'DMY' && order !== 'MDY' && order !== 'YMD') return false;
    if (text.code === DOT) text.at++;
    this.only = order;
    this.mark = namedMark;
    this.pads = parts.pads;
    const [first, second, third] =
      order === 'DMY' ? [day, month, year] : order === 'MDY' ? [month, day, year] : [year, month, day];
    this.first = first;
    this.second = second;
    this.third = third;
    this.yearForm = order === 'YMD' ? 'first4' : yearWidth === 4 ? 'last4' : 'last2';
    this.firstWidth = order === 'YMD' ? yearWidth : 2;
    this.thirdWidth = order === 'YMD' ? 2 : yearWidth;
    return true;
  }
}

/** Day, month and year as they come, one of them a word. */
class NamedParts {
  day = -1;
  month = 0;
  year = -1;
  yearWidth = 0;
  pads: number = noPadding;
  order = '';

  read(text: HeaderText): boolean {
    for (let tokens = 0; tokens < 8 && this.order.length < 3; ) {
      const code = text.code;
      if (betweenParts.has(code)) text.at++;
      else {
        tokens++;
        if (!(isDigit(code) ? this.number(text) : isWordCode(code) && this.word(text))) return false;
      }
    }
    return true;
  }

  number(text: HeaderText): boolean {
    if (!text.number(4)) return false;
    if (text.width <= 2 && this.day < 0) {
      this.day = text.value;
      this.pads = padding(text.width, text.value);
      this.order += 'D';
      return true;
    }
    if (this.year >= 0 || text.width === 1 || text.width === 3) return false;
    this.year = text.value;
    this.yearWidth = text.width;
    this.order += 'Y';
    return true;
  }

  /** A month, a weekday, or a small word between them. */
  word(text: HeaderText): boolean {
    const month = monthOf(text.letters().key);
    if (month !== undefined && this.month === 0) {
      this.month = month;
      this.order += 'M';
    }
    return true;
  }
}

function afterMark(text: HeaderText): void {
  const mark = text.code;
  text.at++;
  if (mark === DOT || mark > 127) text.skipSpaces();
}
