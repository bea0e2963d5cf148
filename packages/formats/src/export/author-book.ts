/**
 * Who writes in a file, learned while it is read once: every possible author, how often it occurs, and whether a longer
 * one (a name with a colon in it) stands behind all its lines. Bounded in names and in length.
 */
import { type Author, type AuthorSource, authorOf } from './author-reader.ts';
import { authorEnd, hasOpenQuote, isAuthorOf, tightAuthorEnd } from './author-split.ts';
import type { SystemTopic } from './entry.ts';
import { NameCache } from './name-cache.ts';
import { systemTopicOf } from './phrases-system.ts';
import { withoutMarks } from './shadow.ts';

const nameLimit = 20_000;

interface AuthorNote {
  readonly author: Author;
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
   * Notes the possible author of a line in the stretch `stretch`; content runs from `start` to `end`. Returns the stretch
   * where that author stood first, or -1 where there is none.
   */
  note(text: string, start: number, end: number, stretch: number): number {
    const usual = this.#usual.find(text, start, end);
    const at = this.#usual.end;
    this.#last = undefined;
    this.contentStart = start;
    if (at < 0) return -1;
    const note = usual ?? this.#noteOf(text.slice(start, at), stretch, () => longerAuthors(text, start, at, end));
    this.#last = note.author;
    this.contentStart = Math.min(end, at + 2);
    note.count++;
    if (note.longer.length > 0) note.longer = note.longer.filter((name) => isAuthorOf(name, text, start, end));
    return note.since;
  }

  /** The author of the line noted last, as far as can be told before the file's end. */
  read(text: string, start: number, end: number): Author | undefined {
    if (this.#last === undefined && tightAuthorEnd(text, start, end) >= 0) this.tightColons++;
    return this.#last;
  }

  #noteOf(written: string, stretch: number, longer: () => string[]): AuthorNote {
    const known = this.#notes.get(written);
    if (known !== undefined) {
      this.#usual.keep(known.author.written, known);
      return known;
    }
    const fresh: AuthorNote = { author: authorOf(written), since: stretch, count: 0, longer: longer() };
    if (this.#notes.size < nameLimit) {
      this.#notes.set(fresh.author.written, fresh);
      this.#usual.keep(fresh.author.written, fresh);
    } else this.#capped = true;
    return fresh;
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
