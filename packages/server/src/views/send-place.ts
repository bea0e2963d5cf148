// The way from one of the business's numbers to the other side of a conversation, and who speaks there for the business.

import type { BlindIndex } from '../records/blind-index.ts';
import { nameDigest, phoneDigest, phoneOfWaId } from '../records/identity.ts';
import type { ViewParts } from './conversation.ts';

/** The way from one of the business's numbers to the other side of a conversation. */
export interface SendPlace {
  /** Seq of the channel record. */
  readonly channel: number;
  readonly chat: number;
  /** phone_number_id. */
  readonly number: string;
  readonly portfolio: string;
  readonly display?: string;
  readonly group?: string;
  /** Person on the other side; 0 in a group. */
  readonly peer: number;
}

/** The newest way to a conversation, or that through `number`; undefined where there is none. */
export async function channelOf(parts: ViewParts, chat: number, number?: string): Promise<SendPlace | undefined> {
  const rows = await parts.db
    .selectFrom('channel')
    .select('seq')
    .where('chat', '=', chat)
    .orderBy('seq', 'desc')
    .execute();
  for (const { seq } of rows) {
    const place = await channelAt(parts, seq);
    if (place !== undefined && (number === undefined || place.number === number)) return place;
  }
  return undefined;
}

/** The way that a channel record opened; undefined where it was erased. */
export async function channelAt({ reader }: ViewParts, seq: number): Promise<SendPlace | undefined> {
  const record = await reader.record(seq);
  if (record?.kind !== 'channel') return undefined;
  const { chat, display, group, number, peer = 0, portfolio } = record;
  return {
    channel: seq,
    chat,
    number,
    portfolio,
    peer,
    ...(display === undefined ? {} : { display }),
    ...(group === undefined ? {} : { group }),
  };
}

export async function isConversation({ db }: ViewParts, chat: number): Promise<boolean> {
  return (await db.selectFrom('chat').select('id').where('id', '=', chat).executeTakeFirst()) !== undefined;
}

/** Our own side of a number, if it has spoken before. */
export async function ourSide(
  { db }: ViewParts,
  blind: BlindIndex,
  { display, number }: Pick<SendPlace, 'display' | 'number'>,
): Promise<{ readonly person?: number; readonly name: string; readonly phone?: string }> {
  const phone = phoneOfWaId((display ?? '').replace(/\D/g, ''));
  const name = phone ?? number;
  const digests = [nameDigest(blind, 0, name), ...(phone === undefined ? [] : [phoneDigest(blind, phone)])];
  const row = await db
    .selectFrom('identifier')
    .select('person')
    .where('digest', 'in', digests)
    .orderBy('seq')
    .executeTakeFirst();
  return { name, ...(phone === undefined ? {} : { phone }), ...(row === undefined ? {} : { person: row.person }) };
}
