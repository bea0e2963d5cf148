// How well what is held keeps the rules of input: counts by rule, source and week, worst first, down to the records. The words of a
// record are not here.

import { placesAt } from '../projections/tables/places-at.ts';
import type { ViewParts } from './conversation.ts';

export interface QualityCount {
  readonly rule: string;
  /** The member of a record that breaks it. */
  readonly field: string;
  readonly source: string;
  /** The Monday of the week, YYYY-MM-DD. */
  readonly week: string;
  readonly records: number;
}

export interface QualityAsked {
  readonly rule?: string;
  readonly source?: string;
  /** A day of the week meant, YYYY-MM-DD. */
  readonly week?: string;
}

const WEEK_MS = 604_800_000;
/** 1970-01-05, a Monday. */
const FIRST_MONDAY_MS = 345_600_000;

/** Counts, the highest first. */
export async function qualityCounts({ db }: Pick<ViewParts, 'db'>, asked: QualityAsked): Promise<QualityCount[]> {
  const rows = await matching(db, asked)
    .select(({ fn }) => ['rule', 'field', 'source', 'week', fn.count<number>('of').distinct().as('records')])
    .groupBy(['rule', 'field', 'source', 'week'])
    .execute();
  const counts = rows.map(({ records, week, ...row }) => ({ ...row, week: mondayOf(week), records: Number(records) }));
  return counts.sort((a, b) => b.records - a.records || compare(b.week, a.week) || compare(a.rule, b.rule));
}

export interface FlaggedEntry {
  /** Seq of the record that says so. */
  readonly id: number;
  readonly entry: number;
  /** Where it stands. */
  readonly conversation?: number;
  readonly rule: string;
  readonly field: string;
  readonly source: string;
  readonly week: string;
}

/** Records that break rules, the newest first, before `before`; at most `limit`. */
export async function flaggedEntries(
  { db }: Pick<ViewParts, 'db'>,
  { before, limit, ...asked }: QualityAsked & { readonly before?: number; readonly limit: number },
): Promise<FlaggedEntry[]> {
  const rows = await matching(db, asked)
    .select(['seq', 'of', 'rule', 'field', 'source', 'week'])
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .orderBy('rule')
    .orderBy('field')
    .limit(limit)
    .execute();
  const places = await placesAt(
    db,
    rows.map(({ of }) => of),
  );
  return rows.map(({ of, seq, week, ...row }) => {
    const conversation = places.get(of)?.chat;
    return {
      id: seq,
      entry: of,
      ...(conversation === undefined ? {} : { conversation }),
      ...row,
      week: mondayOf(week),
    };
  });
}

function matching(db: ViewParts['db'], { rule, source, week }: QualityAsked) {
  return db
    .selectFrom('flag')
    .$if(rule !== undefined, (query) => query.where('rule', '=', rule ?? ''))
    .$if(source !== undefined, (query) => query.where('source', '=', source ?? ''))
    .$if(week !== undefined, (query) => query.where('week', '=', weekOf(week ?? '')));
}

function weekOf(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) - FIRST_MONDAY_MS) / WEEK_MS);
}

function mondayOf(week: number): string {
  return new Date(FIRST_MONDAY_MS + week * WEEK_MS).toISOString().slice(0, 10);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
