// When the other side of a conversation last spoke to the business by itself: a message or a call through this number. Neither what a
// phone told of afterwards nor an edit opens a window; a time that lies ahead does not hold one open. WhatsApp, customer service window.

import { isEntry } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';
import type { SendPlace } from './send-place.ts';
import { entriesBackward } from './timeline.ts';

export interface InboundAsked {
  /** Everybody who is the other side; nobody in a group. */
  readonly people: readonly number[];
  readonly nowMs: number;
  /** How far back; without it a few thousand entries are looked at. */
  readonly withinMs?: number;
}

/** Clocks differ by so much at most. */
const AHEAD_SECONDS = 600;
const LOOKED_AT = 2_000;

/** Ms since 1970; undefined where there was nothing, as far as was looked. */
export async function lastInbound(
  parts: ViewParts,
  place: SendPlace,
  asked: InboundAsked,
): Promise<number | undefined> {
  const told = [await lastWritten(parts, place, asked), await lastCall(parts, place, asked)];
  return told.reduce((one, other) => (other === undefined || (one ?? 0) > other ? one : other), undefined);
}

async function lastWritten(
  { db, reader }: ViewParts,
  { channel, chat, peer }: SendPlace,
  asked: InboundAsked,
): Promise<number | undefined> {
  const ours = peer === 0 ? await ourPeople({ db }) : new Set<number>();
  const isTheirs = (person: number): boolean => (peer === 0 ? !ours.has(person) : asked.people.includes(person));
  let looked = 0;
  for await (const entries of entriesBackward(db, { chat, ...secondsOf(asked) })) {
    for (let i = entries.count - 1; i >= 0; i--) {
      if (entries.import[i] !== channel || entries.kind[i] !== 0 || !isTheirs(entries.person[i] ?? 0)) continue;
      const record = await reader.record(entries.seq[i] ?? 0);
      const isSaid = record !== undefined && isEntry(record) && record.origin === 'live' && record.target === undefined;
      if (isSaid) return (entries.at[i] ?? 0) * 1000;
    }
    looked += entries.count;
    if (asked.withinMs === undefined && looked > LOOKED_AT) return undefined;
  }
  return undefined;
}

async function lastCall(
  { db, reader }: ViewParts,
  { number }: SendPlace,
  asked: InboundAsked,
): Promise<number | undefined> {
  if (asked.people.length === 0) return undefined;
  const { after, before } = secondsOf(asked);
  const calls = await db
    .selectFrom('event')
    .select(['seq', 'at'])
    .where('caller', 'in', asked.people)
    // Only with this the index answers.
    .where('caller', '>', 0)
    .where('at', '>=', after)
    .where('at', '<', before)
    .orderBy('at', 'desc')
    .limit(LOOKED_AT)
    .execute();
  for (const { at, seq } of calls) {
    const record = await reader.record(seq);
    if (record?.kind === 'event' && record.called === number) return at * 1000;
  }
  return undefined;
}

/** Wall seconds: from, and before which. */
function secondsOf({ nowMs, withinMs }: InboundAsked): { readonly after: number; readonly before: number } {
  const now = Math.floor(nowMs / 1000);
  return { after: withinMs === undefined ? 0 : now - Math.ceil(withinMs / 1000) - 1, before: now + AHEAD_SECONDS };
}

async function ourPeople({ db }: Pick<ViewParts, 'db'>): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('person').select('id').where('me', '=', 1).execute();
  return new Set([0, ...rows.map(({ id }) => id)]);
}
