/**
 * Who wrote a line, by the findings of the whole file: names with colons, lines of the app that only look authored, and
 * telephone numbers in any writing.
 */
import { isAuthorOf } from './author-book.ts';
import { authorEnd, tightAuthorEnd } from './author-split.ts';
import type { Reading } from './reading.ts';
import { digitsOf, withoutMarks } from './shadow.ts';

export interface Author {
  /** As the line has it, marks and all. */
  readonly written: string;
  readonly name: string;
  readonly phone: string | undefined;
}

const recentLimit = 4;

export class AuthorReader {
  /** Where what was said starts, after {@link read}. */
  contentStart = 0;
  readonly #known: ReadonlySet<string>;
  readonly #longer: ReadonlyMap<string, string>;
  readonly #notAuthors: ReadonlySet<string>;
  readonly #cache = new Map<string, Author>();
  readonly #recent: Author[] = [];

  constructor(reading: Reading) {
    this.#known = new Set(reading.authors);
    this.#longer = new Map(reading.longerAuthors);
    this.#notAuthors = new Set(reading.notAuthors);
  }

  /** The author of a line whose content runs from `start` to `end`, or undefined. */
  read(text: string, start: number, end: number): Author | undefined {
    for (const author of this.#recent) {
      if (isAuthorOf(author.written, text, start, end)) return this.#found(author, start, end);
    }
    this.contentStart = start;
    const at = authorEnd(text, start, start, end);
    if (at < 0) return this.#tight(text, start, end);
    const written = text.slice(start, at);
    if (this.#notAuthors.has(written)) return undefined;
    const longer = this.#longer.get(written);
    const whole = longer !== undefined && isAuthorOf(longer, text, start, end) ? longer : written;
    const author = this.#authorFor(whole);
    this.#recent.unshift(author);
    if (this.#recent.length > recentLimit) this.#recent.pop();
    return this.#found(author, start, end);
  }

  #found(author: Author, start: number, end: number): Author {
    this.contentStart = Math.min(end, start + author.written.length + 2);
    return author;
  }

  /** `John Doe:.`: no space after the colon, but the name is known from other lines. */
  #tight(text: string, start: number, end: number): Author | undefined {
    const at = tightAuthorEnd(text, start, end);
    if (at < 0) return undefined;
    const written = text.slice(start, at);
    if (!this.#known.has(withoutMarks(written))) return undefined;
    this.contentStart = at + 1;
    return this.#authorFor(written);
  }

  #authorFor(written: string): Author {
    const known = this.#cache.get(written);
    if (known !== undefined) return known;
    const copy = JSON.parse(JSON.stringify(written)) as string;
    const name = withoutMarks(copy);
    const author: Author = { written: copy, name, phone: phoneOf(name) };
    if (this.#cache.size < 50_000) this.#cache.set(copy, author);
    return author;
  }
}

/** `+` and ASCII digits of a name that is nothing but an international number, or undefined. */
export function phoneOf(name: string): string | undefined {
  const bare = name.replace(/^[~\s\u00A0\u202F]+/, '');
  if (!/^[+＋]/.test(bare) || bare.length > 40) return undefined;
  if (/[^\p{Nd}\s+＋()\-‐‑‒–—.\u00A0\u202F]/u.test(bare)) return undefined;
  const digits = digitsOf(bare);
  return digits.length >= 6 && digits.length <= 18 ? `+${digits}` : undefined;
}
