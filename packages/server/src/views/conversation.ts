// What people see of conversations: the list, the entries of one with their versions, and the people.
// Numbers come from the projections, words from the pages; nothing is written.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { Tables } from '../projections/tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { type EntryRecord, isEntry, type ObjectRef } from '../records/conversation.ts';
import { foldedTitle } from '../records/identity.ts';
import { wallText } from '../records/wall-time.ts';
import type { RecordReader } from '../store/record-reader.ts';

export interface ViewParts {
  readonly db: ReadonlyKysely<Tables>;
  readonly reader: RecordReader;
}

export interface ChatRow {
  readonly id: number;
  readonly title: string;
  readonly kind: 'direct' | 'group';
  readonly entries: number;
  readonly people: number;
  /** Wall times of the earliest and latest entry. */
  readonly first: string;
  readonly last: string;
}

/** Conversations that show something, latest first. */
export async function listChats({ db, reader }: ViewParts): Promise<ChatRow[]> {
  const rows = await db
    .selectFrom('shown')
    .innerJoin('chat', 'chat.id', 'shown.chat')
    .select(({ fn }) => [
      'chat.id as id',
      'chat.peer as peer',
      fn.countAll<number>().as('entries'),
      fn.count<number>('person').distinct().as('people'),
      fn.min('at').as('first'),
      fn.max('at').as('last'),
    ])
    .where('of', '=', 0)
    .groupBy(['chat.id', 'chat.peer'])
    .orderBy('last', 'desc')
    .execute();
  const titles = await reader.records(rows.map(({ id }) => id));
  return rows.map(({ entries, first, id, last, peer, people }) => {
    const record = titles.get(id);
    const title = record?.kind === 'conversation' ? record.title : '';
    const kind = peer === 0 ? 'group' : 'direct';
    return { id, title, kind, entries, people, first: wallText(Number(first)), last: wallText(Number(last)) };
  });
}

export interface ShownEntry {
  readonly seq: number;
  readonly record: EntryRecord;
  /** Newer states and other tellings of the entry, oldest first. */
  readonly versions: readonly { readonly seq: number; readonly record: EntryRecord }[];
}

export interface EntryWindow {
  readonly chat: number;
  /** Wall seconds; inclusive. */
  readonly after?: number;
  /** Wall seconds; exclusive. */
  readonly before?: number;
  /** The newest so many; all where absent. */
  readonly limit?: number;
}

const ENTRIES_A_READ = 2_000;

/** Entries of a chat in the order of their time (and of the file within one), in batches. With a limit the newest of the window. */
export async function* entriesOf(parts: ViewParts, window: EntryWindow): AsyncGenerator<ShownEntry[]> {
  if (window.limit !== undefined) {
    const newest = await seqsOf(parts, window, { direction: 'desc', limit: window.limit });
    yield* withRecords(parts, newest.reverse());
    return;
  }
  let after: Position | undefined;
  for (;;) {
    const rows = await seqsOf(parts, window, {
      direction: 'asc',
      limit: ENTRIES_A_READ,
      ...(after === undefined ? {} : { after }),
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield* withRecords(parts, rows);
    after = last;
  }
}

/** Where an entry stands in its conversation: by time, then by file and line. */
interface Position {
  readonly at: number;
  readonly import: number;
  readonly line: number;
  readonly seq: number;
}

function seqsOf(
  { db }: ViewParts,
  { after: from, before, chat }: EntryWindow,
  page: { readonly direction: 'asc' | 'desc'; readonly limit: number; readonly after?: Position },
): Promise<Position[]> {
  let query = db
    .selectFrom('shown')
    .select(['seq', 'at', 'import', 'line'])
    .where('chat', '=', chat)
    .where(({ eb, exists, not, or, selectFrom }) =>
      or([
        eb('of', '=', 0),
        not(exists(selectFrom('shown as root').select('root.seq').whereRef('root.seq', '=', 'shown.of'))),
      ]),
    )
    .orderBy('at', page.direction)
    .orderBy('import', page.direction)
    .orderBy('line', page.direction)
    .limit(page.limit);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (before !== undefined) query = query.where('at', '<', before);
  const { after } = page;
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'import', 'line'), '>', tuple(after.at, after.import, after.line)),
    );
  }
  return query.execute();
}

