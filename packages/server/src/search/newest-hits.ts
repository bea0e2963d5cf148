/**
 * Hits across shards, newest first. A shard is opened only when it may hold something newer than the best hit at hand, so a query
 * that finds enough in the newest shards never touches the others.
 */

import { END } from './cursor.ts';
import { type Plan, planOn } from './plan.ts';
import type { ResolvedQuery } from './query.ts';
import { type Hit, newerFirst, type Shard } from './shard.ts';

const FIRST_BATCH = 8;
const LARGEST_BATCH = 128;

/** Gives every hit, newest first, as many at once as need no waiting; with `beyond`, only those that come after that hit. */
export async function* newestHits(
  shards: readonly Shard[],
  query: ResolvedQuery,
  beyond: Hit | undefined,
): AsyncGenerator<readonly Hit[]> {
  const waiting = [...shards].sort((one, other) => one.maxAt - other.maxAt);
  const walks: ShardWalk[] = [];
  let found: Hit[] = [];
  for (;;) {
    let best = newest(walks);
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      if (best?.hit !== undefined && best.hit.at > next.maxAt) break;
      if (found.length > 0) yield found;
      found = [];
      waiting.pop();
      const walk = await ShardWalk.start(next, query, beyond);
      if (walk?.hit === undefined) continue;
      walks.push(walk);
      best = newest(walks);
    }
    if (best?.hit === undefined) break;
    found.push(best.hit);
    if (best.step()) continue;
    yield found;
    found = [];
    await best.next();
  }
  if (found.length > 0) yield found;
}

function newest(walks: readonly ShardWalk[]): ShardWalk | undefined {
  let best: ShardWalk | undefined;
  for (const walk of walks) {
    if (walk.hit === undefined) continue;
    if (best?.hit === undefined || newerFirst(walk.hit, best.hit) < 0) best = walk;
  }
  return best;
}

/** One shard's hits, a batch at a time. */
class ShardWalk {
  /** The hit it stands at; undefined after the last. */
  hit: Hit | undefined;
  readonly #shard: Shard;
  readonly #plan: Plan;
  #batch: readonly Hit[] = [];
  #at = 0;
  #size = FIRST_BATCH;
  #target: number;

  private constructor(shard: Shard, plan: Plan, from: number) {
    this.#shard = shard;
    this.#plan = plan;
    this.#target = Math.max(plan.from, from);
  }

  static async start(shard: Shard, query: ResolvedQuery, beyond: Hit | undefined): Promise<ShardWalk | undefined> {
    if (beyond !== undefined && shard.minAt > beyond.at) return undefined;
    const plan = await planOn(shard, query);
    if (plan === undefined) return undefined;
    const walk = new ShardWalk(shard, plan, beyond === undefined ? 0 : await shard.firstEarlier(beyond.at + 1));
    await walk.next();
    while (beyond !== undefined && walk.hit !== undefined && newerFirst(walk.hit, beyond) <= 0) await walk.next();
    return walk;
  }

  /** Moves on. */
  async next(): Promise<void> {
    if (this.step()) return;
    await this.#fill();
    this.hit = this.#batch[this.#at++];
  }

  /** Moves on if the next hit is at hand. */
  step(): boolean {
    if (this.#at === this.#batch.length) return false;
    this.hit = this.#batch[this.#at++];
    return true;
  }

  async #fill(): Promise<void> {
    const { matches, to } = this.#plan;
    const docs: number[] = [];
    while (docs.length < this.#size) {
      const doc = matches.advance(this.#target);
      if (doc === END || doc >= to) break;
      docs.push(doc);
      this.#target = doc + 1;
    }
    this.#size = Math.min(this.#size * 2, LARGEST_BATCH);
    this.#batch = await this.#shard.hits(docs);
    this.#at = 0;
  }
}
