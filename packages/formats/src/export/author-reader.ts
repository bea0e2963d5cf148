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
const cacheLimit = 50_000;

export class AuthorReader {
  /** Where what was said starts, after {@link read}. */
  contentStart = 0;
  /** Lines without an author where a colon without a space could end one, had the name been known. */
  tightColons = 0;
  readonly #known: ReadonlySet<string>;
  readonly #longer: ReadonlyMap<string, string>;
  /** Null: no author. */
  readonly #cache = new Map<string, Author | null>();
  readonly #recent: Author[] = [];

  constructor(findings: Pick<Reading, 'authors' | 'longerAuthors' | 'notAuthors'>) {
    this.#known = new Set(findings.authors);
    this.#longer = new Map(findings.longerAuthors);
    for (const name of findings.notAuthors) this.#cache.set(name, null);
  }

  /** The author of a line whose content runs from `start` to `end`, or undefined. */
  read(text: string, start: number, end: number): Author | undefined {
    const recent = this.#recent;
    for (const author of recent) {
      if (isAuthorOf(author.written, text, start, end)) return this.#found(author, start, end);
    }
    this.contentStart = start;
    const at = authorEnd(text, start, start, end);
    if (at < 0) return this.#tight(text, start, end);
    let written = text.slice(start, at);
    if (this.#longer.size > 0) {
      const longer = this.#longer.get(written);
      if (longer !== undefined && isAuthorOf(longer, text, start, end)) written = longer;
    }
    const author = this.#authorFor(written);
    if (author === undefined) return undefined;
    recent.unshift(author);
    if (recent.length > recentLimit) recent.pop();
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
    this.tightColons++;
    const written = text.slice(start, at);
    if (!this.#known.has(withoutMarks(written))) return undefined;
    this.contentStart = at + 1;
    return this.#authorFor(written);
  }

  #authorFor(written: string): Author | undefined {
    const known = this.#cache.get(written);
    if (known !== undefined) return known ?? undefined;
    const copy = JSON.parse(JSON.stringify(written)) as string;
    const name = withoutMarks(copy).trimEnd();
    const author: Author = { written: copy, name, phone: phoneOf(name) };
    if (this.#cache.size < cacheLimit) this.#cache.set(copy, author);
    return author;
  }
}

/** What stands before the name of somebody who is no contact. */
const pushMark = /^[~\s]+/;
const notInNumbers = /[^\p{Nd}\s+＋()\-‐‑‒–—.]/u;

/** `+` and ASCII digits of a name that is nothing but an international number, or undefined. */
function phoneOf(name: string): string | undefined {
  const bare = name.replace(pushMark, '');
  if (!(bare.startsWith('+') || bare.startsWith('＋')) || bare.length > 40) return undefined;
  if (notInNumbers.test(bare)) return undefined;
  const digits = digitsOf(bare);
  return digits.length >= 6 && digits.length <= 18 ? `+${digits}` : undefined;
}
