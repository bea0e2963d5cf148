/**
 * The messages of the runs that a rewriting reads, and of those that it writes. Large runs stay as they are, with holes where messages are
 * left out, also where they overlap in time: a search walks ten runs of one dictionary nearly as fast as one, and copying their lists
 * costs a fraction of sorting them. Small runs, and those of a segment with more holes than messages, are put together and sorted anew.
 */

import type { Pace } from '../records/pace.ts';
import type { DocColumns } from './doc-table.ts';
import { RUN_DOCUMENTS } from './postings.ts';
import { MOST_RUNS } from './segment-layout.ts';
import type { RunTable } from './segment-writer.ts';

/** A document in all written runs: run · 2^16 + its number there. −1: left out. */
export type DocMap = Int32Array;

/** What becomes of the documents of a run that is read. */
export interface RunFate {
  /** The run they are in then, where they keep their numbers; −1 if none is left. */
  readonly becomes: number;
  /** Which of them are left out, a bit each; undefined if none is. */
  readonly gone: Uint8Array | undefined;
  /** Where each goes that does not keep its number; undefined where they do. */
  readonly map: DocMap | undefined;
}

export interface RunPlan {
  /** The runs to be written. */
  readonly tables: readonly RunTable[];
  /** For each run read. */
  readonly fates: readonly RunFate[];
  /** True if each run read becomes one run, or none, and its documents keep their numbers. */
  readonly keeps: boolean;
}

/** Runs of fewer messages are put together with others. */
const SMALL_RUN = 32_768;
/** Runs that have more holes than messages are written without them. */
const MOST_HOLES = 0.5;

/** Documents between two looks at the clock. */
const STRIDE = 1 << 12;

/** A run that is read. */
interface ReadRun {
  readonly documents: number;
  /** It has no holes. */
  readonly isWhole: boolean;
  /** In them the seq of a hole is −1. */
  columns(): Promise<DocColumns>;
}

/** Plans the runs. Tables of large ones are read again when they are written: many of them are not held at a time. */
export async function planRuns(runs: readonly ReadRun[], without: ReadonlySet<number>, pace: Pace): Promise<RunPlan> {
  const areLarge = runs.every(({ documents }) => documents >= SMALL_RUN);
  if (areLarge && without.size === 0 && runs.length <= MOST_RUNS && runs.every(({ isWhole }) => isWhole)) {
    return wholeRuns(runs);
  }
  const read = areLarge ? runs.map((run) => () => run.columns()) : runs.map((run) => once(() => run.columns()));
  const gone: Uint8Array[] = [];
  for (const columns of read) {
    gone.push(goneOf((await columns()).seq, without));
    if (pace.isDue) await pace.rest();
  }
  if (mayKeep(gone)) return keptRuns(read, gone);
  const all: DocColumns[] = [];
  for (const columns of read) all.push(await columns());
  return sortedRuns(all, gone, pace);
}

type ReadColumns = () => Promise<DocColumns>;

function once(read: ReadColumns): ReadColumns {
  let columns: Promise<DocColumns> | undefined;
  return () => {
    columns ??= read();
    return columns;
  };
}

/** Large runs without holes, of which nothing is left out. */
function wholeRuns(runs: readonly ReadRun[]): RunPlan {
  return {
    tables: runs.map((run) => ({
      documents: run.documents,
      docs: () => run.columns(),
      holes: new Uint32Array(0),
    })),
    fates: runs.map((_, becomes) => ({ becomes, gone: undefined, map: undefined })),
    keeps: true,
  };
}

/** How many documents stay. */
function countLeft(gone: Uint8Array): number {
  let left = 0;
  for (const flag of gone) left += 1 - flag;
  return left;
}

/** 1 for every document that is a hole or is left out. */
function goneOf(seq: Float64Array, without: ReadonlySet<number>): Uint8Array {
  const gone = new Uint8Array(seq.length);
  for (let doc = 0; doc < gone.length; doc++) {
    const value = seq[doc] ?? -1;
    if (value < 0 || (without.size > 0 && without.has(value))) gone[doc] = 1;
  }
  return gone;
}

/** One run of many may be nearly empty: sorting the others with it would cost more than it ever does. */
function mayKeep(gone: readonly Uint8Array[]): boolean {
  const left = gone.filter((flags) => flags.includes(0));
  if (left.length > MOST_RUNS) return false;
  if (left.length > 1 && left.some(({ length }) => length < SMALL_RUN)) return false;
  const live = left.reduce((sum, flags) => sum + countLeft(flags), 0);
  return live >= left.reduce((sum, { length }) => sum + length, 0) * MOST_HOLES;
}

