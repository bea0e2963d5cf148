// Addresses that are told of events, and how far each was told.

import type { HookRecord } from '../records/platform.ts';
import type { ViewParts } from './conversation.ts';

export interface HookView {
  readonly id: number;
  readonly record: HookRecord;
  /** Every event up to this seq was delivered or given up. */
  readonly upTo: number;
  /** Events that were given up. */
  readonly missed: number;
}

/** The addresses that stand, in the order in which they were named. */
export async function listHooks({ db, reader }: ViewParts): Promise<HookView[]> {
  const rows = await db
    .selectFrom('hook')
    .select(['seq', 'up_to', 'missed'])
    .where('removed', '=', 0)
    .orderBy('seq')
    .execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  return rows.flatMap(({ missed, seq, up_to }) => {
    const record = records.get(seq);
    return record?.kind === 'hook' ? [{ id: seq, record, upTo: up_to, missed }] : [];
  });
}
