/** A page for readers of single records: it gives what a whole reading gives, also from strips that rested. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PageRow } from '../store.ts';
import { pageRowsOf } from './batch.ts';
import { type Entry, openPage } from './open.ts';
import { resealPage } from './reseal.ts';
import { sealCommit } from './seal.ts';
import { entryIn, SealedPage } from './sealed-page.ts';

const cellId = randomBytes(16);
const keys = new Map(Array.from({ length: 6 }, (_, id) => [id + 1, randomBytes(32)]));
const FIRST_SEQ = 300;

const keyIds = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 400 });

function pagesOf(ids: readonly number[]): PageRow[] {
  const drafts = ids.map((keyId, n) => ({ keyId, record: Buffer.from(JSON.stringify({ n, text: `text ${n}` })) }));
  return pageRowsOf(sealCommit({ cellId, firstSeq: FIRST_SEQ, drafts, keyOf: (id) => keys.get(id), randomBytes }));
}

/** Every seq of the page, one by one, from strips that are opened once; those that are erased are passed over. */
function oneByOne(row: PageRow, areResting: boolean) {
  const page = new SealedPage(row);
  const strips = new Map<number, ReturnType<SealedPage['open']>>();
  const found: Entry[] = [];
  for (let seq = page.firstSeq; seq < page.next; seq++) {
    const place = page.placeOf(seq);
    const key = keys.get(place?.keyId ?? 0);
    if (place === undefined || key === undefined) continue;
    const opened = strips.get(place.strip) ?? page.open(place.strip, { cellId, key });
    strips.set(place.strip, opened);
    found.push({ ...entryIn(opened, seq, place), keyId: place.keyId });
    if (areResting) opened.rest();
  }
  return found.map(({ keyId, record, salt, seq }) => [seq, keyId, Buffer.from(record), Buffer.from(salt)]);
}

function atOnce(page: PageRow) {
  const { entries } = openPage({ cellId, page, keys });
  return entries.map(({ keyId, record, salt, seq }) => [seq, keyId, Buffer.from(record), Buffer.from(salt)]);
}

test('single records are those of the whole page, from strips that rest between them too', () => {
  fc.assert(
    fc.property(keyIds, fc.boolean(), (ids, areResting) => {
      for (const page of pagesOf(ids)) assert.deepEqual(oneByOne(page, areResting), atOnce(page));
    }),
    { numRuns: 30 },
  );
});

test('of a page from which records were erased it gives the others, and no place for those', () => {
  fc.assert(
    fc.property(keyIds, (ids) => {
      for (const page of pagesOf(ids)) {
        const before = openPage({ cellId, page, keys }).entries;
        const drop = new Set(before.filter(({ keyId, seq }) => keyId === 1 && seq % 3 > 0).map(({ seq }) => seq));
        const replacement = new Map([[1, { keyId: 6, key: keys.get(6) ?? new Uint8Array(32) }]]);
        const resealed = resealPage({ cellId, page, drop, keys, replacement, randomBytes });
        assert.deepEqual(oneByOne(resealed, false), atOnce(resealed));
        for (const seq of drop) assert.equal(new SealedPage(resealed).placeOf(seq), undefined);
      }
    }),
    { numRuns: 20 },
  );
});
