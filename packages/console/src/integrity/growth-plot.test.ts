// The plot of the ledger's size: steps between what was measured, round numbers at its side, and nothing outside its frame.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { niceAbove, plotOf } from './growth-plot.ts';

const FRAME = { width: 800, height: 200, left: 60, right: 10, top: 10, bottom: 30 };

test('a size holds until the next is measured', () => {
  const plot = plotOf(
    [
      { at: 0, size: 0 },
      { at: 50, size: 100 },
    ],
    { from: 0, to: 100 },
    FRAME,
  );
  assert.equal(plot.line, 'M60 170H425V10H790');
  assert.deepEqual(
    plot.sizes.map(({ size }) => size),
    [0, 50, 100],
  );
  assert.deepEqual(plot.end, { x: 790, y: 10 });
});

test('numbers at the side are round and above the largest size', () => {
  assert.deepEqual([1, 3, 41, 184_260, 1_284_930].map(niceAbove), [1, 4, 60, 200_000, 2_000_000]);
});

test('nothing measured draws nothing', () => {
  assert.equal(plotOf([], { from: 0, to: 1 }, FRAME).line, '');
});
