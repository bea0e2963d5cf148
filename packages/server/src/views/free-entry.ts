// The free entry point of a conversation: who came by an advertisement or a post and was answered within 24 hours may be written to
// for 72 hours from that answer without a charge. It opens no window. What is not seen to have happened did not. WhatsApp, pricing.

import { detailsOf } from '@acta/formats';
import { INTENT_STATES } from '../projections/tables/platform-tables.ts';
import { type EntryRecord, isEntry } from '../records/conversation.ts';
import { wallSeconds } from '../records/wall-time.ts';
import type { ViewParts } from './conversation.ts';
import type { SendPlace } from './send-place.ts';
import { entriesBackward } from './timeline.ts';

const ANSWERED_WITHIN = 24 * 3_600;
const FREE_FOR = 72 * 3_600;
/** Of a conversation with more than this in four days nothing older is looked at. */
const LOOKED_AT = 500;
const ACCEPTED = INTENT_STATES.indexOf('accepted');

/** Until when it is free (ms since 1970), of the newest that was answered; undefined where there is none or it is over. */
export async function freeEntryUntil(
  parts: ViewParts,
  { channel, chat }: SendPlace,
  nowMs: number,
): Promise<number | undefined> {
  const now = Math.floor(nowMs / 1000);
  const seqs: number[] = [];
  for await (const entries of entriesBackward(parts.db, { chat, after: now - ANSWERED_WITHIN - FREE_FOR })) {
    for (let i = 0; i < entries.count; i++) if (entries.import[i] === channel) seqs.push(entries.seq[i] ?? 0);
    if (seqs.length > LOOKED_AT) break;
  }
  const entries = [...(await parts.reader.records(seqs)).values()].filter(isEntry);
  const arrivals = entries.filter(isArrival).map(({ at }) => wallSeconds(at));
  if (arrivals.length === 0) return undefined;
  const answers = await answeredAt(parts, seqs);
  const ends = arrivals.flatMap((arrival) => {
    const answer = answers.find((at) => at >= arrival);
    return answer === undefined || answer - arrival >= ANSWERED_WITHIN ? [] : [answer + FREE_FOR];
  });
  const end = Math.max(...ends);
  return end > now ? end * 1000 : undefined;
}

/** A message with which somebody came from an advertisement or a post. */
function isArrival({ origin, raw, target }: EntryRecord): boolean {
  if (origin !== 'live' || target !== undefined || raw === undefined || !raw.includes('referral')) return false;
  return detailsOf(raw).referral !== undefined;
}

/** When the platform took messages of ours, the earliest first; wall seconds. */
async function answeredAt({ db, reader }: ViewParts, seqs: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('intent')
    .select('by')
    .where('seq', 'in', seqs)
    .where('state', '=', ACCEPTED)
    .execute();
  const told = await reader.records(rows.map(({ by }) => by));
  return [...told.values()]
    .flatMap((record) => ('recordedAt' in record ? [Math.floor(Date.parse(record.recordedAt) / 1000)] : []))
    .sort((one, other) => one - other);
}
