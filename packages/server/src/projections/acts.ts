// Folds who did what, and how far the ledger reached hour by hour, from what records say of themselves.

import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import type { Value } from '../store/projection-store.ts';
import type { FoldContext } from './fold-context.ts';
import { ACT_OUTCOMES } from './tables/act-tables.ts';

const HOUR_MS = 3_600_000;
/** `YYYY-MM-DDTHH`. */
const HOUR_LENGTH = 13;

/** Kinds that stand under the vault's own key: no erasure takes them, so that folding again tells of the same growth. */
const STAYING: ReadonlySet<LedgerRecord['kind']> = new Set([
  'vault',
  'audit',
  'check',
  'delivery',
  'erasure-ordered',
  'erasure-done',
  'rotation',
  'move',
]);

/** Folds the records of one stretch that are no entries, in their order. */
export async function foldActs({ tx }: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  const acts: Value[][] = [];
  const hours = new Map<string, number>();
  for (const { record, seq } of records) {
    const at = timeOf(record);
    if (at === undefined) continue;
    if (STAYING.has(record.kind)) hours.set(at.slice(0, HOUR_LENGTH), seq + 1);
    if ('actor' in record && !isOneOfMany(record))
      acts.push([seq, secondsOf(at), record.actor, didOf(record), outcomeOf(record)]);
  }
  await tx.insertMany('act', ['seq', 'at', 'actor', 'did', 'outcome'], acts);
  for (const [hour, next] of hours) await grow(tx, Math.floor(Date.parse(`${hour}:00:00Z`) / HOUR_MS), next);
}

/** Takes what an erasure takes out. How the ledger grew stays: its places do. */
export async function eraseActs(
  { tx }: FoldContext,
  runs: readonly (readonly [first: number, count: number])[],
): Promise<void> {
  await tx.removeRuns('act', 'seq', runs);
}

async function grow(tx: FoldContext['tx'], hour: number, next: number): Promise<void> {
  if (!Number.isSafeInteger(hour)) return;
  await tx.db
    .insertInto('growth')
    .values({ hour, next })
    .onConflict((conflict) => conflict.column('hour').doUpdateSet({ next }))
    .execute();
}

/** An act at many conversations is told of once, by its audit record. */
function isOneOfMany(record: LedgerRecord): boolean {
  return record.kind === 'work' && record.together === true;
}

function timeOf(record: LedgerRecord): string | undefined {
  if ('recordedAt' in record) return record.recordedAt;
  return 'receivedAt' in record ? record.receivedAt : undefined;
}

function secondsOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

function didOf(record: LedgerRecord): string {
  if (record.kind === 'audit') return record.command;
  return record.kind === 'work' ? `work-${record.act}` : record.kind;
}

function outcomeOf(record: LedgerRecord): number {
  return record.kind === 'audit' ? ACT_OUTCOMES.indexOf(record.outcome) : 0;
}
