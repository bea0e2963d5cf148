// Folds what the business keeps of people: where each version of a field stands, which fields there are, who is not the same.

import type { PlacedRecord } from '../records/record.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';

/** Folds the records of one stretch that are no entries. */
export async function foldBusiness({ tx }: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  const fields: Value[][] = [];
  const rules: Value[][] = [];
  const apart: Value[][] = [];
  for (const { record, seq } of records) {
    if (record.kind === 'person-field') fields.push([seq, record.person, record.field]);
    else if (record.kind === 'field-rule') rules.push([seq, record.of ?? seq, record.removed === true ? 1 : 0]);
    else if (record.kind === 'person-apart') apart.push([seq, record.person, record.other]);
  }
  await tx.insertMany('person_field', ['seq', 'person', 'field'], fields);
  await tx.insertMany('field_rule', ['seq', 'field', 'removed'], rules);
  await tx.insertMany('apart', ['seq', 'person', 'other'], apart);
}

/** Takes what an erasure takes out of these tables. */
export async function eraseBusiness(
  { tx }: FoldContext,
  runs: readonly (readonly [first: number, count: number])[],
): Promise<void> {
  for (const table of ['person_field', 'apart'] as const) await tx.removeRuns(table, 'seq', runs);
}
