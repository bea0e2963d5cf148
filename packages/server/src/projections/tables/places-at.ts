// Looks up where seqs belong: chat and import of each that is an entry. Reading only, for folds and views alike.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { Tables } from '../tables.ts';
import { BLOCK_SEQS, type PlaceRun, placeRuns } from './place-bytes.ts';
import { toFullPower } from './query-lists.ts';

/** What can be asked for rows. */
export interface TablesRead {
  readonly selectFrom: ReadonlyKysely<Tables>['selectFrom'];
}

export interface Place {
  readonly chat: number;
  readonly import: number;
}

const BLOCKS_A_READ = 500;

/** Chat and import of each of these seqs that is an entry. */
export async function placesAt(db: TablesRead, seqs: readonly number[]): Promise<ReadonlyMap<number, Place>> {
  const blocks = await placeBlocks(db, blocksOf(seqs));
  const found = new Map<number, Place>();
  for (const seq of seqs) {
    const at = seq % BLOCK_SEQS;
    const run = blocks.get(Math.floor(seq / BLOCK_SEQS))?.find(({ end, first }) => first <= at && at < end);
    if (run !== undefined) found.set(seq, run);
  }
  return found;
}

/** The blocks in which seqs lie, each once. */
export function blocksOf(seqs: Iterable<number>): number[] {
  const blocks = new Set<number>();
  for (const seq of seqs) blocks.add(Math.floor(seq / BLOCK_SEQS));
  return [...blocks];
}

async function placeBlocks(
  db: TablesRead,
  blocks: readonly number[],
): Promise<ReadonlyMap<number, readonly PlaceRun[]>> {
  const found = new Map<number, PlaceRun[]>();
  for (let at = 0; at < blocks.length; at += BLOCKS_A_READ) {
    const some = blocks.slice(at, at + BLOCKS_A_READ);
    const rows = await db
      .selectFrom('place')
      .select(['block', 'runs'])
      .where('block', 'in', toFullPower(some))
      .execute();
    for (const { block, runs } of rows) found.set(block, placeRuns(runs));
  }
  return found;
}
