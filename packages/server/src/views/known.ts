// Answers what intake may ask about what is already held, from the projections and the pages.

import type { FieldOrder } from '@acta/formats';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { HeldEntry, Known, KnownChat, KnownImport } from '../intake/known.ts';
import type { Tables } from '../projections/tables.ts';
import { IMPORT_DONE, IMPORT_WITHDRAWN } from '../projections/tables.ts';
import { isEntry } from '../records/conversation.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { ChatStanding, standingVersions } from './standing.ts';
import { entriesForward } from './timeline.ts';

const ENTRIES_A_READ = 4_000;

/** What is already held, for intake. */
export function knownFrom(db: ReadonlyKysely<Tables>, reader: RecordReader): Known {
  return {
    importOf: (file) => importOf(db, reader, file),
    isQuarantined: (file) => isQuarantined(db, file),
    chatsTitled: (title) =>
      db.selectFrom('chat').select(['id', 'peer']).where('title', '=', title).orderBy('id').execute(),
    chatsWith: (person) => db.selectFrom('chat').select(['id', 'peer']).where('peer', '=', person).execute(),
    chat: (id) => chatOf(db, id),
    titleOf: (chat) => titleOf(reader, chat),
    personBy: (digest) => personBy(db, digest),
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
  return row?.person;
}

async function haveEntries(db: ReadonlyKysely<Tables>, chat: number, people: readonly number[]): Promise<boolean> {
  if (people.length === 0) return false;
  const row = await db
    .selectFrom('tally')
    .select('chat')
    .where('chat', '=', chat)
    .where('person', 'in', people.slice(0, 500))
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

async function* heldEntries(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  { chat, from, to }: Window,
): AsyncGenerator<HeldEntry[]> {
  const standing = await ChatStanding.of(db, chat, 'held');
  let waiting: number[] = [];
  for await (const entries of entriesForward(db, { chat, after: from, before: to + 1 })) {
    for (const i of await standing.roots(entries)) waiting.push(entries.seq[i] ?? 0);
    if (waiting.length < ENTRIES_A_READ) continue;
    yield await withVersions(db, reader, waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield await withVersions(db, reader, waiting);
}

/** The entries, each followed by its versions. */
async function withVersions(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  roots: readonly number[],
): Promise<HeldEntry[]> {
  const versions = await standingVersions(db, 'held', roots);
  const inOrder = roots.flatMap((entry) => [entry, ...(versions.get(entry) ?? [])].map((seq) => ({ entry, seq })));
  const records = await reader.legible(inOrder.map(({ seq }) => seq));
  return inOrder.flatMap(({ entry, seq }) => {
    const record = records.get(seq);
    if (record === undefined || !isEntry(record)) return [];
    return [{ seq, entry, person: record.from ?? 0, import: record.import, record }];
  });
}
