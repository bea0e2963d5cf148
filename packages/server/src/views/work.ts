// The work at conversations as the tables have it: who has each, what rests, labels, who has read how far; and what its place is for
// who may see it.

import type { ReadonlyKysely } from 'kysely/readonly';
import type { SeenPlace } from '../access/may-see.ts';
import { placesAt } from '../projections/tables/places-at.ts';
import type { Tables } from '../projections/tables.ts';

type Db = ReadonlyKysely<Tables>;

export interface ReadMark {
  /** Seq. */
  readonly upTo: number;
  /** They marked it as unread. */
  readonly isUnread: boolean;
}

export interface ChatWork extends SeenPlace {
  /** Seq of the record that closed it; 0 for none. */
  readonly closedBy: number;
  readonly snoozedBy: number;
  /** Seconds since 1970. */
  readonly snoozedUntil: number;
  /** Label ids. */
  readonly labels: readonly number[];
  /** By actor. */
  readonly read: ReadonlyMap<string, ReadMark>;
}

export const NO_WORK: ChatWork = {
  assignee: undefined,
  team: undefined,
  closedBy: 0,
  snoozedBy: 0,
  snoozedUntil: 0,
  labels: [],
  read: new Map(),
};

/** The work at each of these conversations; one at which nobody worked is absent. */
export async function workAt(db: Db, chats: readonly number[]): Promise<ReadonlyMap<number, ChatWork>> {
  const found = new Map<number, ChatWork>();
  const add = (chat: number, more: Partial<ChatWork>): void => {
    found.set(chat, { ...(found.get(chat) ?? NO_WORK), ...more });
  };
  for (const [chat, place] of await seenPlaces(db, chats)) add(chat, place);
  const closed = await db.selectFrom('closed').select(['chat', 'seq']).where('chat', 'in', chats).execute();
  for (const { chat, seq } of closed) add(chat, { closedBy: seq });
  const snoozed = await db.selectFrom('snoozed').select(['chat', 'seq', 'until']).where('chat', 'in', chats).execute();
  for (const { chat, seq, until } of snoozed) add(chat, { snoozedBy: seq, snoozedUntil: until });
  const labelled = await db
    .selectFrom('labelled')
    .innerJoin('defined', 'defined.id', 'labelled.label')
    .select(['chat', 'label'])
    .where('chat', 'in', chats)
    .where('defined.removed', '=', 0)
    .orderBy('labelled.seq')
    .execute();
  for (const [chat, rows] of Map.groupBy(labelled, (row) => row.chat))
    add(chat, { labels: rows.map((row) => row.label) });
  const read = await db
    .selectFrom('read_up_to')
    .select(['chat', 'member', 'up_to', 'unread'])
    .where('chat', 'in', chats)
    .execute();
  for (const [chat, rows] of Map.groupBy(read, (row) => row.chat))
    add(chat, {
      read: new Map(rows.map(({ member, unread, up_to }) => [member, { upTo: up_to, isUnread: unread === 1 }])),
    });
  return found;
}

/** Whose each of these conversations is; one that is nobody's yet is absent. */
export async function seenPlaces(db: Db, chats: readonly number[]): Promise<ReadonlyMap<number, SeenPlace>> {
  if (chats.length === 0) return new Map();
  const rows = await db
    .selectFrom('assigned')
    .select(['chat', 'assignee', 'team'])
    .where('chat', 'in', chats)
    .execute();
  return new Map(
    rows.map(({ assignee, chat, team }) => [
      chat,
      { assignee: assignee === '' ? undefined : assignee, team: team === '' ? undefined : team },
    ]),
  );
}

/** The conversations in which these entries, or versions of entries, stand. */
export async function chatsOfEntries(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const places = await placesAt(db, seqs);
  return new Map([...places].map(([seq, { chat }]) => [seq, chat]));
}

/** A conversation's other side; undefined where there is no such conversation. */
export async function peerOf(db: Db, chat: number): Promise<number | undefined> {
  return (await db.selectFrom('chat').select('peer').where('id', '=', chat).executeTakeFirst())?.peer;
}
