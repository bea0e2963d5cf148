// Answers what taking in live deliveries may ask about what is held, from the tables and the pages.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { FiledEntry, LiveChannel, LiveKnown } from '../intake/live/live-desk.ts';
import { foldedTo } from '../projections/tables/folded-to.ts';
import { toFullPower } from '../projections/tables/query-lists.ts';
import type { Tables } from '../projections/tables.ts';
import { digestKey } from '../records/blind-index.ts';
import { isEntry } from '../records/conversation.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { channelOf, heldEntries } from './known.ts';
import { mergesOf } from './merges.ts';
import { standingTitles } from './titles.ts';

const IN_ONE_QUERY = 512;

/** What is held, for live intake. */
export function liveKnownFrom(db: ReadonlyKysely<Tables>, reader: RecordReader): LiveKnown {
  return {
    peopleBy: (digests) => peopleBy(db, digests),
    merges: async () => (await mergesOf(db)).pairs(),
    wereParted: (one, other) => wereParted(db, one, other),
    hasBsuid: (people, portfolio) => hasBsuid(db, reader, { people, portfolio }),
    channelsBy: (digests) => channelsBy(db, digests),
    chatsWithoutChannel: (person) => chatsWithoutChannel(db, person),
    wamidsBy: (digests) => firstSeqs(db, 'wamid', digests),
    piecesBy: (digests) => firstSeqs(db, 'piece', digests),
    titles: (chats) => standingTitles({ db, reader }, chats),
    filed: (window) => filed(db, reader, window),
    channelledSince: (chat) => channelOf(db, chat),
    folded: () => foldedTo(db),
    entry: async (seq) => {
      const record = await reader.record(seq);
      return record !== undefined && isEntry(record) ? record : undefined;
    },
  };
}

async function wereParted(db: ReadonlyKysely<Tables>, one: number, other: number): Promise<boolean> {
  const row = await db
    .selectFrom('merge')
    .select('seq')
    .where('split', '<>', 0)
    .where('person', 'in', [one, other])
    .where('into', 'in', [one, other])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function peopleBy(db: ReadonlyKysely<Tables>, digests: readonly Uint8Array[]): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const some of inParts(digests)) {
    const rows = await db
      .selectFrom('identifier')
      .select(['digest', 'person'])
      .where('digest', 'in', some)
      .orderBy('seq')
      .execute();
    for (const { digest, person } of rows)
      found.set(digestKey(digest), [...(found.get(digestKey(digest)) ?? []), person]);
  }
  return found;
}

async function hasBsuid(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  { people, portfolio }: { readonly people: readonly number[]; readonly portfolio: string },
): Promise<boolean> {
  const rows = await db.selectFrom('identifier').select('seq').distinct().where('person', 'in', people).execute();
  const records = await reader.legible(rows.map(({ seq }) => seq));
  return [...records.values()].some(
    (record) =>
      (record.kind === 'person' || record.kind === 'alias') &&
      record.bsuid !== undefined &&
      record.portfolio === portfolio,
  );
}

async function channelsBy(
  db: ReadonlyKysely<Tables>,
  digests: readonly Uint8Array[],
): Promise<Map<string, LiveChannel>> {
  const found = new Map<string, LiveChannel>();
  for (const some of inParts(digests)) {
    const rows = await db
      .selectFrom('channel')
      .select(['digest', 'seq', 'chat'])
      .where('digest', 'in', some)
      .orderBy('seq')
      .execute();
    for (const { chat, digest, seq } of rows) found.set(digestKey(digest), { id: seq, chat });
  }
  return found;
}

async function chatsWithoutChannel(db: ReadonlyKysely<Tables>, person: number): Promise<number[]> {
  const rows = await db
    .selectFrom('chat')
    .leftJoin('channel', 'channel.chat', 'chat.id')
    .select('chat.id as id')
    .where('chat.peer', 'in', (await mergesOf(db)).all(person))
    .where('channel.seq', 'is', null)
    .orderBy('chat.id')
    .execute();
  return rows.map(({ id }) => id);
}

async function* filed(
  db: ReadonlyKysely<Tables>,
  reader: RecordReader,
  window: Parameters<LiveKnown['filed']>[0],
): AsyncGenerator<FiledEntry[]> {
  const file = await db
    .selectFrom('import')
    .leftJoin('channel', 'channel.seq', 'import.id')
    .select('import.id')
    .where('import.chat', '=', window.chat)
    .where('channel.seq', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (file === undefined) return;
  const own = await db.selectFrom('person').select('id').where('me', '=', 1).execute();
  const ours = new Set(own.map(({ id }) => id));
  for await (const batch of heldEntries(db, reader, window)) {
    yield batch.map((held) => ({ ...held, isOurs: ours.has(held.record.from ?? 0) }));
  }
}

async function firstSeqs(
  db: ReadonlyKysely<Tables>,
  table: 'wamid' | 'piece',
  digests: readonly Uint8Array[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const some of inParts(digests)) {
    const rows = await db.selectFrom(table).select(['digest', 'seq']).where('digest', 'in', some).execute();
    for (const { digest, seq } of rows)
      found.set(digestKey(digest), Math.min(seq, found.get(digestKey(digest)) ?? seq));
  }
  return found;
}

function* inParts(digests: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  for (let at = 0; at < digests.length; at += IN_ONE_QUERY) yield toFullPower(digests.slice(at, at + IN_ONE_QUERY));
}
