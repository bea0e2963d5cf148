// What a message answers, as far as it is here: the message that a reply names by the platform's id, as it reads now. A reply may
// name one that never came; then nothing is quoted.

import type { BlindIndex } from '../records/blind-index.ts';
import { digestKey } from '../records/blind-index.ts';
import { areShown, currentState, type ViewParts, withRecords } from './conversation.ts';

export interface Quote {
  readonly seq: number;
  readonly author?: string;
  readonly text: string;
  readonly type: string;
}

const IN_ONE_QUERY = 500;

/** What is quoted under each of these ids. */
export async function quotesOf(
  parts: ViewParts,
  blind: BlindIndex,
  wamids: readonly string[],
): Promise<ReadonlyMap<string, Quote>> {
  const found = new Map<string, Quote>();
  const all = [...new Set(wamids)];
  for (let at = 0; at < all.length; at += IN_ONE_QUERY) {
    for (const [wamid, quote] of await someQuotes(parts, blind, all.slice(at, at + IN_ONE_QUERY)))
      found.set(wamid, quote);
  }
  return found;
}

async function someQuotes(
  parts: ViewParts,
  blind: BlindIndex,
  wamids: readonly string[],
): Promise<readonly [string, Quote][]> {
  const digests = wamids.map((wamid) => blind('wamid', wamid));
  const rows = await parts.db
    .selectFrom('wamid')
    .select(['digest', 'seq'])
    .where('digest', 'in', digests)
    .orderBy('seq', 'desc')
    .execute();
  const seqs = new Map(rows.map(({ digest, seq }) => [digestKey(digest), seq]));
  const all = [...new Set(seqs.values())];
  const shown = await areShown(parts.db, all);
  const entries = await withRecords(
    parts,
    all.filter((_, at) => shown[at] === true),
  );
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  return wamids.flatMap((wamid, at): [string, Quote][] => {
    const entry = bySeq.get(seqs.get(digestKey(digests[at] ?? new Uint8Array())) ?? -1);
    if (entry === undefined) return [];
    const { author, kind, text, type } = currentState(entry);
    const said = { seq: entry.seq, text, type: kind === 'deleted' ? 'deleted' : type };
    return [[wamid, { ...said, ...(author === undefined ? {} : { author }) }]];
  });
}
