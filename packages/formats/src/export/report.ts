/** What an inspection says about a file, and the counting behind it. Field names are those of `acta inspect`. */

import type { Author } from './author-reader.ts';
import { type AcceptedRun, allows } from './belonging.ts';
import type { Content } from './content-facts.ts';
import type { ExportEntry, SystemTopic } from './entry.ts';
import type { EntrySink } from './entry-sink.ts';
import { partsOf } from './header-shape.ts';
import { opensChat } from './phrases-system.ts';
import type { Resolution } from './resolve.ts';
import type { FieldOrder } from './source.ts';
import { wallTime } from './wall-time.ts';
import type { ExportWarning, WarningList } from './warnings.ts';

export type DateOrder = FieldOrder | 'AMBIGUOUS' | 'MIXED' | 'NONE';

export interface ReadingRange {
  readonly order: FieldOrder | 'MIXED';
  readonly first: string;
  readonly last: string;
}

export interface ExportReport {
  readonly platform: 'android' | 'ios' | 'old';
  readonly dateOrder: DateOrder;
  /** Tokens of evidence, comma-separated, weightiest first. */
  readonly dateOrderBasis: string;
  readonly readings: readonly ReadingRange[];
  readonly lines: number;
  readonly linesAccounted: number;
  /** What starts with a header. */
  readonly entries: number;
  readonly authorless: number;
  readonly authors: readonly string[];
  readonly system: number;
  readonly media: { readonly present: number; readonly omitted: number; readonly missing: number };
  readonly deleted: number;
  readonly edited: number;
  readonly polls: number;
  readonly locations: number;
  readonly contacts: number;
  readonly calls: number;
  /** Wall time of the first and last entry in file order; null without entries. */
  readonly first: string | null;
  readonly last: string | null;
  readonly possiblyTruncated: boolean;
  readonly warnings: readonly ExportWarning[];
}

const groupTopics: ReadonlySet<SystemTopic> = new Set<SystemTopic>([
  'group-created',
  'added',
  'removed',
  'left',
  'joined',
  'subject',
  'icon',
  'description',
  'admin',
]);
const authorsListed = 2000;

/** Counts entries as they come; memory is bounded. */
export class Tally implements EntrySink {
  linesAccounted = 0;
  entries = 0;
  authorless = 0;
  system = 0;
  present = 0;
  omitted = 0;
  missing = 0;
  deleted = 0;
  edited = 0;
  polls = 0;
  locations = 0;
  contacts = 0;
  calls = 0;
  /** Lines of the app that only groups have. */
  groupLines = 0;
  /** One of the first entries is the notice that opens a chat. */
  opens = false;
  /** How many entries each author has. */
  readonly authors: Map<string, { entries: number }> = new Map();
  /** The same by the authors' numbers, as far as they were met. */
  readonly #byNumber: ({ entries: number } | undefined)[] = [];
  readonly #warnings: WarningList;

  constructor(warnings: WarningList) {
    this.#warnings = warnings;
  }

  /** Counts what somebody sent. */
  count(author: Author, content: Content, line: number, lines: number): void {
    this.linesAccounted += lines;
    this.entries++;
    const known = this.#byNumber[author.number];
    if (known !== undefined) known.entries++;
    else this.#meet(author, line);
    if (content.type !== 'text' || content.kind !== 'message') this.#kind(content);
  }

  /** Counts an entry of any kind. */
  add(entry: ExportEntry): void {
    this.linesAccounted += entry.lines;
    if (entry.oversize) this.#warnings.add('oversize-text', entry.line);
    if (entry.kind === 'preamble') {
      this.#warnings.add('preamble', entry.line);
      return;
    }
    this.entries++;
    if (entry.author === undefined) this.authorless++;
    else this.#author(entry.author, entry.line);
    this.#kind(entry);
  }

  #meet(author: Author, line: number): void {
    this.#author(author.name, line);
    const known = this.authors.get(author.name);
    while (this.#byNumber.length <= author.number) this.#byNumber.push(undefined);
    if (author.number >= 0) this.#byNumber[author.number] = known;
  }

