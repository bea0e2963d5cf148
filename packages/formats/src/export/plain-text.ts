/**
 * A quick yes for what most messages are: words of somebody and nothing else. It looks at a few characters where a
 * message lies in the text, so that no string is made; whatever hints at more is read in full by `content.ts`.
 */
import { mayBePhrase } from './phrase-filter.ts';
import { isMark } from './shadow.ts';

/** Where a message lies: from `start` to `end` of a text, its first line up to `lineEnd`. */
export interface SaidPlace {
  readonly text: string;
  readonly start: number;
  readonly lineEnd: number;
  readonly end: number;
}

const GREATER = 62;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;
const mapLink = '://maps.';
const venueLink = 'foursquare.com';

/** Nothing about a message hints at more than words: neither its ends nor, as far as `within` can say, its inside. */
export function isPlain({ text, start, lineEnd, end }: SaidPlace, author: string, within: WithinText): boolean {
  const size = end - start;
  const first = text.charCodeAt(start);
  if (size <= 4) return size > 0 && first < 128 && !(size === 4 && text.startsWith('null', start));
  const last = text.charCodeAt(end - 1);
  if (first === 60 || last === GREATER || isMark(first) || isMark(last)) return false;
  if (last === CLOSE || last === WIDE_CLOSE || mayBePhrase(text, start, end)) return false;
  if (first === author.charCodeAt(0) && author.length <= size && text.startsWith(author, start)) return false;
  if (lineEnd > start && lineEnd < end) {
    const lastOfLine = text.charCodeAt(lineEnd - 1);
    if (lastOfLine === CLOSE || lastOfLine === GREATER || lastOfLine === WIDE_CLOSE || isMark(lastOfLine)) return false;
  }
  return !within.hasMark(start, end) && !within.hasPlace(start, end);
}

/** What stands somewhere inside a message. */
export interface WithinText {
  hasMark(start: number, end: number): boolean;
  /** What links to places hold. */
  hasPlace(start: number, end: number): boolean;
}

/** Answers for a text that is one message. */
export class WithinBody implements WithinText {
  readonly #body: string;

  constructor(body: string) {
    this.#body = body;
  }

  hasMark(): boolean {
    return this.#body.includes('\u200E');
  }

  hasPlace(): boolean {
    return this.#body.includes(mapLink) || this.#body.includes(venueLink);
  }
}

/** Answers for a text of many messages that are asked about from first to last. */
export class WithinBlock implements WithinText {
  readonly #marks = new NextPlace('\u200E');
  readonly #maps = new NextPlace(mapLink);
  readonly #venues = new NextPlace(venueLink);
  readonly #returns = new NextPlace('\r');

  load(text: string): void {
    this.#marks.load(text);
    this.#maps.load(text);
    this.#venues.load(text);
    this.#returns.load(text);
  }

  hasMark(start: number, end: number): boolean {
    return this.#marks.isWithin(start, end);
  }

  hasPlace(start: number, end: number): boolean {
    return this.#maps.isWithin(start, end) || this.#venues.isWithin(start, end);
  }

  hasReturn(start: number, end: number): boolean {
    return this.#returns.isWithin(start, end);
  }
}

/** The next place of something in a text that is gone through once: no character is looked at twice. */
class NextPlace {
  readonly #wanted: string;
  #text = '';
  #at = -1;

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  load(text: string): void {
    this.#text = text;
    this.#at = -1;
  }

  isWithin(start: number, end: number): boolean {
    if (this.#at < start) {
      const at = this.#text.indexOf(this.#wanted, start);
      this.#at = at < 0 ? Number.MAX_SAFE_INTEGER : at;
    }
    return this.#at < end;
  }
}
