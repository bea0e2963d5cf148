// How the ledger grew, and the checks of it that are on record.

import type { CheckRecord } from '../records/assurance.ts';
import type { ViewParts } from './conversation.ts';

const HOUR_MS = 3_600_000;

export interface GrowthPoint {
  readonly at: string;
  readonly size: number;
}

/** The size of the ledger at the end of hours, in order; thinned evenly to at most `most`, the last always among them. */
export async function growthOf(
  { db }: Pick<ViewParts, 'db'>,
  { most, since, until }: { readonly since: Date; readonly until: Date; readonly most: number },
): Promise<GrowthPoint[]> {
  const first = Math.floor(since.getTime() / HOUR_MS);
  const before = await db
    .selectFrom('growth')
    .select(['hour', 'next'])
    .where('hour', '<', first)
    .orderBy('hour', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('growth')
    .select(['hour', 'next'])
    .where('hour', '>=', first)
    .orderBy('hour')
    .execute();
  const start = rows[0]?.hour ?? first;
  const points = [before === undefined ? { hour: start - 1, next: 0 } : { hour: first, next: before.next }, ...rows];
  if (before === undefined && rows.length === 0) return [];
  const step = Math.max(1, Math.ceil(points.length / most));
  const kept = points.filter((_, index) => index % step === 0 || index === points.length - 1);
  return kept.map(({ hour, next }) => ({
    at: new Date(Math.min((hour + 1) * HOUR_MS, until.getTime())).toISOString(),
    size: next,
  }));
}

export interface ListedCheck extends Omit<CheckRecord, 'kind' | 'recordedAt' | 'v'> {
  readonly entry: number;
  readonly at: string;
}

/** Checks since a time, newest first; at most `limit`. */
export async function checksSince(
  { db, reader }: ViewParts,
  { limit, since }: { readonly since: Date; readonly limit: number },
): Promise<ListedCheck[]> {
  const rows = await db
    .selectFrom('act')
    .select('seq')
    .where('did', '=', 'check')
    .where('at', '>=', Math.floor(since.getTime() / 1000))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  return rows.flatMap(({ seq }) => {
    const record = records.get(seq);
    if (record?.kind !== 'check') return [];
    const { kind: _kind, recordedAt: at, v: _v, ...check } = record;
    return [{ entry: seq, at, ...check }];
  });
}
