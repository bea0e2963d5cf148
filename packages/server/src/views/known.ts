// Answers what intake may ask about what is already held, from the projections and the pages.

import type { FieldOrder } from '@acta/formats';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { HeldEntry, Known, KnownChat, KnownImport } from '../intake/known.ts';
import type { Tables } from '../projections/tables.ts';
import { IMPORT_DONE, IMPORT_WITHDRAWN } from '../projections/tables.ts';
import { isEntry, saidAt } from '../records/conversation.ts';
import type { LedgerRecord } from '../records/record.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { fetchedMedia } from './entry-marks.ts';
import { mergesOf } from './merges.ts';
import { ChatStanding, standingVersions } from './standing.ts';
import { entriesForward } from './timeline.ts';
import { chatsTitled } from './titles.ts';

const ENTRIES_A_READ = 4_000;

/** What is already held, for intake. */
export function knownFrom(db: ReadonlyKysely<Tables>, reader: RecordReader): Known {
  return {
    importOf: (file) => importOf(db, reader, file),
    isQuarantined: (file) => isQuarantined(db, file),
    chatsTitled: (title) => chatsTitled(db, title),
    chatsWith: (person) => chatsWith(db, person),
    chat: (id) => chatOf(db, id),
    titleOf: (chat) => titleOf(reader, chat),
    personBy: (digest) => personBy(db, digest),
    channelOf: (chat) => channelOf(db, chat),
    ownSideIn: (chat) => ownSideIn(db, chat),
    haveEntries: (chat, people) => haveEntries(db, chat, people),
    timesOf: (chat) => timesOf(db, chat),
    heldEntries: (chat, from, to) => heldEntries(db, reader, { chat, from, to }),
  };
}

async function importOf(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  file: Uint8Array,
): Promise<KnownImport | undefined> {
  const row = await db
    .selectFrom('import')
    .select(['id', 'chat', 'state'])
    .where('file', '=', file)
    .where('state', '<>', IMPORT_WITHDRAWN)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { chat, id, state } = row;
  const record = await reader.record(id);
  const order = record?.kind === 'import' ? ORDERS.find((one) => one === record.dateOrder) : undefined;
  return {
    id,
    chat,
    state: state === IMPORT_DONE ? 'done' : 'open',
    ...(order === undefined ? {} : { dateOrder: order }),
  };
}

const ORDERS: readonly FieldOrder[] = ['DMY', 'MDY', 'YMD'];

async function titleOf(reader: RecordReader, chat: number): Promise<string | undefined> {
  const record = await reader.record(chat);
  return record?.kind === 'conversation' ? record.title : undefined;
}

async function isQuarantined(db: ReadonlyKysely<Tables>, file: Uint8Array): Promise<boolean> {
  const row = await db
    .selectFrom('quarantine')
    .select('seq')
    .where('file', '=', file)
    .where('released', '=', 0)
    .executeTakeFirst();
  return row !== undefined;
}

async function chatOf(db: ReadonlyKysely<Tables>, id: number): Promise<KnownChat | undefined> {
  return db.selectFrom('chat').select(['id', 'peer']).where('id', '=', id).executeTakeFirst();
}

async function personBy(db: ReadonlyKysely<Tables>, digest: Uint8Array): Promise<number | undefined> {
  const row = await db
    .selectFrom('identifier')
    .select('person')
    .where('digest', '=', digest)
    .orderBy('seq')
    .executeTakeFirst();
  return row === undefined ? undefined : (await mergesOf(db)).one(row.person);
}

async function chatsWith(db: ReadonlyKysely<Tables>, person: number): Promise<KnownChat[]> {
  const all = (await mergesOf(db)).all(person);
  return db.selectFrom('chat').select(['id', 'peer']).where('peer', 'in', all).orderBy('id').execute();
}

/** Since when a channel of the platform leads to a chat. */
export async function channelOf(db: ReadonlyKysely<Tables>, chat: number): Promise<number | undefined> {
  const row = await db.selectFrom('channel').select('seq').where('chat', '=', chat).orderBy('seq').executeTakeFirst();
  return row?.seq;
}

async function ownSideIn(db: ReadonlyKysely<Tables>, { id, peer }: KnownChat): Promise<number | undefined> {
  return peer === 0 ? undefined : [...(await ownSides(db, id))][0];
}

