// What the platform stopped and nobody has lifted yet.

import type { HaltRecord } from '../records/platform.ts';
import type { ViewParts } from './conversation.ts';

export interface HaltView {
  readonly id: number;
  readonly record: HaltRecord;
}

/** The halts that hold, in the order in which they came. */
export async function listHalts({ db, reader }: ViewParts): Promise<HaltView[]> {
  const rows = await db.selectFrom('halt').select('seq').where('lifted', '=', 0).orderBy('seq').execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  return rows.flatMap(({ seq }) => {
    const record = records.get(seq);
    return record?.kind === 'halt' ? [{ id: seq, record }] : [];
  });
}
