import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile } from './statistics.ts';

test('a percentile is one of the numbers, by nearest rank', () => {
  const numbers = Array.from({ length: 100 }, (_, at) => 100 - at);
  assert.equal(percentile(numbers, 0.95), 95);
  assert.equal(percentile(numbers, 1), 100);
  assert.equal(percentile([7], 0.5), 7);
});

test('the median of an even count is the smaller of the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2);
  assert.equal(median([3, 1, 2]), 2);
});

test('no numbers have no median', () => {
  assert.throws(() => median([]), RangeError);
});
