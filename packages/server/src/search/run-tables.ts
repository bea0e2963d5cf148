/**
 * The messages of the runs that a rewriting reads, and of those that it writes. Large runs stay as they are, with holes where messages are
 * left out, also where they overlap in time: a search walks ten runs of one dictionary nearly as fast as one, and copying their lists
 * costs a fraction of sorting them. Small runs, and those with more holes than messages, are put together and sorted anew.
 */

import type { Pace } from '../records/pace.ts';
import type { DocColumns } from './doc-table.ts';
import { RUN_DOCUMENTS } from './postings.ts';
import { MOST_RUNS } from './segment-layout.ts';
import type { RunTable } from './segment-writer.ts';

/** A document in all written runs: run · 2^16 + its number there. −1: left out. */
export type DocMap = Int32Array;

export interface RunPlan {
  /** The runs to be written. */
  readonly tables: readonly RunTable[];
  /** For each run read, where its documents go. */
  readonly maps: readonly DocMap[];
  /** True if each run read becomes one run, or none, and its documents keep their numbers. */
  readonly keeps: boolean;
}

/** Runs of fewer messages are put together with others. */
const SMALL_RUN = 32_768;
/** A run with more holes than messages is written without them. */
const MOST_HOLES = 0.5;

/** Documents between two looks at the clock. */
const STRIDE = 1 << 12;

/** A run that is read. */
interface ReadRun {
  readonly documents: number;
  /** It has no holes. */
  readonly isWhole: boolean;
  columns(): Promise<DocColumns>;
}

/** Large runs without holes, of which nothing is left out: their tables are read when they are written. Undefined if they are others. */
export function wholeRuns(runs: readonly ReadRun[]): RunPlan | undefined {
  if (runs.length > MOST_RUNS) return undefined;
  if (runs.some(({ documents, isWhole }) => !isWhole || documents < SMALL_RUN)) return undefined;
  const tables = runs.map((run) => ({
    documents: run.documents,
    docs: () => run.columns(),
    holes: new Uint32Array(0),
  }));
  const maps = runs.map(({ documents }, n) => new Int32Array(documents).map((_, doc) => n * RUN_DOCUMENTS + doc));
  return { tables, maps, keeps: true };
}

/** Plans the runs. In the columns the seq of a hole is −1. */
export async function planRuns(
  runs: readonly DocColumns[],
  without: ReadonlySet<number>,
  pace: Pace,
): Promise<RunPlan> {
  const gone = runs.map(({ seq }) => goneOf(seq, without));
  const live = gone.map(countLeft);
  if (pace.isDue) await pace.rest();
  return mayKeep(runs, live) ? keptRuns(runs, gone, live) : sortedRuns(runs, gone, pace);
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

function mayKeep(runs: readonly DocColumns[], live: readonly number[]): boolean {
  const left = runs.filter((_, n) => (live[n] ?? 0) > 0);
  if (left.length > MOST_RUNS) return false;
  const whole = runs.every(({ at }, n) => live[n] === 0 || (live[n] ?? 0) >= at.length * MOST_HOLES);
  return whole && (left.length <= 1 || left.every(({ at }) => at.length >= SMALL_RUN));
}

function keptRuns(runs: readonly DocColumns[], gone: readonly Uint8Array[], live: readonly number[]): RunPlan {
  const tables: RunTable[] = [];
  const maps = runs.map((docs, n) => {
    const flags = gone[n] ?? new Uint8Array(0);
    if (live[n] === 0) return new Int32Array(flags.length).fill(-1);
    const run = tables.length * RUN_DOCUMENTS;
    tables.push(withHoles(docs, flags));
    const map = new Int32Array(flags.length);
    for (let doc = 0; doc < map.length; doc++) map[doc] = flags[doc] === 1 ? -1 : run + doc;
    return map;
  });
  return { tables, maps, keeps: true };
}

/** A hole has the time and the seq of the message before it, or of the first one. */
function withHoles(docs: DocColumns, gone: Uint8Array): RunTable {
  const documents = gone.length;
  if (!gone.includes(1)) return { documents, docs: async () => docs, holes: new Uint32Array(0) };
  const holes: number[] = [];
  const at = docs.at.slice();
  const seq = docs.seq.slice();
  let before = gone.indexOf(0);
  for (let doc = 0; doc < gone.length; doc++) {
    if (gone[doc] === 0) before = doc;
    else {
      holes.push(doc);
      at[doc] = at[before] ?? 0;
      seq[doc] = seq[before] ?? 0;
    }
  }
  return { documents, docs: async () => ({ at, seq }), holes: Uint32Array.from(holes) };
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
  return { tables, maps: newest.maps, keeps: false };
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
