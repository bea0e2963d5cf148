/**
 * Who wrote a line, by the findings of the whole file: names with colons, lines of the app that only look authored, and
 * telephone numbers in any writing.
 */
import { authorEnd, isAuthorOf, tightAuthorEnd } from './author-split.ts';
import type { HeaderFields } from './header-fields.ts';
import type { LineCursor } from './line-cursor.ts';
import { NameCache } from './name-cache.ts';
import type { Reading } from './reading.ts';
import { digitsOf, withoutMarks } from './shadow.ts';

export interface Author {
  /** Apart from those of all others of the file, from 0; -1 where there are too many. */
  readonly number: number;
  /** As the line has it, marks and all. */
  readonly written: string;
  readonly name: string;
  readonly phone: string | undefined;
}

/** Tells who wrote a line. */
export interface AuthorSource {
  /** Where what was said starts, after {@link read}. */
  readonly contentStart: number;
  /** The author of a cursor's line, behind its header, or undefined. */
  read(line: LineCursor, header: HeaderFields): Author | undefined;
}

const cacheLimit = 50_000;

export class AuthorReader implements AuthorSource {
  contentStart = 0;
  readonly #known: ReadonlySet<string>;
  readonly #longer: ReadonlyMap<string, string>;
  /** Null: no author. */
  readonly #authors = new Map<string, Author | null>();
  readonly #usual = new NameCache<Author>();

  constructor(findings: Pick<Reading, 'authors' | 'longerAuthors' | 'notAuthors'>) {
    this.#known = new Set(findings.authors);
    this.#longer = new Map(findings.longerAuthors);
    for (const name of findings.notAuthors) this.#authors.set(name, null);
  }

  read(line: LineCursor, header: HeaderFields): Author | undefined {
    const { text, end } = line;
    const start = header.contentStart;
    const usual =
      header.contentByte < 0 ? undefined : this.#usual.find(line.block.bytes, header.contentByte, line.byteEnd);
    if (usual !== undefined) return this.#found(usual, start, end);
    this.contentStart = start;
    const at = authorEnd(text, start, start, end);
    if (at < 0) return this.#tight(text, start, end);
    const written = text.slice(start, at);
    const longer = this.#longer.get(written);
    if (longer !== undefined && isAuthorOf(longer, text, start, end)) {
      const author = this.#authorFor(longer);
      return author === undefined ? undefined : this.#found(author, start, end);
    }
    const author = this.#authorFor(written);
    if (author === undefined) return undefined;
    // What a longer name may stand behind is asked anew on every line.
    if (longer === undefined && header.contentByte >= 0) this.#usual.keep(line.block.bytes, header.contentByte, author);
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

  #authorFor(written: string): Author | undefined {
    const known = this.#authors.get(written);
    if (known !== undefined) return known ?? undefined;
    const isKept = this.#authors.size < cacheLimit;
    const author = authorOf(written, isKept ? this.#authors.size : -1);
    if (isKept) this.#authors.set(author.written, author);
    return author;
  }
}

/** The author that a line names. */
export function authorOf(written: string, number: number): Author {
  // A copy: a slice would keep its whole block alive.
  const copy = JSON.parse(JSON.stringify(written)) as string;
  const name = withoutMarks(copy).trimEnd();
  return { number, written: copy, name, phone: phoneOf(name) };
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
