// Whether the other side of a conversation may be answered freely now, until when, or since when not any more. Facts for who writes an
// answer; what goes out policy decides when it is asked for.

import type { ViewParts } from './conversation.ts';
import { lastInbound } from './last-inbound.ts';
import { samePeople } from './recipient.ts';
import { channelOf, type SendPlace } from './send-place.ts';
import { type PersonFacts, personFacts } from './sending-facts.ts';

export interface SendingWindow {
  readonly place: SendPlace;
  /** `never`: the other side has neither written nor rung through this channel, as far as was looked. */
  readonly state: 'open' | 'closed' | 'never';
  /** Ms since 1970: when it closes, or closed. */
  readonly endsMs?: number;
  readonly wishes: Pick<PersonFacts, 'optedOutMs' | 'hasStoppedMarketing' | 'hasMarketingConsent'>;
}

const DAY_MS = 86_400_000;

/** The window of a conversation at a moment (ms since 1970); undefined where it goes through no number of the business. */
export async function sendingWindow(parts: ViewParts, chat: number, nowMs: number): Promise<SendingWindow | undefined> {
  const place = await channelOf(parts, chat);
  if (place === undefined) return undefined;
  const { lastInboundMs, sentToPairMs: _sent, ...wishes } = await personFacts(parts, place, nowMs);
  const isOpen = lastInboundMs !== undefined && nowMs - lastInboundMs < DAY_MS;
  const people = place.peer === 0 ? [] : await samePeople(parts, place.peer);
  const spokeMs = isOpen ? lastInboundMs : await lastInbound(parts, place, { people, nowMs });
  if (spokeMs === undefined) return { place, state: 'never', wishes };
  return { place, state: isOpen ? 'open' : 'closed', endsMs: spokeMs + DAY_MS, wishes };
}
