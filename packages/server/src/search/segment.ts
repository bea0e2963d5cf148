/**
 * A sealed segment, opened part by part as a query needs them. It reads; segment-writer.ts and rewriting.ts write.
 */

import { createSecretKey, type KeyObject } from 'node:crypto';
import { bucketOf, findTerm } from './bucket.ts';
import type { Cursor } from './cursor.ts';
import { CHUNK_DOCS, type DocColumns, firstEarlier, readDocChunk } from './doc-table.ts';
import { PartCache } from './part-cache.ts';
import { HEAD_PART, openPart } from './sealed-part.ts';
import { SearchError } from './search-error.ts';
import { docPart, openHead, type SegmentHead, termPart } from './segment-layout.ts';
import type { SegmentInfo, SegmentKeys, SegmentStore } from './segment-store.ts';
import type { Hit, Shard } from './shard.ts';
import { chunksWithPrefix, type ListedTerm, readTermChunk } from './term-list.ts';

/** Where segments are read from, and what was read lately. */
export class SegmentSource {
  readonly store: SegmentStore;
  readonly keys: SegmentKeys;
  readonly parts: PartCache<Uint8Array>;
  readonly docs: PartCache<DocColumns>;

  constructor(store: SegmentStore, keys: SegmentKeys, cacheBytes: number) {
    this.store = store;
    this.keys = keys;
    this.parts = new PartCache(cacheBytes, (part) => part.length);
    this.docs = new PartCache(cacheBytes / 4, (docs) => docs.at.byteLength * 2);
  }

  /** Forgets what was opened of some segments. */
  forget(segments: ReadonlySet<number>): void {
    this.parts.forget(segments);
    this.docs.forget(segments);
  }
}

export class Segment implements Shard {
  readonly info: SegmentInfo;
  readonly head: SegmentHead;
  readonly #source: SegmentSource;
  readonly #key: KeyObject;

  private constructor(source: SegmentSource, info: SegmentInfo, key: KeyObject, head: SegmentHead) {
    this.#source = source;
    this.info = info;
    this.#key = key;
    this.head = head;
  }

  /** Opens a segment's key and head. Throws `index-damaged` if either is missing or does not open. */
  static async open(source: SegmentSource, info: SegmentInfo): Promise<Segment> {
    const place = { segment: info.id, part: HEAD_PART };
    const sealed = await source.store.head(info.id);
    if (sealed === undefined) throw new SearchError('index-damaged', place);
    const key = await source.keys.open(info.id).catch((cause: unknown) => {
      throw new SearchError('index-damaged', place, { cause });
    });
    const secret = createSecretKey(key);
    return new Segment(source, info, secret, openHead(secret, info.id, sealed));
  }

  get documents(): number {
    return this.head.documents;
  }

  get minAt(): number {
    return this.info.minAt;
  }

  get maxAt(): number {
    return this.info.maxAt;
  }

  async cursor(term: string): Promise<Cursor | undefined> {
    return findTerm(await this.#cached(bucketOf(this.head.bucketKey, term)), term);
  }

  async *listed(prefix: string): AsyncGenerator<readonly ListedTerm[]> {
    const { from, to } = chunksWithPrefix(this.head.firsts, prefix);
    for (let chunk = from; chunk < to; chunk++) {
      const terms = readTermChunk(await this.#cached(termPart(chunk)));
      yield terms.filter(({ term }) => term.startsWith(prefix));
    }
  }

  async firstEarlier(bound: number): Promise<number> {
    const { chunkAt } = this.head;
    const next = firstEarlier(chunkAt, chunkAt.length, bound);
    if (next === 0) return 0;
    const { at } = await this.#docChunk(next - 1);
    return (next - 1) * CHUNK_DOCS + firstEarlier(at, at.length, bound);
  }

  async hits(docs: readonly number[]): Promise<Hit[]> {
    const hits: Hit[] = [];
    let chunk = -1;
    let columns: DocColumns | undefined;
    for (const doc of docs) {
      const needed = Math.floor(doc / CHUNK_DOCS);
      if (columns === undefined || needed !== chunk) columns = await this.#docChunk(needed);
      chunk = needed;
      hits.push({ at: columns.at[doc - chunk * CHUNK_DOCS] ?? 0, seq: columns.seq[doc - chunk * CHUNK_DOCS] ?? 0 });
    }
    return hits;
  }

  /** Times and seqs of all documents. */
  async columns(): Promise<DocColumns> {
    const all = { at: new Float64Array(this.documents), seq: new Float64Array(this.documents) };
    for (let chunk = 0; chunk * CHUNK_DOCS < this.documents; chunk++) {
      const docs = await this.#readDocChunk(chunk);
      all.at.set(docs.at, chunk * CHUNK_DOCS);
      all.seq.set(docs.seq, chunk * CHUNK_DOCS);
    }
    return all;
  }

  /** Opens a part without keeping it. */
  async part(part: number): Promise<Uint8Array> {
    const sealed = await this.#source.store.blob(this.info.id, part);
    if (sealed === undefined) throw new SearchError('index-damaged', { segment: this.info.id, part });
    return openPart(this.#key, { segment: this.info.id, part }, sealed);
  }

  #cached(part: number): Promise<Uint8Array> {
    return this.#source.parts.get(this.info.id, part, () => this.part(part));
  }

  #docChunk(chunk: number): Promise<DocColumns> {
    return this.#source.docs.get(this.info.id, chunk, () => this.#readDocChunk(chunk));
  }

  async #readDocChunk(chunk: number): Promise<DocColumns> {
    const count = Math.min(CHUNK_DOCS, this.documents - chunk * CHUNK_DOCS);
    return readDocChunk(await this.part(docPart(chunk)), count);
  }
}
