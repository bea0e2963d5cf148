import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstEarlier, readDocChunk, writeDocChunk } from './doc-table.ts';
import { openPart, sealPart } from './sealed-part.ts';
import { SearchError } from './search-error.ts';
import type { SegmentInfo } from './segment-store.ts';
import { TailOrder } from './tail-order.ts';
import { chunksWithPrefix, readTermChunk, TermListWriter } from './term-list.ts';
import { chooseMerge } from './tiers.ts';

const words = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', 'z', '1', '\u0001', 'ñ', '한', '😀') }),
  {
    maxLength: 900,
  },
);

test('a term list comes back sorted, and a prefix opens every chunk that it is in', () => {
  const property = fc.property(words, fc.constantFrom('', 'a', 'ab', 'ñ', '한a', '😀'), (terms, prefix) => {
    const list = new TermListWriter();
    terms.forEach((term, documents) => {
      const bytes = Buffer.from(term, 'utf8');
      const units = Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i));
      if (documents % 2 === 0) list.add(units, 0, units.length, documents);
      else list.addUtf8(bytes, 0, bytes.length, documents);
    });
    const { firsts, chunks } = list.write();
    const all = chunks.flatMap((chunk) => readTermChunk(chunk));
    assert.deepEqual(
      all.map(({ term }) => term),
      [...terms].sort(),
    );
    assert.deepEqual(
      all.map(({ documents }) => documents),
      all.map(({ term }) => terms.indexOf(term)),
    );
    const { from, to } = chunksWithPrefix(firsts, prefix);
    const opened = chunks.slice(from, to).flatMap((chunk) => readTermChunk(chunk));
    const found = opened.filter(({ term }) => term.startsWith(prefix)).map(({ term }) => term);
    assert.deepEqual(
      found,
      all.filter(({ term }) => term.startsWith(prefix)).map(({ term }) => term),
    );
  });
  fc.assert(property, { numRuns: 30 });
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
        assert.ok(chosen.length > 1 && merged <= 655_360);
        segments = segments.filter((one) => !chosen.includes(one));
        segments.push({ id: ++id, firstSeq: id, lastSeq: id, minAt: 0, maxAt: 0, messages: merged, level: 0 });
      }
    }
    assert.ok(segments.length <= 32 + total / 327_680);
  });
  fc.assert(property, { numRuns: 30 });
});
