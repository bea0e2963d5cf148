// What happened, in the order of the ledger, for those who follow: messages and what became of them, people, imports, and
// tombstones of what was erased. An event says what it is about by number; words are added by whoever may show them. What an export
// brings is one event of its import, not one a message.

import { isEntry } from '../records/conversation.ts';
import type { LedgerRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import type { ViewParts } from './conversation.ts';

/** Every kind of event, with what it says. */
export const EVENT_TYPES = {
  message: 'Something was said in a conversation, or is to be sent.',
  'message.edited': 'A message was changed; `message` is the one it belongs to.',
  'message.deleted': 'A message was taken back by its sender. What it said stays on record.',
  'message.status': 'How far a message got: `state`, and `code` where it failed.',
  'message.reaction': 'An emoji was set on a message; without `emoji` it was taken away.',
  'message.media': 'The file of a message was fetched, or could not be: `state`, `reason`.',
  'message.flagged': 'A message does not keep rules of input: `rules`.',
  'message.sending': 'What came of a message that was to be sent: `state`, `reason`, `code`.',
  'conversation.opened': 'A number of the business and another side came together in a conversation.',
  'person.preference': 'A person wishes (`value` resume) or does not wish (stop) messages of a `category`.',
  'person.merged': '`person` and `into` are one.',
  'person.split': 'A merge (`of`) was wrong: they are two again.',
  'platform.event': 'The platform told of a template, an account, its quality or something else: `field`, `name`.',
  'import.completed': 'An export was taken in: `import`, `count` entries.',
  'import.withdrawn': 'An import was taken back and is not shown any more.',
  erased: 'Records were erased for good: those of `erased` must be forgotten by whoever copied them.',
} as const;

export type EventType = keyof typeof EVENT_TYPES;

export interface LedgerEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
  readonly conversation?: number;
  readonly person?: number;
  readonly message?: number;
  readonly state?: string;
  readonly code?: number;
  readonly reason?: string;
  readonly emoji?: string;
  readonly rules?: readonly string[];
  readonly into?: number;
  readonly of?: number;
  readonly category?: string;
  readonly value?: string;
  readonly field?: string;
  readonly name?: string;
  readonly import?: number;
  readonly count?: number;
  /** Runs of records. */
  readonly erased?: readonly { readonly first: number; readonly count: number }[];
  /** Who or what was erased as a whole. */
  readonly scope?: string;
  readonly ids?: readonly number[];
}

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
] as const satisfies readonly LedgerRecord['kind'][];

/** The events behind a seq, as far as the tables have come. */
export async function eventsAfter(parts: EventParts, asked: EventsAsked): Promise<EventBatch> {
  // Before the candidates are asked for: what is folded meanwhile is for the next time.
  const head = (await headOf(parts)) - 1;
  const seqs = await candidates(parts, asked, head);
  const isAll = seqs.length < asked.limit;
  const records = await parts.reader.records(seqs);
  const rooted = await rootsOf(parts, records);
  const events: LedgerEvent[] = [];
  for (const seq of seqs) {
    const record = records.get(seq);
    const event = record === undefined ? undefined : await eventOf(parts, { seq, record }, rooted);
    if (event !== undefined && (asked.types?.includes(event.type) ?? true)) events.push(event);
  }
  return { events, next: isAll ? Math.max(asked.after, head) : (seqs.at(-1) ?? asked.after) };
}

