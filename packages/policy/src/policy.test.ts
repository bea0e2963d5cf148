import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideErasure, eraseFromOf, isDue, noCopyAfter } from './index.ts';

test('an erasure needs a reason and something to erase, and says which rule decided', () => {
  const asked = { reason: 'customer asked', entries: 3, keys: 1 };
  assert.deepEqual(decideErasure(asked), { verdict: 'allow', rule: 'acta/erasure/operator' });
  assert.equal(decideErasure({ ...asked, reason: '  ' }).verdict, 'refuse');
  assert.deepEqual(decideErasure({ ...asked, entries: 0, keys: 0 }), {
    verdict: 'refuse',
    rule: 'acta/erasure/scope',
    reason: 'nothing-held',
  });
  assert.equal(decideErasure({ ...asked, reason: 'x'.repeat(1_001) }).verdict, 'refuse');
});

test('a withdrawn import is due after thirty days, not a moment before, or at once when told so', () => {
  const at = new Date('2026-01-31T10:00:00Z');
  const from = eraseFromOf(at, false);
  assert.equal(from.toISOString(), '2026-03-02T10:00:00.000Z');
  assert.equal(isDue(from, new Date(from.getTime() - 1)), false);
  assert.equal(isDue(from, from), true);
  assert.equal(isDue(eraseFromOf(at, true), at), true);
});

test('a copy of a destroyed key is gone when the longest kept backup is', () => {
  const at = new Date('2026-01-01T00:00:00Z');
  assert.equal(noCopyAfter(at, []).getTime(), at.getTime());
  assert.equal(noCopyAfter(at, [1_000, 5_000]).getTime(), at.getTime() + 5_000);
});
