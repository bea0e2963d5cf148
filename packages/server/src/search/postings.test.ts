import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BitReader, BitWriter } from './bits.ts';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { AllDocuments, Difference, Intersection, Union } from './combined-cursors.ts';
import { type Cursor, END } from './cursor.ts';
import { ListReader, OccurrenceList, PostingsWriter } from './postings.ts';
import { wholeList } from './postings-blocks.ts';
import { PostingsCursor } from './postings-cursor.ts';
import { PrefixCursor } from './prefix-cursor.ts';
import { PrefixLists } from './prefix-lists.ts';

type List = readonly (readonly [doc: number, positions: readonly number[]])[];

const DOCUMENTS = 6000;

function encode(list: List, positioned: boolean): PostingsCursor {
  const bytes = written(list, positioned);
  const whole = wholeList({ bytes, start: 3 }, bytes.length - 3);
  return new PostingsCursor(whole, { positioned, documents: DOCUMENTS });
}

/** Behind three bytes and before another. */
function written(list: List, positioned: boolean): Uint8Array {
  const keys = Uint32Array.from(
    list.flatMap(([doc, positions]) => positions.map((position) => doc * 0x10000 + position)),
  );
  const out = new BitWriter(8);
  const kind = { positioned, documents: DOCUMENTS };
  out.copy(Uint8Array.of(1, 2, 3), 0, 3);
  new PostingsWriter(out, new BitWriter(8)).write({ keys, from: 0, to: keys.length }, kind);
  out.copy(Uint8Array.of(255), 0, 1);
  return out.take();
}

function decode(cursor: Cursor): List {
  const list: [number, number[]][] = [];
  for (let doc = cursor.advance(0); doc !== END; doc = cursor.advance(doc + 1)) {
    const positions: number[] = [];
    cursor.positions(positions);
    list.push([doc, positions]);
  }
  return list;
}

const ascending = (max: number, length: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat(max), { minLength: 1, maxLength: length }).map((all) => all.sort((one, other) => one - other));

const lists: fc.Arbitrary<List> = fc
  .tuple(ascending(5000, 700), fc.array(ascending(65_535, 5), { minLength: 1, maxLength: 20 }))
  .map(([docs, places]) => docs.map((doc, i) => [doc, places[i % places.length] ?? []]));

test('postings come back as they were written', () => {
  fc.assert(
    fc.property(lists, (list) => assert.deepEqual(decode(encode(list, true)), list)),
    { numRuns: 50 },
  );
});

test('a list read at once holds every occurrence', () => {
  const property = fc.property(lists, fc.boolean(), (list, positioned) => {
    const once = list.map(([doc, positions]) => [doc, positioned ? positions : [0]] as const);
    const all = new OccurrenceList();
    const reader = new ListReader();
    for (let times = 0; times < 2; times++) {
      reader.read(written(once, positioned), 3, { positioned, documents: DOCUMENTS }, all);
    }
    const keys = once.flatMap(([doc, positions]) => positions.map((position) => doc * 0x10000 + position));
    assert.deepEqual([...all.keys.subarray(0, all.count)], [...keys, ...keys]);
  });
  fc.assert(property, { numRuns: 30 });
});

test('bit codes come back in the order they were written', () => {
  const number = fc.oneof(fc.nat(40), fc.nat(2 ** 24 - 2));
  const property = fc.property(fc.array(fc.tuple(number, fc.nat(23), fc.nat(3))), (codes) => {
    const out = new BitWriter(1);
    for (const [value, k, kind] of codes) {
      if (kind === 0) out.rice(Math.min(value, 2 ** k * 3000), k);
      else if (kind === 1) out.gamma(value + 1);
      else if (kind === 2) out.write(value, 24);
      else out.align();
    }
    out.align();
    const reader = new BitReader(out.take());
    for (const [value, k, kind] of codes) {
      if (kind === 0) assert.equal(reader.rice(k), Math.min(value, 2 ** k * 3000));
      else if (kind === 1) assert.equal(reader.gamma(), value + 1);
      else if (kind === 2) assert.equal(reader.bits(24), value);
      else reader.align();
    }
    assert.equal(reader.align(), out.length);
  });
  fc.assert(property);
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

test('the lists of a prefix, each walked only where the walk comes to it, give what their union gives', () => {
  const property = fc.property(fc.array(lists, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(60)), (all, steps) => {
    const words = all.map((list) => {
      const bytes = written(list, true);
      return { bytes, start: 3, length: bytes.length - 4 };
    });
    const found = new PrefixCursor(new PrefixLists(1, words).ofRun(0), { positioned: true, documents: DOCUMENTS });
    const union = new Union(all.map((list) => encode(list, true)));
    for (let doc = -1, n = 0; doc !== END; n++) {
      const target = doc + 1 + (steps[n] ?? 0);
      doc = union.advance(target);
      assert.equal(found.advance(target), doc);
      if (doc === END) break;
      assert.equal(found.frequency(), union.frequency());
      const [some, same]: [number[], number[]] = [[], []];
      found.positions(some);
      union.positions(same);
      assert.deepEqual(some, same);
    }
  });
  fc.assert(property, { numRuns: 50 });
});

test('beyond the last document of a prefix there is nothing', () => {
  const found = new PrefixCursor(new PrefixLists(1, []).ofRun(0), { positioned: true, documents: DOCUMENTS });
  assert.equal(found.advance(END), END);
});