function keptRuns(read: readonly ReadColumns[], gone: readonly Uint8Array[]): RunPlan {
  const tables: RunTable[] = [];
  const fates = gone.map((flags, n): RunFate => {
    const columns = read[n];
    if (columns === undefined || !flags.includes(0)) return { becomes: -1, gone: undefined, map: undefined };
    const becomes = tables.push(withHoles(columns, flags)) - 1;
    return { becomes, gone: flags.includes(1) ? bitsOf(flags) : undefined, map: undefined };
  });
  return { tables, fates, keeps: true };
}

/** Few enough bytes to stay at the processor's hand. */
function bitsOf(flags: Uint8Array): Uint8Array {
  const bits = new Uint8Array((flags.length >>> 3) + 1);
  for (let n = 0; n < flags.length; n++) if (flags[n] === 1) bits[n >>> 3] = (bits[n >>> 3] ?? 0) | (1 << (n & 7));
  return bits;
}

/** A hole has the time and the seq of the message before it, or of the first one. */
function withHoles(columns: ReadColumns, gone: Uint8Array): RunTable {
  const documents = gone.length;
  if (!gone.includes(1)) return { documents, docs: columns, holes: new Uint32Array(0) };
  const docs = async (): Promise<DocColumns> => {
    const { at, seq } = await columns();
    let before = gone.indexOf(0);
    for (let doc = 0; doc < documents; doc++) {
      if (gone[doc] === 0) before = doc;
      else {
        at[doc] = at[before] ?? 0;
        seq[doc] = seq[before] ?? 0;
      }
    }
    return { at, seq };
  };
  const holes = new Uint32Array(documents - countLeft(gone));
  let hole = 0;
  for (let doc = 0; doc < documents; doc++) if (gone[doc] === 1) holes[hole++] = doc;
  return { documents, docs, holes };
}

async function sortedRuns(runs: readonly DocColumns[], gone: readonly Uint8Array[], pace: Pace): Promise<RunPlan> {
  const newest = new NewestRun(runs, gone);
  const left = gone.reduce((sum, flags) => sum + countLeft(flags), 0);
  const tables: RunTable[] = [];
  for (let from = 0; from < left; from += RUN_DOCUMENTS) {
    const documents = Math.min(RUN_DOCUMENTS, left - from);
    const docs = { at: new Float64Array(documents), seq: new Float64Array(documents) };
    for (let doc = 0; doc < documents; doc += STRIDE) {
      newest.takeInto(docs, { first: doc, end: Math.min(documents, doc + STRIDE), before: from });
      if (pace.isDue) await pace.rest();
    }
    tables.push({ documents, docs: async () => docs, holes: new Uint32Array(0) });
  }
  return { tables, fates: newest.maps.map((map) => ({ becomes: -1, gone: undefined, map })), keeps: false };
}

/** Takes the documents of several runs, newest first, and notes where each went. */
class NewestRun {
  readonly maps: readonly Int32Array[];
  readonly #runs: readonly DocColumns[];
  readonly #gone: readonly Uint8Array[];
  /** By run: its next document that stays, and the time and seq of that; a time before all times when there is none. */
  readonly #next: Uint32Array;
  readonly #at: Float64Array;
  readonly #seq: Float64Array;

  constructor(runs: readonly DocColumns[], gone: readonly Uint8Array[]) {
    this.#runs = runs;
    this.#gone = gone;
    this.maps = gone.map((flags) => new Int32Array(flags.length).fill(-1));
    this.#next = new Uint32Array(runs.length);
    this.#at = new Float64Array(runs.length);
    this.#seq = new Float64Array(runs.length);
    for (let run = 0; run < runs.length; run++) this.#moveTo(run, 0);
  }

  /** Documents [first, end) of a run before which all written runs have so many. */
  takeInto(
    docs: DocColumns,
    { before, end, first }: { readonly before: number; readonly end: number; readonly first: number },
  ): void {
    for (let doc = first; doc < end; doc++) {
      const run = this.#newest();
      const old = this.#next[run] ?? 0;
      docs.at[doc] = this.#at[run] ?? 0;
      docs.seq[doc] = this.#seq[run] ?? 0;
      const map = this.maps[run];
      if (map !== undefined) map[old] = before + doc;
      this.#moveTo(run, old + 1);
    }
  }

  #newest(): number {
    let newest = 0;
    let at = this.#at[0] ?? 0;
    for (let run = 1; run < this.#at.length; run++) {
      const other = this.#at[run] ?? 0;
      if (other < at || (other === at && (this.#seq[run] ?? 0) < (this.#seq[newest] ?? 0))) continue;
      newest = run;
      at = other;
    }
    return newest;
  }

  #moveTo(run: number, from: number): void {
    const flags = this.#gone[run];
    const docs = this.#runs[run];
    let doc = from;
    while (flags?.[doc] === 1) doc++;
    this.#next[run] = doc;
    this.#at[run] = docs?.at[doc] ?? Number.NEGATIVE_INFINITY;
    this.#seq[run] = docs?.seq[doc] ?? Number.NEGATIVE_INFINITY;
  }
}
