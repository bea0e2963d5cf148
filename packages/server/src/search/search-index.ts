/**
 * The search index of a vault: sealed segments, and the newest messages in memory. It takes messages, seals and merges them, forgets
 * them, and finds them. It stores nothing by itself and knows no names, no permissions and no message texts: it gives record numbers.
 *
 * What a crash can leave is a key without a segment, or a segment whose messages are also given again; `open` destroys the one and
 * `add` passes over the other.
 */

import assert from 'node:assert/strict';
import { Pace } from '../records/pace.ts';
import { planRewriting, type Rewriting, rewriteSegments } from './rewriting.ts';
import { SearchError } from './search-error.ts';
import { runSearch, type SearchRequest, type SearchResult } from './search-run.ts';
import { Segment } from './segment.ts';
import { SegmentSource } from './segment-source.ts';
import type { MessageBatch, SegmentKeys, SegmentStore } from './segment-store.ts';
import type { Shard } from './shard.ts';
import { Tail } from './tail.ts';
import { sealTail } from './tail-seal.ts';
import { TailView } from './tail-view.ts';
import { chooseMerge } from './tiers.ts';

export interface SearchIndexOptions {
  readonly store: SegmentStore;
  readonly keys: SegmentKeys;
  /** Opened parts kept in memory; if not given 32 MiB, and for a reader up to 256 MiB, as there are messages. */
  readonly cacheBytes?: number;
  /** True beside a running writer: nothing is stored or destroyed, and what is added stays in memory. */
  readonly readOnly?: boolean;
}

/** What an erasure did. */
export interface ErasedFromIndex {
  /** Messages that were found and left out. */
  readonly messages: number;
  /** Segments that were written anew or removed; their keys are destroyed. */
  readonly segments: number;
}

const CACHE_BYTES = 32 * 2 ** 20;
const LARGEST_CACHE_BYTES = 256 * 2 ** 20;
const CACHED_A_MESSAGE = 26;
/** Messages between two looks at the clock. */
const STRIDE = 64;

export class SearchIndex {
  readonly #source: SegmentSource;
  readonly #readOnly: boolean;
  readonly #cacheGrows: boolean;
  #segments: readonly Segment[] = [];
  #tail = new Tail();
  /** Full tails of a reader, which seals none. */
  #fullTails: readonly Tail[] = [];
  #views: readonly TailView[] | undefined;
  /** A search may be looking at the tail, as it is now or as it was. */
  #isTailSeen = false;
  #sealedUpTo = -1;
  #work: Promise<unknown> = Promise.resolve();
  /** The merges that run beside what is added. Nothing else changes the segments before they are over. */
  #merging: Promise<void> = Promise.resolve();

  private constructor({ store, keys, cacheBytes, readOnly }: SearchIndexOptions) {
    this.#source = new SegmentSource(store, keys, cacheBytes ?? CACHE_BYTES);
    this.#readOnly = readOnly ?? false;
    this.#cacheGrows = this.#readOnly && cacheBytes === undefined;
  }

