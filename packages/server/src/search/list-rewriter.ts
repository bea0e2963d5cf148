/** The lists of one term in the runs that are read, as lists of the runs that are written. */

import { BitWriter } from './bits.ts';
import { RunLists } from './dictionary.ts';
import { KeyMerger } from './key-merger.ts';
import { ListGlance, ListReader, OccurrenceList, type Occurrences, PostingsWriter } from './postings.ts';
import type { DocMap, RunPlan } from './run-tables.ts';
import type { Place, SegmentHead } from './segment-layout.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** A segment that is read. */
export interface ListSource {
  readonly head: SegmentHead;
  /** Its stream. */
  readonly whole: Uint8Array;
}

/** A run that is read. */
interface SourceRun {
  readonly whole: Uint8Array;
  readonly glance: ListGlance;
  readonly documents: number;
  readonly map: DocMap;
  /** The run it becomes, where runs keep their documents' numbers; −1 if all its messages go. */
  readonly becomes: number;
  /** A bit a document: set if it goes. Undefined if none does. */
  readonly gone: Uint8Array | undefined;
}

/** Where a source has the postings of a term. */
interface TermPlace extends Place {
  readonly source: number;
}

/** Reused for one term after another. */
export class ListRewriter {
  readonly #segment: SegmentWriter;
  readonly #plan: RunPlan;
  readonly #sources: readonly (readonly SourceRun[])[];
  readonly #list = new BitWriter(1 << 16);
  readonly #postings: PostingsWriter = new PostingsWriter(this.#list, new BitWriter(1 << 16));
  readonly #all = new OccurrenceList();
  readonly #reader = new ListReader();
  readonly #lists = new RunLists();
  /** The runs, where one segment is read and they keep their own numbers and those of their documents. */
  readonly #thinned: readonly SourceRun[] | undefined;
  /** Where runs are sorted anew: by written run, its keys of the term. */
  readonly #sorted: readonly KeyMerger[];