/** The next seq that the tables lack. */
export async function headOf({ db }: Pick<ViewParts, 'db'>): Promise<number> {
  return (await db.selectFrom('cursor').select('next').executeTakeFirst())?.next ?? 0;
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

interface Roots {
  /** Entries by hex of the wamid's digest. */
  readonly byWamid: ReadonlyMap<string, number>;
  /** Entries by the version of them. */
  readonly ofVersion: ReadonlyMap<number, number>;
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
          .select(['digest', 'seq'])
          .where('digest', 'in', wamids.map(wamidDigest))
          .orderBy('seq', 'desc')
          .execute();
  const versions =
    seqs.length === 0 ? [] : await db.selectFrom('version').select(['seq', 'of']).where('seq', 'in', seqs).execute();
  return {
    byWamid: new Map(found.map(({ digest, seq }) => [hex(digest), seq])),
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

async function eventOf(
  parts: EventParts,
  { record, seq }: { readonly seq: number; readonly record: LedgerRecord },
  { byWamid, ofVersion }: Roots,
): Promise<LedgerEvent | undefined> {
  const wamid = wamidIn(record);
  const message = wamid === undefined ? undefined : byWamid.get(hex(parts.wamidDigest(wamid)));
  const about = message === undefined ? {} : { message };
  if (isEntry(record)) {
    const root = ofVersion.get(seq);
    const type = root === undefined ? 'message' : record.kind === 'deleted' ? 'message.deleted' : 'message.edited';
    const who = record.from === undefined ? {} : { person: record.from };
    return { seq, type, at: record.at, conversation: record.chat, ...who, message: root ?? seq };
  }
  switch (record.kind) {
    case 'status': {
      const { at, chat, code, state, to } = record;
      return { seq, type: 'message.status', at, ...about, state, ...given({ conversation: chat, person: to, code }) };
    }
    case 'reaction': {
      const { at, chat, emoji, from } = record;
      return { seq, type: 'message.reaction', at, conversation: chat, ...about, ...given({ person: from, emoji }) };
    }
    case 'media': {
      const { of, reason, recordedAt, state } = record;
      return {
        seq,
        type: 'message.media',
        at: recordedAt,
        message: ofVersion.get(of) ?? of,
        state,
        ...given({ reason }),
      };
    }
    case 'flag':
      return {
        seq,
        type: 'message.flagged',
        at: record.recordedAt,
        message: ofVersion.get(record.of) ?? record.of,
        rules: record.flags,
      };
    case 'attempt':
      return { seq, type: 'message.sending', at: record.recordedAt, message: record.of, state: 'attempted' };
    case 'outcome': {
      const { code, of, reason, recordedAt, state } = record;
      return { seq, type: 'message.sending', at: recordedAt, message: of, state, ...given({ code, reason }) };
    }
    case 'channel': {
      const { chat, peer, recordedAt } = record;
      return { seq, type: 'conversation.opened', at: recordedAt, conversation: chat, ...given({ person: peer }) };
    }
    case 'preference': {
      const { at, category, person, value } = record;
      return { seq, type: 'person.preference', at, person, category, value };
    }
    case 'merge':
      return { seq, type: 'person.merged', at: record.recordedAt, person: record.person, into: record.into };
    case 'split':
      return { seq, type: 'person.split', at: record.recordedAt, of: record.of };
    case 'event': {
      const { at, field, name, person } = record;
      return { seq, type: 'platform.event', at, field, name, ...given({ person }) };
    }
    case 'imported':
      return {
        seq,
        type: 'import.completed',
        at: record.recordedAt,
        import: record.import,
        count: record.added,
        ...given({ conversation: await chatOf(parts, record.import) }),
      };
    case 'withdrawal':
      return { seq, type: 'import.withdrawn', at: record.recordedAt, import: record.import };
    case 'erasure-done':
      return tombstone(parts, seq, record);
    default:
      return undefined;
  }
}

async function chatOf({ db }: ViewParts, id: number): Promise<number | undefined> {
  return (await db.selectFrom('import').select('chat').where('id', '=', id).executeTakeFirst())?.chat;
}

async function tombstone(
  { reader }: ViewParts,
  seq: number,
  { order, recordedAt }: Extract<LedgerRecord, { kind: 'erasure-done' }>,
): Promise<LedgerEvent> {
  const ordered = await reader.record(order);
  if (ordered?.kind !== 'erasure-ordered') return { seq, type: 'erased', at: recordedAt };
  const erased = pairsOf(ordered.seqs).map(([first, count]) => ({ first, count }));
  return { seq, type: 'erased', at: recordedAt, scope: ordered.scope, ids: ordered.scopeIds, erased };
}

const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');

type Given<T> = { readonly [name in keyof T]?: Exclude<T[name], undefined> };

/** The members that have a value. */
function given<T extends Readonly<Record<string, unknown>>>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}
