// The channels of conversations: through which of the business's numbers each is led.

import type { ViewParts } from './conversation.ts';

export interface ChannelRow {
  readonly id: number;
  /** The platform's id of the business's number. */
  readonly number: string;
  /** That number as the platform shows it. */
  readonly display?: string;
  readonly group?: string;
}

const IN_ONE_QUERY = 500;

/** The channels of these chats, the oldest first; a chat that no channel leads to is absent. */
export async function channelsOf(
  { db, reader }: ViewParts,
  chats: readonly number[],
): Promise<ReadonlyMap<number, readonly ChannelRow[]>> {
  const found = new Map<number, ChannelRow[]>();
  for (let at = 0; at < chats.length; at += IN_ONE_QUERY) {
    const some = chats.slice(at, at + IN_ONE_QUERY);
    const rows = await db
      .selectFrom('channel')
      .select(['seq', 'chat'])
      .where('chat', 'in', some)
      .orderBy('seq')
      .execute();
    const records = await reader.records(rows.map(({ seq }) => seq));
    for (const { chat, seq } of rows) {
      const record = records.get(seq);
      if (record?.kind !== 'channel') continue;
      const { display, group, number } = record;
      const row = { id: seq, number, ...(display && { display }), ...(group && { group }) };
      found.set(chat, [...(found.get(chat) ?? []), row]);
    }
  }
  return found;
}
