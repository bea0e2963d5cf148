import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteWriter } from './byte-writer.ts';
import { eachRunList, findWord, RUN_LIST_BYTES, WordReader, WordWriter, writeRunList } from './dictionary.ts';
import { DocChunk, firstEarlier, readDocChunk, writeDocChunk } from './doc-table.ts';
import { openPart, sealPart } from './sealed-part.ts';
import { PIECE_BYTES, readStream, SealedStreamWriter } from './sealed-stream.ts';
import { SearchError } from './search-error.ts';
import { LARGEST_SEGMENT, MOST_RUNS } from './segment-layout.ts';
import type { SegmentInfo } from './segment-store.ts';
import { TailOrder } from './tail-order.ts';
import { chooseMerge } from './tiers.ts';

const words = fc.uniqueArray(
  fc.string({
    minLength: 1,
    maxLength: 20,
    unit: fc.constantFrom('a', 'b', 'z', '1', '\u0001', 'ñ', '한', '😀', 'ａ'.repeat(9)),
  }),
  {
    maxLength: 900,
  },
);

test('a dictionary comes back in the order of its bytes, with the places of the postings', () => {
  const property = fc.property(words, (terms) => {
    const sorted = terms.map((term) => Buffer.from(term, 'utf8')).sort(Buffer.compare);
    const writer = new WordWriter();
    for (const [n, term] of sorted.entries()) {
      if (n === 7) writer.startBlock();
      writer.add(term, 0, term.length, n * 3);
    }
    const reader = new WordReader(writer.out.take());
    let at = 0;
    for (const [n, term] of sorted.entries()) {
      assert.ok(reader.next());
      assert.deepEqual([Buffer.from(reader.term.view()), reader.postings, reader.postingsAt], [term, n * 3, at]);
      at += n * 3;
    }
    assert.equal(reader.next(), false);
  });
  fc.assert(property, { numRuns: 30 });
});

test('a word is found in a block where it stands, and nowhere if it does not', () => {
  const property = fc.property(words, words, (terms, others) => {
    const sorted = terms.map((term) => Buffer.from(term, 'utf8')).sort(Buffer.compare);
    const writer = new WordWriter();
    for (const [n, term] of sorted.entries()) writer.add(term, 0, term.length, n);
    const block = writer.out.take();
    let postingsAt = 0;
    for (const [postings, term] of sorted.entries()) {
      assert.deepEqual(findWord(block, term), { postingsAt, postings });
      postingsAt += postings;
    }
    const known = new Set(terms);
    for (const other of others) if (!known.has(other)) assert.equal(findWord(block, Buffer.from(other)), undefined);
  });
  fc.assert(property, { numRuns: 30 });
});

test('a directory names each list of each run', () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2_000_000 }));
  const lists = fc.uniqueArray(fc.tuple(fc.nat(MOST_RUNS - 1), length), {
    minLength: 1,
    maxLength: MOST_RUNS,
    selector: ([run]) => run,
  });
  const property = fc.property(lists, (given) => {
    const all = given.sort(([one], [other]) => one - other);
    const directory = new ByteWriter(1);
    directory.varint(9);
    let next = 0;
    for (const [run, bytes] of all) {
      writeRunList(directory, run - next, bytes);
      next = run + 1;
    }
    assert.ok(directory.length - 1 <= MOST_RUNS * RUN_LIST_BYTES);
    let at = directory.length - 1;
    const expected = all.map(([run, bytes]) => {
      at += bytes;
      return [run, at - bytes, at];
    });
    const found: number[][] = [];
    eachRunList(directory.take(), 1, at, (...list) => found.push(list));
    assert.deepEqual(found, expected);
  });
  fc.assert(property);
});

test('a stream is read in pieces of any place and length', async () => {
  const key = createSecretKey(randomBytes(32));
  const plain = randomBytes(PIECE_BYTES * 2 + 500);
  const writer = new SealedStreamWriter(4, key);
  for (let from = 0; from < plain.length; from += 6011) writer.append(plain, from, Math.min(plain.length, from + 6011));
  assert.equal(writer.length, plain.length);
  const parts = writer.finish();
  assert.equal(parts.length, 3);
  const open = async (part: number): Promise<Uint8Array> =>
    openPart(key, { segment: 4, part }, parts[part]?.bytes ?? new Uint8Array(0));
  const places = fc.tuple(fc.nat(plain.length), fc.nat(plain.length));
  const property = fc.asyncProperty(places, async ([one, other]) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    assert.deepEqual(Buffer.from(await readStream(open, from, to)), plain.subarray(from, to));
  });
  await fc.assert(property, { numRuns: 50 });
});