async function* withRecords({ db, reader }: ViewParts, rows: readonly Position[]): AsyncGenerator<ShownEntry[]> {
  for (let at = 0; at < rows.length; at += ENTRIES_A_READ) {
    const seqs = rows.slice(at, at + ENTRIES_A_READ).map(({ seq }) => seq);
    const versions = await db
      .selectFrom('shown')
      .select(['seq', 'of'])
      .where('of', 'in', seqs)
      .where('of', '<>', 0)
      .orderBy('seq')
      .execute();
    const records = await reader.records([...seqs, ...versions.map(({ seq }) => seq)]);
    const byRoot = Map.groupBy(versions, ({ of }) => of);
    const opened = (seq: number): { seq: number; record: EntryRecord }[] => {
      const record = records.get(seq);
      return record !== undefined && isEntry(record) ? [{ seq, record }] : [];
    };
    yield seqs.flatMap((seq) =>
      opened(seq).map((entry) => ({ ...entry, versions: (byRoot.get(seq) ?? []).flatMap((one) => opened(one.seq)) })),
    );
  }
}

/** An entry as it stands now: its newest state of what it says. An earlier telling that came later does not replace it. */
export function currentState(entry: ShownEntry): EntryRecord {
  return entry.versions.reduce((now, { record }) => (weight(record) >= weight(now) ? record : now), entry.record);
}

/** Deleted outlasts edited, edited outlasts what was said first. */
function weight(record: EntryRecord): number {
  if (record.kind === 'deleted') return 2;
  return record.edited === true ? 1 : 0;
}

const ID = /^\d{1,15}$/;

/** The chat of this title, if it is the only one, or of this id. */
export async function findChat(
  { db }: ViewParts,
  blind: BlindIndex,
  typed: string,
): Promise<number | 'none' | 'several'> {
  const titled = await db
    .selectFrom('chat')
    .select('id')
    .where('title', '=', blind('title', foldedTitle(typed)))
    .execute();
  if (titled.length > 1) return 'several';
  if (titled[0] !== undefined) return titled[0].id;
  if (!ID.test(typed)) return 'none';
  const row = await db.selectFrom('chat').select('id').where('id', '=', Number(typed)).executeTakeFirst();
  return row?.id ?? 'none';
}

/** Every conversation's title, shown or not; what is erased has none. */
export async function chatTitles({
  db,
  reader,
}: ViewParts): Promise<{ readonly id: number; readonly title: string }[]> {
  const rows = await db.selectFrom('chat').select('id').orderBy('id').execute();
  const records = await reader.records(rows.map(({ id }) => id));
  return rows.flatMap(({ id }) => {
    const record = records.get(id);
    return record?.kind === 'conversation' ? [{ id, title: record.title }] : [];
  });
}

/** Seqs that are shown: some complete import brought them. */
export async function areShown(db: ReadonlyKysely<Tables>, seqs: readonly number[]): Promise<boolean[]> {
  const rows = await db
    .selectFrom('shown')
    .select('seq')
    .where('seq', 'in', [...seqs])
    .execute();
  const shown = new Set(rows.map(({ seq }) => seq));
  return seqs.map((seq) => shown.has(seq));
}

/** The file of an entry, or of its newest version that has one; or of an attachment. Undefined where nothing is shown. */
export async function contentOf({ db, reader }: ViewParts, seq: number): Promise<ObjectRef | undefined> {
  const record = await reader.record(seq);
  if (record?.kind === 'attachment') return record.content;
  const shown = await db
    .selectFrom('shown')
    .select('seq')
    .where(({ and, eb, or }) => or([eb('seq', '=', seq), and([eb('of', '=', seq), eb('of', '<>', 0)])]))
    .orderBy('seq', 'desc')
    .execute();
  const records = await reader.records(shown.map((row) => row.seq));
  const contents = [seq, ...shown.map((row) => row.seq)].map((one) => {
    const found = records.get(one);
    return found !== undefined && isEntry(found) ? found.media?.content : undefined;
  });
  return contents.find((content) => content !== undefined);
}
