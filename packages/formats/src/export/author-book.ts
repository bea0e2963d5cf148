/**
 * Who writes in a file, learned while it is read once: every possible author, how often it occurs, and whether a longer
 * one (a name with a colon in it) stands behind all its lines. Bounded in names and in length.
 */
import { type Author, type AuthorSource, authorOf } from './author-reader.ts';
import { authorEnd, hasOpenQuote, isAuthorOf, tightAuthorEnd } from './author-split.ts';
import type { SystemTopic } from './entry.ts';
import type { HeaderFields } from './header-fields.ts';
import type { LineCursor } from './line-cursor.ts';
import { NameCache } from './name-cache.ts';
import { systemTopicOf } from './phrases-system.ts';
import { withoutMarks } from './shadow.ts';

const nameLimit = 20_000;
const utf8 = new TextEncoder();

/** What is known so far of somebody who may be an author. */
export interface AuthorNote {
  readonly author: Author;
  /** The author's name in UTF-8. */
  readonly nameBytes: Uint8Array;
  /** The stretch of headers where it stood first. */
  readonly since: number;
  count: number;
  /** Longer authors that every line so far would also allow, shortest first. */
  longer: string[];
}

/** What was learned, as plain data. */
export interface AuthorFindings {
  /** Every author found, as written, most lines first. */
  readonly known: readonly string[];
  /** First parts of names with a colon → the whole name. */
  readonly longer: readonly (readonly [string, string])[];
  /** First parts of lines of the app that only look like authors. */
  readonly notAuthors: readonly string[];
  readonly capped: boolean;
}

export class AuthorBook implements AuthorSource {
  contentStart = 0;
  /** Lines without an author where a colon without a space could end one, had the name been known. */
  tightColons = 0;
  readonly #notes = new Map<string, AuthorNote>();
  #capped = false;
  readonly #usual = new NameCache<AuthorNote>();
  #last: Author | undefined;

  /**
   * Notes the possible author of a cursor's line in the stretch `stretch`. Returns the stretch where that author stood
   * first, or -1 where there is none.
   */
  note(line: LineCursor, header: HeaderFields, stretch: number): number {
    const { text, end } = line;
    const start = header.contentStart;
    const usual =
      header.contentByte < 0 ? undefined : this.#usual.find(line.block.bytes, header.contentByte, line.byteEnd);
    const note = usual ?? this.#noteOf(line, header, stretch);
    this.#last = note?.author;
    if (note === undefined) {
      this.contentStart = start;
      return -1;
    }
    this.contentStart = Math.min(end, start + note.author.written.length + 2);
    note.count++;
    if (note.longer.length > 0) note.longer = note.longer.filter((name) => isAuthorOf(name, text, start, end));
    return note.since;
  }

  /** The note of the author whose name lies in UTF-8 from `start` to `end`; undefined where his line has to be looked at. */
  usual(bytes: Uint8Array, start: number, end: number): AuthorNote | undefined {
    const note = this.#usual.get(bytes, start, end);
    return note === undefined || note.longer.length > 0 ? undefined : note;
  }

  /** The author of the line noted last, as far as can be told before the file's end. */
  read(line: LineCursor, header: HeaderFields): Author | undefined {
    if (this.#last === undefined && tightAuthorEnd(line.text, header.contentStart, line.end) >= 0) this.tightColons++;
    return this.#last;
  }

  #noteOf({ text, end, block }: LineCursor, header: HeaderFields, stretch: number): AuthorNote | undefined {
    const start = header.contentStart;
    const at = authorEnd(text, start, start, end);
    if (at < 0) return undefined;
    const written = text.slice(start, at);
    let note = this.#notes.get(written);
    if (note === undefined) {
      const isKept = this.#notes.size < nameLimit;
      const author = authorOf(written, isKept ? this.#notes.size : -1);
      note = {
        author,
        nameBytes: utf8.encode(author.name),
        since: stretch,
        count: 0,
        longer: longerAuthors(text, start, at, end),
      };
      if (isKept) this.#notes.set(note.author.written, note);
      else {
        this.#capped = true;
        return note;
      }
    }
    if (header.contentByte >= 0) this.#usual.keep(block.bytes, header.contentByte, note);
    return note;
  }

  findings(): AuthorFindings {
    const notAuthors: string[] = [];
    const longer: (readonly [string, string])[] = [];
    const counts = new Map<string, number>();
    for (const note of this.#notes.values()) {
      const name = withoutMarks(note.author.written);
      if (isLineOfTheApp(name, note.count)) {
        notAuthors.push(note.author.written);
        continue;
      }
      const whole = note.count >= 2 ? note.longer.at(-1) : undefined;
      if (whole !== undefined) longer.push([note.author.written, whole]);
      const key = withoutMarks(whole ?? note.author.written);
      counts.set(key, (counts.get(key) ?? 0) + note.count);
    }
    const known = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    return { known, longer, notAuthors, capped: this.#capped };
  }
}

function longerAuthors(text: string, start: number, first: number, end: number): string[] {
  const names: string[] = [];
  // On iOS a mark opens what the app wrote: `<attached: …>` continues no name.
  const opening = text.charCodeAt(first + 2);
  if (opening === 0x200e || opening === 0x200f) return names;
  let at = first;
  for (let i = 0; i < 4; i++) {
    at = authorEnd(text, at + 1, start, end);
    if (at < 0) break;
    names.push(JSON.parse(JSON.stringify(text.slice(start, at))) as string);
  }
  return names;
}

/** Lines of the app that hold a title or a text of somebody, or are long: a colon may stand in them. */
const titled: ReadonlySet<SystemTopic> = new Set<SystemTopic>([
  'subject',
  'group-created',
  'description',
  'icon',
  'encryption',
  'security-code',
  'number-changed',
]);

/** `Ana created group "Sales` before `: Madrid"` is no author. */
function isLineOfTheApp(name: string, count: number): boolean {
  const quoted = hasOpenQuote(name);
  if (quoted && count <= 2) return true;
  if (!quoted && (count > 2 || name.length < 25 || !name.includes(' '))) return false;
  const topic = systemTopicOf(name.toLowerCase());
  return topic !== undefined && (quoted || titled.has(topic));
}
