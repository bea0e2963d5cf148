/**
 * Hits across shards, newest first. A shard is opened, and a hit's time looked up, only where nothing newer is at hand: until then a bound
 * stands for them, the shard's newest time or that of the part of its table in which the hit stands. So a query that finds enough in the
 * newest shards never touches the others, and of a rare word's hits only those are looked up that may be given.
 */

import { advanced, END, MISSING } from './cursor.ts';
import { type Plan, planOn } from './plan.ts';
import type { ResolvedQuery } from './query.ts';
import { type Hit, newerFirst, type Shard } from './shard.ts';

const FIRST_BATCH = 8;
const LARGEST_BATCH = 128;

/** So many hits are given before more are looked up. */
const MANY = 16;

/** Gives every hit, newest first, some at once, and all at hand before a shard is opened; with `beyond`, only those that come after that hit. */
export async function* newestHits(
  shards: readonly Shard[],
  query: ResolvedQuery,
  beyond: Hit | undefined,
): AsyncGenerator<readonly Hit[]> {
  const walks = shards.map((shard) => new ShardWalk(shard, query, beyond)).sort(newestFirst);
  let found: Hit[] = [];
  for (let [best] = walks; best !== undefined && best.at > NEVER; [best] = walks) {
    if (best.hit !== undefined) {
      found.push(best.hit);
      best.step();
    } else {
      if (found.length >= MANY || (found.length > 0 && !best.isOpen)) {
        yield found;
        found = [];
      }
      await best.look();
    }
    sinkFirst(walks);
  }
  if (found.length > 0) yield found;
}

/** Where a walk stands that is at its end: before all times. */
const NEVER = Number.NEGATIVE_INFINITY;

/** Of two at the same second, the one whose hit is not known comes first, so that it becomes known. */
function newestFirst(one: ShardWalk, other: ShardWalk): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  if (one.hit === undefined || other.hit === undefined) return one.hit === undefined ? -1 : 1;
  return newerFirst(one.hit, other.hit);
}

/** Puts the first of a heap where it belongs, after it moved on. */
function sinkFirst(heap: ShardWalk[]): void {
  const [moved] = heap;
  if (moved === undefined) return;
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    let first = heap[child];
    const right = heap[child + 1];
    if (first !== undefined && right !== undefined && newestFirst(right, first) < 0) {
      first = right;
      child++;
    }
    if (first === undefined || newestFirst(moved, first) <= 0) break;
    heap[at] = first;
    at = child;
  }
  heap[at] = moved;
}

/** One shard's hits, a batch at a time. */
class ShardWalk {
  /** The hit it stands at; undefined where `look` must be called first. */
  hit: Hit | undefined;
  /** The time of that hit, or one that no hit to come is later than. */
  at: number;
  readonly #shard: Shard;
  readonly #query: ResolvedQuery;
  readonly #beyond: Hit | undefined;
  #plan: Plan | undefined;
  /** The first match that is not in the batch. */
  #doc = -1;
  #batch: readonly Hit[] = [];
  #next = 0;
  #size = FIRST_BATCH;

  constructor(shard: Shard, query: ResolvedQuery, beyond: Hit | undefined) {
    this.#shard = shard;
    this.#query = query;
    this.#beyond = beyond;
    this.at = shard.documents === 0 || (beyond !== undefined && shard.minAt > beyond.at) ? NEVER : shard.maxAt;
  }

  get isOpen(): boolean {
    return this.#plan !== undefined;
  }

  /** Moves on to the next hit, if it is known. */
  step(): void {
    this.hit = this.#batch[this.#next++];
    this.at = this.hit?.at ?? this.#bound();
  }

  /** Opens the shard, or looks up the next hits of those that stand together. */
  async look(): Promise<void> {
    if (this.#plan === undefined) await this.#open();
    else await this.#fill(this.#plan);
    this.step();
  }

  async #open(): Promise<void> {
    const plan = await planOn(this.#shard, this.#query);
    if (plan === undefined) {
      this.#doc = END;
      return;
    }
    this.#plan = plan;
    const from = this.#beyond === undefined ? 0 : await this.#shard.firstEarlier(this.#beyond.at + 1);
    const doc = await advanced(plan.matches, Math.max(plan.from, from));
    this.#doc = doc < plan.to ? doc : END;
  }

  async #fill({ matches, to }: Plan): Promise<void> {
    const bound = this.#bound();
    const docs: number[] = [];
    while (docs.length < this.#size && this.#doc !== END && this.#bound() === bound) {
      docs.push(this.#doc);
      let doc = matches.advance(this.#doc + 1);
      if (doc === MISSING) doc = await advanced(matches, this.#doc + 1);
      this.#doc = doc < to ? doc : END;
    }
    this.#size = Math.min(this.#size * 2, LARGEST_BATCH);
    const hits = await this.#shard.hits(docs);
    const beyond = this.#beyond;
    this.#batch = beyond === undefined ? hits : hits.filter((hit) => newerFirst(hit, beyond) > 0);
    this.#next = 0;
  }

  #bound(): number {
    return this.#doc === END ? NEVER : this.#shard.latest(this.#doc);
  }
}
