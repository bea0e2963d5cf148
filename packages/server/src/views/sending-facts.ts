// What a decision to send is made on, out of tables and pages: through which number, to whom, when they last wrote, what they
// wish, what went to them lately. Facts only; policy decides.

import type { SendFacts } from '@acta/policy';
import { INTENT_STATES } from '../projections/tables/platform-tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { isEntry } from '../records/conversation.ts';
import { nameDigest, phoneDigest, phoneOfWaId } from '../records/identity.ts';
import type { ViewParts } from './conversation.ts';
import { mergesIn } from './live-known.ts';
import { entriesBackward } from './timeline.ts';

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

export type Recipient = SendFacts['recipient'];
export type PersonFacts = Pick<
  SendFacts,
  'lastInboundMs' | 'optedOutMs' | 'hasStoppedMarketing' | 'hasMarketingConsent' | 'sentToPairMs'
>;

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
/** More than these are not asked for: the debt of a pair is paid long before. */
const SENT_MOST = 200;

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

/** Everybody who is the same as this person. */
async function samePeople({ db }: ViewParts, person: number): Promise<number[]> {
  const merges = await mergesIn(db);
  const rootOf = (one: number): number => {
    let now = one;
    for (let into = merges.get(now); into !== undefined; into = merges.get(now)) now = into;
    return now;
  };
  const root = rootOf(person);
  return [...new Set([person, root, ...[...merges.keys()].filter((one) => rootOf(one) === root)])];
}

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

/** What is known of the other side at a moment (ms since 1970). */
export async function personFacts(parts: ViewParts, place: SendPlace, nowMs: number): Promise<PersonFacts> {
  const people = place.peer === 0 ? [] : await samePeople(parts, place.peer);
  const lastInboundMs = await lastInbound(parts, place, { people, nowMs });
  return {
    ...(lastInboundMs === undefined ? {} : { lastInboundMs }),
    ...(await wishes(parts, people)),
    sentToPairMs: await sentLately(parts, place, nowMs),
  };
}

/** When the other side last wrote through this channel; what a phone told of afterwards opens no window. */
async function lastInbound(
  { db, reader }: ViewParts,
  { channel, chat, peer }: SendPlace,
  { nowMs, people }: { readonly people: readonly number[]; readonly nowMs: number },
): Promise<number | undefined> {
  const after = Math.floor(nowMs / 1000) - DAY_SECONDS - 1;
  const ours = peer === 0 ? await ourPeople({ db }) : new Set<number>();
  const isTheirs = (person: number): boolean => (peer === 0 ? !ours.has(person) : people.includes(person));
  for await (const entries of entriesBackward(db, { chat, after })) {
    for (let i = entries.count - 1; i >= 0; i--) {
      if (entries.import[i] !== channel || entries.kind[i] !== 0 || !isTheirs(entries.person[i] ?? 0)) continue;
      const record = await reader.record(entries.seq[i] ?? 0);
      const isSaid = record !== undefined && isEntry(record) && record.origin === 'live' && record.target === undefined;
      if (isSaid) return (entries.at[i] ?? 0) * 1000;
    }
  }
  return undefined;
}

async function ourPeople({ db }: Pick<ViewParts, 'db'>): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('person').select('id').where('me', '=', 1).execute();
  return new Set([0, ...rows.map(({ id }) => id)]);
}

const MARKETING = 'marketing_messages';

/** What a person asked for; the platform's own refusal (131050) says the same as a wish. */
async function wishes({ db }: ViewParts, people: readonly number[]) {
  if (people.length === 0) return { hasStoppedMarketing: false, hasMarketingConsent: false };
  const rows = await db
    .selectFrom('preference')
    .select(['category', 'stop', 'at'])
    .where('person', 'in', people)
    .orderBy('at')
    .orderBy('seq')
    .execute();
  const refused = await db
    .selectFrom('status')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('code', '=', 131050)
    .where('person', 'in', people)
    .executeTakeFirst();
  const marketing = rows.findLast(({ category }) => category === MARKETING);
  const all = rows.findLast(({ category }) => category !== MARKETING);
  const isRefused = Number(refused?.at ?? 0) > (marketing?.at ?? 0);
  return {
    hasStoppedMarketing: marketing?.stop === 1 || isRefused,
    hasMarketingConsent: marketing?.stop === 0 && !isRefused,
    ...(all?.stop === 1 ? { optedOutMs: all.at * 1000 } : {}),
  };
}

const SENT: readonly number[] = (['attempted', 'accepted', 'unknown'] as const).map((state) =>
  INTENT_STATES.indexOf(state),
);

/** When messages went out through this channel in the last hour, or may have. */
async function sentLately({ db, reader }: ViewParts, { channel, chat }: SendPlace, nowMs: number): Promise<number[]> {
  const seqs: number[] = [];
  for await (const entries of entriesBackward(db, { chat, after: Math.floor(nowMs / 1000) - HOUR_SECONDS })) {
    for (let i = 0; i < entries.count; i++) if (entries.import[i] === channel) seqs.push(entries.seq[i] ?? 0);
    if (seqs.length > SENT_MOST) break;
  }
  if (seqs.length === 0) return [];
  const rows = await db
    .selectFrom('intent')
    .select(['seq', 'by'])
    .where('seq', 'in', seqs)
    .where('state', 'in', SENT)
    .execute();
  const told = await reader.records(rows.map(({ by }) => by));
  return [...told.values()].flatMap((record) => ('recordedAt' in record ? [Date.parse(record.recordedAt)] : []));
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
