/**
 * Makes the map of a file's entries while the first pass finds them. Gives up, and then there is no map, where an entry
 * does not fit its words: damaged or oversize text, more entries, dates or authors than a chat has.
 */
import type { Author } from './author-reader.ts';
import type { WrittenDate } from './calendar.ts';
import type { Content } from './content-facts.ts';
import {
  authorMask,
  authorShift,
  contentShift,
  type EntryMap,
  isPreamble,
  newDateBit,
  readAgain,
  saidMask,
  saidShift,
  severalLinesBit,
  sizeMask,
  spanEntries,
  wordsEach,
} from './entry-map.ts';
import { type HeaderFields, secondOf } from './header-fields.ts';
import { words } from './timed-entry.ts';

const entryLimit = 4_000_000;
const dateLimit = 100_000;
const contentLimit = 500;

export class EntryMapper {
  #count = 0;
  #sizeBytes = 0;
  #gaveUp = false;
  #spans: Uint32Array[] = [];
  #span: Uint32Array = new Uint32Array(0);
  #place = 0;
  readonly #authors: Author[] = [];
  readonly #dates: WrittenDate[] = [];
  readonly #contents: (Content | undefined)[] = [undefined, undefined, words];
  readonly #numbers = new Map<Content, number>([[words, 2]]);
  #date: WrittenDate = { first: -1, second: -1, third: -1, firstWidth: 0, thirdWidth: 0, era: 'plain' };
  /** Of the entry that is open. */
  #isNewDate = false;
  #second = 0;
  #author = 0;
  #saidStart = 0;

  giveUp(): void {
    this.#gaveUp = true;
    this.#spans = [];
    this.#dates.length = 0;
  }

  /** An entry starts with this header; what was said starts so many code units behind the entry's start. */
  opens(header: HeaderFields, author: Author | undefined, saidStart: number): void {
    this.opensAgain(secondOf(header), author, saidStart);
    this.#isNewDate = !sameDate(this.#date, header);
    if (this.#isNewDate && !this.#gaveUp) this.#addDate(header);
  }

  /** An entry starts on the date of the one before, at this second of the day. */
  opensAgain(second: number, author: Author | undefined, saidStart: number): void {
    if (this.#gaveUp) return;
    this.#second = second;
    this.#author = 0;
    this.#saidStart = saidStart;
    this.#isNewDate = false;
    if (author === undefined) return;
    if (author.number < 0 || author.number >= authorMask) this.giveUp();
    else {
      this.#author = author.number + 1;
      this.#authors[author.number] = author;
    }
  }

  /** The open entry is complete, and is this content wherever it stands. */
  usual(content: Content, sizeBytes: number, units: number, lines: number): void {
    if (!this.#gaveUp) this.#add(this.#numberOf(content), sizeBytes, units, lines);
  }

  /** The open entry is complete and has to be read from its text. */
  other(sizeBytes: number, units: number, lines: number): void {
    if (!this.#gaveUp) this.#add(readAgain, sizeBytes, units, lines);
  }

  /** What was open stood before the first header. */
  preamble(sizeBytes: number, units: number, lines: number): void {
    this.#isNewDate = false;
    this.#second = 0;
    this.#author = 0;
    this.#saidStart = 0;
    if (!this.#gaveUp) this.#add(isPreamble, sizeBytes, units, lines);
  }

  /** The map, once the file is at its end; undefined where there is none. */
  map(shape: number): EntryMap | undefined {
    if (this.#gaveUp) return undefined;
    return {
      count: this.#count,
      sizeBytes: this.#sizeBytes,
      shape,
      spans: this.#spans,
      authors: this.#authors,
      dates: this.#dates,
      contents: this.#contents,
    };
  }

  #add(content: number, sizeBytes: number, units: number, lines: number): void {
    if (sizeBytes > sizeMask || this.#saidStart > saidMask || this.#count === entryLimit) {
      this.giveUp();
      return;
    }
    if (this.#place === this.#span.length) this.#addSpan();
    const span = this.#span;
    const at = this.#place;
    span[at] =
      sizeBytes | (content << contentShift) | (this.#isNewDate ? newDateBit : 0) | (lines === 1 ? 0 : severalLinesBit);
    span[at + 1] = units | (this.#saidStart << saidShift);
    span[at + 2] = this.#second | (this.#author << authorShift);
    this.#place = at + wordsEach;
    this.#count++;
    this.#sizeBytes += sizeBytes;
  }

  #addSpan(): void {
    this.#span = new Uint32Array(spanEntries * wordsEach);
    this.#spans.push(this.#span);
    this.#place = 0;
  }

  #addDate({ era, first, firstWidth, only, second, third, thirdWidth }: HeaderFields): void {
    this.#date = { first, second, third, firstWidth, thirdWidth, era, only };
    this.#dates.push(this.#date);
    if (this.#dates.length > dateLimit) this.giveUp();
  }

  #numberOf(content: Content): number {
    if (content === words) return 2;
    const known = this.#numbers.get(content);
    if (known !== undefined) return known;
    const number = this.#contents.length;
    if (number >= contentLimit) return readAgain;
    this.#contents.push(content);
    this.#numbers.set(content, number);
    return number;
  }
}

function sameDate(date: WrittenDate, header: HeaderFields): boolean {
  return (
    date.first === header.first &&
    date.second === header.second &&
    date.third === header.third &&
    date.firstWidth === header.firstWidth &&
    date.thirdWidth === header.thirdWidth &&
    date.era === header.era &&
    date.only === header.only
  );
}
