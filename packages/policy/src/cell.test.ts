import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CellScope, cellOf } from './cell.ts';

const cells: readonly CellScope[] = [
  { name: 'mx-1', region: 'mx', numbers: ['+52'] },
  { name: 'eu-1', region: 'eu', numbers: ['+34', '+49'] },
  { name: 'eu-2', region: 'eu', numbers: ['+34', '+49'] },
  { name: 'us-1', region: 'us', numbers: ['+1'] },
  { name: 'jm-1', region: 'jm', numbers: ['+1876'] },
];
const digits = fc.stringMatching(/^[0-9]{8}$/);

test('a number decides the region by the longest beginning that a region claims', () => {
  const us = cellOf(cells, 'mx', { numbers: ['+12125550100'], name: '+12125550100' });
  const jm = cellOf(cells, 'mx', { numbers: ['+18765550100'], name: '+18765550100' });
  assert.deepEqual(us, { cell: 'us-1', region: 'us', rule: 'acta/cell/number', prefix: '+1' });
  assert.deepEqual(jm, { cell: 'jm-1', region: 'jm', rule: 'acta/cell/number', prefix: '+1876' });
});

test('without a number that anybody claims the conversation stays at home', () => {
  assert.equal(cellOf(cells, 'mx', { numbers: [], name: 'familia' }).cell, 'mx-1');
  assert.equal(cellOf(cells, 'mx', { numbers: ['+818012345678'], name: 'x' }).rule, 'acta/cell/home');
});

test('the first number that a region claims decides, not a later one', () => {
  const decided = cellOf(cells, 'mx', { numbers: ['+8180123', '+525512345678', '+12125550100'], name: 'grupo' });
  assert.equal(decided.region, 'mx');
});

test('a conversation has one cell, whatever the order in which cells are listed', () => {
  fc.assert(
    fc.property(digits, fc.shuffledSubarray([...cells], { minLength: cells.length }), (tail, listed) => {
      const mark = { numbers: [`+49${tail}`], name: `+49${tail}` };
      assert.deepEqual(cellOf(listed, 'mx', mark), cellOf(cells, 'mx', mark));
    }),
  );
});

test('a cell more in a region takes conversations only to itself', () => {
  const more = [...cells, { name: 'eu-3', region: 'eu', numbers: ['+34', '+49'] }];
  fc.assert(
    fc.property(digits, (tail) => {
      const mark = { numbers: [`+34${tail}`], name: `+34${tail}` };
      const [before, after] = [cellOf(cells, 'mx', mark).cell, cellOf(more, 'mx', mark).cell];
      assert.ok(after === before || after === 'eu-3');
    }),
  );
});

test('conversations spread evenly over the cells of a region', () => {
  const counts = new Map<string, number>();
  for (let n = 0; n < 20_000; n++) {
    const number = `+34${String(600_000_000 + n * 7)}`;
    const { cell } = cellOf(cells, 'mx', { numbers: [number], name: number });
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const [one, other] = [counts.get('eu-1') ?? 0, counts.get('eu-2') ?? 0];
  assert.equal(one + other, 20_000);
  assert.ok(Math.abs(one - other) < 800, `${one} and ${other}`);
});

test('a home without a cell is refused', () => {
  assert.throws(() => cellOf(cells, 'br', { numbers: [], name: 'x' }), RangeError);
});
