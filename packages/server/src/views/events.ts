// What happened, in the order of the ledger, for those who follow: messages and what became of them, people, imports, and
// tombstones of what was erased. An event says what it is about by number; words are added by whoever may show them. What an export
// brings is one event of its import, not one a message.

import { foldedTo } from '../projections/tables/folded-to.ts';
import type { LedgerRecord } from '../records/record.ts';
import type { ViewParts } from './conversation.ts';
import type { LedgerEvent } from './event.ts';
import { eventOf, type Roots } from './event-of.ts';

export interface EventParts extends ViewParts {
  readonly wamidDigest: (wamid: string) => Uint8Array;
}

export interface EventsAsked {
  /** Events behind this seq. */
  readonly after: number;
  readonly limit: number;
  /** Only these kinds; all where absent. */
  readonly types?: readonly string[];
}

export interface EventBatch {
  readonly events: readonly LedgerEvent[];
  /** Everything up to this seq was looked at: where to go on. */
  readonly next: number;
}

/** The kinds of records, beside entries, that may be events. */
const KINDS = [
  'status',
  'reaction',
  'media',
  'flag',
  'attempt',
  'outcome',
  'channel',
  'preference',
  'merge',
  'split',
  'event',
  'imported',
  'withdrawal',
  'erasure-done',
  'work',
  'note',
  'person-field',
] as const satisfies readonly LedgerRecord['kind'][];

/** The events behind a seq, as far as the tables have come. */
export async function eventsAfter(parts: EventParts, asked: EventsAsked): Promise<EventBatch> {
  // Before the candidates are asked for: what is folded meanwhile is for the next time.
  const head = (await headOf(parts)) - 1;
  const seqs = await candidates(parts, asked, head);
  const isAll = seqs.length < asked.limit;
  const records = await parts.reader.records(seqs);
  const roots = await rootsOf(parts, records);
  const events: LedgerEvent[] = [];
  for (const seq of seqs) {
    const record = records.get(seq);
    const event = record === undefined ? undefined : await eventOf(parts, { seq, record }, roots);
    if (event !== undefined && (asked.types?.includes(event.type) ?? true)) events.push(event);
  }
  return { events, next: isAll ? Math.max(asked.after, head) : (seqs.at(-1) ?? asked.after) };
}

/** The next seq that the tables lack. */
export function headOf({ db }: Pick<ViewParts, 'db'>): Promise<number> {
  return foldedTo(db);
}

/** The first seqs behind `after` that may be events. Entries of exports are in none of these tables. */
async function candidates({ db }: ViewParts, { after, limit }: EventsAsked, head: number): Promise<number[]> {
  const pieces = await db
    .selectFrom('piece')
    .select('seq')
    .where('seq', '>', after)
    .where('seq', '<=', head)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const intents = await db
    .selectFrom('intent')
    .select('seq')
    .where('seq', '>', after)
    .where('seq', '<=', head)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const others = await db
    .selectFrom('other')
    .select('seq')
    .where('seq', '>', after)
    .where('seq', '<=', head)
    .where('kind', 'in', KINDS)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const all = [...pieces, ...intents, ...others].map(({ seq }) => seq);
  return [...new Set(all)].sort((a, b) => a - b).slice(0, limit);
}

/** The entries that these records are about. */
async function rootsOf({ db, wamidDigest }: EventParts, records: ReadonlyMap<number, LedgerRecord>): Promise<Roots> {
  const wamids = [...records.values()].flatMap((record) => wamidIn(record) ?? []);
  const seqs = [...records].map(([seq, record]) => aboutIn(record) ?? seq);
  const found =
    wamids.length === 0
      ? []
      : await db
          .selectFrom('wamid')
          .leftJoin('version', 'version.seq', 'wamid.seq')
          .select(({ fn }) => ['wamid.digest as digest', fn.coalesce('version.of', 'wamid.seq').as('seq')])
          .where('wamid.digest', 'in', wamids.map(wamidDigest))
          .orderBy('wamid.seq', 'desc')
          .execute();
  const versions =
    seqs.length === 0 ? [] : await db.selectFrom('version').select(['seq', 'of']).where('seq', 'in', seqs).execute();
  const byDigest = new Map(found.map(({ digest, seq }) => [hex(digest), seq]));
  return {
    byWamid: (wamid) => byDigest.get(hex(wamidDigest(wamid))),
    ofVersion: new Map(versions.map(({ of, seq }) => [seq, of])),
  };
}

/** The entry that a record is about, where it names one. */
function aboutIn(record: LedgerRecord): number | undefined {
  return record.kind === 'media' || record.kind === 'flag' ? record.of : undefined;
}

function wamidIn(record: LedgerRecord): string | undefined {
  if (record.kind === 'status') return record.wamid;
  return record.kind === 'reaction' ? record.target : undefined;
}

const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');
