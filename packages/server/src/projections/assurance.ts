// Folds what makes the rest believable: the count of every kind of record, and the quarantine.

import type { PlacedRecord } from '../records/record.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';

/** Folds the records of one batch that are no entries. */
export async function foldAssurance({ tx, blind }: FoldContext, batch: readonly PlacedRecord[]): Promise<void> {
  const others: Value[][] = [];
  const held: Value[][] = [];
  for (const { seq, record } of batch) {
    others.push([seq, record.kind, importOf(record, seq), ofOf(record)]);
    if (record.kind === 'quarantine') held.push([seq, blind('file', record.content.sha256), 0]);
  }
  await tx.insertMany('other', ['seq', 'kind', 'import', 'of'], others);
  await tx.insertMany('quarantine', ['seq', 'file', 'released'], held);
  for (const { seq, record } of batch) {
    if (record.kind !== 'release') continue;
    await tx.db.updateTable('quarantine').set({ released: seq }).where('seq', '=', record.of).execute();
  }
}

/** The entry that goes nowhere without this record; of a delivery, the one whose body it is, read again. */
function ofOf(record: PlacedRecord['record']): number {
  switch (record.kind) {
    case 'delivery':
    case 'piece':
    case 'media':
    case 'attempt':
    case 'outcome':
      return record.of ?? 0;
    default:
      return 0;
  }
}

function importOf(record: PlacedRecord['record'], seq: number): number {
  switch (record.kind) {
    case 'import':
      return seq;
    case 'capture':
    case 'imported':
    case 'piece':
    case 'attachment':
      return record.import;
    default:
      return 0;
  }
}
