import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BitWriter } from './bits.ts';
import { Difference, Intersection, Union } from './combined-cursors.ts';
import { advanced, type Cursor, END } from './cursor.ts';
import { ListPhrase } from './list-phrase.ts';
import { PhraseCursor } from './phrase-cursor.ts';
import { PostingsWriter } from './postings.ts';
import { wholeList } from './postings-blocks.ts';
import { PostingsCursor } from './postings-cursor.ts';
import { PIECE_BYTES } from './sealed-stream.ts';
import { StreamBytes } from './stream-bytes.ts';
import { TermLists } from './term-lists.ts';

const DOCUMENTS = 60_000;
const KIND = { positioned: true, documents: DOCUMENTS };

/** The list of a term that stands in every `step`th document from `first` on, once or twice. */
function listOf(first: number, step: number): Uint8Array {
  const keys: number[] = [];
  for (let doc = first; doc < DOCUMENTS; doc += step) {
    keys.push(doc * 0x10000 + (doc % 300));
    if (doc % 7 === 0) keys.push(doc * 0x10000 + 400);
  }
  return written(keys);
}

function written(keys: readonly number[]): Uint8Array {
  const out = new BitWriter(8);
  new PostingsWriter(out, new BitWriter(8)).write({ keys: Uint32Array.from(keys), from: 0, to: keys.length }, KIND);
  return out.take();
}

/** A list somewhere in a stream, of which nothing is open; `opened` are the pieces that were asked for. */
function inStream(list: Uint8Array, from: number): { readonly cursor: PostingsCursor; readonly opened: Set<number> } {
  const stream = new Uint8Array(from + list.length + 100).fill(255);
  stream.set(list, from);
  const opened = new Set<number>();
  const piece = (part: number): Uint8Array => stream.subarray(part * PIECE_BYTES, (part + 1) * PIECE_BYTES);
  const pieces = {
    held: (part: number) => (opened.has(part) ? piece(part) : undefined),
    open: async (part: number) => {
      opened.add(part);
      return piece(part);
    },
  };
  const read = (): Promise<Uint8Array> => Promise.reject(new Error('a single run has no directory'));
  const lists = new TermLists(read, { from, to: from + list.length }, 1);
  return { cursor: new PostingsCursor(new StreamBytes(pieces, lists, 0), KIND, lists.bytes), opened };
}

function whole(list: Uint8Array): PostingsCursor {
  return new PostingsCursor(wholeList({ bytes: list, start: 0 }, list.length), KIND);
}

type Lists = readonly PostingsCursor[];

const COMBINED: Readonly<Record<string, (lists: Lists) => Cursor>> = {
  one: ([list]) => list ?? new Union([]),
  all: (lists) => new Intersection(lists),
  any: (lists) => new Union(lists),
  but: ([list, ...others]) => new Difference(list ?? new Union([]), others),
  phrase: (lists) => new PhraseCursor(lists.map((cursor) => ({ cursor, step: 0 }))),
  'phrase of lists': (lists) => new ListPhrase(lists.map((cursor) => ({ cursor, step: 0 }))),
};

test('what is walked piece by piece is what is walked in memory, however pieces, lists and jumps fall', async () => {
  const some = fc.array(fc.tuple(fc.nat(2 * PIECE_BYTES), fc.nat(50), fc.integer({ min: 1, max: 4_000 })), {
    minLength: 1,
    maxLength: 3,
  });
  const jumps = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 12 });
  const property = fc.asyncProperty(some, jumps, fc.constantFrom(...Object.keys(COMBINED)), async (lists, by, kind) => {
    const combine = COMBINED[kind] ?? COMBINED['all'];
    assert(combine !== undefined);
    const given = lists.map(([from, first, step]) => ({ from, bytes: listOf(first, step) }));
    const expected = combine(given.map(({ bytes }) => whole(bytes)));
    const fetched = combine(given.map(({ bytes, from }) => inStream(bytes, from).cursor));
    let target = 0;
    for (const more of by) {
      const doc = expected.advance(target);
      assert.equal(await advanced(fetched, target), doc);
      if (doc === END) break;
      assert.equal(fetched.frequency(), expected.frequency());
      const [there, here]: [number[], number[]] = [[], []];
      expected.positions(there);
      fetched.positions(here);
      assert.deepEqual(here, there);
      target = Math.max(target, doc) + more;
    }
  });
  await fc.assert(property, { numRuns: 60 });
});

test('of a long list only the pieces are opened that hold a document of the short one', async () => {
  const long = inStream(listOf(0, 1), 10);
  const short = inStream(listOf(40_000, 30_000), 5);
  const both = new Intersection([long.cursor, short.cursor]);
  assert.equal(await advanced(both, 0), 40_000);
  assert.equal(await advanced(both, 40_001), END);
  const all = Math.ceil((listOf(0, 1).length + 10) / PIECE_BYTES);
  assert(all >= 4, 'the long list fills many pieces');
  assert(long.opened.size <= 3, `of ${all} pieces ${long.opened.size} were opened`);
});

test('a document without the phrase stays ruled out where what comes behind it must be fetched', async () => {
  const places = Array.from({ length: DOCUMENTS }, (_, doc) => doc * 0x10000 + 2);
  const [first, second] = [
    inStream(written([5, 50_000 * 0x10000 + 1]), 0),
    inStream(written(places.with(50_000, 50_000 * 0x10000 + 9)), 0),
  ];
  const phrase = new PhraseCursor([
    { cursor: first.cursor, step: 0 },
    { cursor: second.cursor, step: 1 },
  ]);
  assert.equal(await advanced(phrase, 0), END);
  assert(second.opened.size > 1);
});

test('how many documents there may be is known when a cursor has begun', async () => {
  const { cursor } = inStream(listOf(0, 3), 3 * PIECE_BYTES - 2);
  await cursor.begin();
  assert(cursor.documents >= 20_000);
});
