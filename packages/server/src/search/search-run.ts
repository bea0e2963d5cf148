/** One search over the shards of a moment: the hits that may be shown, and what to offer when there are none. */

import { bestHits } from './best-hits.ts';
import { nearMisses } from './near-misses.ts';
import { newestHits } from './newest-hits.ts';
import type { ResolvedQuery } from './query.ts';
import type { Hit, Shard } from './shard.ts';

export interface SearchRequest {
  readonly query: ResolvedQuery;
  /** The most hits to give; 1 or more. */
  readonly limit: number;
  /** By message time (newest first), or by how well they match. */
  readonly order: 'newest' | 'best';
  /** With `newest`: only what comes after this hit, for the next page. */
  readonly beyond?: Hit;
  /** Which of some records may be shown; the others are dropped and more are looked for. */
  readonly accept?: (seqs: readonly number[]) => Promise<readonly boolean[]>;
  /** False: offer nothing when nothing was found. */
  readonly suggest?: boolean;
}

export interface Suggestion {
  /** Where the clause stands in the typed query. */
  readonly offset: number;
  /** The word that stands nowhere, and one that finds something, both folded. */
  readonly from: string;
  readonly to: string;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** True if there are more hits than `limit`. */
  readonly more: boolean;
  /** Only if nothing was found: words that would find something that may be shown. */
  readonly suggestions: readonly Suggestion[];
}

const MOST_SUGGESTIONS = 5;

/** Runs a search. Throws `index-damaged` if a part does not open. */
export async function runSearch(shards: readonly Shard[], request: SearchRequest): Promise<SearchResult> {
  const found = request.order === 'best' ? await best(shards, request) : await newest(shards, request);
  const isPage = request.beyond !== undefined;
  if (found.hits.length > 0 || isPage || request.suggest === false) return { ...found, suggestions: [] };
  return { ...found, suggestions: await suggestions(shards, request) };
}

interface Found {
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

async function newest(shards: readonly Shard[], { query, limit, beyond, accept }: SearchRequest): Promise<Found> {
  const hits: Hit[] = [];
  let batch: Hit[] = [];
  for await (const some of newestHits(shards, query, beyond)) {
    batch.push(...some);
    if (hits.length + batch.length <= limit) continue;
    hits.push(...(await accepted(batch, accept)));
    batch = [];
    if (hits.length > limit) break;
  }
  hits.push(...(await accepted(batch, accept)));
  return { hits: hits.slice(0, limit), more: hits.length > limit };
}

/** Asks for more of the best until enough of them may be shown. */
async function best(shards: readonly Shard[], { query, limit, accept }: SearchRequest): Promise<Found> {
  for (let asked = limit; ; asked *= 4) {
    const found = await bestHits(shards, query, asked);
    const hits = await accepted(found.hits, accept);
    if (hits.length < limit && found.more) continue;
    return { hits: hits.slice(0, limit), more: found.more || hits.length > limit };
  }
}

async function accepted(hits: readonly Hit[], accept: SearchRequest['accept']): Promise<readonly Hit[]> {
  if (accept === undefined || hits.length === 0) return hits;
  const shown = await accept(hits.map(({ seq }) => seq));
  return hits.filter((_, i) => shown[i] === true);
}

/** Near-misses that would find at least one message that may be shown, so that no word of a hidden one is given away. */
async function suggestions(shards: readonly Shard[], request: SearchRequest): Promise<readonly Suggestion[]> {
  const offered: Suggestion[] = [];
  for (const { offset, from, to, query } of await nearMisses(shards, request.query)) {
    if (offered.length === MOST_SUGGESTIONS) break;
    const { hits } = await newest(shards, { ...request, query, limit: 1 });
    if (hits.length > 0) offered.push({ offset, from, to });
  }
  return offered;
}
