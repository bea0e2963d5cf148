import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { AllDocuments, Difference, Intersection, Union } from './combined-cursors.ts';
import { type Cursor, END } from './cursor.ts';
import { PostingsCursor, PostingsWriter } from './postings.ts';

type List = readonly (readonly [doc: number, positions: readonly number[]])[];

function encode(list: List, positioned: boolean): PostingsCursor {
  const out = new ByteWriter(8);
  const writer = new PostingsWriter(out);
  writer.begin(list.length);
  for (const [doc, positions] of list) {
    const [first] = positions;
    if (!positioned || first === undefined) writer.document(doc);
    else if (positions.length === 1) writer.once(doc, first);
    else {
      writer.many(doc, positions.length);
      for (const position of positions) writer.position(position);
    }
  }
  writer.end();
  return new PostingsCursor().open(
    { bytes: out.take(), start: 0, end: out.length, documents: list.length },
    positioned,
  );
}

function decode(cursor: Cursor): List {
  const list: [number, number[]][] = [];
  for (let doc = cursor.next(); doc !== END; doc = cursor.next()) {
    const positions: number[] = [];
    cursor.positions(positions);
    list.push([doc, positions]);
  }
  return list;
}

const ascending = (max: number, length: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat(max), { minLength: 1, maxLength: length }).map((all) => all.sort((one, other) => one - other));

const lists: fc.Arbitrary<List> = fc
  .tuple(ascending(5000, 700), fc.array(ascending(300_000, 5), { minLength: 1, maxLength: 20 }))
  .map(([docs, places]) => docs.map((doc, i) => [doc, places[i % places.length] ?? []]));

test('postings come back as they were written', () => {
  fc.assert(
    fc.property(lists, (list) => assert.deepEqual(decode(encode(list, true)), list)),
    { numRuns: 50 },
  );
});

test('advancing finds what walking finds, whatever is looked at on the way', () => {
  const property = fc.property(lists, ascending(5200, 40), fc.boolean(), (list, targets, looks) => {
    const cursor = encode(list, true);
    for (const target of targets) {
      const expected = list.find(([doc]) => doc >= target);
      assert.equal(cursor.advance(target), expected?.[0] ?? END);
      if (!looks || expected === undefined) continue;
      const positions: number[] = [];
      cursor.positions(positions);
      cursor.positions(positions);
      assert.deepEqual(positions, expected[1]);
      assert.equal(cursor.frequency(), expected[1].length);
    }
  });
  fc.assert(property, { numRuns: 100 });
});

test('cursors over cursors are set operations', () => {
  const sets = fc.array(ascending(600, 300), { minLength: 1, maxLength: 5 });
  const property = fc.property(sets, ascending(650, 20), (docs, targets) => {
    const cursors = (): Cursor[] =>
      docs.map((set) =>
        encode(
          set.map((doc) => [doc, [0]]),
          false,
        ),
      );
    const all = Array.from({ length: 600 }, (_, doc) => doc);
    const any = all.filter((doc) => docs.some((set) => set.includes(doc)));
    const every = all.filter((doc) => docs.every((set) => set.includes(doc)));
    const none = all.filter((doc) => !any.includes(doc));
    const expected: readonly (readonly [Cursor, readonly number[], Cursor])[] = [
      [new Union(cursors()), any, new Union(cursors())],
      [new Intersection(cursors()), every, new Intersection(cursors())],
      [new Difference(new AllDocuments(600), cursors()), none, new Difference(new AllDocuments(600), cursors())],
    ];
    for (const [walked, found, jumped] of expected) {
      const bounded = found.filter((doc) => doc < 600);
      assert.deepEqual(
        decode(walked)
          .map(([doc]) => doc)
          .filter((doc) => doc < 600),
        bounded,
      );
      for (const target of targets.filter((doc) => doc < 600)) {
        const next = bounded.find((doc) => doc >= target);
        if (next !== undefined) assert.equal(jumped.advance(target), next);
      }
    }
  });
  fc.assert(property, { numRuns: 60 });
});

test('varints hold whole numbers of either sign up to 2^53 − 1', () => {
  const property = fc.property(fc.array(fc.integer({ min: -(2 ** 51), max: 2 ** 51 })), (numbers) => {
    const out = new ByteWriter(1);
    for (const number of numbers) {
      out.zigzag(number);
      out.varint(Math.abs(number) * 2);
    }
    const reader = new ByteReader(out.take());
    for (const number of numbers) {
      assert.equal(reader.zigzag(), number);
      assert.equal(reader.varint(), Math.abs(number) * 2);
    }
  });
  fc.assert(property);
});
