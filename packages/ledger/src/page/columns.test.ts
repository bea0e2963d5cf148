/** Columns give back every record to the byte, or are not written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalise, isCanonical } from '@acta/verifier';
import fc from 'fast-check';
import { LedgerError } from '../error.ts';
import { ColumnReader } from './column-reader.ts';
import { writeColumns } from './column-writer.ts';
import { spansOf } from './member-table.ts';
import { isWallMinute, readWallTime, writeWallTime } from './wall-minutes.ts';

const MAX_BYTES = 1 << 24;

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    'buenos días',
    'a\nb',
    '\u0001',
    '\u0002',
    '"',
    '\\',
    '\u2028',
    '2024-08-07T04:17',
    '2024-02-30T04:17',
  ),
);
const numbers = fc.oneof(
  fc.nat(50),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -1, 999_999_999_999_999, -999_999_999_999_999),
);
const leaves = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));
const values = fc.oneof(
  { weight: 6, arbitrary: leaves },
  { weight: 1, arbitrary: fc.array(leaves, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 3 }), leaves, { maxKeys: 3 }) },
);
const names = fc.oneof(
  fc.constantFrom('at', 'raw', 'text', 'v', 'author', '1', '10', '9'),
  fc.string({ maxLength: 4 }),
);
const records = fc.array(fc.dictionary(names, values, { maxKeys: 8 }), { minLength: 1, maxLength: 20 });

function bytesOf(all: readonly unknown[]): Buffer[] {
  return all.map((record) => Buffer.from(canonicalise(record), 'utf8'));
}

function readAll(raw: Uint8Array, count: number): string[] {
  const { bytes, ends } = new ColumnReader(raw, count, MAX_BYTES).all();
  return ends.map((end, index) => Buffer.from(bytes.subarray(ends[index - 1] ?? 0, end)).toString('utf8'));
}

test('records come back to the byte, all at once and one by one', () => {
  fc.assert(
    fc.property(records, (all) => {
      const bytes = bytesOf(all);
      const raw = writeColumns(spansOf(bytes));
      if (raw === undefined) return;
      assert.deepEqual(
        readAll(raw, all.length),
        bytes.map((record) => record.toString('utf8')),
      );
      const reader = new ColumnReader(raw, all.length, MAX_BYTES);
      const backwards = [...bytes.entries()].reverse();
      for (const [index, record] of [...bytes.entries(), ...backwards])
        assert.deepEqual(Buffer.from(reader.one(index)), record);
    }),
    { numRuns: 500 },
  );
});

test('bytes that are no flat canonical JSON come back to the byte or are not written', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '"',
    ':',
    ',',
    'a',
    '1',
    '-',
    '0',
    '[',
    ']',
    '\\',
    '\n',
    '\u0001',
    ' ',
    '{"a":',
    '}{"b":1}',
  );
  const noise = fc.array(pieces, { maxLength: 12 }).map((parts) => `{"k":${parts.join('')}}`);
  fc.assert(
    fc.property(fc.array(fc.oneof(noise, fc.constant('{"k":1}')), { minLength: 1, maxLength: 5 }), (all) => {
      const raw = writeColumns(spansOf(all.map((text) => Buffer.from(text))));
      if (raw !== undefined) assert.deepEqual(readAll(raw, all.length), all);
    }),
    { numRuns: 2000 },
  );
});

test('ordinary records do stand in columns, and smaller than their text', () => {
  const all = Array.from({ length: 40 }, (_, i) => ({
    at: `2024-08-07T04:${String(i).padStart(2, '0')}`,
    chat: 12,
    line: 100 + i,
    raw: `7/8/24, 04:17 - Inés: text number ${i}\n`,
    text: `text number ${i}`,
    v: 1,
  }));
  const bytes = bytesOf(all);
  const raw = writeColumns(spansOf(bytes));
  assert.ok(raw);
  assert.ok(new ColumnReader(raw, all.length, MAX_BYTES).isCanonical());
  assert.ok(raw.length * 2 < Buffer.concat(bytes).length, `${raw.length}`);
});

test('members out of order, spaces between them and names twice stay in rows', () => {
  for (const text of [
    '{"b":1,"a":2}',
    '{"a":1, "b":2}',
    '{"a":1,"a":2}',
    '{"a" :1}',
    ' {"a":1}',
    '{"a":1}x',
    '[1]',
    '',
    '{"é":1}',
  ]) {
    assert.equal(writeColumns(spansOf([Buffer.from('{"a":1}'), Buffer.from(text)])), undefined, text);
  }
});

test('changed columns are refused or read as something, and never crash or grow without end', () => {
  const raw = writeColumns(
    spansOf(
      bytesOf(Array.from({ length: 9 }, (_, i) => ({ a: `${i}`, line: i, raw: `x ${i}12345\n`, text: `${i}12345` }))),
    ),
  );
  assert.ok(raw);
  fc.assert(
    fc.property(fc.nat(raw.length - 1), fc.nat(255), fc.nat(40), (at, byte, count) => {
      const spoiled = Buffer.from(raw);
      spoiled[at] = byte;
      try {
        const reader = new ColumnReader(spoiled, count, 1000);
        const { bytes, ends } = reader.all();
        assert.ok(bytes.length <= 1000);
        // What is said to be canonical is, record by record.
        if (!reader.isCanonical()) return;
        for (const [index, end] of ends.entries()) assert.ok(isCanonical(bytes.subarray(ends[index - 1] ?? 0, end)));
      } catch (error) {
        assert.ok(error instanceof LedgerError && error.code === 'strip-malformed');
      }
    }),
    { numRuns: 3000 },
  );
});

test('a wall time that exists has a number that gives it back, and no other text has one', () => {
  const two = fc.nat(99).map((number) => String(number).padStart(2, '0'));
  const spelled = fc.tuple(fc.nat(9999), two, two, two, two).map(([year, month, day, hour, minute]) => {
    return `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
  });
  const real = fc
    .integer({ min: -510_000_000, max: 4_223_000_000 })
    .map((minutes) => new Date(minutes * 60_000).toISOString().slice(0, 16));
  fc.assert(
    fc.property(fc.oneof(real, spelled), (text) => {
      const minutes = readWallTime(Buffer.from(text), 0, text.length);
      const parsed = Date.parse(`${text}Z`);
      const exists = !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text) && text >= '1000';
      assert.equal(!Number.isNaN(minutes), exists, text);
      if (!exists) return;
      assert.equal(minutes, parsed / 60_000);
      assert.ok(isWallMinute(minutes));
      const back = Buffer.alloc(16);
      writeWallTime(back, 0, minutes);
      assert.equal(back.toString('latin1'), text);
    }),
    { numRuns: 2000 },
  );
});
