// What the outbox has to do: messages that are to be sent, calls whose answer nobody knows, and what statuses say of those.

import { sql } from 'kysely';
import { INTENT_STATES } from '../projections/tables/platform-tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { idempotencyDigest } from '../records/identity.ts';
import { wallSeconds } from '../records/wall-time.ts';
import type { ViewParts } from './conversation.ts';

export interface OpenIntent {
  readonly seq: number;
  readonly state: 'intended' | 'waiting' | 'attempted';
  /** Ms since 1970 before which nothing is tried. */
  readonly untilMs: number;
  /** Seq of the newest attempt or outcome; 0 before the first. */
  readonly by: number;
}

const OPEN = ['intended', 'waiting', 'attempted'] as const;
const UNKNOWN = INTENT_STATES.indexOf('unknown');
const IN_ONE_QUERY = 500;

/** What is not settled, in the order in which it was meant. */
export async function openIntents({ db }: ViewParts): Promise<OpenIntent[]> {
  const rows = await db
    .selectFrom('intent')
    .select(['seq', 'state', 'until', 'by'])
    .where('state', '<', sql.lit(OPEN.length))
    .orderBy('seq')
    .execute();
  return rows.map(({ by, seq, state, until }) => ({
    seq,
    by,
    untilMs: until * 1000,
    state: OPEN[state] ?? 'attempted',
  }));
}

/** The newest calls whose answer was lost. */
export async function unknownIntents({ db }: ViewParts, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('intent')
    .select('seq')
    .where('state', '=', UNKNOWN)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ seq }) => seq);
}

/** Of these the ones for which a status came back with their mark: the first that did. */
export async function toldByStatus(
  { db }: ViewParts,
  seqs: readonly number[],
): Promise<{ readonly seq: number; readonly status: number }[]> {
  const found: { seq: number; status: number }[] = [];
  for (let at = 0; at < seqs.length; at += IN_ONE_QUERY) {
    const rows = await db
      .selectFrom('intent')
      .innerJoin('status', 'status.callback', 'intent.callback')
      .select('intent.seq as seq')
      .select(({ fn }) => fn.min('status.seq').as('status'))
      .where('intent.seq', 'in', seqs.slice(at, at + IN_ONE_QUERY))
      .where('intent.state', '=', UNKNOWN)
      // Only with this the index answers.
      .where(sql<boolean>`length(status.callback) > 0`)
      .groupBy('intent.seq')
      .execute();
    for (const { seq, status } of rows) found.push({ seq, status: Number(status) });
  }
  return found;
}

const OUTSIDE: ReadonlySet<string> = new Set(['acta/send/template', 'acta/send/free-entry']);
const SENT: readonly number[] = (['attempted', 'accepted', 'unknown'] as const).map((state) =>
  INTENT_STATES.indexOf(state),
);

/** Messages that went out, or may have, outside their windows since a moment (ms since 1970), the oldest first. */
export async function openedSince(
  { db, reader }: ViewParts,
  sinceMs: number,
): Promise<{ readonly chat: number; readonly atMs: number }[]> {
  const found: { chat: number; atMs: number }[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await db
      .selectFrom('intent')
      .select(['seq', 'chat', 'state'])
      .where('seq', '<', before)
      .orderBy('seq', 'desc')
      .limit(IN_ONE_QUERY)
      .execute();
    const records = await reader.records(rows.map(({ seq }) => seq));
    for (const { chat, seq, state } of rows) {
      const record = records.get(seq);
      if (record === undefined || !('intent' in record) || record.intent === undefined) continue;
      const atMs = wallSeconds(record.at) * 1000;
      if (atMs < sinceMs) return found.reverse();
      if (SENT.includes(state) && OUTSIDE.has(record.intent.rule)) found.push({ chat, atMs });
    }
    if (rows.length < IN_ONE_QUERY) return found.reverse();
    before = rows.at(-1)?.seq ?? 0;
  }
}

/** What was meant under this key by the same asker. */
export async function intentUnder(
  { db }: ViewParts,
  blind: BlindIndex,
  { actor, key }: { readonly actor: string; readonly key: string },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('intent')
    .select('seq')
    .where('idempotency', '=', idempotencyDigest(blind, actor, key))
    .where(sql<boolean>`length(idempotency) > 0`)
    .orderBy('seq')
    .executeTakeFirst();
  return row?.seq;
}
