/**
 * Who writes in a file, learned while it is read once: every possible author, how often it occurs, and whether a longer
 * one (a name with a colon in it) stands behind all its lines. Bounded in names and in length.
 */
import { authorEnd, hasOpenQuote } from './author-split.ts';
import type { SystemTopic } from './entry.ts';
import { systemTopicOf } from './phrases-system.ts';
import { withoutMarks } from './shadow.ts';

const nameLimit = 20_000;

interface AuthorNote {
  readonly written: string;
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

export class AuthorBook {
  readonly #notes = new Map<string, AuthorNote>();
  #capped = false;
  #recent: AuthorNote | undefined;

  /**
   * Notes the possible author of a line in the stretch `stretch`; content runs from `start` to `end`. Returns the stretch
   * where that author stood first, or -1 where there is none.
   */
  note(text: string, start: number, end: number, stretch: number): number {
    const recent = this.#recent;
    if (recent !== undefined && isAuthorOf(recent.written, text, start, end)) {
      this.#again(recent, text, start, end);
      return recent.since;
    }
    const at = authorEnd(text, start, start, end);
    if (at < 0) return -1;
    const written = text.slice(start, at);
    const note = this.#notes.get(written);
    if (note !== undefined) {
      this.#recent = note;
      this.#again(note, text, start, end);
      return note.since;
    }
    if (this.#notes.size >= nameLimit) {
      this.#capped = true;
      return stretch;
    }
    // A copy: a slice would keep its whole block alive.
    const copy = JSON.parse(JSON.stringify(written)) as string;
    const fresh: AuthorNote = {
      written: copy,
      since: stretch,
      count: 1,
      longer: longerAuthors(text, start, at, end),
    };
    this.#notes.set(copy, fresh);
    this.#recent = fresh;
    return stretch;
  }

  findings(): AuthorFindings {
    const notAuthors: string[] = [];
    const longer: (readonly [string, string])[] = [];
    const counts = new Map<string, number>();
    for (const note of this.#notes.values()) {
      const name = withoutMarks(note.written);
      if (isLineOfTheApp(name, note.count)) {
        notAuthors.push(note.written);
        continue;
      }
      const whole = note.count >= 2 ? note.longer.at(-1) : undefined;
      if (whole !== undefined) longer.push([note.written, whole]);
      const key = withoutMarks(whole ?? note.written);
      counts.set(key, (counts.get(key) ?? 0) + note.count);
    }
    const known = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    return { known, longer, notAuthors, capped: this.#capped };
  }

  #again(note: AuthorNote, text: string, start: number, end: number): void {
    note.count++;
    if (note.longer.length > 0) note.longer = note.longer.filter((name) => isAuthorOf(name, text, start, end));
  }
}

/** Whether the line's content opens with `name` and a colon that ends an author. */
export function isAuthorOf(name: string, text: string, start: number, end: number): boolean {
  const at = start + name.length;
  if (at >= end || text.charCodeAt(at) !== 58 || !text.startsWith(name, start)) return false;
  if (at + 1 >= end) return true;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 0xa0 || next === 0x202f;
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
