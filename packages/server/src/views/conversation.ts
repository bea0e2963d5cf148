// What people see of conversations: the list, the entries of one with their versions, and the people.
// Numbers come from the projections, words from the pages; nothing is written.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { EntryColumns } from '../projections/tables/entry-columns.ts';
import type { Tables } from '../projections/tables.ts';
import type { BlindIndex } from '../records/blind-index.ts';
import { type EntryRecord, isEntry, saidAt } from '../records/conversation.ts';
import { foldedTitle } from '../records/identity.ts';
import { wallText } from '../records/wall-time.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { shownTallies } from './shown-tallies.ts';
import { areStanding, ChatStanding, standingVersions } from './standing.ts';
import { entriesBackward, entriesForward } from './timeline.ts';
import { chatsTitled, standingTitles } from './titles.ts';

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
  /** Wall times of the earliest and latest entry; a zone stands where it is known. */
  readonly first: string;
  readonly firstZone?: 'UTC';
  readonly last: string;
  readonly lastZone?: 'UTC';
}

/** Conversations that show something, latest first. */
export async function listChats({ db, reader }: ViewParts): Promise<ChatRow[]> {
  const shown = await shownTallies(db);
  const chats = await db.selectFrom('chat').select(['id', 'peer']).execute();
  const peers = new Map(chats.map(({ id, peer }) => [id, peer]));
  const titles = await standingTitles({ db, reader }, [...peers.keys()]);
  const ends = await endsOfAll(db);
  const channels = await channelSeqs(db);
  const filed = await filedChats(db);
  const rows: (ChatRow & { readonly at: number })[] = [];
  for (const [id, ofChat] of Map.groupBy(shown.tallies, ({ chat }) => chat)) {
    const roots = ofChat.filter(({ version }) => version === 0);
    const isMixed = channels.chats.has(id) && filed.has(id);
    const isPlain = roots.length === ofChat.length && !shown.partly.has(id) && !isMixed;
    const { first, firstBy, last, lastBy } = (isPlain ? ends.get(id) : await endsOf(db, id)) ?? {};
    const isLive = channels.chats.has(id) && !filed.has(id);
    const zone = (by: number | undefined): boolean => isLive || (by !== undefined && channels.seqs.has(by));
    const peer = peers.get(id);
    if (peer === undefined || first === undefined || last === undefined) continue;
    rows.push({
      id,
      title: titles.get(id)?.title ?? '',
      kind: peer === 0 ? 'group' : 'direct',
      entries: roots.reduce((sum, { count }) => sum + count, 0),
      people: new Set(roots.map(({ person }) => person)).size,
      first: wallText(first),
      ...(zone(firstBy) ? { firstZone: 'UTC' as const } : {}),
      last: wallText(last),
      ...(zone(lastBy) ? { lastZone: 'UTC' as const } : {}),
      at: last,
    });
  }
  return rows.sort((a, b) => b.at - a.at || a.id - b.id).map(({ at: _, ...row }) => row);
}

/** Wall seconds. */
interface Ends {
  readonly first: number;
  readonly last: number;
  /** Import or channel that brought each, where that was looked for. */
  readonly firstBy?: number;
  readonly lastBy?: number;
}

/** The first and the last entry of every chat, shown or not. */
async function endsOfAll(db: ReadonlyKysely<Tables>): Promise<ReadonlyMap<number, Ends>> {
  const rows = await db
    .selectFrom('span')
    .select(({ fn }) => ['chat', fn.min('at').as('first'), fn.max('last').as('last')])
    .groupBy('chat')
    .execute();
  return new Map(rows.map(({ chat, first, last }) => [chat, { first: Number(first), last: Number(last) }]));
}

/** The first and the last entry that is shown and no version. */
async function endsOf(db: ReadonlyKysely<Tables>, chat: number): Promise<Ends | undefined> {
  const standing = await ChatStanding.of(db, chat, 'shown');
  const end = async (spans: AsyncIterable<EntryColumns>, isLast: boolean) => {
    for await (const entries of spans) {
      const found = (await standing.standing(entries)).filter((i) => entries.of[i] === 0).at(isLast ? -1 : 0);
      if (found !== undefined) return { at: entries.at[found] ?? 0, by: entries.import[found] ?? 0 };
    }
    return undefined;
  };
  const first = await end(entriesForward(db, { chat }), false);
  const last = first === undefined ? undefined : await end(entriesBackward(db, { chat }), true);
  if (first === undefined || last === undefined) return undefined;
  return { first: first.at, firstBy: first.by, last: last.at, lastBy: last.by };
}

/** Channels by their seqs, and the chats that they lead to. */
async function channelSeqs(db: ReadonlyKysely<Tables>) {
  const rows = await db.selectFrom('channel').select(['seq', 'chat']).execute();
  return { seqs: new Set(rows.map(({ seq }) => seq)), chats: new Set(rows.map(({ chat }) => chat)) };
}

