// What a decision to send is made on, of the other side: when they last spoke, what they wish, what went to them lately. Facts only;
// policy decides.

import type { SendFacts } from '@acta/policy';
import { sql } from 'kysely';
import { INTENT_STATES } from '../projections/tables/platform-tables.ts';
import type { ViewParts } from './conversation.ts';
import { lastInbound } from './last-inbound.ts';
import { samePeople } from './recipient.ts';
import type { SendPlace } from './send-place.ts';
import { entriesBackward } from './timeline.ts';

export type PersonFacts = Pick<
  SendFacts,
  'lastInboundMs' | 'optedOutMs' | 'hasStoppedMarketing' | 'hasMarketingConsent' | 'sentToPairMs'
>;

const DAY_MS = 86_400_000;
const HOUR_SECONDS = 3_600;
/** More than these are not asked for: the debt of a pair is paid long before. */
const SENT_MOST = 200;

/** What is known of the other side at a moment (ms since 1970). */
export async function personFacts(parts: ViewParts, place: SendPlace, nowMs: number): Promise<PersonFacts> {
  const people = place.peer === 0 ? [] : await samePeople(parts, place.peer);
  const lastInboundMs = await lastInbound(parts, place, { people, nowMs, withinMs: DAY_MS });
  return {
    ...(lastInboundMs === undefined ? {} : { lastInboundMs }),
    ...(await wishes(parts, people)),
    sentToPairMs: await sentLately(parts, place, nowMs),
  };
}

const MARKETING = 'marketing_messages';
/** The platform's code for a person who stopped marketing. */
const STOPPED_MARKETING = 131_050;

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
    // A number that stands in the statement: only then the index over these answers.
    .where('code', '=', sql.lit(STOPPED_MARKETING))
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