test('a document table that is read as far as somebody looks says what it says when it is read whole', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 300 });
  const looks = fc.array(fc.record({ at: fc.nat(299), isTime: fc.boolean() }), { maxLength: 12 });
  const property = fc.property(gaps, looks, (all, asked) => {
    let at = 2_000_000_000;
    const columns = {
      at: Float64Array.from(all, (gap) => (at -= gap)),
      seq: Float64Array.from(all, (gap, n) => (gap % 3) * 1_000 - n + 10_000),
    };
    const chunk = new DocChunk(writeDocChunk(columns, 0, all.length), all.length);
    for (const look of asked) {
      const doc = look.at % all.length;
      const bound = (columns.at[doc] ?? 0) + (look.at % 2);
      if (look.isTime) assert.equal(chunk.firstEarlier(bound), firstEarlier(columns.at, all.length, bound));
      else {
        const read = chunk.upTo(doc);
        assert.deepEqual([read.at[doc], read.seq[doc]], [columns.at[doc], columns.seq[doc]]);
      }
    }
    assert.deepEqual(chunk.upTo(all.length - 1), columns);
  });
  fc.assert(property, { numRuns: 100 });
});

test('messages that arrive in any order are numbered newest first, and the table keeps them', () => {
  const batches = fc.array(fc.array(fc.integer({ min: -5, max: 300_000_000_000 }), { maxLength: 40 }), {
    maxLength: 6,
  });
  const property = fc.property(batches, (all) => {
    const order = new TailOrder(300);
    const taken: { readonly at: number; readonly seq: number }[] = [];
    for (const batch of all) {
      for (const at of batch) {
        order.add(at, taken.length);
        taken.push({ at, seq: taken.length });
      }
      order.ranks();
    }
    const sorted = [...taken].sort((one, other) => other.at - one.at || other.seq - one.seq);
    const columns = order.columns();
    assert.deepEqual(
      [...columns.seq],
      sorted.map(({ seq }) => seq),
    );
    assert.deepEqual(readDocChunk(writeDocChunk(columns, 0, taken.length), taken.length), columns);
    for (const { at } of taken) {
      assert.equal(firstEarlier(columns.at, taken.length, at), sorted.filter((one) => one.at >= at).length);
    }
  });
  fc.assert(property, { numRuns: 30 });
});

test('a part opens only with its key, under its name, and unchanged', () => {
  const key = randomBytes(32);
  const name = { segment: 7, part: 3 };
  const plain = Buffer.from('some bytes');
  const sealed = sealPart(key, name, plain);
  assert.deepEqual(Buffer.from(openPart(key, name, sealed)), plain);
  const isDamage = (error: unknown): boolean => error instanceof SearchError && error.code === 'index-damaged';
  assert.throws(() => openPart(randomBytes(32), name, sealed), isDamage);
  assert.throws(() => openPart(key, { segment: 8, part: 3 }, sealed), isDamage);
  assert.throws(() => openPart(key, { segment: 7, part: 4 }, sealed), isDamage);
  assert.throws(() => openPart(key, name, sealed.subarray(0, 20)), isDamage);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Uint8Array.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    assert.throws(() => openPart(key, name, changed), isDamage);
  }
});

test('merging keeps the number of segments small, whatever sizes come', () => {
  const property = fc.property(fc.array(fc.integer({ min: 1, max: 65_536 }), { maxLength: 400 }), (sizes) => {
    let segments: SegmentInfo[] = [];
    let id = 0;
    let total = 0;
    for (const messages of sizes) {
      total += messages;
      segments.push({ id: ++id, firstSeq: id, lastSeq: id, minAt: 0, maxAt: 0, messages, level: 0 });
      for (let chosen = chooseMerge(segments); chosen.length > 0; chosen = chooseMerge(segments)) {
        const merged = chosen.reduce((sum, one) => sum + one.messages, 0);
        assert.ok(chosen.length > 1 && merged <= LARGEST_SEGMENT);
        segments = segments.filter((one) => !chosen.includes(one));
        segments.push({ id: ++id, firstSeq: id, lastSeq: id, minAt: 0, maxAt: 0, messages: merged, level: 0 });
      }
    }
    assert.ok(segments.length <= 36 + total / 1_638_400);
  });
  fc.assert(property, { numRuns: 30 });
});
