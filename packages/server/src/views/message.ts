// An entry as a program is shown it: what it says now, who said it and to whom, its versions, and what stands beside it.

import type { EntryRecord, MediaFact } from '../records/conversation.ts';
import type { MediaRecord, OutcomeRecord } from '../records/platform.ts';
import { currentState, type ShownEntry, type ViewParts, wamidIn, withRecords } from './conversation.ts';
import { type EntryMarks, type EntryReaction, type MessageState, marksOf } from './entry-marks.ts';
import { type MessageParts, partsOf } from './message-parts.ts';

/** What an entry says at one time. */
export interface SaidMessage {
  readonly id: number;
  readonly at: string;
  readonly kind: EntryRecord['kind'];
  readonly text: string;
  /** `text` is the start of a longer one. */
  readonly truncated?: true;
}

export interface MessageMedia {
  readonly name?: string;
  readonly state: 'present' | 'omitted' | 'missing';
  readonly mime?: string;
  readonly sizeBytes?: number;
  readonly sha256?: string;
  readonly durationMs?: number;
  readonly thumbnail: boolean;
  /** Why it is missing. */
  readonly reason?: string;
}

export interface MessageView extends SaidMessage {
  readonly conversation: number;
  readonly direction: 'in' | 'out' | 'none';
  readonly type: string;
  /** Of a time that is not the clock of an export. */
  readonly zone?: string;
  readonly author?: string;
  readonly person?: number;
  readonly origin?: string;
  /** Of a message that was written here: who meant it, `user:<id>`, `api-key:<id>`. */
  readonly by?: string;
  /** The name of the template that it was made from. */
  readonly template?: string;
  readonly wamid?: string;
  readonly replyTo?: { readonly wamid: string; readonly id?: number };
  readonly edited: boolean;
  readonly media?: MessageMedia;
  readonly location?: EntryRecord['location'];
  readonly poll?: EntryRecord['poll'];
  readonly call?: EntryRecord['call'];
  readonly system?: string;
  /** What stands in it beside its words. */
  readonly parts?: MessageParts;
  readonly state?: MessageState;
  readonly reactions: readonly EntryReaction[];
  readonly flags: readonly string[];
  /** Of a message that was written here: how far sending it got, and why no further. */
  readonly sending?: { readonly state: string; readonly reason?: string; readonly code?: number };
  /** What it said before and in other tellings, oldest first; empty where it never changed. */
  readonly versions: readonly SaidMessage[];
}

interface Beside {
  readonly marks: ReadonlyMap<number, EntryMarks>;
  readonly ours: ReadonlySet<number>;
  readonly answered: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<number, OutcomeRecord>;
}

export interface MessageViewParts extends ViewParts {
  /** Keyed digest of a message's id at the platform. */
  readonly wamidDigest: (wamid: string) => Uint8Array;
}

/** These entries, in the order in which they are named; what is erased is absent. */
export async function messagesAt(parts: MessageViewParts, seqs: readonly number[]): Promise<MessageView[]> {
  const entries = await withRecords(parts, seqs);
  const roots = entries.map(({ seq }) => seq);
  const beside: Beside = {
    marks: await marksOf(parts, roots),
    ours: await ourSides(parts, entries),
    answered: await answeredBy(parts, entries),
    outcomes: await outcomesOf(parts, roots),
  };
  return entries.map((entry) => messageView(entry, beside));
}

function messageView(entry: ShownEntry, beside: Beside): MessageView {
  const now = currentState(entry);
  const { author, call, chat, from, location, origin, poll, replyTo, system, type, zone } = now;
  const outcome = beside.outcomes.get(entry.seq);
  const wamid = now.wamid ?? outcome?.wamid ?? wamidIn(entry);
  const marks = beside.marks.get(entry.seq) ?? { reactions: [], flags: [] };
  const media = mediaView(now.media, marks.media);
  const told = [{ seq: entry.seq, record: entry.record }, ...entry.versions];
  return {
    ...saidAs(entry.seq, now),
    conversation: chat,
    direction: directionOf(now, beside.ours),
    type,
    edited: now.edited === true,
    reactions: marks.reactions,
    flags: marks.flags,
    versions: told.length === 1 ? [] : told.map(({ record, seq }) => saidAs(seq, record)),
    ...optional({ author, call, location, media, origin, poll, system, wamid, zone }),
    ...optional({
      by: entry.record.intent?.actor,
      template: templateIn(entry.record),
      parts: partsOf(now),
      person: from,
      state: marks.state,
    }),
    ...(replyTo === undefined
      ? {}
      : { replyTo: { wamid: replyTo, ...optional({ id: beside.answered.get(replyTo) }) } }),
    ...(marks.intent === undefined
      ? {}
      : { sending: { state: marks.intent, ...optional({ reason: outcome?.reason, code: outcome?.code }) } }),
  };
}

