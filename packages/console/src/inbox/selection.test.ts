// What is chosen in the list, and what the server is asked to act on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAny, isChosen, NONE, reached, targetOf, toggled } from './selection.ts';

const asked = { tab: 'mine', state: 'open', sort: 'last', find: 'ana' } as const;

test('one is picked and let go again', () => {
  const one = toggled(NONE, 4);
  assert.equal(isChosen(one, 4), true);
  assert.equal(isAny(toggled(one, 4)), false);
  assert.deepEqual(targetOf(one, asked), { conversations: [4] });
});

test('a range goes from where the last one was picked, in either direction', () => {
  const order = [9, 7, 5, 3];
  assert.deepEqual([...reached(toggled(NONE, 7), 3, order).ids], [7, 5, 3]);
  assert.deepEqual([...reached(toggled(NONE, 3), 7, order).ids].sort(), [3, 5, 7]);
  assert.deepEqual([...reached(NONE, 5, order).ids], [5]);
  assert.deepEqual([...reached(toggled(NONE, 100), 5, order).ids].sort(), [100, 5].sort());
});

test('all that match, but those taken out', () => {
  const all = toggled({ ...NONE, isAll: true }, 5);
  assert.deepEqual([isChosen(all, 5), isChosen(all, 6)], [false, true]);
  assert.deepEqual(targetOf(all, asked), { matching: { tab: 'mine', state: 'open', find: 'ana' }, but: [5] });
  assert.equal(isChosen(reached(all, 5, [7, 5]), 5), true);
});