/** Who writes for us in a chat, the one who came to be known first before the others. */
async function ownSides(db: ReadonlyKysely<Tables>, chat: number): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('tally')
    .innerJoin('person', 'person.id', 'tally.person')
    .select('person.id as id')
    .distinct()
    .where('tally.chat', '=', chat)
    .where('person.me', '=', 1)
    .orderBy('person.id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function haveEntries(db: ReadonlyKysely<Tables>, chat: number, people: readonly number[]): Promise<boolean> {
  if (people.length === 0) return false;
  const merges = await mergesOf(db);
  const all = people.slice(0, 500).flatMap((person) => merges.all(person));
  const row = await db
    .selectFrom('tally')
    .select('chat')
    .where('chat', '=', chat)
    .where('person', 'in', all)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function timesOf(db: ReadonlyKysely<Tables>, chat: number): Promise<{ first: number; last: number } | undefined> {
  const ends = db.selectFrom('span').select(['at', 'last']).where('chat', '=', chat).limit(1);
  const first = await ends.orderBy('at').executeTakeFirst();
  const last = await ends
    .orderBy('at', 'desc')
    .orderBy('import', 'desc')
    .orderBy('line', 'desc')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return first === undefined || last === undefined ? undefined : { first: first.at, last: last.last };
}

interface Window {
  readonly chat: number;
  readonly from: number;
  readonly to: number;
}

/** Entries of a chat that stand, each followed by its versions. */
export async function* heldEntries(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  { chat, from, to }: Window,
): AsyncGenerator<HeldEntry[]> {
  const standing = await ChatStanding.of(db, chat, 'held');
  const parts = { db, reader, who: await whoIn(db, chat) };
  let waiting: number[] = [];
  for await (const entries of entriesForward(db, { chat, after: from, before: to + 1 })) {
    for (const i of await standing.roots(entries)) waiting.push(entries.seq[i] ?? 0);
    if (waiting.length < ENTRIES_A_READ) continue;
    yield await withVersions(parts, waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield await withVersions(parts, waiting);
}

/** Who a writer counts as: who stands for all who were taken for one; in a 1:1 chat that a channel leads to our own side is one. */
async function whoIn(db: ReadonlyKysely<Tables>, chat: number): Promise<(person: number) => number> {
  const merges = await mergesOf(db);
  const known = await chatOf(db, chat);
  const isLive = known !== undefined && known.peer !== 0 && (await channelOf(db, chat)) !== undefined;
  const own = isLive ? await ownSides(db, chat) : new Set<number>();
  const [first] = own;
  return (person) => (first !== undefined && own.has(person) ? first : merges.one(person));
}

interface ReadingParts {
  readonly db: ReadonlyKysely<Tables>;
  readonly reader: RecordReader;
  readonly who: (person: number) => number;
}

/** The entries, each followed by its versions. */
async function withVersions({ db, reader, who }: ReadingParts, roots: readonly number[]): Promise<HeldEntry[]> {
  const versions = await standingVersions(db, 'held', roots);
  const inOrder = roots.flatMap((entry) => [entry, ...(versions.get(entry) ?? [])].map((seq) => ({ entry, seq })));
  const records = await reader.legible(inOrder.map(({ seq }) => seq));
  const live = inOrder.map(({ seq }) => seq).filter((seq) => isFetched(records.get(seq)));
  const fetched = await fetchedMedia({ db, reader }, live);
  return inOrder.flatMap(({ entry, seq }) => {
    const record = records.get(seq);
    if (record === undefined || !isEntry(record)) return [];
    const root = record.origin === undefined ? undefined : records.get(entry);
    const at = saidAt(root !== undefined && isEntry(root) ? root : record);
    const content = fetched.get(seq)?.content;
    const shown =
      content === undefined ? record : { ...record, media: { ...record.media, content, state: 'present' as const } };
    return [{ seq, at, entry, person: who(record.from ?? 0), import: record.import, record: shown }];
  });
}

/** Whether the file of an entry stands in another record. */
function isFetched(record: LedgerRecord | undefined): boolean {
  return record !== undefined && isEntry(record) && record.origin !== undefined && record.media !== undefined;
}