/** Chats of which a file brought something. */
async function filedChats(db: ReadonlyKysely<Tables>): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('tally')
    .leftJoin('channel', 'channel.seq', 'tally.import')
    .select('tally.chat as chat')
    .distinct()
    .where('channel.seq', 'is', null)
    .execute();
  return new Set(rows.map(({ chat }) => chat));
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
  const seqs = window.limit === undefined ? seqsForward(parts.db, window) : newestSeqs(parts.db, window, window.limit);
  let waiting: number[] = [];
  for await (const some of seqs) {
    waiting.push(...some);
    for (; waiting.length >= ENTRIES_A_READ; waiting = waiting.slice(ENTRIES_A_READ)) {
      yield await withRecords(parts, waiting.slice(0, ENTRIES_A_READ));
    }
  }
  if (waiting.length > 0) yield await withRecords(parts, waiting);
}

async function* seqsForward(db: ReadonlyKysely<Tables>, window: EntryWindow): AsyncGenerator<number[]> {
  const standing = await ChatStanding.of(db, window.chat, 'shown');
  for await (const entries of entriesForward(db, window)) {
    yield (await standing.roots(entries)).map((i) => entries.seq[i] ?? 0);
  }
}

async function* newestSeqs(db: ReadonlyKysely<Tables>, window: EntryWindow, limit: number): AsyncGenerator<number[]> {
  const standing = await ChatStanding.of(db, window.chat, 'shown');
  const newest: number[][] = [];
  let missing = limit;
  for await (const entries of entriesBackward(db, window)) {
    const seqs = (await standing.roots(entries)).slice(-missing).map((i) => entries.seq[i] ?? 0);
    newest.push(seqs);
    missing -= seqs.length;
    if (missing === 0) break;
  }
  yield newest.reverse().flat();
}

/** These entries with their versions, in the order they are given; what is erased is absent. */
export async function withRecords({ db, reader }: ViewParts, seqs: readonly number[]): Promise<ShownEntry[]> {
  const versions = await standingVersions(db, 'shown', seqs);
  const records = await reader.records([...seqs, ...[...versions.values()].flat()]);
  const opened = (seq: number): { seq: number; record: EntryRecord }[] => {
    const record = records.get(seq);
    return record !== undefined && isEntry(record) ? [{ seq, record }] : [];
  };
  return seqs.flatMap((seq) =>
    opened(seq).map((entry) => ({ ...entry, versions: inOrder((versions.get(seq) ?? []).flatMap(opened)) })),
  );
}

/** What came through a channel may have come in any order: its own time counts. */
function inOrder<T extends { readonly seq: number; readonly record: EntryRecord }>(versions: T[]): T[] {
  if (versions.every(({ record }) => record.origin === undefined)) return versions;
  return versions.sort((a, b) => saidAt(a.record) - saidAt(b.record) || a.seq - b.seq);
}

/** An entry as it stands now: its newest state of what it says. An earlier telling that came later does not replace it. */
export function currentState(entry: ShownEntry): EntryRecord {
  return entry.versions.reduce((now, { record }) => (weight(record) >= weight(now) ? record : now), entry.record);
}

/** Deleted outlasts edited, edited outlasts what was said first; what a history tells again takes the place of nothing but a placeholder. */
function weight(record: EntryRecord): number {
  if (record.kind === 'deleted') return 2;
  if (record.edited === true) return 1;
  if (record.origin !== 'history') return 0;
  return record.type === 'media_placeholder' ? -2 : -1;
}

/** The platform's id of an entry: its own, or that under which a history told of it again. */
export function wamidIn({ record, versions }: Pick<ShownEntry, 'record' | 'versions'>): string | undefined {
  if (record.wamid !== undefined) return record.wamid;
  return versions.find((version) => version.record.of !== undefined && version.record.wamid !== undefined)?.record
    .wamid;
}

const ID = /^\d{1,15}$/;

/** The chat that has or had this title, if it is the only one, or of this id. */
export async function findChat(
  { db }: ViewParts,
  blind: BlindIndex,
  typed: string,
): Promise<number | 'none' | 'several'> {
  const [only, ...others] = await chatsTitled(db, blind('title', foldedTitle(typed)));
  if (others.length > 0) return 'several';
  if (only !== undefined) return only.id;
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
  const ids = rows.map(({ id }) => id);
  const titles = await standingTitles({ db, reader }, ids);
  return ids.flatMap((id) => {
    const title = titles.get(id)?.title;
    return title === undefined ? [] : [{ id, title }];
  });
}

/** Seqs that are shown: some complete import brought them. */
export function areShown(db: ReadonlyKysely<Tables>, seqs: readonly number[]): Promise<boolean[]> {
  return areStanding(db, 'shown', seqs);
}