  /** Opens the segments, and destroys keys of segments that are gone. Throws `index-damaged`: drop the index and fill it again. */
  static async open(options: SearchIndexOptions): Promise<SearchIndex> {
    const index = new SearchIndex(options);
    await index.refresh();
    if (!index.#readOnly) await index.#destroyLooseKeys();
    return index;
  }

  /** The last seq that a segment covers; −1 if there is none. At start, give `add` what comes after it. */
  get sealedUpTo(): number {
    return this.#sealedUpTo;
  }

  /** How many messages there are, and how many of them only in memory. */
  get size(): { readonly messages: number; readonly unsealed: number; readonly segments: number } {
    const sealed = this.#segments.reduce((sum, { messages }) => sum + messages, 0);
    const unsealed = this.#tails().reduce((sum, { documents }) => sum + documents, 0);
    return { messages: sealed + unsealed, unsealed, segments: this.#segments.length };
  }

  /**
   * Takes messages, their seqs ascending; those that a segment covers are passed over. Full segments are sealed on the way, and merged
   * while more is added; what goes wrong there is tried again where the next one is sealed, and thrown if it goes wrong again. Throws
   * `out-of-order`.
   */
  add(batch: MessageBatch): Promise<void> {
    return this.#alone(async () => {
      const pace = new Pace();
      for (let n = 0; n < batch.seqs.length; n++) {
        if ((batch.seqs[n] ?? 0) <= this.#sealedUpTo) continue;
        this.#views = undefined;
        this.#tail.add(batch, n);
        if (this.#tail.isFull) await this.#endTail();
        if (n % STRIDE === 0 && pace.isDue) await pace.rest();
      }
    });
  }

  /** Seals what is only in memory if it is `least` messages or more, so that the next start need not take it again. Nothing merges then. */
  flush(least = 1): Promise<void> {
    assert(!this.#readOnly);
    const sealed = this.#alone(async () => {
      if (this.#tail.documents >= Math.max(1, least)) await this.#sealTail();
    });
    return sealed.then(() => this.#merging);
  }

  /**
   * Forgets messages by their seqs, known here or not. Each touched segment is written anew without them under a new key, then its old
   * key is destroyed. After a crash call it again: what was done stays done.
   */
  erase(seqs: Iterable<number>): Promise<ErasedFromIndex> {
    assert(!this.#readOnly);
    const without = new Set(seqs);
    return this.#still(async () => {
      await this.#reload();
      const tail = this.#tail.without((seq) => without.has(seq));
      let messages = this.#tail.documents - tail.documents;
      let segments = 0;
      this.#tail = tail;
      this.#views = undefined;
      for (const segment of this.#segments) {
        if (!isNear(segment, without)) continue;
        const plan = await planRewriting([segment], without);
        if (plan.leftOut === 0) continue;
        await this.#replace(plan);
        messages += plan.leftOut;
        segments++;
      }
      await this.#destroyLooseKeys();
      return { messages, segments };
    });
  }

  /** Drops everything and destroys every key. */
  clear(): Promise<void> {
    assert(!this.#readOnly);
    return this.#still(async () => {
      const listed = await this.#source.store.list();
      await this.#source.store.replace({ remove: listed.map(({ id }) => id), add: [] });
      await this.#source.keys.destroy(await this.#source.keys.list());
      this.#tail = new Tail();
      this.#views = undefined;
      this.#sealedUpTo = -1;
      this.#merging = Promise.resolve();
      this.#use([]);
    });
  }

  /** Looks again at which segments there are: another process may have replaced some. */
  refresh(): Promise<void> {
    return this.#still(() => this.#reload());
  }

  async #reload(): Promise<void> {
    const known = new Map(this.#segments.map((segment) => [segment.info.id, segment]));
    const segments: Segment[] = [];
    for (const info of await this.#source.store.list()) {
      segments.push(known.get(info.id) ?? (await Segment.open(this.#source, info)));
    }
    this.#use(segments);
    this.#dropSealed();
    if (this.#cacheGrows) this.#source.widen(Math.min(LARGEST_CACHE_BYTES, this.size.messages * CACHED_A_MESSAGE));
  }

  /** What the writer has sealed meanwhile is no longer a reader's to hold. */
  #dropSealed(): void {
    const isSealed = (seq: number): boolean => seq <= this.#sealedUpTo;
    this.#tail = this.#tail.without(isSealed);
    this.#fullTails = this.#fullTails.map((tail) => tail.without(isSealed));
    this.#views = undefined;
  }

  /** Searches what is there now. Throws `index-damaged`. */
  async search(request: SearchRequest): Promise<SearchResult> {
    const segments = this.#segments;
    try {
      return await runSearch(this.#shards(), request);
    } catch (error) {
      if (!(error instanceof SearchError)) throw error;
      if (this.#segments === segments) await this.refresh();
      if (this.#segments.every((segment) => segments.includes(segment))) throw error;
      return await runSearch(this.#shards(), request);
    }
  }

  #shards(): Shard[] {
    this.#isTailSeen = true;
    this.#views ??= this.#tails().map((tail) => new TailView(tail));
    return [...this.#views, ...this.#segments.flatMap(({ runs }) => runs)];
  }

  #tails(): readonly Tail[] {
    return [...this.#fullTails, this.#tail];
  }

  /** Writers wait for each other; searches never wait. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  /** Alone, when no merge is under way, whatever came of it. */
  #still<T>(work: () => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      await this.#merging.catch(() => undefined);
      return work();
    });
  }

  /** Resolves when nothing is under way, whatever came of it. */
  atRest(): Promise<void> {
    return this.#still(async () => undefined);
  }

  async #endTail(): Promise<void> {
    if (!this.#readOnly) return this.#sealTail();
    this.#fullTails = [...this.#fullTails, this.#tail];
    this.#tail = new Tail(this.#tail);
  }

  async #sealTail(): Promise<void> {
    await this.#merging.catch(() => this.#mergeAgain());
    const sealed = await sealTail(this.#tail, await this.#source.keys.mint());
    await this.#source.store.replace({ remove: [], add: [sealed] });
    const segment = await Segment.open(this.#source, sealed.info);
    this.#use([...this.#segments, segment]);
    this.#renewTail();
    this.#merging = this.#merge();
    this.#merging.catch(() => undefined);
  }

  /** An empty tail, in the memory of a full one where that is nobody's: much new memory outside the heap makes the engine collect. */
  #renewTail(): void {
    if (this.#tail.isFull && !this.#isTailSeen) this.#tail.clear();
    else this.#tail = new Tail(this.#tail);
    this.#isTailSeen = false;
    this.#views = undefined;
  }

  async #merge(): Promise<void> {
    for (;;) {
      const chosen = new Set(chooseMerge(this.#segments.map(({ info }) => info)));
      const sources = this.#segments.filter(({ info }) => chosen.has(info));
      if (sources.length === 0) return;
      await this.#replace(await planRewriting(sources, new Set()));
    }
  }

  /** After a merge that failed, which may have stored what it made. */
  async #mergeAgain(): Promise<void> {
    await this.#reload();
    await this.#merge();
  }

  /** Old and new are both complete until the store has taken the new; the old keys are destroyed last. */
  async #replace(plan: Rewriting): Promise<void> {
    const { sources } = plan;
    const ids = sources.map(({ info }) => info.id);
    const key = await this.#source.keys.mint();
    const { store } = this.#source;
    const sealed = await rewriteSegments(plan, key, (parts) => store.stage(key.id, parts));
    await store.replace({ remove: ids, add: sealed === undefined ? [] : [sealed] });
    const kept = this.#segments.filter((segment) => !sources.includes(segment));
    if (sealed === undefined) this.#use(kept);
    else this.#use([...kept, await Segment.open(this.#source, sealed.info)]);
    await this.#source.keys.destroy(sealed === undefined ? [...ids, key.id] : ids);
  }

  #use(segments: readonly Segment[]): void {
    const gone = new Set(this.#segments.map(({ info }) => info.id));
    for (const { info } of segments) {
      gone.delete(info.id);
      this.#sealedUpTo = Math.max(this.#sealedUpTo, info.lastSeq);
    }
    this.#source.forget(gone);
    this.#segments = segments;
  }

  async #destroyLooseKeys(): Promise<void> {
    const used = new Set(this.#segments.map(({ info }) => info.id));
    const loose = (await this.#source.keys.list()).filter((id) => !used.has(id));
    if (loose.length > 0) await this.#source.keys.destroy(loose);
  }
}

/** Whether a segment covers one of the seqs. */
function isNear({ info: { firstSeq, lastSeq } }: Segment, seqs: ReadonlySet<number>): boolean {
  for (const seq of seqs) if (seq >= firstSeq && seq <= lastSeq) return true;
  return false;
}
