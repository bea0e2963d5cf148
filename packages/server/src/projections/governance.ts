// Folds what was decided about keeping: withdrawals hide an import, an erasure takes its rows out of every table.

import type { ErasureDoneRecord, ErasureOrderedRecord, WithdrawalRecord } from '../records/governance.ts';
import type { LedgerRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import { eraseActs } from './acts.ts';
import { eraseBusiness } from './business.ts';
import { eraseEntries } from './erased-entries.ts';
import type { FoldContext } from './fold-context.ts';
import { erasePlatform } from './platform.ts';
import { IMPORT_WITHDRAWN } from './tables.ts';
import { removeVouches } from './vouches.ts';
import { eraseWork } from './work.ts';

/** Folds one record that is no entry. */
export async function foldGovernance(context: FoldContext, seq: number, record: LedgerRecord): Promise<void> {
  if (record.kind === 'withdrawal') await foldWithdrawal(context, seq, record);
  else if (record.kind === 'erasure-ordered') await foldOrder(context, seq, record);
  else if (record.kind === 'erasure-done') await foldDone(context, seq, record);
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
  for (const table of ['other', 'object', 'quarantine', 'identifier'] as const) await tx.removeRuns(table, 'seq', runs);
  for (const table of ['chat', 'person', 'import'] as const) await tx.removeRuns(table, 'id', runs);
  await eraseActs(context, runs);
  await erasePlatform(context, runs);
  await eraseBusiness(context, runs);
  await eraseWork(context, runs);
  await removeVouches(tx, runs);
  await eraseEntries(tx, runs, pairsOf(record.heirs));
}

async function foldDone({ tx }: FoldContext, seq: number, record: ErasureDoneRecord): Promise<void> {
  await tx.db.updateTable('erasure').set({ done: seq }).where('order', '=', record.order).execute();
}
