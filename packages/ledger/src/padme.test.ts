/** Padmé lengths. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { padme } from './padme.ts';

test('padded lengths are those of the paper', () => {
  const lengths = [0, 1, 2, 3, 7, 8, 9, 15, 17, 100, 129, 1000, 1025, 100_001];
  assert.deepEqual(lengths.map(padme), [0, 1, 2, 3, 7, 8, 10, 16, 18, 104, 144, 1024, 1088, 100_352]);
});

test('padding never shortens, adds at most 12 %, keeps order and is its own fixed point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 45 }), fc.nat(1000), (length, more) => {
      const padded = padme(length);
      assert.ok(padded >= length && padded <= length * 1.12);
      assert.equal(padme(padded), padded);
      assert.ok(padme(length + more) >= padded);
    }),
  );
});
