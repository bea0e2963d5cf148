/**
 * What somebody may have meant by a word that stands nowhere: words of the index one or two letters away. They are offered, never
 * searched for unasked.
 */

import { editDistance } from './edit-distance.ts';
import { clauseOn } from './plan.ts';
import type { ResolvedQuery, WordsClause } from './query.ts';
import type { Shard } from './shard.ts';

/** The query as it would be with another word in place of one that stands nowhere. */
export interface NearMiss {
  /** Where the clause stands in the typed query. */
  readonly offset: number;
  /** The word that stands nowhere, and the other, both folded. */
  readonly from: string;
  readonly to: string;
  readonly query: ResolvedQuery;
}

const MOST_CANDIDATES = 8;
const SHORTEST_WORD = 3;
/** From this length on, two letters may differ. */
const LONG_WORD = 6;

interface Candidate {
  readonly term: string;
  readonly distance: number;
  readonly weight: number;
}

/** Near-misses for each word that stands nowhere, the nearest and then the most frequent first. */
export async function nearMisses(shards: readonly Shard[], query: ResolvedQuery): Promise<readonly NearMiss[]> {
  const misses: NearMiss[] = [];
  for (const clause of query.must) {
    if (clause.kind !== 'words') continue;
    for (const [n, { term }] of clause.terms.entries()) {
      const isStart = clause.prefix && n === clause.terms.length - 1;
      if (isStart || term.length < SHORTEST_WORD || (await standsAnywhere(shards, term))) continue;
      for (const candidate of await candidatesFor(shards, term)) {
        const changed = withTerm(clause, n, candidate.term);
        const must = query.must.map((one) => (one === clause ? changed : one));
        misses.push({ offset: clause.offset, from: term, to: candidate.term, query: { ...query, must } });
      }
    }
  }
  return misses;
}

function withTerm(clause: WordsClause, changed: number, term: string): WordsClause {
  return { ...clause, terms: clause.terms.map((one, n) => (n === changed ? { ...one, term } : one)) };
}

async function standsAnywhere(shards: readonly Shard[], term: string): Promise<boolean> {
  const word = { kind: 'words', offset: 0, terms: [{ term, step: 0 }], prefix: false } as const;
  for (const shard of shards) if ((await clauseOn(shard, word)) !== undefined) return true;
  return false;
}

/** Words with the same first letter; any others only if there are none. */
async function candidatesFor(shards: readonly Shard[], term: string): Promise<readonly Candidate[]> {
  const alike = await candidatesUnder(shards, term, term.slice(0, 1));
  return alike.length > 0 ? alike : candidatesUnder(shards, term, '');
}

async function candidatesUnder(shards: readonly Shard[], term: string, prefix: string): Promise<readonly Candidate[]> {
  const most = term.length < LONG_WORD ? 1 : 2;
  const found = new Map<string, Candidate>();
  for (const dictionary of new Set(shards.map((shard) => shard.dictionary))) {
    for await (const terms of dictionary.listed(prefix)) {
      for (const listed of terms) {
        const distance = editDistance(term, listed.term, most);
        if (distance > most) continue;
        const weight = listed.weight + (found.get(listed.term)?.weight ?? 0);
        found.set(listed.term, { term: listed.term, distance, weight });
      }
    }
  }
  const sorted = [...found.values()].sort(
    (one, other) => one.distance - other.distance || other.weight - one.weight || (one.term < other.term ? -1 : 1),
  );
  return sorted.slice(0, MOST_CANDIDATES);
}
