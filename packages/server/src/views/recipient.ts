// How the other side of a conversation is addressed, out of all that was told of them.

import type { SendFacts } from '@acta/policy';
import { isEntry } from '../records/conversation.ts';
import { phoneOfWaId } from '../records/identity.ts';
import type { ViewParts } from './conversation.ts';
import { mergesOf } from './merges.ts';
import type { SendPlace } from './send-place.ts';
import { entriesBackward } from './timeline.ts';

export type Recipient = SendFacts['recipient'];

/**
 * How the other side is addressed: by the number that they last wrote from, as the platform writes it, or the newest that was
 * told of since; and by the newest id.
 */
export async function recipientOf(parts: ViewParts, place: SendPlace): Promise<Recipient> {
  const { group, peer, portfolio } = place;
  if (group !== undefined) return { group };
  const people = await samePeople(parts, peer);
  const rows = await parts.db
    .selectFrom('identifier')
    .select('seq')
    .distinct()
    .where('person', 'in', people)
    .orderBy('seq')
    .execute();
  const records = await parts.reader.records(rows.map(({ seq }) => seq));
  const numbers = await lastWritten(parts, place, people);
  let [phone, bsuid]: (string | undefined)[] = [];
  for (const { seq } of rows) {
    const record = records.get(seq);
    if (record?.kind !== 'person' && record?.kind !== 'alias') continue;
    if (record.waId !== undefined) numbers.push({ seq, waId: record.waId });
    phone = record.phone ?? phone;
    if (record.portfolio === portfolio) bsuid = record.bsuid ?? bsuid;
  }
  const waId = numbers.toSorted((one, other) => one.seq - other.seq).at(-1)?.waId ?? phone?.slice(1);
  return { ...(waId === undefined ? {} : { waId }), ...(bsuid === undefined ? {} : { bsuid }) };
}

/** A number in a platform's writing, and the record that said it. */
interface SaidNumber {
  readonly seq: number;
  readonly waId: string;
}

/** Further back nobody looks for what somebody wrote. */
const LOOKED_AT = 100;

/** The number of their last message through this channel; none where it has none. */
async function lastWritten(
  { db, reader }: ViewParts,
  { channel, chat }: SendPlace,
  people: readonly number[],
): Promise<SaidNumber[]> {
  let left = LOOKED_AT;
  for await (const entries of entriesBackward(db, { chat })) {
    for (let i = entries.count - 1; i >= 0 && left > 0; i--, left--) {
      const isTheirs = entries.import[i] === channel && people.includes(entries.person[i] ?? 0);
      if (!isTheirs || entries.kind[i] !== 0) continue;
      const seq = entries.seq[i] ?? 0;
      const record = await reader.record(seq);
      const waId = record !== undefined && isEntry(record) ? senderOf(record.raw) : undefined;
      return waId === undefined ? [] : [{ seq, waId }];
    }
    if (left === 0) break;
  }
  return [];
}

/** `from` of a message's piece, where it is a number. */
function senderOf(raw: string | undefined): string | undefined {
  try {
    const said: unknown = JSON.parse(raw ?? '');
    const from = typeof said === 'object' && said !== null && 'from' in said ? said.from : undefined;
    return typeof from === 'string' && phoneOfWaId(from) !== undefined ? from : undefined;
  } catch {
    return undefined;
  }
}

/** Everybody who is the same as this person. */
export async function samePeople({ db }: ViewParts, person: number): Promise<readonly number[]> {
  return (await mergesOf(db)).all(person);
}
