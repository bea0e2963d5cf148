// Folds what was decided about keeping: withdrawals hide an import, an erasure takes its rows out of every table.

import type { ErasureDoneRecord, ErasureOrderedRecord, WithdrawalRecord } from '../records/governance.ts';
import type { PlacedRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import type { FoldContext } from './fold-context.ts';
import { IMPORT_WITHDRAWN } from './tables.ts';

/** Folds one batch, in order. */
export async function foldGovernance(context: FoldContext, batch: readonly PlacedRecord[]): Promise<void> {
  for (const { seq, record } of batch) {
    if (record.kind === 'withdrawal') await foldWithdrawal(context, seq, record);
    else if (record.kind === 'erasure-ordered') await foldOrder(context, seq, record);
    else if (record.kind === 'erasure-done') await foldDone(context, seq, record);
  }
}

async function foldWithdrawal({ tx }: FoldContext, seq: number, record: WithdrawalRecord): Promise<void> {
  const eraseFrom = Math.ceil(Date.parse(record.eraseFrom) / 1000);
  await tx.db
    .updateTable('import')
    .set({ state: IMPORT_WITHDRAWN, by: seq, erase_from: eraseFrom })
    .where('id', '=', record.import)
    .execute();
}

/** From the order on nothing of its entries is shown, even if carrying it out is interrupted. */
async function foldOrder(context: FoldContext, seq: number, record: ErasureOrderedRecord): Promise<void> {
  const { tx } = context;
  await tx.insertMany('erasure', ['order', 'done'], [[seq, 0]]);
  const runs = pairsOf(record.seqs);
  await tx.insertMany(
    'erased',
    ['first', 'count', 'order'],
    runs.map(([first, count]) => [first, count, seq]),
  );
  await removeRows(context, runs);
  await promoteHeirs(context, record.heirs);
}

/** A version whose entry is gone stands in its place; further versions are of it. The order names both, so that folding it again needs neither. */
async function promoteHeirs({ tx }: FoldContext, heirs: readonly number[]): Promise<void> {
  for (const [gone, heir] of pairsOf(heirs)) {
    await tx.db.updateTable('entry').set({ of: 0 }).where('seq', '=', heir).execute();
    await tx.db.updateTable('entry').set({ of: heir }).where('of', '=', gone).where('of', '<>', 0).execute();
  }
}

async function foldDone({ tx }: FoldContext, seq: number, record: ErasureDoneRecord): Promise<void> {
  await tx.db.updateTable('erasure').set({ done: seq }).where('order', '=', record.order).execute();
}

async function removeRows({ tx }: FoldContext, runs: readonly [first: number, count: number][]): Promise<void> {
  for (const table of ['entry', 'vouch', 'other', 'object', 'quarantine', 'identifier'] as const) {
    await tx.removeRuns(table, 'seq', runs);
  }
  for (const table of ['chat', 'person', 'import'] as const) await tx.removeRuns(table, 'id', runs);
  // An import that is gone vouches for nothing: its captures are gone too.
  await tx.removeRuns('vouch', 'import', runs);
}
