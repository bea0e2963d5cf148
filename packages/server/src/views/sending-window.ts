// Whether the other side of a conversation may be answered freely now, until when, or since when not any more. Facts for who writes an
// answer; what goes out policy decides when it is asked for.

import { isEntry } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';
import { samePeople } from './recipient.ts';
import { channelOf, type SendPlace } from './send-place.ts';
import { type PersonFacts, personFacts } from './sending-facts.ts';
import { entriesBackward } from './timeline.ts';

export interface SendingWindow {
  readonly place: SendPlace;
  /** `never`: the other side has not written through this channel, as far as was looked. */
  readonly state: 'open' | 'closed' | 'never';
  /** Ms since 1970: when it closes, or closed. */
  readonly endsMs?: number;
  readonly wishes: Pick<PersonFacts, 'optedOutMs' | 'hasStoppedMarketing' | 'hasMarketingConsent'>;
}

const DAY_MS = 86_400_000;
/** Further back nobody looks for the last word of the other side. */
const LOOKED_AT = 2_000;

/** The window of a conversation at a moment (ms since 1970); undefined where it goes through no number of the business. */
export async function sendingWindow(parts: ViewParts, chat: number, nowMs: number): Promise<SendingWindow | undefined> {
  const place = await channelOf(parts, chat);
  if (place === undefined) return undefined;
  const { lastInboundMs, sentToPairMs: _sent, ...wishes } = await personFacts(parts, place, nowMs);
  const isOpen = lastInboundMs !== undefined && nowMs - lastInboundMs < DAY_MS;
  const wroteMs = isOpen ? lastInboundMs : await lastWritten(parts, place);
  if (wroteMs === undefined) return { place, state: 'never', wishes };
  return { place, state: isOpen ? 'open' : 'closed', endsMs: wroteMs + DAY_MS, wishes };
}

async function lastWritten(parts: ViewParts, { channel, chat, peer }: SendPlace): Promise<number | undefined> {
  const people = peer === 0 ? [] : await samePeople(parts, peer);
  let looked = 0;
  for await (const entries of entriesBackward(parts.db, { chat })) {
    for (let i = entries.count - 1; i >= 0; i--) {
      looked++;
      const isTheirs = peer === 0 || people.includes(entries.person[i] ?? 0);
      if (entries.import[i] !== channel || entries.kind[i] !== 0 || !isTheirs) continue;
      const record = await parts.reader.record(entries.seq[i] ?? 0);
      const isSaid = record !== undefined && isEntry(record) && record.origin === 'live' && record.target === undefined;
      if (isSaid) return (entries.at[i] ?? 0) * 1000;
    }
    if (looked > LOOKED_AT) return undefined;
  }
  return undefined;
}
