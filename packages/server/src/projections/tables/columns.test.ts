// The forms of the columns: what is written is read again, is small where the world is regular, and is refused where it is
// not what was written.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ServerError } from '../../server-error.ts';
import {
  comparePositions,
  type EntryColumns,
  type EntryRow,
  emptyColumns,
  inOrder,
  positionAt,
  rowAt,
} from './entry-columns.ts';
import { BLOCK_SEQS, emptyPlaces, placeBytes, placesIn } from './place-bytes.ts';
import { SeriesReader, SeriesWriter } from './series.ts';
import { SPAN_ENTRIES, spanBytes, spanColumns } from './span-bytes.ts';
import { clearBits, emptyBits, hasBit, setBits } from './vouch-bits.ts';

const whole = fc.oneof(fc.constantFrom(0, 1, 2, 3, 15, 16, 127, 128), fc.nat(100_000), fc.maxSafeNat());

function columnsOf(rows: readonly EntryRow[]): EntryColumns {
  const columns = emptyColumns(rows.length);
  for (const [i, row] of rows.entries()) {
    for (const name of ['seq', 'person', 'at', 'kind', 'import', 'line', 'of'] as const) columns[name][i] = row[name];
  }
  return columns;
}

const rowsOf = (columns: EntryColumns): EntryRow[] =>
  Array.from({ length: columns.count }, (_, i) => rowAt(columns, i));

/** Far apart or close together, as entries of one export and of hostile ones are. */
const near = fc.oneof(fc.nat(5), fc.nat(400), fc.integer({ min: 0, max: 2 ** 40 }));
const row = fc.record({
  seq: near,
  person: fc.oneof(fc.constantFrom(0, 5, 9), near),
  at: fc.oneof(
    near.map((n) => n * 60),
    fc.integer({ min: -(2 ** 36), max: 2 ** 38 }),
  ),
  kind: fc.nat(3),
  import: fc.oneof(fc.constantFrom(3, 8), near),
  line: near,
  of: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 ** 40 }) },
  ),
});

test('numbers are read as they were written, in whatever form was shortest', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, fc.nat(1), fc.nat(3)), { minLength: 1, maxLength: 300 }), (values) => {
      const writer = new SeriesWriter();
      writer.series(values, values.length);
      writer.signed(-7);
      const bytes = writer.take();
      const reader = new SeriesReader(bytes);
      assert.deepEqual([...reader.series(new Float64Array(values.length))], values);
      assert.equal(reader.signed(), -7);
      reader.end();
      assert.ok(bytes.length <= values.length * 8 + 2);
    }),
  );
});

test('a span is read as it was written, whatever entries it has', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: SPAN_ENTRIES }), (rows) => {
      const columns = inOrder(columnsOf(rows));
      assert.deepEqual(rowsOf(spanColumns(spanBytes(columns), columns.count)), rowsOf(columns));
    }),
  );
});

test('the order is that of time, import, line and seq', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 600 }), (rows) => {
      const columns = columnsOf(rows);
      const sorted = [...rows].sort(comparePositions);
      const positions = rowsOf(inOrder(columns)).map((_, i) => positionAt(inOrder(columns), i));
      assert.deepEqual(
        positions,
        sorted.map(({ at, import: brought, line, seq }) => ({ at, import: brought, line, seq })),
      );
    }),
    { numRuns: 30 },
  );
});

test('entries of a group, as an import brings them, take few bytes', () => {
  const people = Array.from({ length: 60 }, (_, at) => ({ person: 10 + at, next: 1000 + at * 300 }));
  const rows = Array.from({ length: SPAN_ENTRIES }, (_, i): EntryRow => {
    const one = people[(i * i + 7 * i) % 60] ?? { person: 0, next: 0 };
    return { seq: one.next++, person: one.person, at: 1.6e9 + i * 97, kind: 0, import: 3, line: i + 2, of: 0 };
  });
  assert.ok(spanBytes(columnsOf(rows)).length < 4 * SPAN_ENTRIES);
});

test('bytes that end early, go on, or are others are refused, and never taken for entries', () => {
  const isRefused = (error: unknown): boolean => error instanceof ServerError && error.code === 'vault-damaged';
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), fc.nat(), (rows, cut) => {
      const columns = inOrder(columnsOf(rows));
      const bytes = spanBytes(columns);
      assert.throws(() => spanColumns(bytes.subarray(0, cut % bytes.length), columns.count), isRefused);
      assert.throws(() => spanColumns(new Uint8Array([...bytes, 0]), columns.count), isRefused);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: -1, max: 300 }), (bytes, count) => {
      try {
        assert.equal(spanColumns(bytes, count).count, count);
      } catch (error) {
        assert.ok(isRefused(error));
      }
      try {
        placesIn(bytes);
      } catch (error) {
        assert.ok(isRefused(error));
      }
    }),
  );
});

const run = fc.record({ first: fc.nat(255), length: fc.nat(60), chat: fc.integer({ min: 1, max: 2 ** 40 }), by: near });

test('places are read as they were written, and the same places are the same bytes', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 20 }), (runs) => {
      const places = emptyPlaces();
      for (const { by, chat, first, length } of runs) {
        places.chat.fill(chat, first, first + length);
        places.import.fill(by, first, first + length);
      }
      const bytes = placeBytes(places);
      if (bytes === undefined) assert.ok(places.chat.every((chat) => chat === 0));
      else assert.deepEqual(placesIn(bytes), places);
    }),
  );
});

test('a bit that is set is found until it is cleared', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(256), fc.nat(256))), (steps) => {
      const bits = emptyBits();
      const told = new Set<number>();
      for (const [sets, one, other] of steps) {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        for (let at = from; at < to; at++) sets ? told.add(at) : told.delete(at);
        (sets ? setBits : clearBits)(bits, from, to);
      }
      for (let at = 0; at < BLOCK_SEQS; at++) assert.equal(hasBit(bits, BLOCK_SEQS * 7 + at), told.has(at));
    }),
  );
});
