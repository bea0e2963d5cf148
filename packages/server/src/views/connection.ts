// What is known of the numbers of the business that are connected: which were met, and when something of them last came.

import type { ViewParts } from './conversation.ts';

export interface ConnectedNumber {
  /** phone_number_id */
  readonly id: string;
  readonly display?: string;
}

const CHANNELS = 500;

/** The numbers through which the newest conversations run. */
export async function connectedNumbers({ db, reader }: ViewParts): Promise<ConnectedNumber[]> {
  const rows = await db.selectFrom('channel').select('seq').orderBy('seq', 'desc').limit(CHANNELS).execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  const numbers = new Map<string, ConnectedNumber>();
  for (const record of records.values()) {
    if (record.kind !== 'channel') continue;
    const { display, number } = record;
    numbers.set(number, { id: number, ...(display === undefined ? {} : { display }) });
  }
  return [...numbers.values()];
}

/** When the newest delivery came whose signature was right. */
export async function newestDelivery({ db, reader }: ViewParts): Promise<string | undefined> {
  const row = await db
    .selectFrom('other')
    .select('seq')
    .where('kind', '=', 'delivery')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const record = row === undefined ? undefined : await reader.record(row.seq);
  return record?.kind === 'delivery' ? record.receivedAt : undefined;
}
