/** Pages: what is sealed opens, what is changed is found, what is resealed keeps its commitments. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { commitmentOf } from '@acta/verifier';
import fc from 'fast-check';
import { LedgerError } from '../error.ts';
import { sha256 } from '../hashing.ts';
import type { KeyId, PageRow } from '../store.ts';
import { pageRowsOf } from './batch.ts';
import { pageHash, parsePage } from './format.ts';
import { openPage, openRecord, pageKeys } from './open.ts';
import { resealPage } from './reseal.ts';
import { type Draft, sealCommit } from './seal.ts';

const cellId = Uint8Array.from({ length: 16 }, (_, i) => i + 1);

const keyIds = fc.integer({ min: 1, max: 6 });
const drafts = fc.array(
  fc.record({
    keyId: fc.oneof(keyIds, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    record: fc.string({ maxLength: 200, unit: 'grapheme' }).map((text) => Buffer.from(JSON.stringify({ text }))),
  }),
  { maxLength: 700 },
);
const firstSeqs = fc.oneof(fc.nat(600), fc.integer({ min: 0, max: 2 ** 52 }));

function keysFor(all: readonly Draft[]): Map<KeyId, Uint8Array> {
  return new Map(all.map(({ keyId }) => [keyId, randomBytes(32)]));
}

function seal(firstSeq: number, all: readonly Draft[], keys: ReadonlyMap<KeyId, Uint8Array>) {
  const sealed = sealCommit({ cellId, firstSeq, drafts: all, keyOf: (id) => keys.get(id), randomBytes });
  return { commitments: sealed.commitments, pages: pageRowsOf(sealed) };
}

function plainOf(pages: readonly PageRow[], keys: ReadonlyMap<KeyId, Uint8Array>) {
  return pages.flatMap((page) => openPage({ cellId, page, keys }).entries);
}

test('what was sealed opens again, entry by entry, with salts that give the commitments', () => {
  fc.assert(
    fc.property(firstSeqs, drafts, (firstSeq, all) => {
      const keys = keysFor(all);
      const { pages, commitments } = seal(firstSeq, all, keys);
      const entries = plainOf(pages, keys);
      assert.equal(entries.length, all.length);
      for (const [index, { seq, keyId, salt, record }] of entries.entries()) {
        assert.equal(seq, firstSeq + index);
        assert.equal(keyId, all[index]?.keyId);
        assert.deepEqual(Buffer.from(record), Buffer.from(all[index]?.record ?? []));
        const expected = Buffer.from(commitments.subarray(index * 32, index * 32 + 32));
        assert.deepEqual(Buffer.from(commitmentOf({ sha256, cellId, salt, record })), expected);
      }
    }),
    { numRuns: 40 },
  );
});

test('a page holds at most 256 entries, never crosses a multiple of 256 and a strip holds at most 64 records', () => {
  fc.assert(
    fc.property(firstSeqs, drafts, (firstSeq, all) => {
      let next = firstSeq;
      for (const page of seal(firstSeq, all, keysFor(all)).pages) {
        const parts = parsePage(page.bytes);
        assert.equal(page.firstSeq, next);
        assert.ok(parts.count >= 1 && (page.firstSeq % 256) + parts.count <= 256);
        for (const { slots } of parts.strips) assert.ok(slots.length <= 64);
        next += parts.count;
      }
      assert.equal(next, firstSeq + all.length);
    }),
    { numRuns: 20 },
  );
});

test('heavy records make shorter strips and pages, and one beyond 16 MiB is refused', () => {
  const heavy = Array.from({ length: 6 }, () => ({ keyId: 1, record: randomBytes(1024 * 1024) }));
  const keys = keysFor(heavy);
  const { pages } = seal(0, heavy, keys);
  assert.deepEqual(
    pages.map(({ firstSeq }) => firstSeq),
    [0, 4],
  );
  assert.equal(plainOf(pages, keys).length, 6);
  const tooLarge = [{ keyId: 1, record: new Uint8Array(16 * 1024 * 1024 + 1) }];
  assert.throws(() => seal(0, tooLarge, keys), { code: 'record-too-large' });
});

test('a key that is not there closes its own entries and no others', () => {
  const all = sampleDrafts(300, 5);
  const keys = keysFor(all);
  const { pages } = seal(10, all, keys);
  const page = pages[0];
  assert.ok(page);
  assert.deepEqual(pageKeys(page), [1, 2, 3, 4, 5]);
  const held = new Map([...keys].filter(([id]) => id !== 3));
  const opened = openPage({ cellId, page, keys: held });
  assert.ok(opened.closed.every(({ keyId }) => keyId === 3));
  assert.equal(opened.closed.length + opened.entries.length, 246);
  assert.deepEqual(openRecord({ cellId, page, keys: held, seq: 12 }), { state: 'closed', keyId: 3 });
  const first = openRecord({ cellId, page, keys: held, seq: 10 });
  assert.ok(first.state === 'open' && first.entry.seq === 10 && first.entry.keyId === 1);
  assert.throws(() => openRecord({ cellId, page, keys, seq: 9 }), { code: 'seq-not-in-page' });
  assert.throws(() => openRecord({ cellId, page, keys, seq: 256 }), { code: 'seq-not-in-page' });
});

test('any flipped bit of a page is found by its hash', () => {
  const { pages, keys } = sealedSample(9, 3);
  const page = pages[0];
  assert.ok(page);
  for (let bit = 0; bit < page.bytes.length * 8; bit++) {
    const bytes = flip(page.bytes, bit);
    assert.throws(() => openPage({ cellId, page: { ...page, bytes }, keys }), { code: 'page-altered' });
  }
});

test('any flipped bit of a page whose hash was made anew never opens as something else', () => {
  const { pages, keys } = sealedSample(9, 3);
  const page = pages[0];
  assert.ok(page);
  const honest = openPage({ cellId, page, keys }).entries.map(({ seq, record }) => `${seq} ${Buffer.from(record)}`);
  for (let bit = 0; bit < page.bytes.length * 8; bit++) {
    const bytes = flip(page.bytes, bit);
    const found = openOrCode({ ...page, bytes, sha256: pageHash(bytes) }, keys);
    if (typeof found === 'string') continue;
    assert.ok(found.broken.length + found.closed.length > 0, `bit ${bit}`);
    for (const { seq, record } of found.entries)
      assert.ok(honest.includes(`${seq} ${Buffer.from(record)}`), `bit ${bit}`);
  }
});

test('random bytes are refused with a code and never crash', () => {
  const { pages, keys } = sealedSample(40, 4);
  const template = Buffer.from(pages[0]?.bytes ?? []);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(200), fc.nat(40), (noise, at, cut) => {
      const bytes = Buffer.concat([template.subarray(0, at), noise, template.subarray(at + cut)]);
      const page = { firstSeq: 0, bytes, sha256: pageHash(bytes) };
      const found = openOrCode(page, keys);
      if (typeof found === 'string') assert.match(found, /^page-(malformed|altered)$/);
    }),
    { numRuns: 500 },
  );
});

test('a strip does not open in another cell, at another place or under another key', () => {
  const { pages, keys } = sealedSample(5, 1);
  const page = pages[0];
  assert.ok(page);
  const broken = (opened: ReturnType<typeof openPage>) => opened.broken.map(({ reason }) => reason);
  assert.deepEqual(broken(openPage({ cellId: new Uint8Array(16), page, keys })), ['strip-altered']);
  assert.deepEqual(broken(openPage({ cellId, page, keys: new Map([[1, randomBytes(32)]]) })), ['strip-altered']);
  const moved = Buffer.from(page.bytes);
  moved[1] = 7;
  const elsewhere = { firstSeq: 7, bytes: moved, sha256: pageHash(moved) };
  assert.deepEqual(broken(openPage({ cellId, page: elsewhere, keys })), ['strip-altered']);
});

test('resealing keeps every survivor with its salt and leaves strips of other keys byte for byte', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 256 }),
      fc.integer({ min: 1, max: 5 }),
      fc.infiniteStream(fc.boolean()),
      (count, keyCount, coin) => {
        const { page, keys, before } = onePage(count, keyCount);
        const drop = new Set(
          before.filter(({ keyId }) => keyId === 1 && coin.next().value === true).map(({ seq }) => seq),
        );
        const replacement = new Map([[1, { keyId: 99, key: randomBytes(32) }]]);
        const resealed = resealPage({ cellId, page, drop, keys, replacement, randomBytes });
        const live = new Map([...keys].filter(([id]) => id !== 1)).set(
          99,
          replacement.get(1)?.key ?? new Uint8Array(32),
        );
        const after = openPage({ cellId, page: resealed, keys: live });
        assert.deepEqual(after.erased, [...drop]);
        assert.deepEqual([after.closed, after.broken], [[], []]);
        const survivors = before.filter(({ seq }) => !drop.has(seq));
        assert.deepEqual(
          after.entries.map(({ seq, keyId, salt, record }) => [seq, keyId, hex(salt), hex(record)]),
          survivors.map(({ seq, keyId, salt, record }) => [seq, keyId === 1 ? 99 : keyId, hex(salt), hex(record)]),
        );
        const others = (row: PageRow) =>
          parsePage(row.bytes)
            .strips.filter(({ keyId }) => keyId !== 1 && keyId !== 99)
            .map(({ keyId, sealed, slots }) => [keyId, slots, hex(sealed)]);
        assert.deepEqual(others(resealed), others(page));
      },
    ),
    { numRuns: 40 },
  );
});

test('a resealed page can be resealed again, and the same slots stay erased', () => {
  const { page, keys, before } = onePage(200, 2);
  const first = { keyId: 11, key: randomBytes(32) };
  const second = { keyId: 12, key: randomBytes(32) };
  const once = resealPage({
    cellId,
    page,
    drop: new Set([0, 100]),
    keys,
    replacement: new Map([[1, first]]),
    randomBytes,
  });
  const keysThen = new Map([...keys, [11, first.key]]);
  const twice = resealPage({
    cellId,
    page: once,
    drop: new Set([0, 2, 100]),
    keys: keysThen,
    replacement: new Map([[11, second]]),
    randomBytes,
  });
  const { erased, entries } = openPage({ cellId, page: twice, keys: new Map([...keysThen, [12, second.key]]) });
  assert.deepEqual(erased, [0, 2, 100]);
  assert.deepEqual(
    entries.map(({ salt }) => hex(salt)),
    before.filter(({ seq }) => ![0, 2, 100].includes(seq)).map(({ salt }) => hex(salt)),
  );
});

test('after resealing, no live key opens the dropped record in the new page, and the old key opens nothing there', () => {
  const { page, keys } = onePage(30, 2);
  const next = { keyId: 50, key: randomBytes(32) };
  const resealed = resealPage({
    cellId,
    page,
    drop: new Set([4]),
    keys,
    replacement: new Map([[1, next]]),
    randomBytes,
  });
  assert.deepEqual(openRecord({ cellId, page: resealed, seq: 4, keys: new Map([...keys, [50, next.key]]) }), {
    state: 'erased',
  });
  const withOld = openPage({ cellId, page: resealed, keys });
  assert.ok(withOld.entries.every(({ keyId }) => keyId === 2));
  const live = new Map([...keys].filter(([id]) => id !== 1)).set(50, next.key);
  assert.deepEqual(openRecord({ cellId, page, seq: 4, keys: live }), { state: 'closed', keyId: 1 });
});

test('keys that are gone leave erased slots; a record may not leave while its key stays', () => {
  const { page, keys } = onePage(30, 3);
  const gone = resealPage({
    cellId,
    page,
    drop: new Set(),
    keys,
    replacement: new Map(),
    erasedKeys: new Set([2]),
    randomBytes,
  });
  assert.equal(openPage({ cellId, page: gone, keys }).erased.length, 10);
  assert.deepEqual(pageKeys(gone), [1, 3]);
  assert.throws(() => resealPage({ cellId, page, drop: new Set([0]), keys, replacement: new Map(), randomBytes }), {
    code: 'key-not-replaced',
  });
  const all = resealPage({
    cellId,
    page,
    drop: new Set(),
    keys,
    replacement: new Map(),
    erasedKeys: new Set([1, 2, 3]),
    randomBytes,
  });
  assert.deepEqual(openPage({ cellId, page: all, keys }).erased.length, 30);
});

function sampleDrafts(count: number, keyCount: number): Draft[] {
  return Array.from({ length: count }, (_, i) => ({
    keyId: (i % keyCount) + 1,
    record: Buffer.from(JSON.stringify({ line: i, text: `text ${i}`, v: 1 })),
  }));
}

function sealedSample(count: number, keyCount: number) {
  const all = sampleDrafts(count, keyCount);
  const keys = keysFor(all);
  return { pages: seal(0, all, keys).pages, keys };
}

function onePage(count: number, keyCount: number) {
  const { pages, keys } = sealedSample(count, keyCount);
  const page = pages[0];
  assert.ok(page && pages.length === 1);
  return { page, keys, before: openPage({ cellId, page, keys }).entries };
}

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Buffer.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

function openOrCode(page: PageRow, keys: ReadonlyMap<KeyId, Uint8Array>): ReturnType<typeof openPage> | string {
  try {
    return openPage({ cellId, page, keys });
  } catch (error) {
    assert.ok(error instanceof LedgerError);
    return error.code;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
