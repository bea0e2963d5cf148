// What the newest entries say about waiting, and what is listed for whom.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EntryColumns, emptyColumns } from '../projections/tables/entry-columns.ts';
import { type InboxReader, inboxOf, stateOf, tabCounts, unreadOf } from './inbox.ts';
import type { BoardChat } from './inbox-board.ts';
import { isNewestTold, NO_TAIL, tailOf } from './inbox-tail.ts';
import { NO_WORK } from './work.ts';

const [CHANNEL, FILE, HIDDEN, THEM, US] = [5, 6, 7, 20, 21];
const FACTS = {
  stands: (brought: number) => brought !== HIDDEN,
  isChannel: (brought: number) => brought === CHANNEL,
  isOurs: (person: number) => person === US,
};

/** Entries of who said them, through what; their seqs are their places and their times ten times that. */
function entriesOf(
  ...said: readonly (readonly [person: number, brought: number, kind?: number, of?: number])[]
): EntryColumns {
  const columns = emptyColumns(said.length);
  for (const [i, [person, brought, kind = 0, of = 0]] of said.entries()) {
    columns.seq[i] = i;
    columns.at[i] = i * 10;
    columns.person[i] = person;
    columns.import[i] = brought;
    columns.kind[i] = kind;
    columns.of[i] = of;
  }
  return columns;
}

test('somebody waits from what they first wrote since we last did; exports, system lines and versions keep nobody waiting', () => {
  const asked = entriesOf([THEM, CHANNEL], [US, CHANNEL], [THEM, CHANNEL], [THEM, CHANNEL], [0, CHANNEL, 1]);
  assert.deepEqual(tailOf(asked, FACTS), {
    last: 40,
    lastSeq: 4,
    lastInSeq: 3,
    lastInAt: 30,
    waitingSince: 20,
    fresh: [2, 3],
  });
  const answered = entriesOf([THEM, CHANNEL], [US, CHANNEL], [THEM, CHANNEL, 0, 1], [THEM, HIDDEN]);
  assert.deepEqual(tailOf(answered, FACTS), { ...NO_TAIL, last: 10, lastSeq: 1 });
  assert.deepEqual(tailOf(entriesOf([US, FILE], [THEM, FILE]), FACTS), { ...NO_TAIL, last: 10, lastSeq: 1 });
  assert.deepEqual(tailOf(entriesOf(), FACTS), NO_TAIL);
});

test('the newest entry is told by the entries alone, unless another import than its own vouches for it', () => {
  assert.equal(isNewestTold(entriesOf([THEM, HIDDEN], [THEM, CHANNEL], [THEM, CHANNEL, 0, 1]), FACTS), true);
  assert.equal(isNewestTold(entriesOf([THEM, CHANNEL], [THEM, HIDDEN]), FACTS), false);
  assert.equal(isNewestTold(entriesOf([THEM, CHANNEL, 0, 9]), FACTS), false);
});

const chat = (id: number, more: Partial<BoardChat> = {}): BoardChat => ({
  chat: id,
  peer: 0,
  isLive: true,
  ...NO_TAIL,
  ...NO_WORK,
  ...more,
});

test('what rests comes back at its time, or when the other side writes', () => {
  assert.equal(stateOf(chat(1, { closedBy: 9, lastInSeq: 8 }), 0), 'closed');
  assert.equal(stateOf(chat(1, { closedBy: 9, lastInSeq: 10 }), 0), 'open');
  const snoozed = chat(1, { snoozedBy: 9, snoozedUntil: 100, lastInSeq: 8 });
  assert.equal(stateOf(snoozed, 99_000), 'snoozed');
  assert.equal(stateOf(snoozed, 100_000), 'open');
  assert.equal(stateOf({ ...snoozed, lastInSeq: 10 }, 0), 'open');
});

test('each reads for themselves', () => {
  const read = new Map([
    ['user:a', { upTo: 4, isUnread: false }],
    ['user:b', { upTo: 9, isUnread: true }],
  ]);
  const unread = (actor: string): number => unreadOf({ fresh: [3, 5], read }, actor);
  assert.deepEqual(['user:a', 'user:b', 'user:c'].map(unread), [1, 1, 2]);
});

test('tabs part what somebody may see by whose it is', () => {
  const chats = [
    chat(1, { assignee: 'a', last: 10 }),
    chat(2, { assignee: 'b', team: 'x', last: 20, waitingSince: 15 }),
    chat(3, { last: 30, waitingSince: 5 }),
    chat(4, { assignee: 'b', last: 40 }),
  ];
  const reader: InboxReader = {
    id: 'a',
    actor: 'user:a',
    team: 'x',
    maySee: ({ assignee, team }) => assignee !== 'b' || team === 'x',
  };
  const listed = (tab: 'mine' | 'unassigned' | 'team' | 'all', sort: 'last' | 'waiting' = 'last'): number[] =>
    inboxOf(chats, reader, { tab, sort, state: 'open', nowMs: 0 }).map((one) => one.chat);
  assert.deepEqual(listed('mine'), [1]);
  assert.deepEqual(listed('unassigned'), [3]);
  assert.deepEqual(listed('team'), [2]);
  assert.deepEqual(listed('all'), [3, 2, 1]);
  assert.deepEqual(listed('all', 'waiting'), [3, 2, 1]);
  assert.deepEqual(tabCounts(chats, reader, 0).all, { open: 3, waiting: 2, snoozed: 0 });
});