  constructor(segment: SegmentWriter, plan: RunPlan, sources: readonly ListSource[]) {
    this.#segment = segment;
    this.#plan = plan;
    this.#sorted = plan.tables.map(() => new KeyMerger());
    let next = 0;
    this.#sources = sources.map(({ head, whole }) => {
      const glance = new ListGlance(whole);
      return head.runs.map(({ documents }) => {
        const map = plan.maps[next++] ?? new Int32Array(0);
        const kept = map.find((doc) => doc >= 0) ?? -1;
        return { whole, glance, documents, map, becomes: kept < 0 ? -1 : kept >>> 16, gone: goneIn(map) };
      });
    });
    const [only = []] = this.#sources;
    const isThinned = plan.keeps && sources.length === 1 && only.every(({ becomes }, run) => becomes === run);
    this.#thinned = isThinned ? only : undefined;
  }

  /** Gives the segment that is written the lists of a term, whose postings stand in these places; none if no message of it is left. */
  give(places: readonly TermPlace[], positioned: boolean): void {
    const [only] = places;
    if (this.#thinned !== undefined && only !== undefined && this.#stay(this.#thinned, only, positioned)) {
      this.#segment.lists(this.#thinned[0]?.whole ?? NOTHING, only.from, only.to);
      return;
    }
    for (const place of places) this.#take(place, positioned);
    if (!this.#plan.keeps) this.#writeSorted(positioned);
  }

  /** The lists of one source. */
  #take({ source, from, to }: TermPlace, positioned: boolean): void {
    const runs = this.#sources[source] ?? [];
    const [only] = runs;
    if (only === undefined) return;
    if (runs.length === 1) this.#takeList(only, from, to, positioned);
    else this.#takeLists(runs, { from, to }, positioned);
  }

  #takeLists(runs: readonly SourceRun[], { from, to }: Place, positioned: boolean): void {
    const lists = this.#lists;
    lists.read(runs[0]?.whole ?? NOTHING, from, to - from);
    let start = lists.start;
    for (let n = 0; n < lists.runs.length; n++) {
      const run = runs[lists.runs[n] ?? -1];
      const end = lists.ends[n] ?? start;
      if (run !== undefined) this.#takeList(run, start, end, positioned);
      start = end;
    }
  }

  #takeList(run: SourceRun, from: number, to: number, positioned: boolean): void {
    if (this.#plan.keeps) this.#keep(run, { from, to }, positioned);
    else this.#sort(run, from, positioned);
  }

  #keep(run: SourceRun, { from, to }: Place, positioned: boolean): void {
    if (run.becomes < 0) return;
    if (run.gone !== undefined && mayLose(run, from, positioned)) {
      const all = this.#all;
      all.count = 0;
      this.#read(run, from, positioned);
      const before = all.count;
      dropGone(all, run.gone);
      if (all.count === 0) return;
      if (all.count < before) {
        this.#encode(run.becomes, { keys: all.keys, from: 0, to: all.count }, positioned);
        return;
      }
    }
    this.#segment.list(run.becomes, run.whole, from, to);
  }

  /** True only if no list of a term loses a message. */
  #stay(runs: readonly SourceRun[], { from, to }: Place, positioned: boolean): boolean {
    const [only] = runs;
    if (only === undefined) return false;
    if (runs.length === 1) return !mayLose(only, from, positioned);
    const lists = this.#lists;
    lists.read(only.whole, from, to - from);
    let start = lists.start;
    for (let n = 0; n < lists.runs.length; n++) {
      const run = runs[lists.runs[n] ?? -1];
      if (run === undefined || mayLose(run, start, positioned)) return false;
      start = lists.ends[n] ?? start;
    }
    return true;
  }

  /** Reads a list and gives its keys, under the new numbers of their documents, to the runs that they fall into. */
  #sort(from: SourceRun, start: number, positioned: boolean): void {
    const all = this.#all;
    all.count = 0;
    this.#read(from, start, positioned);
    const { keys, count } = all;
    const { map } = from;
    let to = 0;
    let run = -1;
    for (let i = 0; i < count; i++) {
      const key = keys[i] ?? 0;
      const doc = map[key >>> 16] ?? -1;
      if (doc < 0) continue;
      if (doc >>> 16 !== run) {
        if (to > 0) this.#sorted[run]?.add(keys, 0, to);
        run = doc >>> 16;
        to = 0;
      }
      keys[to++] = (doc << 16) | (key & 0xffff);
    }
    if (to > 0) this.#sorted[run]?.add(keys, 0, to);
  }

  #writeSorted(positioned: boolean): void {
    for (let run = 0; run < this.#sorted.length; run++) {
      const sorted = this.#sorted[run];
      if (sorted !== undefined && !sorted.isEmpty) this.#encode(run, sorted.take(), positioned);
    }
  }

  /** Adds a list's occurrences to those read. */
  #read({ documents, whole }: SourceRun, start: number, positioned: boolean): void {
    this.#reader.read(whole, start, { positioned, documents }, this.#all);
  }

  #encode(run: number, list: Occurrences, positioned: boolean): void {
    const documents = this.#plan.tables[run]?.docs.at.length ?? 0;
    this.#list.clear();
    this.#postings.write(list, { positioned, documents });
    this.#segment.list(run, this.#list.bytes, 0, this.#list.length);
  }
}

/** False if a list, which must be short, holds nothing that goes: most lists are, and do. */
function mayLose({ documents, glance, gone }: SourceRun, start: number, positioned: boolean): boolean {
  return gone !== undefined && glance.mayMeet(gone, start, { positioned, documents });
}

/** The documents that have no number any more, as bits: few enough bytes to stay at the processor's hand. */
function goneIn(map: DocMap): Uint8Array | undefined {
  if (!map.includes(-1)) return undefined;
  const gone = new Uint8Array((map.length >>> 3) + 1);
  for (let doc = 0; doc < map.length; doc++) {
    if ((map[doc] ?? -1) < 0) gone[doc >>> 3] = (gone[doc >>> 3] ?? 0) | (1 << (doc & 7));
  }
  return gone;
}

function isGone(gone: Uint8Array, doc: number): boolean {
  return (((gone[doc >>> 3] ?? 0) >>> (doc & 7)) & 1) === 1;
}

/** Takes out the keys of documents that go; the others keep theirs. */
function dropGone(list: OccurrenceList, gone: Uint8Array): void {
  const { keys } = list;
  let to = 0;
  for (let i = 0; i < list.count; i++) {
    const key = keys[i] ?? 0;
    if (!isGone(gone, key >>> 16)) keys[to++] = key;
  }
  list.count = to;
}

const NOTHING = new Uint8Array(0);
