// Conversations a page at a time, the one in which something was said last first: what a list on a screen shows, without counting
// all that are held.

import type { ReadonlyKysely } from 'kysely/readonly';
import { IMPORT_DONE, type Tables } from '../projections/tables.ts';
import type { ViewParts } from './conversation.ts';
import { titlesOf } from './conversation-title.ts';
import { entryPage } from './message-page.ts';

/** A conversation in the list: where it stands in it, and what is shown of it. */
export interface ListedConversation {
  readonly id: number;
  readonly title: string;
  readonly kind: 'direct' | 'group';
  /** Person on the other side. */
  readonly peer?: number;
  readonly channels: readonly ConversationChannel[];
  /** The newest entry that is shown. */
  readonly lastEntry: number;
  /** Its wall time, in seconds as if UTC. */
  readonly lastAt: number;
  /** Entries by kind that complete imports and channels brought. */
  readonly counts: Readonly<Record<'messages' | 'system' | 'calls' | 'deleted', number>>;
}

/** A business number through which the conversation goes on. */
export interface ConversationChannel {
  readonly id: number;
  /** phone_number_id. */
  readonly number: string;
  readonly display?: string;
}

/** Wall seconds of the newest entry, and the conversation. */
export interface ConversationPlace {
  readonly last: number;
  readonly chat: number;
}

export interface ConversationPage {
  readonly conversations: readonly ListedConversation[];
  /** Where the next page begins, if there is one. */
  readonly next?: ConversationPlace;
}

/** The conversations behind `after`, newest first; at most `limit`. Those that show nothing are passed over. */
export async function conversationPage(
  parts: ViewParts,
  {
    after,
    among = async (chats) => new Set(chats),
    limit,
  }: {
    readonly after?: ConversationPlace;
    readonly limit: number;
    /** Of these conversations those that may be shown; all where absent. */
    readonly among?: (chats: readonly number[]) => Promise<ReadonlySet<number>>;
  },
): Promise<ConversationPage> {
  const found: ListedConversation[] = [];
  for (let from = after; ; ) {
    const places = await placesBehind(parts.db, from, limit + 1);
    const theirs = await among(places.slice(0, limit).map(({ chat }) => chat));
    const shown = await conversationsAt(parts, [...theirs]);
    for (const place of places.slice(0, limit)) {
      const one = shown.find(({ id }) => id === place.chat);
      if (one !== undefined) found.push(one);
      from = place;
      if (found.length === limit) break;
    }
    const isEnd = places.length <= limit && from?.chat === places.at(-1)?.chat;
    if (places.length === 0 || isEnd) return { conversations: found };
    if (found.length === limit && from !== undefined) return { conversations: found, next: from };
  }
}

/** The last span of a conversation says when it was last written in; the newest are read first, and only as many as are asked for. */
async function placesBehind(
  db: ReadonlyKysely<Tables>,
  after: ConversationPlace | undefined,
  limit: number,
): Promise<ConversationPlace[]> {
  return db
    .selectFrom('span')
    .select(['span.chat as chat', 'span.last as last'])
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('span as later')
            .select('later.id')
            .whereRef('later.chat', '=', 'span.chat')
            .where(({ eb, refTuple }) =>
              eb(
                refTuple('later.at', 'later.import', 'later.line', 'later.seq'),
                '>',
                refTuple('span.at', 'span.import', 'span.line', 'span.seq'),
              ),
            ),
        ),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('span.last', 'span.chat'), '<', tuple(after?.last ?? 0, after?.chat ?? 0)),
      ),
    )
    .orderBy('span.last', 'desc')
    .orderBy('span.chat', 'desc')
    .limit(limit)
    .execute();
}

/** These conversations, as far as they show something. */
export async function conversationsAt(parts: ViewParts, ids: readonly number[]): Promise<ListedConversation[]> {
  if (ids.length === 0) return [];
  const { db, reader } = parts;
  const chats = await db.selectFrom('chat').select(['id', 'peer']).where('id', 'in', ids).execute();
  const channels = await db
    .selectFrom('channel')
    .select(['seq', 'chat'])
    .where('chat', 'in', ids)
    .orderBy('seq')
    .execute();
  const tallies = await db
    .selectFrom('tally')
    .innerJoin('import', 'import.id', 'tally.import')
    .select(({ fn }) => ['tally.chat as chat', 'kind', fn.sum<number>('count').as('count')])
    .where('tally.chat', 'in', ids)
    .where('version', '=', 0)
    .where('import.state', '=', IMPORT_DONE)
    .groupBy(['tally.chat', 'kind'])
    .execute();
  const records = await reader.records(channels.map(({ seq }) => seq));
  const titles = await titlesOf(parts, chats);
  const found: ListedConversation[] = [];
  for (const { id, peer } of chats) {
    const { last } = await entryPage({ db }, { chat: id, limit: 1 });
    if (last === undefined) continue;
    const count = (kind: number): number =>
      Number(tallies.find((tally) => tally.chat === id && tally.kind === kind)?.count ?? 0);
    found.push({
      id,
      title: titles.get(id) ?? '',
      kind: peer === 0 ? 'group' : 'direct',
      ...(peer === 0 ? {} : { peer }),
      channels: channels.flatMap(({ chat, seq }) => {
        const channel = records.get(seq);
        if (chat !== id || channel?.kind !== 'channel') return [];
        const { display, number } = channel;
        return [{ id: seq, number, ...(display === undefined ? {} : { display }) }];
      }),
      lastEntry: last.seq,
      lastAt: last.at,
      counts: { messages: count(0), system: count(1), calls: count(2), deleted: count(3) },
    });
  }
  return found;
}
