// What a row shows of the last word, and how long somebody waited.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedBy, usualTab } from './inbox-asked.ts';
import type { InboxRow } from './inbox-queries.ts';
import { mentionsIn } from './mentions.ts';
import { faceOf, isNumberOnly, waitOf } from './row-face.ts';
import { snoozeTimes } from './snooze-times.ts';

const LAST = {
  id: 1,
  at: '2026-07-14T11:00:00',
  kind: 'message',
  type: 'text',
  direction: 'in',
  text: 'hola',
} as const;
const ROW: InboxRow = {
  id: 1,
  title: 'Rogelio',
  kind: 'direct',
  lastAt: LAST.at,
  unread: 0,
  labels: [],
  state: 'open',
  last: LAST,
};

test('a draft goes before a failure, a failure before what was said', () => {
  assert.deepEqual(faceOf({ ...ROW, draft: 'Sí', failure: {} }), { kind: 'draft', text: 'Sí' });
  assert.deepEqual(faceOf({ ...ROW, failure: { code: 131_026 } }), { kind: 'failed', code: 131_026 });
  assert.deepEqual(faceOf(ROW), { kind: 'said', text: 'hola' });
  const { last: _last, ...withheld } = ROW;
  assert.deepEqual(faceOf(withheld), { kind: 'nothing' });
});

test('what was sent shows its way, what came of others in a group their name', () => {
  const sent = { ...LAST, direction: 'out', state: 'read' } as const;
  assert.deepEqual(faceOf({ ...ROW, last: sent }), { kind: 'said', icon: 'read', text: 'hola' });
  const said = { ...LAST, author: 'Arq. Salinas' };
  assert.deepEqual(faceOf({ ...ROW, kind: 'group', last: said }), {
    kind: 'said',
    text: 'hola',
    author: 'Arq. Salinas',
  });
  const voice = { ...LAST, type: 'audio', text: '', file: 'PTT-1.opus', durationMs: 38_000 };
  assert.deepEqual(faceOf({ ...ROW, last: voice }), {
    kind: 'said',
    icon: 'voice',
    named: 'voice',
    text: '',
    durationMs: 38_000,
  });
  assert.deepEqual(faceOf({ ...ROW, last: { ...LAST, kind: 'deleted', text: '' } }), {
    kind: 'said',
    icon: 'deleted',
    named: 'deleted',
    text: '',
  });
});

test('an hour of waiting is late', () => {
  const now = Date.parse('2026-07-14T12:00:00Z');
  assert.deepEqual(waitOf('2026-07-14T11:46:00Z', now), { seconds: 840, isLate: false });
  assert.equal(waitOf('2026-07-14T11:00:00Z', now)?.isLate, true);
  assert.equal(waitOf(undefined, now), undefined);
  assert.equal(isNumberOnly('+52 81 5550 0187'), true);
  assert.equal(isNumberOnly('Obra 12'), false);
});

test('what an address says wrongly, it does not say', () => {
  assert.deepEqual(askedBy({ tab: 'x', sort: 'y', label: '-1', named: ' ' }, 'mine'), {
    tab: 'mine',
    state: 'open',
    sort: 'last',
  });
  assert.equal(askedBy({ label: '12' }, 'all').label, 12);
  const none = { open: 0, waiting: 0, snoozed: 0 };
  assert.equal(
    usualTab({ mine: none, unassigned: { open: 3, waiting: 0, snoozed: 0 }, team: none, all: none }),
    'unassigned',
  );
  assert.equal(usualTab({ mine: none, unassigned: none, team: none, all: none }), 'all');
});

test('a colleague is called by the whole or the first name, with or without accents', () => {
  const people = [
    { id: 'm', name: 'Mariana Treviño' },
    { id: 'l', name: 'Li' },
  ];
  assert.deepEqual(mentionsIn('@Mariana hay flete', people), ['m']);
  assert.deepEqual(mentionsIn('@mariana trevino, y @Lidia', people), ['m']);
  assert.deepEqual(mentionsIn('a@Mar', people), []);
});

test('a conversation may rest until a time that is still to come', () => {
  const keys = (at: string): string[] => snoozeTimes(new Date(at)).map(({ key }) => key);
  assert.deepEqual(keys('2026-07-14T11:00:00'), ['hour', 'evening', 'tomorrow', 'monday']);
  assert.deepEqual(keys('2026-07-19T19:00:00'), ['hour', 'tomorrow']);
  for (const { at } of snoozeTimes(new Date('2026-07-19T23:59:00'))) assert.ok(at > new Date('2026-07-19T23:59:00'));
});
