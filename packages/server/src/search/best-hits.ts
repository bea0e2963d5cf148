/**
 * The hits that match best: BM25 (Robertson and Zaragoza 2009) without the length of the message, which says little in chats. Among
 * equals the newest comes first.
 */

import { advanced, beginAll, MISSING } from './cursor.ts';
import { type Plan, planOn } from './plan.ts';
import type { ResolvedQuery } from './query.ts';
import { type Hit, newerFirst, type Shard } from './shard.ts';

/** How soon more occurrences of a word stop counting. */
const SATURATION = 1.2;

interface Scored {
  readonly score: number;
  readonly hit: Hit;
}

/** The best `limit` hits, and whether there are more. */
export async function bestHits(
  shards: readonly Shard[],
  query: ResolvedQuery,
  limit: number,
): Promise<{ readonly hits: readonly Hit[]; readonly more: boolean }> {
  const planned: { readonly shard: Shard; readonly plan: Plan }[] = [];
  for (const shard of shards) {
    const plan = await planOn(shard, query);
    if (plan === undefined) continue;
    await beginAll(plan.scored);
    planned.push({ shard, plan });
  }
  const weights = weightsOf(
    shards,
    planned.map(({ plan }) => plan),
  );
  const all: Scored[] = [];
  let matched = 0;
  for (const { shard, plan } of planned) {
    const { docs, scores, count } = await bestDocs(plan, weights, limit);
    matched += count;
    const hits = await shard.hits(docs);
    hits.forEach((hit, i) => {
      all.push({ hit, score: scores[i] ?? 0 });
    });
  }
  all.sort((one, other) => other.score - one.score || newerFirst(one.hit, other.hit));
  return { hits: all.slice(0, limit).map(({ hit }) => hit), more: matched > limit };
}

/** The rarer a clause's matches are in the whole, the more it weighs. */
function weightsOf(shards: readonly Shard[], plans: readonly Plan[]): number[] {
  const total = shards.reduce((sum, { documents }) => sum + documents, 0);
  const clauses = plans[0]?.scored.length ?? 0;
  return Array.from({ length: clauses }, (_, n) => {
    const matches = plans.reduce((sum, { scored }) => sum + (scored[n]?.documents ?? 0), 0);
    const known = Math.min(matches, total);
    return Math.log(1 + (total - known + 0.5) / (known + 0.5));
  });
}

interface BestDocs {
  /** Ascending, with the score of each. */
  readonly docs: readonly number[];
  readonly scores: readonly number[];
  readonly count: number;
}

async function bestDocs(
  { matches, from, to, scored }: Plan,
  weights: readonly number[],
  limit: number,
): Promise<BestDocs> {
  const room = Math.max(limit * 2, 256);
  let kept: { readonly doc: number; readonly score: number }[] = [];
  let least = 0;
  let count = 0;
  for (let target = from; ; count++) {
    let doc = matches.advance(target);
    if (doc === MISSING) doc = await advanced(matches, target);
    if (doc >= to) break;
    target = doc + 1;
    let score = 0;
    for (let n = 0; n < scored.length; n++) {
      const frequency = scored[n]?.frequency() ?? 0;
      score += ((weights[n] ?? 0) * frequency * (SATURATION + 1)) / (frequency + SATURATION);
    }
    if (kept.length >= limit && score <= least) continue;
    kept.push({ doc, score });
    if (kept.length < room) continue;
    kept = bestOf(kept, limit);
    least = kept.at(-1)?.score ?? 0;
  }
  const best = bestOf(kept, limit).sort((one, other) => one.doc - other.doc);
  return { docs: best.map(({ doc }) => doc), scores: best.map(({ score }) => score), count };
}

function bestOf<T extends { readonly doc: number; readonly score: number }>(docs: T[], limit: number): T[] {
  return docs.sort((one, other) => other.score - one.score || one.doc - other.doc).slice(0, limit);
}
