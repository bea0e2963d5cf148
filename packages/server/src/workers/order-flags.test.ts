import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderFlags } from './order-flags.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const to = { waId: '5215512345678' };

test('what a program sends is held to the rules of input, and most of it keeps them', () => {
  assert.equal(orderFlags({ type: 'text', to, body: 'Hola, José 👋' }, 7, NOW), undefined);
  const flagged = orderFlags({ type: 'text', to, body: 'a\u0001b' }, 7, NOW)?.record;
  const recordedAt = NOW.toISOString();
  const flags = ['control-characters@text'];
  assert.deepEqual(flagged, { flags, kind: 'flag', of: 7, recordedAt, source: 'api', v: 1 });
  const file = {
    type: 'document',
    to,
    media: { id: '1' },
    filename: 'a\u202efdp.exe',
    caption: 'x'.repeat(1_025),
  } as const;
  const named = orderFlags(file, 8, NOW)?.record;
  assert.ok(named?.kind === 'flag');
  assert.deepEqual(named.flags, ['caption-too-long@caption', 'bidi-filename@filename']);
});
