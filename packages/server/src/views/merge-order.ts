// What is decided about who is who, before it is put on record: who goes into whom, and which merge is taken back. It reads only.

import type { MergeRecord, SplitRecord } from '../records/platform.ts';
import { ServerError } from '../server-error.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';

export interface MergeOrder {
  readonly one: number;
  readonly other: number;
  readonly reason: string;
  readonly recordedAt: string;
  readonly actor: string;
}

/** The younger goes into the older. Throws `person-missing`, `person-same`, `person-own-side`. */
export async function mergeRecord({ db }: Pick<ViewParts, 'db'>, order: MergeOrder): Promise<MergeRecord> {
  const asked = [order.one, order.other];
  const rows = await db.selectFrom('person').select(['id', 'me']).where('id', 'in', asked).execute();
  const missing = asked.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw new ServerError('person-missing', { id: missing });
  const merges = await mergesOf(db);
  const [into = 0, person = 0] = asked.map((id) => merges.one(id)).sort((a, b) => a - b);
  const detail = { id: order.one, other: order.other };
  if (into === person) throw new ServerError('person-same', detail);
  if (new Set(rows.map(({ me }) => me)).size > 1) throw new ServerError('person-own-side', detail);
  const { actor, reason, recordedAt } = order;
  return { actor, evidence: 0, into, kind: 'merge', person, reason, recordedAt, v: 1 };
}

export interface SplitOrder {
  readonly merge: number;
  readonly reason: string;
  readonly recordedAt: string;
  readonly actor: string;
}

/** Takes a merge back that holds. Throws `merge-missing`. */
export async function splitRecord(
  { db }: Pick<ViewParts, 'db'>,
  { actor, merge, reason, recordedAt }: SplitOrder,
): Promise<{ readonly record: SplitRecord; readonly person: number; readonly into: number }> {
  const held = await db
    .selectFrom('merge')
    .select(['person', 'into', 'split'])
    .where('seq', '=', merge)
    .executeTakeFirst();
  if (held === undefined || held.split !== 0) throw new ServerError('merge-missing', { id: merge });
  const record: SplitRecord = { actor, kind: 'split', of: merge, reason, recordedAt, v: 1 };
  return { record, person: held.person, into: held.into };
}
