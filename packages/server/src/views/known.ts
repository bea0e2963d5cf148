// Answers what intake may ask about what is already held, from the projections and the pages.

import type { FieldOrder } from '@acta/formats';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { HeldEntry, Known, KnownChat, KnownImport } from '../intake/known.ts';
import type { Tables } from '../projections/tables.ts';
import { IMPORT_DONE, IMPORT_WITHDRAWN } from '../projections/tables.ts';
import { isEntry } from '../records/conversation.ts';
import type { RecordReader } from '../store/record-reader.ts';

const ENTRIES_A_READ = 4_000;

/** What is already held, for intake. */
export function knownFrom(db: ReadonlyKysely<Tables>, reader: RecordReader): Known {
  return {
    importOf: (file) => importOf(db, reader, file),
    isQuarantined: (file) => isQuarantined(db, file),
    chatsTitled: (title) =>
      db.selectFrom('chat').select(['id', 'peer']).where('title', '=', title).orderBy('id').execute(),
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
    .selectFrom('entry')
    .select('seq')
    .where('chat', '=', chat)
    .where('person', 'in', people.slice(0, 500))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function timesOf(db: ReadonlyKysely<Tables>, chat: number): Promise<{ first: number; last: number } | undefined> {
  const row = await db
    .selectFrom('entry')
    .select(({ fn }) => [fn.min('at').as('first'), fn.max('at').as('last')])
    .where('chat', '=', chat)
    .executeTakeFirst();
  if (row === undefined || row.first === null || row.last === null) return undefined;
  return { first: Number(row.first), last: Number(row.last) };
}

interface Window {
  readonly chat: number;
  readonly from: number;
  readonly to: number;
}

async function* heldEntries(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  window: Window,
): AsyncGenerator<HeldEntry[]> {
  let after: Position = { at: window.from - 1, import: Number.MAX_SAFE_INTEGER, line: 0 };
  for (;;) {
    const rows = await heldAfter(db, window, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    const versions = await versionsOf(db, rows);
    const inOrder = rows.flatMap((row) => [row, ...(versions.get(row.seq) ?? [])]);
    const records = await reader.legible(inOrder.map(({ seq }) => seq));
    yield inOrder.flatMap(({ seq, of, person, import: brought }) => {
      const record = records.get(seq);
      if (record === undefined || !isEntry(record)) return [];
      return [{ seq, entry: of === 0 ? seq : of, person, import: brought, record }];
    });
    after = last;
  }
}

const ROW = ['seq', 'at', 'of', 'person', 'import', 'line'] as const;

interface Position {
  readonly at: number;
  readonly import: number;
  readonly line: number;
}

/** Held entries by (time, file, line), after a given one; versions apart. */
function heldAfter(db: ReadonlyKysely<Tables>, { chat, to }: Window, after: Position) {
  return db
    .selectFrom('held')
    .select(ROW)
    .where('chat', '=', chat)
    .where(({ eb, exists, not, or, selectFrom }) =>
      or([
        eb('of', '=', 0),
        not(exists(selectFrom('held as root').select('root.seq').whereRef('root.seq', '=', 'held.of'))),
      ]),
    )
    .where('at', '<=', to)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'import', 'line'), '>', tuple(after.at, after.import, after.line)),
    )
    .orderBy('at')
    .orderBy('import')
    .orderBy('line')
    .limit(ENTRIES_A_READ)
    .execute();
}

async function versionsOf(db: ReadonlyKysely<Tables>, rows: readonly { readonly seq: number }[]) {
  const seqs = rows.map(({ seq }) => seq);
  const found = await db
    .selectFrom('held')
    .select(ROW)
    .where('of', 'in', seqs)
    .where('of', '<>', 0)
    .orderBy('seq')
    .execute();
  return Map.groupBy(found, (row) => row.of);
}
