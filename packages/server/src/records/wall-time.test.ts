// Wall times as numbers and back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wallSeconds, wallText } from './wall-time.ts';

const EARLIEST = Date.UTC(1000, 0, 1) / 1000;
const LATEST = Date.UTC(9999, 11, 31) / 1000;

test('a wall time is the seconds that the calendar counts, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST, max: LATEST }), (seconds) => {
      const text = wallText(seconds);
      assert.equal(wallSeconds(text), seconds);
      assert.equal(wallSeconds(text.slice(0, 16)), seconds - (((seconds % 60) + 60) % 60));
    }),
    { numRuns: 2000 },
  );
  assert.equal(wallSeconds('2024-02-29T23:59:59'), Date.UTC(2024, 1, 29, 23, 59, 59) / 1000);
  assert.equal(wallSeconds('2100-03-01T00:00'), Date.UTC(2100, 2, 1) / 1000);
});
