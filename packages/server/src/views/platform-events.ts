// What the platform reported beside messages: templates, account, quality, payments, and what nobody here knows.

import type { ViewParts } from './conversation.ts';

export interface PlatformEventRow {
  readonly id: number;
  /** UTC wall time. */
  readonly at: string;
  readonly field: string;
  readonly name: string;
  /** False where nobody here knows the field or its shape. */
  readonly known: boolean;
  /** The business account. */
  readonly account: string;
  readonly person?: number;
  /** The piece as it came, JSON; its start where it is very long. */
  readonly raw: string;
}

export interface EventsAsked {
  readonly field?: string;
  /** Only what came after this record. */
  readonly after?: number;
  readonly limit: number;
}

/** Events in the order in which they came: from `after` on, or the newest so many. */
export async function listPlatformEvents(
  { db, reader }: ViewParts,
  { after, field, limit }: EventsAsked,
): Promise<{ readonly rows: readonly PlatformEventRow[]; readonly more: boolean }> {
  let asked = db
    .selectFrom('event')
    .select('seq')
    .orderBy('seq', after === undefined ? 'desc' : 'asc')
    .limit(limit + 1);
  if (field !== undefined) asked = asked.where('field', '=', field);
  if (after !== undefined) asked = asked.where('seq', '>', after);
  const found = await asked.execute();
  const seqs = found.slice(0, limit).map(({ seq }) => seq);
  if (after === undefined) seqs.reverse();
  const records = await reader.records(seqs);
  const rows = seqs.flatMap((seq): PlatformEventRow[] => {
    const record = records.get(seq);
    if (record?.kind !== 'event') return [];
    const { at, known, name, person, portfolio, raw } = record;
    const about = person === undefined ? {} : { person };
    return [{ id: seq, at, field: record.field, name, known, account: portfolio, ...about, raw }];
  });
  return { rows, more: found.length > limit };
}
