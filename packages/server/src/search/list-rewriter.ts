/** The lists of one term in the runs that are read, as lists of the runs that are written. */

import { BitWriter } from './bits.ts';
import { RunLists } from './dictionary.ts';
import { KeyMerger } from './key-merger.ts';
import { ListGlance, ListReader, OccurrenceList, type Occurrences, PostingsWriter } from './postings.ts';
import type { RunFate, RunPlan } from './run-tables.ts';
import type { Place, SegmentHead } from './segment-layout.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** A run that is read. */
interface SourceRun extends RunFate {
  readonly documents: number;
}

/** Where a source has the postings of a term: a place in bytes that stand until the next term. */
interface TermPlace extends Place {
  readonly source: number;
  readonly postings: Uint8Array;
}

type ListPlace = Omit<TermPlace, 'source'>;
type ListStart = Omit<ListPlace, 'to'>;

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
  readonly #glance = new ListGlance();
  /** The runs, where one segment is read and they keep their own numbers and those of their documents. */
  readonly #thinned: readonly SourceRun[] | undefined;
  /** Where runs are sorted anew: by written run, its keys of the term. */
  readonly #sorted: readonly KeyMerger[];

  constructor(segment: SegmentWriter, plan: RunPlan, sources: readonly SegmentHead[]) {
    this.#segment = segment;
    this.#plan = plan;
    this.#sorted = plan.keeps ? [] : plan.tables.map(() => new KeyMerger());
    let next = 0;
    this.#sources = sources.map(({ runs }) =>
      runs.map(({ documents }) => ({ documents, ...(plan.fates[next++] ?? NOTHING_LEFT) })),
    );
    const [only = []] = this.#sources;
    const isThinned = plan.keeps && sources.length === 1 && only.every(({ becomes }, run) => becomes === run);
    this.#thinned = isThinned ? only : undefined;
  }

  /** Whether one segment is read, and its runs keep their numbers and those of their documents. */
  get thins(): boolean {
    return this.#thinned !== undefined;
  }

  /** Where `thins`: true only if no list of a term loses a message. */
  stay({ from, postings, to }: ListPlace, positioned: boolean): boolean {
    const runs = this.#thinned ?? [];
    const [only] = runs;
    if (only === undefined) return false;
    if (runs.length === 1) return !this.#mayLose(only, { postings, from }, positioned);
    const lists = this.#lists;
    lists.read(postings, from, to - from);
    let start = lists.start;
    for (let n = 0; n < lists.count; n++) {
      const run = runs[lists.runs[n] ?? -1];
      if (run === undefined || this.#mayLose(run, { postings, from: start }, positioned)) return false;
      start = lists.ends[n] ?? start;
    }
    return true;
  }

  /** Gives the segment that is written the lists of a term, whose postings stand in these places; none if no message of it is left. */
  give(places: readonly TermPlace[], positioned: boolean): void {
    for (const place of places) this.giveOne(place, positioned);
    if (!this.#plan.keeps) this.#writeSorted(positioned);
  }

  /** The same of the one source that is read, or of each where runs keep their documents' numbers. */
  giveOne(place: TermPlace, positioned: boolean): void {
    const runs = this.#sources[place.source] ?? [];
    const [only] = runs;
    if (only === undefined) return;
    if (runs.length === 1) this.#takeList(only, place, positioned);
    else this.#takeLists(runs, place, positioned);
  }

  #takeLists(runs: readonly SourceRun[], { from, postings, to }: TermPlace, positioned: boolean): void {
    const lists = this.#lists;
    lists.read(postings, from, to - from);
    let start = lists.start;
    for (let n = 0; n < lists.count; n++) {
      const run = runs[lists.runs[n] ?? -1];
      const end = lists.ends[n] ?? start;
      if (run !== undefined) this.#takeList(run, { postings, from: start, to: end }, positioned);
      start = end;
    }
  }

  #takeList(run: SourceRun, list: ListPlace, positioned: boolean): void {
    if (this.#plan.keeps) this.#keep(run, list, positioned);
    else this.#sort(run, list, positioned);
  }

  #keep(run: SourceRun, list: ListPlace, positioned: boolean): void {
    if (run.becomes < 0) return;
    if (run.gone !== undefined && this.#mayLose(run, list, positioned)) {
      const all = this.#all;
      all.count = 0;
      this.#read(run, list, positioned);
      const before = all.count;
      dropGone(all, run.gone);
      if (all.count === 0) return;
      if (all.count < before) {
        this.#encode(run.becomes, { keys: all.keys, from: 0, to: all.count }, positioned);
        return;
      }
    }
    this.#segment.list(run.becomes, list.postings, list.from, list.to);
  }

  /** Reads a list and gives its keys, under the new numbers of their documents, to the runs that they fall into. */
  #sort(source: SourceRun, list: ListPlace, positioned: boolean): void {
    const all = this.#all;
    all.count = 0;
    this.#read(source, list, positioned);
    const { keys, count } = all;
    const { map } = source;
    let to = 0;
    let run = -1;
    for (let i = 0; i < count; i++) {
      const key = keys[i] ?? 0;
      const doc = map?.[key >>> 16] ?? -1;
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
  #read({ documents }: SourceRun, { from, postings }: ListStart, positioned: boolean): void {
    this.#reader.read(postings, from, { positioned, documents }, this.#all);
  }

  /** False if a list, which must be short, holds nothing that goes: most lists are, and do. */
  #mayLose({ documents, gone }: SourceRun, { from, postings }: ListStart, positioned: boolean): boolean {
    return (
      gone !== undefined && this.#glance.mayMeet(gone, { bytes: postings, start: from }, { positioned, documents })
    );
  }

  #encode(run: number, list: Occurrences, positioned: boolean): void {
    const documents = this.#plan.tables[run]?.documents ?? 0;
    this.#list.clear();
    this.#postings.write(list, { positioned, documents });
    this.#segment.list(run, this.#list.bytes, 0, this.#list.length);
  }
}

const NOTHING_LEFT: RunFate = { becomes: -1, gone: undefined, map: undefined };

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
