import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KeyTable } from './key-table.ts';
import { hashText, lastHash, TextTable } from './text-table.ts';

test('the empty text hashes as the reference vector of HalfSipHash-2-4 says', () => {
  hashText('', [0x03020100, 0x07060504], { word: 2, output: 4 });
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(lastHash.low, 0);
  bytes.writeInt32LE(lastHash.high, 4);
  assert.equal(bytes.toString('hex'), '218d1f59b9b83cc8');
});

test('equal texts have one number, other texts others, through every growth', () => {
  const table = new TextTable([1, 2]);
  assert.equal(table.intern(''), 0);
  for (let index = 1; index < 5000; index++) assert.equal(table.intern(`text ${index}`), index);
  for (let index = 1; index < 5000; index++) assert.equal(table.intern(`text ${index}`), index);
  assert.equal(table.intern('a\0'), 5000);
  assert.equal(table.intern('a'), 5001);
});

test('a key table tells triples apart exactly', () => {
  const key = fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: -5, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 600 }), (keys) => {
      const table = new KeyTable([7, 9]);
      const known = new Map<string, number>();
      for (const [a, b, c] of keys) {
        const name = `${a} ${b} ${c}`;
        const id = known.get(name) ?? known.size;
        assert.equal(table.find(a, b, c), known.has(name) ? id : -1);
        assert.equal(table.intern(a, b, c), id);
        known.set(name, id);
      }
      assert.equal(table.count, known.size);
    }),
  );
});
