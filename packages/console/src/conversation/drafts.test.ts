// Drafts on several devices of one person.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepOf } from './drafts.ts';

const at = '2026-11-22T10:00:00.000Z';

test('what another device wrote, or sent, is taken; what was written here and not told is told', () => {
  assert.equal(stepOf({ own: '', told: '', said: { text: 'from the phone', at } }), 'take');
  assert.equal(stepOf({ own: 'sent since', told: 'sent since', said: { text: '', at } }), 'take');
  assert.equal(stepOf({ own: 'longer now', told: 'longer', said: { text: 'longer', at } }), 'tell');
  assert.equal(stepOf({ own: 'same', told: 'same', said: { text: 'same', at } }), 'leave');
});

test('what was sent while the server was away does not come back; a server that forgot takes nothing away', () => {
  assert.equal(stepOf({ own: '', told: 'sent meanwhile', said: { text: 'sent meanwhile', at } }), 'tell');
  assert.equal(stepOf({ own: 'kept', told: 'kept', said: { text: '' } }), 'tell');
  assert.equal(stepOf({ own: '', told: '', said: { text: '' } }), 'leave');
});
