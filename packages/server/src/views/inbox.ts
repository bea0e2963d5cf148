// Which conversations an inbox lists for somebody, in which order, and how many wait. Pure: the board says where each stands.

import type { SeenPlace } from '../access/may-see.ts';
import type { BoardChat } from './inbox-board.ts';

export const INBOX_TABS = ['mine', 'unassigned', 'team', 'all'] as const;
export const INBOX_STATES = ['open', 'snoozed', 'closed'] as const;
export const INBOX_SORTS = ['last', 'waiting'] as const;

export type InboxTab = (typeof INBOX_TABS)[number];
export type InboxState = (typeof INBOX_STATES)[number];
export type InboxSort = (typeof INBOX_SORTS)[number];

/** Who looks. */
export interface InboxReader {
  /** Account id; a program has none. */
  readonly id: string | undefined;
  readonly actor: string;
  readonly team: string | undefined;
  readonly maySee: (place: SeenPlace) => boolean;
}

export interface InboxAsked {
  readonly tab: InboxTab;
  readonly state: InboxState;
  readonly sort: InboxSort;
  readonly label?: number;
  readonly team?: string;
  readonly nowMs: number;
}

/** How many are open in a tab, how many of them wait for an answer, and how many rest. */
export interface TabCount {
  readonly open: number;
  readonly snoozed: number;
  readonly waiting: number;
}

/** Where a conversation stands in the order. */
export interface InboxPlace {
  readonly waitingSince: number;
  readonly last: number;
  readonly chat: number;
}

/** Closed until the other side writes, snoozed until its time or that. */
export function stateOf(chat: BoardChat, nowMs: number): InboxState {
  if (chat.closedBy > chat.lastInSeq) return 'closed';
  return chat.snoozedBy > chat.lastInSeq && chat.snoozedUntil * 1000 > nowMs ? 'snoozed' : 'open';
}

/** What came since the reader last read and nobody answered. */
export function unreadOf({ fresh, read }: Pick<BoardChat, 'fresh' | 'read'>, actor: string): number {
  const mark = read.get(actor);
  const count = fresh.filter((seq) => seq > (mark?.upTo ?? -1)).length;
  return mark?.isUnread === true ? Math.max(1, count) : count;
}

/** The conversations that are asked for, in order. */
export function inboxOf(chats: Iterable<BoardChat>, reader: InboxReader, asked: InboxAsked): BoardChat[] {
  const found: BoardChat[] = [];
  for (const chat of chats) {
    if (stateOf(chat, asked.nowMs) !== asked.state || !reader.maySee(chat)) continue;
    if (!isIn(asked.tab, chat, reader)) continue;
    if (asked.label !== undefined && !chat.labels.includes(asked.label)) continue;
    if (asked.team !== undefined && chat.team !== asked.team) continue;
    found.push(chat);
  }
  return found.sort((one, other) => order(asked.sort, one, other));
}

/** Those behind a place in this order. */
export function behind(
  chats: readonly BoardChat[],
  sort: InboxSort,
  place: InboxPlace | undefined,
): readonly BoardChat[] {
  return place === undefined ? chats : chats.filter((chat) => order(sort, chat, place) > 0);
}

/** What each tab counts. */
export function tabCounts(
  chats: Iterable<BoardChat>,
  reader: InboxReader,
  nowMs: number,
): Readonly<Record<InboxTab, TabCount>> {
  const counts = { mine: none(), unassigned: none(), team: none(), all: none() };
  for (const chat of chats) {
    const state = stateOf(chat, nowMs);
    if (state === 'closed' || !reader.maySee(chat)) continue;
    for (const tab of INBOX_TABS) {
      if (!isIn(tab, chat, reader)) continue;
      counts[tab][state]++;
      if (state === 'open' && chat.waitingSince > 0) counts[tab].waiting++;
    }
  }
  return counts;
}

const none = (): { open: number; waiting: number; snoozed: number } => ({ open: 0, waiting: 0, snoozed: 0 });

function isIn(tab: InboxTab, { assignee, team }: SeenPlace, reader: InboxReader): boolean {
  switch (tab) {
    case 'mine':
      return reader.id !== undefined && assignee === reader.id;
    case 'unassigned':
      return assignee === undefined;
    case 'team':
      return team !== undefined && (reader.team === undefined || team === reader.team);
    case 'all':
      return true;
  }
}

/** Below zero where `one` stands first. */
function order(sort: InboxSort, one: InboxPlace, other: InboxPlace): number {
  const newest = other.last - one.last || other.chat - one.chat;
  if (sort === 'last') return newest;
  const since = ({ waitingSince }: InboxPlace): number => (waitingSince === 0 ? Number.MAX_SAFE_INTEGER : waitingSince);
  return since(one) - since(other) || newest;
}
