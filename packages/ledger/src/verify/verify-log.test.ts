/** Verifying: an intact log is intact, and what was removed or altered is named, exactly. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { cellId, draftsFor, fill, openLog, signer, type TestLog, vkey } from '../log/log.test-support.ts';
import { signCheckpoint } from '../log/signed-checkpoint.ts';
import { signerOf } from '../log/signer.ts';
import { MemoryStore } from '../memory-store.test-support.ts';
import { encodePage, pageHash, parsePage } from '../page/format.ts';
import { openPage } from '../page/open.ts';
import { resealPage } from '../page/reseal.ts';
import type { DataKeys, KeyId } from '../store.ts';
import type { LogReport } from './report.ts';
import { openStrips, type StripOpener } from './strip-opening.ts';
import { type LogToVerify, verifyLog } from './verify-log.ts';

const SIZE = 1100;
let original: TestLog;

before(async () => {
  original = await openLog();
  await fill(original, [1000, 1, 2, 97]);
});

function copyOf({ store }: TestLog): MemoryStore {
  const copy = new MemoryStore();
  for (const [index, bytes] of store.bundleRows) copy.bundleRows.set(index, Buffer.from(bytes));
  for (const [key, bytes] of store.tileRows) copy.tileRows.set(key, Buffer.from(bytes));
  copy.pageRows = store.pageRows.map((page) => ({ ...page, bytes: Buffer.from(page.bytes) }));
  copy.note = store.note;
  copy.entries = store.entries;
  return copy;
}

function dataKeys(live: ReadonlyMap<KeyId, Uint8Array>, erased: ReadonlySet<KeyId> = new Set()): DataKeys {
  return {
    open: async (ids) => new Map([...live].filter(([id]) => ids.includes(id))),
    state: async (id) => (live.has(id) ? 'live' : erased.has(id) ? 'erased' : 'never'),
  };
}

function verify(reader: MemoryStore, options: Partial<LogToVerify> = {}): Promise<LogReport> {
  const deep = { keys: dataKeys(original.keys) };
  return verifyLog({ reader, cellId, vkey, deep, isErasedByOrder: () => false, ...options });
}

function shallow(reader: MemoryStore): Promise<LogReport> {
  return verifyLog({ reader, cellId, vkey, isErasedByOrder: () => false });
}

async function findingsAfter(harm: (store: MemoryStore) => void, options: Partial<LogToVerify> = {}) {
  const store = copyOf(original);
  harm(store);
  const { verdict, missing, altered, proven, checked, erased } = await verify(store, options);
  const spell = (list: LogReport['missing'] | LogReport['altered']) =>
    list.map(({ first, last, what, reason }) => `${what} ${first}-${last} ${reason}`);
  return { verdict, missing: spell(missing), altered: spell(altered), proven, checked, erased };
}

function flip(bytes: Uint8Array | undefined, bit = 0): void {
  assert.ok(bytes);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
}

test('an intact log is intact, shallow and deep, and its root is the signed one', async () => {
  for (const report of [await verify(original.store), await shallow(original.store)]) {
    assert.deepEqual(report, {
      verdict: 'intact',
      size: SIZE,
      root: report.root,
      proven: true,
      unsigned: 0,
      checked: SIZE,
      erased: 0,
      witnesses: [],
      missing: [],
      altered: [],
    });
    assert.deepEqual(Buffer.from(report.root), Buffer.from(original.log.checkpoint?.root ?? []));
  }
});

test('an empty log is intact, before and after its first checkpoint', async () => {
  const { log, store } = await openLog();
  assert.equal((await verify(store)).verdict, 'intact');
  await log.publish();
  const { verdict, proven, size } = await verify(store);
  assert.deepEqual({ verdict, proven, size }, { verdict: 'intact', proven: true, size: 0 });
});

test('entries after the last checkpoint are counted and are no fault', async () => {
  const filled = await openLog();
  await fill(filled, [300]);
  const { log, keys, store } = filled;
  await log.append({ drafts: draftsFor(keys, 500, { firstLine: 300 }), keyOf: (id) => keys.get(id) });
  const { verdict, unsigned, checked, proven } = await verify(store, { deep: { keys: dataKeys(keys) } });
  assert.deepEqual(
    { verdict, unsigned, checked, proven },
    { verdict: 'intact', unsigned: 500, checked: 800, proven: true },
  );
});

test('a page that is gone is named by its entries', async () => {
  const gone = await findingsAfter((store) => store.pageRows.splice(1, 2));
  assert.deepEqual(gone, {
    verdict: 'incomplete',
    missing: ['page 256-767 gone'],
    altered: [],
    proven: true,
    checked: SIZE - 512,
    erased: 0,
  });
  const first = await findingsAfter((store) => store.pageRows.shift());
  assert.deepEqual(first.missing, ['page 0-255 gone']);
  const last = await findingsAfter((store) => store.pageRows.pop());
  assert.deepEqual(last.missing, [`page ${original.store.pageRows.at(-1)?.firstSeq}-1099 gone`]);
  const all = await findingsAfter((store) => store.pageRows.splice(0));
  assert.deepEqual(all.missing, ['page 0-1099 gone']);
});

test('pages that the medium refuses are named, and their neighbours are still read', async () => {
  const found = await findingsAfter((store) => {
    store.unreadable.add('page/256');
    store.unreadable.add('page/1000');
    store.unreadable.add('page/1001');
  });
  assert.deepEqual(found.missing, ['page 256-511 unreadable', 'page 1000-1002 unreadable']);
  assert.equal(found.checked, SIZE - 256 - 3);
  assert.deepEqual(found.altered, []);
});

test('a flipped bit of a page is named by the entries of that page', async () => {
  const found = await findingsAfter((store) => flip(store.pageRows[2]?.bytes, 777));
  assert.deepEqual([found.verdict, found.altered, found.missing], ['altered', ['page 512-767 page-hash-differs'], []]);
});

test('a sealed strip that was altered under a new page hash is named by its entries', async () => {
  const page = original.store.pageRows[0];
  assert.ok(page);
  const { strips } = parsePage(page.bytes);
  const sealed = strips[1]?.sealed;
  assert.ok(sealed);
  const found = await findingsAfter((store) => {
    const bytes = Buffer.from(page.bytes);
    flip(bytes, 8 * (Buffer.from(page.bytes).indexOf(sealed) + 20));
    store.pageRows[0] = { ...page, bytes, sha256: pageHash(bytes) };
  });
  assert.equal(found.verdict, 'altered');
  assert.equal(found.checked, SIZE - (strips[1]?.slots.length ?? 0));
  assert.ok(found.altered.includes('record 1-1 strip-differs'));
});

test('a record sealed anew by somebody with the key does not give its commitment', async () => {
  const { keys } = original;
  const forged = await openLog();
  forged.keys.clear();
  for (const [id, key] of keys) forged.keys.set(id, key);
  await fill(forged, [256]);
  const found = await findingsAfter((store) => {
    const page = forged.store.pageRows[0];
    assert.ok(page);
    store.pageRows[0] = page;
  });
  assert.deepEqual(found.altered, ['record 0-255 commitment-differs']);
  assert.equal(found.proven, true);
});

test('a record that is not canonical JSON is named', async () => {
  const log = await openLog();
  const key = randomBytes(32);
  const drafts = ['{"a":1}', '{"b":1,"a":2}', '{"a": 1}', '{"a":1}'].map((text) => ({
    keyId: 1,
    record: Buffer.from(text),
  }));
  await log.log.append({ drafts, keyOf: () => key });
  await log.log.publish();
  const { altered } = await verify(log.store, { deep: { keys: dataKeys(new Map([[1, key]])) } });
  assert.deepEqual(altered, [{ first: 1, last: 2, what: 'record', reason: 'not-canonical' }]);
});

test('a page that says it holds more than it should, or the same entries as another, is named', async () => {
  const parts = parsePage(original.store.pageRows.at(-1)?.bytes ?? new Uint8Array(0));
  const longer = encodePage({ ...parts, count: parts.count + 10 });
  const found = await findingsAfter((store) => {
    store.pageRows[store.pageRows.length - 1] = { firstSeq: parts.firstSeq, bytes: longer, sha256: pageHash(longer) };
  });
  assert.deepEqual(found.altered, [`page ${parts.firstSeq}-1099 overlaps`]);
  const inside = encodePage({ firstSeq: 100, count: 5, strips: [] });
  const twice = await findingsAfter((store) => {
    store.pageRows.splice(1, 0, { firstSeq: 100, bytes: inside, sha256: pageHash(inside) });
  });
  assert.deepEqual(twice.altered, ['page 100-100 overlaps']);
});

test('an altered commitment is named, and the record is believed because the root says so', async () => {
  const found = await findingsAfter((store) => {
    flip(store.bundleRows.get(1), 8 * 32 * 5);
    flip(store.bundleRows.get(4), 8 * 32 * 3 + 9);
  });
  assert.deepEqual(found.altered, ['bundle 261-261 root-differs', 'bundle 1027-1027 root-differs']);
  assert.deepEqual([found.proven, found.checked], [true, SIZE - 2]);
});

test('without opening records an altered bundle is named as a whole where a tile can tell', async () => {
  const store = copyOf(original);
  flip(store.bundleRows.get(1), 8 * 32 * 5);
  const { altered, proven } = await shallow(store);
  assert.deepEqual(altered, [{ first: 256, last: 511, what: 'bundle', reason: 'root-differs' }]);
  assert.equal(proven, true);
  const edge = copyOf(original);
  flip(edge.bundleRows.get(4), 3);
  assert.deepEqual((await shallow(edge)).altered, [{ first: 0, last: 1099, what: 'root', reason: 'root-differs' }]);
});

test('altered, lost and shortened tiles are named and nothing else is blamed', async () => {
  const altered = await findingsAfter((store) => flip(store.tileRows.get('1/0'), 8 * 32 * 2));
  assert.deepEqual([altered.altered, altered.missing], [['tile 512-767 root-differs'], []]);
  const lost = await findingsAfter((store) => store.tileRows.clear());
  assert.deepEqual([lost.altered, lost.missing], [[], ['tile 0-1023 gone']]);
  const refused = await findingsAfter((store) => store.unreadable.add('tile/1/0'));
  assert.deepEqual(refused.missing, ['tile 0-1023 unreadable']);
  const shorter = await findingsAfter((store) => store.tileRows.set('1/0', new Uint8Array(64)));
  assert.deepEqual([shorter.missing, shorter.proven], [['tile 0-1023 gone'], true]);
});

test('a bundle that is gone or unreadable is named, and pages that prove it again are too', async () => {
  const gone = await findingsAfter((store) => store.bundleRows.delete(1));
  assert.deepEqual([gone.missing, gone.altered, gone.proven], [['bundle 256-511 provable-from-pages'], [], true]);
  const refused = await findingsAfter((store) => store.unreadable.add('bundle/2'));
  assert.deepEqual(refused.missing, ['bundle 512-767 provable-from-pages']);
  const store = copyOf(original);
  store.bundleRows.delete(1);
  store.unreadable.add('bundle/3');
  const { missing, altered, proven } = await shallow(store);
  assert.deepEqual(
    missing.map(({ first, last, reason }) => [first, last, reason]),
    [
      [256, 511, 'gone'],
      [768, 1023, 'unreadable'],
    ],
  );
  assert.deepEqual([altered, proven], [[], true]);
  const edge = copyOf(original);
  edge.bundleRows.set(4, edge.bundleRows.get(4)?.subarray(0, 320) ?? new Uint8Array(0));
  const report = await shallow(edge);
  assert.deepEqual(report.missing, [{ first: 1034, last: 1099, what: 'bundle', reason: 'gone' }]);
  assert.deepEqual([report.altered, report.proven], [[], false]);
});

test('a log cut short or rolled back is found by its checkpoint or by the last known root', async () => {
  const expected = { size: SIZE, root: original.log.checkpoint?.root ?? new Uint8Array(0) };
  const cut = await findingsAfter((store) => Object.assign(store, { entries: 900 }));
  assert.deepEqual([cut.verdict, cut.missing, cut.altered], ['incomplete', ['entries 900-1099 beyond-end'], []]);
  const earlier = await openLog();
  await fill(earlier, [300]);
  const rolledBack = await verify(earlier.store, { deep: { keys: dataKeys(earlier.keys) }, expected });
  assert.deepEqual(
    rolledBack.missing.map(({ first, last, what }) => `${what} ${first}-${last}`),
    ['entries 300-1099', 'checkpoint 300-1099'],
  );
  const other = await verify(original.store, { expected: { ...expected, root: randomBytes(32) } });
  assert.deepEqual(other.altered, [{ first: 0, last: 1099, what: 'root', reason: 'known-root-differs' }]);
  const same = await verify(original.store, { expected });
  assert.equal(same.verdict, 'intact');
});

test('a checkpoint that is gone, altered, of another key or of another tree is named', async () => {
  const gone = await findingsAfter((store) => Object.assign(store, { note: undefined }));
  assert.deepEqual([gone.verdict, gone.missing, gone.proven], ['incomplete', ['checkpoint 0-1099 gone'], false]);
  const altered = await findingsAfter((store) => Object.assign(store, { note: store.note?.replace('1100', '1099') }));
  assert.deepEqual(altered.altered, ['checkpoint 0-1099 not-signed']);
  const root = randomBytes(32);
  const foreign = await signCheckpoint(
    { origin: signer.name, size: SIZE, root },
    signerOf(signer.name, randomBytes(32)),
  );
  const ofOther = await findingsAfter((store) => Object.assign(store, { note: foreign.note }));
  assert.deepEqual(ofOther.altered, ['checkpoint 0-1099 not-signed']);
  const { note } = await signCheckpoint({ origin: signer.name, size: SIZE, root }, signer);
  const otherTree = await findingsAfter((store) => Object.assign(store, { note }));
  assert.deepEqual([otherTree.altered, otherTree.proven], [['root 0-1099 root-differs'], false]);
});

test('what was erased by order is counted and is no fault; without an order it is missing', async () => {
  const erased = new Set([10, 13, 700]);
  const kept = new Map([...original.keys].filter(([id]) => id !== 2));
  const next = { keyId: 50, key: randomBytes(32) };
  kept.set(50, next.key);
  const drop = new Set([10, 13, 700].filter((seq) => seq % 3 === 1));
  const reseal = (store: MemoryStore) => {
    store.pageRows = store.pageRows.map((page) =>
      resealPage({ cellId, page, drop, keys: original.keys, replacement: new Map([[2, next]]), randomBytes }),
    );
  };
  const keys = dataKeys(kept, new Set([2]));
  const ordered = await findingsAfter(reseal, { deep: { keys }, isErasedByOrder: (seq) => erased.has(seq) });
  assert.deepEqual([ordered.verdict, ordered.erased, ordered.checked], ['intact', drop.size, SIZE - drop.size]);
  const unordered = await findingsAfter(reseal, { deep: { keys } });
  assert.deepEqual(unordered.verdict, 'incomplete');
  assert.deepEqual(
    unordered.missing,
    [...drop].map((seq) => `record ${seq}-${seq} erased-without-order`),
  );
});

test('a destroyed key closes its entries: erased if that was ordered, missing if not', async () => {
  const live = new Map([...original.keys].filter(([id]) => id !== 1));
  const isOfKey1 = (seq: number) => seq % 3 === 0;
  const count = original.store.pageRows
    .flatMap((page) => openPage({ cellId, page, keys: original.keys }).entries)
    .filter(({ keyId }) => keyId === 1).length;
  const keys = dataKeys(live, new Set([1]));
  const ordered = await verify(original.store, { deep: { keys }, isErasedByOrder: isOfKey1 });
  assert.deepEqual([ordered.verdict, ordered.erased], ['intact', count]);
  const unordered = await verify(original.store, { deep: { keys } });
  assert.deepEqual(
    [unordered.verdict, unordered.missing.length, unordered.missing[0]?.reason],
    ['incomplete', count, 'key-destroyed'],
  );
  const never = await verify(original.store, { deep: { keys: dataKeys(live) } });
  assert.equal(never.missing[0]?.reason, 'key-unknown');
});

test('any flipped bit of any stored row is found in depth, and named where it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (which, bit) => {
      const store = copyOf(original);
      const rows = [
        ...[...store.bundleRows].map(([index, bytes]) => ({ bytes, first: index * 256, what: 'bundle' })),
        ...[...store.tileRows.values()].map((bytes) => ({ bytes, first: 0, what: 'tile' })),
        ...store.pageRows.map(({ bytes, firstSeq }) => ({ bytes, first: firstSeq, what: 'page' })),
      ];
      const row = rows[which % rows.length];
      assert.ok(row);
      flip(row.bytes, bit % (row.bytes.length * 8));
      const { verdict, altered } = await verify(store);
      assert.equal(verdict, 'altered');
      assert.deepEqual(
        altered.map(({ what }) => what),
        [row.what],
      );
      assert.ok(altered.every(({ first }) => first >= row.first && first < row.first + 1024));
    }),
    { numRuns: 40 },
  );
});

test('whoever opens the strips, how late and in what order, the report is the same', async () => {
  const store = copyOf(original);
  for (const at of [0, 2, 4]) flip(store.pageRows[at]?.bytes, 2000);
  const page = store.pageRows[3];
  if (page === undefined) throw new Error('no page');
  const parts = parsePage(page.bytes);
  const strips = parts.strips.map((strip, at) => (at === 1 ? { ...strip, sealed: Buffer.from(strip.sealed) } : strip));
  flip(strips[1]?.sealed, 300);
  const bytes = encodePage({ ...parts, strips });
  store.pageRows[3] = { ...page, bytes, sha256: pageHash(bytes) };
  const expected = await verify(store);
  assert.equal(expected.verdict, 'altered');
  for (const blocksAhead of [0, 2, 100]) {
    let given = 0;
    const open: StripOpener = async (some) => {
      const late = 10 * (3 - (given++ % 4));
      return { opened: new Promise((resolve) => setTimeout(() => resolve(openStrips(some)), Math.max(0, late))) };
    };
    const deep = { keys: dataKeys(original.keys), others: { open, blocksAhead } };
    assert.deepEqual(await verify(store, { deep }), expected);
    assert.ok(given > 3);
  }
});

test('an opener that fails ends the verification with its error, not with a verdict', async () => {
  const open: StripOpener = async () => ({ opened: Promise.reject(new Error('gone')) });
  const deep = { keys: dataKeys(original.keys), others: { open, blocksAhead: 2 } };
  await assert.rejects(verify(copyOf(original), { deep }), /gone/);
});

test('a vkey that is none is refused', async () => {
  await assert.rejects(verify(original.store, { vkey: 'nonsense' }), { code: 'vkey-malformed' });
});