function saidAs(id: number, { at, kind, oversize, text }: EntryRecord): SaidMessage {
  return { id, at, kind, text, ...(oversize === undefined ? {} : { truncated: true }) };
}

/** What the request to the platform names. */
function templateIn({ intent, type }: EntryRecord): string | undefined {
  if (intent === undefined || type !== 'template') return undefined;
  const { template }: { readonly template?: { readonly name?: unknown } } = JSON.parse(intent.request);
  return typeof template?.name === 'string' ? template.name : undefined;
}

function directionOf({ from, intent, kind, origin }: EntryRecord, ours: ReadonlySet<number>): MessageView['direction'] {
  if (kind === 'system') return 'none';
  if (intent !== undefined || origin === 'sent' || origin === 'echo') return 'out';
  return from !== undefined && ours.has(from) ? 'out' : 'in';
}

function mediaView(said: MediaFact | undefined, fetched: MediaRecord | undefined): MessageMedia | undefined {
  if (said === undefined) return undefined;
  const content = fetched?.content ?? said.content;
  return {
    state: fetched?.state ?? said.state,
    thumbnail: fetched?.thumbnail !== undefined,
    ...optional({ name: said.name, mime: fetched?.mime, durationMs: fetched?.durationMs, reason: fetched?.reason }),
    ...optional({ sizeBytes: content?.sizeBytes, sha256: content?.sha256 }),
  };
}

/** Persons among the authors who are the business itself. */
async function ourSides({ db }: ViewParts, entries: readonly ShownEntry[]): Promise<ReadonlySet<number>> {
  const people = [...new Set(entries.flatMap(({ record }) => record.from ?? []))];
  if (people.length === 0) return new Set();
  const rows = await db.selectFrom('person').select('id').where('id', 'in', people).where('me', '=', 1).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The entries that these answer, by wamid, as far as they are held. */
async function answeredBy(
  { db, wamidDigest }: MessageViewParts,
  entries: readonly ShownEntry[],
): Promise<ReadonlyMap<string, number>> {
  const wamids = [...new Set(entries.flatMap(({ record }) => record.replyTo ?? []))];
  if (wamids.length === 0) return new Map();
  const digests = new Map(wamids.map((wamid) => [hex(wamidDigest(wamid)), wamid]));
  const rows = await db
    .selectFrom('wamid')
    .leftJoin('version', 'version.seq', 'wamid.seq')
    .select(({ fn }) => ['wamid.digest as digest', fn.coalesce('version.of', 'wamid.seq').as('seq')])
    .where(
      'wamid.digest',
      'in',
      [...digests.keys()].map((digest) => Buffer.from(digest, 'hex')),
    )
    .orderBy('wamid.seq', 'desc')
    .execute();
  return new Map(rows.map(({ digest, seq }) => [digests.get(hex(digest)) ?? '', seq]));
}

/** The newest word on what was to be sent. */
async function outcomesOf({ db, reader }: ViewParts, seqs: readonly number[]): Promise<Beside['outcomes']> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .selectFrom('intent')
    .select(['seq', 'by'])
    .where('seq', 'in', seqs)
    .where('by', '<>', 0)
    .execute();
  const records = await reader.records(rows.map(({ by }) => by));
  return new Map(
    rows.flatMap(({ by, seq }) => {
      const record = records.get(by);
      return record?.kind === 'outcome' ? [[seq, record]] : [];
    }),
  );
}

const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');

/** The members that have a value. */
function optional<T extends Readonly<Record<string, unknown>>>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}

type Given<T> = { readonly [name in keyof T]?: Exclude<T[name], undefined> };
