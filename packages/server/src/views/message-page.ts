// A page of a conversation's entries from a place on, in either direction. The place is that of an entry, not a time or a number of
// entries: what is written meanwhile moves no page.

import { type EntryColumns, type Position, positionAt } from '../projections/tables/entry-columns.ts';
import type { ViewParts } from './conversation.ts';
import { ChatStanding } from './standing.ts';
import { entriesBackward, entriesForward } from './timeline.ts';

/** Where an entry stands in its conversation. */
export type EntryPlace = Position;

export interface PageAsked {
  readonly chat: number;
  readonly limit: number;
  /** The entries before this one, the newest of them. */
  readonly before?: Position;
  /** The entries behind this one, the oldest of them. */
  readonly after?: Position;
  /** Wall seconds: the entries from this time on. */
  readonly from?: number;
}

export interface EntryPage {
  /** In the order of time. */
  readonly seqs: readonly number[];
  readonly first?: Position;
  readonly last?: Position;
  /** Whether there are more in the direction that was asked for. */
  readonly isMore: boolean;
}

/** The page that is asked for; with no place the newest entries. */
export async function entryPage({ db }: Pick<ViewParts, 'db'>, asked: PageAsked): Promise<EntryPage> {
  const { after, before, chat, from, limit } = asked;
  const standing = await ChatStanding.of(db, chat, 'shown');
  const isForward = after !== undefined || from !== undefined;
  const spans = isForward
    ? entriesForward(db, { chat, ...(after === undefined ? { after: from ?? 0 } : { behind: after }) })
    : entriesBackward(db, { chat, ...(before === undefined ? {} : { ahead: before }) });
  const found: Position[] = [];
  for await (const entries of spans) {
    const some = placesOf(entries, await standing.roots(entries));
    found.push(...(isForward ? some : some.reverse()));
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  if (!isForward) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    seqs: page.map(({ seq }) => seq),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    isMore: found.length > limit,
  };
}

function placesOf(entries: EntryColumns, at: readonly number[]): Position[] {
  return at.map((i) => positionAt(entries, i));
}