  #author(name: string, line: number): void {
    const known = this.authors.get(name);
    if (known !== undefined) known.entries++;
    else if (this.authors.size < authorsListed) this.authors.set(name, { entries: 1 });
    else this.#warnings.add('many-authors', line);
  }

  #kind(entry: Content): void {
    if (entry.kind === 'system') {
      this.system++;
      if (entry.system !== undefined && groupTopics.has(entry.system)) this.groupLines++;
      if (this.entries <= 4 && opensChat(entry.system)) this.opens = true;
    } else if (entry.kind === 'call') this.calls++;
    else if (entry.kind === 'deleted') this.deleted++;
    if (entry.edited) this.edited++;
    if (entry.media !== undefined) this[entry.media.state]++;
    if (entry.type === 'poll') this.polls++;
    else if (entry.type === 'location') this.locations++;
    else if (entry.type === 'contact') this.contacts++;
  }

  /**
   * Whether the export probably lost its beginning: WhatsApp stops at about 40,000 messages without media and 10,000
   * with, and such a file does not open with the notice that opens every chat.
   */
  possiblyTruncated(): boolean {
    if (this.opens) return false;
    const near = (limit: number): boolean => this.entries >= limit * 0.975 && this.entries <= limit * 1.025;
    return near(40_000) || (near(10_000) && this.present + this.missing > 0);
  }

  authorList(): string[] {
    return [...this.authors].sort((a, b) => b[1].entries - a[1].entries).map(([name]) => name);
  }
}

interface ReportParts {
  readonly platform: 'android' | 'ios' | 'old';
  readonly lines: number;
  readonly resolution: Resolution | undefined;
  readonly tally: Tally;
  readonly warnings: WarningList;
}

/** Puts a report together. */
export function reportOf({ platform, lines, resolution, tally, warnings }: ReportParts): ExportReport {
  const range = rangeOf(resolution);
  return {
    platform,
    dateOrder: dateOrderOf(resolution),
    dateOrderBasis: resolution?.mixed ? 'mixed' : (resolution?.main.basis.join(',') ?? 'none'),
    readings: readingsOf(resolution, range),
    lines,
    linesAccounted: tally.linesAccounted,
    entries: tally.entries,
    authorless: tally.authorless,
    authors: tally.authorList(),
    system: tally.system,
    media: { present: tally.present, omitted: tally.omitted, missing: tally.missing },
    deleted: tally.deleted,
    edited: tally.edited,
    polls: tally.polls,
    locations: tally.locations,
    contacts: tally.contacts,
    calls: tally.calls,
    first: range?.first ?? null,
    last: range?.last ?? null,
    possiblyTruncated: tally.possiblyTruncated(),
    warnings: warnings.list(),
  };
}

function dateOrderOf(resolution: Resolution | undefined): DateOrder {
  if (resolution === undefined) return 'NONE';
  if (resolution.mixed) return 'MIXED';
  return resolution.main.decided ? resolution.main.order : 'AMBIGUOUS';
}

/** First and last entry in file order under the reading, or under another order where one is given. */
function rangeOf(resolution: Resolution | undefined, order?: FieldOrder): { first: string; last: string } | undefined {
  const first = resolution?.accepted[0];
  const last = resolution?.accepted.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const read = (one: AcceptedRun): FieldOrder => (order !== undefined && allows(one.run, order) ? order : one.order);
  return {
    first: wallTime(first.run.firstAt(read(first)), partsOf(first.run.shape).seconds),
    last: wallTime(
      last.tail === undefined ? last.run.lastAt(read(last)) : last.tail.lastDay * 86_400 + last.run.lastTime,
      partsOf(last.run.shape).seconds,
    ),
  };
}

function readingsOf(
  resolution: Resolution | undefined,
  range: { first: string; last: string } | undefined,
): ReadingRange[] {
  if (resolution === undefined || range === undefined) return [];
  if (resolution.mixed) return [{ order: 'MIXED', ...range }];
  return resolution.main.readings.map((order) => ({ order, ...(rangeOf(resolution, order) ?? range) }));
}
