// What conversations are called now: what was told last of those that the platform leads to, otherwise as they came to be known.

import type { ReadonlyKysely } from 'kysely/readonly';
import { toFullPower } from '../projections/tables/query-lists.ts';
import type { Tables } from '../projections/tables.ts';
import { wallSeconds } from '../records/wall-time.ts';
import type { RecordReader } from '../store/record-reader.ts';

/** A title, and since when it is known to hold (seconds since 1970) where the platform told it. */
export interface StandingTitle {
  readonly title: string;
  readonly since?: number;
}

export interface TitleParts {
  readonly db: ReadonlyKysely<Tables>;
  readonly reader: RecordReader;
}

const IN_ONE_QUERY = 500;

/** The titles of these conversations; one that is erased has none. */
export async function standingTitles(
  { db, reader }: TitleParts,
  chats: readonly number[],
): Promise<ReadonlyMap<number, StandingTitle>> {
  const newest = new Map(chats.map((chat) => [chat, chat]));
  for (let at = 0; at < chats.length; at += IN_ONE_QUERY) {
    const rows = await db
      .selectFrom('title')
      .select(['seq', 'chat'])
      .where('chat', 'in', toFullPower(chats.slice(at, at + IN_ONE_QUERY)))
      .orderBy('at')
      .orderBy('seq')
      .execute();
    for (const { chat, seq } of rows) newest.set(chat, seq);
  }
  const records = await reader.records([...new Set(newest.values())]);
  const found = new Map<number, StandingTitle>();
  for (const [chat, seq] of newest) {
    const record = records.get(seq);
    if (record?.kind === 'conversation') found.set(chat, { title: record.title });
    if (record?.kind === 'title') found.set(chat, { title: record.title, since: wallSeconds(record.at) });
  }
  return found;
}

/** Chats that have this title (as its digest), or had it. */
export async function chatsTitled(
  db: TitleParts['db'],
  title: Uint8Array,
): Promise<{ readonly id: number; readonly peer: number }[]> {
  return db
    .selectFrom('chat')
    .select(['id', 'peer'])
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('title', '=', title),
        eb('id', 'in', selectFrom('title').select('title.chat').where('title.title', '=', title)),
      ]),
    )
    .orderBy('id')
    .execute();
}

interface EverParts {
  readonly db: TitleParts['db'];
  readonly reader: Pick<RecordReader, 'legible'>;
}

/** Every title that these conversations ever had. */
export async function titlesEver({ db, reader }: EverParts, chats: readonly number[]): Promise<string[]> {
  const seqs = [...chats];
  for (let at = 0; at < chats.length; at += IN_ONE_QUERY) {
    const some = chats.slice(at, at + IN_ONE_QUERY);
    for (const { seq } of await db.selectFrom('title').select('seq').where('chat', 'in', some).execute())
      seqs.push(seq);
  }
  const records = await reader.legible([...new Set(seqs)]);
  const titles = [...records.values()].flatMap((record) =>
    record.kind === 'conversation' || record.kind === 'title' ? [record.title] : [],
  );
  return [...new Set(titles)];
}

/** The title of one conversation; undefined where it is erased. */
export async function titleOf(parts: TitleParts, chat: number): Promise<string | undefined> {
  return (await standingTitles(parts, [chat])).get(chat)?.title;
}
