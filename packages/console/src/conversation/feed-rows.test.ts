import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '@acta/server/client';
import { feedRows } from './feed-rows.ts';

function said(id: number, at: string, more: Partial<Message> = {}): Message {
  return {
    id,
    at,
    kind: 'message',
    text: `text ${id}`,
    conversation: 1,
    direction: 'in',
    type: 'text',
    edited: false,
    reactions: [],
    flags: [],
    versions: [],
    ...more,
  };
}

const told = (rows: ReturnType<typeof feedRows>): readonly string[] =>
  rows.map((row) =>
    row.kind === 'message' ? `${row.message.id}${row.isFirst ? ' first' : ''}${row.isLast ? ' last' : ''}` : row.key,
  );

test('a rule stands above each day, once', () => {
  const rows = feedRows({
    messages: [said(1, '2026-07-13T23:59'), said(2, '2026-07-14T00:01'), said(3, '2026-07-14T09:00')],
  });
  assert.deepEqual(told(rows), ['day-2026-07-13', '1 first last', 'day-2026-07-14', '2 first last', '3 first last']);
});

test('a run ends where the speaker changes, after a pause, at a system line and at a note', () => {
  const rows = feedRows({
    messages: [
      said(1, '2026-07-14T10:00'),
      said(2, '2026-07-14T10:01'),
      said(3, '2026-07-14T10:02', { direction: 'out' }),
      said(4, '2026-07-14T10:03', { direction: 'out' }),
      said(5, '2026-07-14T10:30', { direction: 'out' }),
      said(6, '2026-07-14T10:31', { kind: 'system', direction: 'none' }),
      said(7, '2026-07-14T10:32', { direction: 'out' }),
    ],
  });
  assert.deepEqual(told(rows).slice(1), [
    '1 first',
    '2 last',
    '3 first',
    '4 last',
    '5 first last',
    'message-6',
    '7 first last',
  ]);
});

test('in a group a run is one author’s', () => {
  const messages = [
    said(1, '2026-07-14T10:00', { author: 'Ana', person: 2 }),
    said(2, '2026-07-14T10:01', { author: 'Luis', person: 3 }),
  ];
  assert.deepEqual(told(feedRows({ messages })).slice(1), ['1 first last', '2 first last']);
});

test('what is new stands below a rule, and begins a run', () => {
  const messages = [said(1, '2026-07-14T10:00'), said(2, '2026-07-14T10:01')];
  const rows = feedRows({ messages, fresh: { from: 2, count: 1 } });
  assert.deepEqual(told(rows).slice(1), ['1 first last', 'new', '2 first last']);
});

test('a note stands where its time puts it; one from before what is held here waits', () => {
  const messages = [said(1, '2026-07-14T10:00:00', { zone: 'UTC' }), said(2, '2026-07-14T10:10:00', { zone: 'UTC' })];
  const notes = [
    { id: 8, text: 'early', at: '2026-07-14T09:00:00Z' },
    { id: 9, text: 'between', at: '2026-07-14T10:05:00Z' },
  ];
  const rows = feedRows({ messages, notes });
  assert.deepEqual(
    told(rows).filter((row) => !row.startsWith('day')),
    ['1 first last', 'note-9', '2 first last'],
  );
});

test('what was erased leaves a line where it stood, and breaks a run', () => {
  const erased = {
    order: 9,
    at: '2026-11-22T10:00:00.000Z',
    rule: 'acta/erasure/operator',
    scope: 'entries',
    count: 2,
  } as const;
  const rows = feedRows({
    messages: [said(1, '2026-07-14T11:00', { erased: [erased] }), said(2, '2026-07-14T11:01')],
    erasedFirst: [{ ...erased, order: 8, count: 1 }],
  });
  assert.deepEqual(
    rows.map((row) => (row.kind === 'erased' ? row.erased.count : row.kind)),
    ['day', 1, 'message', 2, 'message'],
  );
});
