// Where an erasure leaves gaps in conversations that stay: behind which entry how many are gone. Numbers alone, so that whoever reads on
// is told that something stood there.

import type { ReadonlyKysely } from 'kysely/readonly';
import { BLOCK_SEQS, placeRuns } from '../projections/tables/place-bytes.ts';
import type { Tables } from '../projections/tables.ts';
import { membership, pairsOf } from '../records/runs.ts';
import { entriesForward } from './timeline.ts';

type Db = ReadonlyKysely<Tables>;

const BLOCKS_A_READ = 500;

/** Flat triples of conversation, entry behind which the gap is (0: at the beginning), and how many entries are gone. */
export async function erasureGaps(db: Db, runs: readonly number[], heirs: readonly number[]): Promise<number[]> {
  const pairs = pairsOf(runs);
  const goes = membership(pairs);
  const heirOf = new Map(pairsOf(heirs));
  const gaps: number[] = [];
  for (const chat of await touched(db, pairs)) {
    if (goes(chat)) continue;
    const gap = { after: 0, count: 0 };
    const end = (): void => {
      if (gap.count > 0) gaps.push(chat, gap.after, gap.count);
    };
    // Column by column: waiting for each of a million entries would take longer than all else.
    for await (const { count, of, seq: seqs } of entriesForward(db, { chat })) {
      for (let at = 0; at < count; at++) {
        // A version of another entry.
        if (of[at] !== 0) continue;
        const seq = seqs[at] ?? 0;
        const heir = heirOf.get(seq);
        if (heir === undefined && goes(seq)) {
          gap.count++;
          continue;
        }
        end();
        gap.after = heir ?? seq;
        gap.count = 0;
      }
    }
    end();
  }
  return gaps;
}

/** The conversations in which any of these runs lies. */
async function touched(
  db: Db,
  pairs: readonly (readonly [first: number, count: number])[],
): Promise<readonly number[]> {
  const goes = membership(pairs);
  const blocks = new Set<number>();
  for (const [first, count] of pairs)
    for (let block = Math.floor(first / BLOCK_SEQS); block * BLOCK_SEQS < first + count; block++) blocks.add(block);
  const all = [...blocks];
  const chats = new Set<number>();
  for (let at = 0; at < all.length; at += BLOCKS_A_READ) {
    const some = all.slice(at, at + BLOCKS_A_READ);
    const rows = await db.selectFrom('place').select(['block', 'runs']).where('block', 'in', some).execute();
    for (const { block, runs } of rows)
      for (const { chat, end, first } of placeRuns(runs))
        if (!chats.has(chat) && isTouched(goes, block * BLOCK_SEQS + first, block * BLOCK_SEQS + end)) chats.add(chat);
  }
  return [...chats].sort((one, other) => one - other);
}

function isTouched(goes: (seq: number) => boolean, from: number, end: number): boolean {
  for (let seq = from; seq < end; seq++) if (goes(seq)) return true;
  return false;
}
