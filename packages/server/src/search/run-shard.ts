/** One run of a sealed segment, as a query walks it. */

import { AllDocuments, Difference } from './combined-cursors.ts';
import type { Cursor } from './cursor.ts';
import { CHUNK_DOCS, DocChunk, type DocColumns, firstEarlier, readDocChunk } from './doc-table.ts';
import { ListReader, OccurrenceList } from './postings.ts';
import { type ListBytes, wholeList } from './postings-blocks.ts';
import { PostingsCursor } from './postings-cursor.ts';
import { PrefixCursor } from './prefix-cursor.ts';
import type { StartingLists } from './prefix-lists.ts';
import type { Place, RunHead, SegmentHead } from './segment-layout.ts';
import type { SegmentSource } from './segment-source.ts';
import type { Dictionary, Hit, Shard } from './shard.ts';
import { StreamBytes, type StreamPieces } from './stream-bytes.ts';
import type { TermLists } from './term-lists.ts';
import { isPositioned } from './terms.ts';

/** What a run needs of its segment. */
export interface RunOwner extends Dictionary, StreamPieces {
  readonly info: { readonly id: number };
  readonly head: SegmentHead;
  listsOf(term: string): Promise<TermLists | undefined>;
  listsStarting(prefix: string): Promise<StartingLists>;
  read(place: Place): Promise<Uint8Array>;
}

export class RunShard implements Shard {
  readonly #segment: RunOwner;
  readonly #source: SegmentSource;
  readonly #run: number;
  /** The number of its first chunk among those of all runs. */
  readonly #chunksBefore: number;
  /** Of the first document of each chunk. */
  #times: Float64Array | undefined;

  constructor(segment: RunOwner, source: SegmentSource, run: number) {
    this.#segment = segment;
    this.#source = source;
    this.#run = run;
    this.#chunksBefore = segment.head.runs.slice(0, run).reduce((sum, { chunks }) => sum + chunks.length, 0);
  }

  get #head(): RunHead {
    const head = this.#segment.head.runs[this.#run];
    if (head === undefined) throw new RangeError('no such run');
    return head;
  }

  get documents(): number {
    return this.#head.documents;
  }

  get minAt(): number {
    return this.#head.minAt;
  }

  get maxAt(): number {
    return this.#head.maxAt;
  }

  get dictionary(): Dictionary {
    return this.#segment;
  }

  async cursor(term: string): Promise<Cursor | undefined> {
    const lists = await this.#segment.listsOf(term);
    if (lists === undefined || !lists.mayHave(this.#run)) return undefined;
    return this.#cursorOf(lists, isPositioned(term.charCodeAt(0)));
  }

  async starting(prefix: string): Promise<readonly Cursor[]> {
    const { long, short } = await this.#segment.listsStarting(prefix);
    const cursors: Cursor[] = [];
    for (const lists of long) if (lists.mayHave(this.#run)) cursors.push(this.#cursorOf(lists, true));
    const some = short.ofRun(this.#run);
    if (some.count > 0) cursors.push(new PrefixCursor(some, { positioned: true, documents: this.documents }));
    return cursors;
  }

  async all(): Promise<Cursor> {
    const all = new AllDocuments(this.documents);
    if (this.isWhole) return all;
    const bytes = await this.#segment.read(this.#head.holes);
    const list = wholeList({ bytes, start: 0 }, bytes.length);
    return new Difference(all, [this.#open(list, false, bytes.length)]);
  }

  async firstEarlier(bound: number): Promise<number> {
    this.#times ??= Float64Array.from(this.#head.chunks, ({ at }) => at);
    const next = firstEarlier(this.#times, this.#times.length, bound);
    if (next === 0) return 0;
    return (next - 1) * CHUNK_DOCS + (await this.#docChunk(next - 1)).firstEarlier(bound);
  }

  latest(doc: number): number {
    return this.#head.chunks[Math.floor(doc / CHUNK_DOCS)]?.at ?? this.maxAt;
  }

  async hits(docs: readonly number[]): Promise<Hit[]> {
    const hits: Hit[] = [];
    let number = -1;
    let chunk: DocChunk | undefined;
    for (const doc of docs) {
      const needed = Math.floor(doc / CHUNK_DOCS);
      if (chunk === undefined || needed !== number) chunk = await this.#docChunk(needed);
      number = needed;
      const within = doc - number * CHUNK_DOCS;
      const { at, seq } = chunk.upTo(within);
      hits.push({ at: at[within] ?? 0, seq: seq[within] ?? 0 });
    }
    return hits;
  }

  /** True if it has no holes. */
  get isWhole(): boolean {
    const { holes } = this.#head;
    return holes.to === holes.from;
  }

  /** Times and seqs of all documents; the seq of a hole is −1. */
  async columns(): Promise<DocColumns> {
    const { chunks, documents, holes } = this.#head;
    const all = { at: new Float64Array(documents), seq: new Float64Array(documents) };
    for (const [n, place] of chunks.entries()) {
      const { at, seq } = readDocChunk(await this.#segment.read(place), this.#countIn(n));
      all.at.set(at, n * CHUNK_DOCS);
      all.seq.set(seq, n * CHUNK_DOCS);
    }
    if (this.isWhole) return all;
    const erased = new OccurrenceList();
    new ListReader().read(await this.#segment.read(holes), 0, { positioned: false, documents }, erased);
    for (let i = 0; i < erased.count; i++) all.seq[(erased.keys[i] ?? 0) >>> 16] = -1;
    return all;
  }

  #cursorOf(lists: TermLists, positioned: boolean): PostingsCursor {
    return this.#open(new StreamBytes(this.#segment, lists, this.#run), positioned, lists.bytes);
  }

  #open(list: ListBytes, positioned: boolean, size: number): PostingsCursor {
    return new PostingsCursor(list, { positioned, documents: this.documents }, size);
  }

  #countIn(chunk: number): number {
    return Math.min(CHUNK_DOCS, this.documents - chunk * CHUNK_DOCS);
  }

  #docChunk(chunk: number): Promise<DocChunk> {
    return this.#source.docs.get(this.#segment.info.id, this.#chunksBefore + chunk, async () => {
      const place = this.#head.chunks[chunk];
      const bytes = place === undefined ? new Uint8Array(0) : await this.#segment.read(place);
      // A copy: the piece of the stream that it is a view of may go first.
      return new DocChunk(new Uint8Array(bytes), this.#countIn(chunk));
    });
  }
}
