/** The log: what it appends, what it signs, and when it refuses to. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { leafHash, tilesOf, verifyConsistency, verifyInclusion, verifyTlogProof } from '@acta/verifier';
import fc from 'fast-check';
import { sha256 } from '../hashing.ts';
import { MemoryStore } from '../memory-store.test-support.ts';
import { openPage } from '../page/open.ts';
import { GrowingTree } from './growing-tree.ts';
import { cellId, draftsFor, fill, logKey, openLog, origin } from './log.test-support.ts';
import { consistencyProof, inclusionProof, proveEntry } from './proofs.ts';
import { readCheckpoint } from './signed-checkpoint.ts';
import { verifyEd25519 } from './signer.ts';

/** RFC 6962 §2.1 as it is written. */
function treeHash(datas: readonly Uint8Array[]): Buffer {
  const digest = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (datas.length === 0) return digest();
  const [only] = datas;
  if (datas.length === 1 && only !== undefined) return digest(Uint8Array.of(0), only);
  let split = 1;
  while (split * 2 < datas.length) split *= 2;
  return digest(Uint8Array.of(1), treeHash(datas.slice(0, split)), treeHash(datas.slice(split)));
}

function commitmentsOf(store: MemoryStore): Buffer[] {
  const joined = Buffer.concat([...store.bundleRows].sort(([a], [b]) => a - b).map(([, bytes]) => bytes));
  return Array.from({ length: joined.length / 32 }, (_, i) => joined.subarray(i * 32, i * 32 + 32));
}

test('a new log is empty and its first checkpoint states the empty tree', async () => {
  const { log } = await openLog();
  assert.equal(await log.size(), 0);
  const { size, root } = await log.publish();
  assert.equal(size, 0);
  assert.equal(Buffer.from(root).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('appending in any batches gives the tree of RFC 6962, and pages that open to what was appended', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }), async (sizes) => {
      const filled = await openLog();
      await fill(filled, sizes);
      const { log, store, keys } = filled;
      const commitments = commitmentsOf(store);
      assert.equal(
        commitments.length,
        sizes.reduce((sum, size) => sum + size, 0),
      );
      assert.deepEqual(Buffer.from(log.checkpoint?.root ?? []), treeHash(commitments));
      const entries = store.pageRows.flatMap((page) => openPage({ cellId, page, keys }).entries);
      assert.deepEqual(
        entries.map(({ seq }) => seq),
        commitments.map((_, seq) => seq),
      );
    }),
    { numRuns: 15 },
  );
});

test('the rows that growing stores are exactly the tiles of the tree, in any batches', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 4 }), (sizes) => {
      const all = randomBytes(sizes.reduce((sum, size) => sum + size, 0) * 32);
      const [tree, once] = [new GrowingTree(), new GrowingTree()];
      const tiles = new Map<string, Uint8Array>();
      const bundles = new Map<number, Uint8Array>();
      let at = 0;
      for (const size of sizes) {
        const rows = tree.append(all.subarray(at * 32, (at + size) * 32));
        for (const { level, index, bytes } of rows.tiles) tiles.set(`${level}/${index}`, bytes);
        for (const { index, bytes } of rows.bundles) bundles.set(index, bytes);
        at += size;
      }
      once.append(all);
      assert.deepEqual(tree.root(), once.root());
      const expected = [...tilesOf(at)].filter(({ level }) => level > 0);
      assert.deepEqual([...tiles.keys()].sort(), expected.map(({ level, index }) => `${level}/${index}`).sort());
      for (const { level, index, width } of expected) assert.equal(tiles.get(`${level}/${index}`)?.length, width * 32);
      assert.deepEqual(Buffer.concat([...bundles].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)), all);
    }),
    { numRuns: 4 },
  );
});

test('a log that is opened again goes on where it stood', async () => {
  const first = await openLog();
  await fill(first, [300, 5]);
  for (const more of [207, 512, 700]) {
    const again = await openLog(first.store, first.keys);
    assert.deepEqual(again.log.checkpoint?.size, first.store.entries);
    await fill(again, [more]);
    assert.deepEqual(Buffer.from(again.log.checkpoint?.root ?? []), treeHash(commitmentsOf(first.store)));
  }
});

test('a crash between a commit and its checkpoint loses nothing', async () => {
  const first = await openLog();
  await fill(first, [300]);
  await first.log.append({ drafts: draftsFor(first.keys, 290, { firstLine: 300 }), keyOf: (id) => first.keys.get(id) });
  const again = await openLog(first.store, first.keys);
  assert.equal(again.log.checkpoint?.size, 300);
  assert.equal((await again.log.publish()).size, 590);
});

test('at most one checkpoint a second is signed unless forced, and none when nothing is new', async () => {
  const filled = await openLog();
  const { log, clock, keys } = filled;
  await fill(filled, [3]);
  const add = () => log.append({ drafts: draftsFor(keys, 1), keyOf: (id) => keys.get(id) });
  await add();
  clock.ms += 999;
  assert.equal((await log.publish()).size, 3);
  assert.equal((await log.publish({ force: true })).size, 4);
  await add();
  clock.ms += 1000;
  assert.equal((await log.publish()).size, 5);
  clock.ms -= 5000;
  await add();
  const { note } = await log.publish();
  clock.ms += 5000;
  assert.equal((await log.publish()).note, note);
});

test('appends that are called at once run one after another', async () => {
  const { log, keys, store } = await openLog();
  const drafts = draftsFor(keys, 10);
  const appended = await Promise.all(
    Array.from({ length: 20 }, () => log.append({ drafts, keyOf: (id) => keys.get(id) })),
  );
  assert.deepEqual(
    appended.map(({ firstSeq }) => firstSeq),
    Array.from({ length: 20 }, (_, i) => i * 10),
  );
  assert.equal(store.entries, 200);
});

test('a commit that fails appends nothing, and the next one goes on', async () => {
  const filled = await openLog();
  await fill(filled, [20]);
  const { log, store, keys } = filled;
  store.beforeCommit = () => {
    throw new Error('disk full');
  };
  const add = () => log.append({ drafts: draftsFor(keys, 250), keyOf: (id) => keys.get(id) });
  await assert.rejects(add(), /disk full/);
  store.beforeCommit = () => undefined;
  assert.deepEqual(await add(), { firstSeq: 20, count: 250 });
  assert.deepEqual(Buffer.from((await log.publish({ force: true })).root), treeHash(commitmentsOf(store)));
});

test('a commit whose outcome was lost is found in storage and not repeated', async () => {
  class Forgetful extends MemoryStore {
    forget = false;
    override async commit(change: Parameters<MemoryStore['commit']>[0]): Promise<void> {
      await super.commit(change);
      if (this.forget) throw new Error('connection lost');
    }
  }
  const store = new Forgetful();
  const { log, keys } = await openLog(store);
  store.forget = true;
  await assert.rejects(log.append({ drafts: draftsFor(keys, 9), keyOf: (id) => keys.get(id) }), /connection lost/);
  store.forget = false;
  assert.equal(await log.size(), 9);
});

test('what is read back must be what was written: otherwise the log halts and signs nothing', async () => {
  class Rotting extends MemoryStore {
    override async commit(change: Parameters<MemoryStore['commit']>[0]): Promise<void> {
      await super.commit(change);
      const bundle = this.bundleRows.get(0);
      if (bundle && this.entries > 10) bundle[40] = (bundle[40] ?? 0) ^ 1;
    }
  }
  const filled = await openLog(new Rotting());
  const { log, keys, store } = filled;
  await fill(filled, []);
  const before = store.note;
  await assert.rejects(log.append({ drafts: draftsFor(keys, 20), keyOf: (id) => keys.get(id) }), {
    code: 'root-mismatch',
  });
  await assert.rejects(log.publish({ force: true }), { code: 'log-halted' });
  await assert.rejects(log.append({ drafts: draftsFor(keys, 1), keyOf: (id) => keys.get(id) }), { code: 'log-halted' });
  assert.equal(store.note, before);
});

test('a log that is not the one that was signed is not opened', async () => {
  const filled = await openLog();
  await fill(filled, [600]);
  const reopenAfter = async (harm: (store: MemoryStore) => void, code: string) => {
    const store = new MemoryStore();
    for (const [index, bytes] of filled.store.bundleRows) store.bundleRows.set(index, Buffer.from(bytes));
    for (const [key, bytes] of filled.store.tileRows) store.tileRows.set(key, Buffer.from(bytes));
    Object.assign(store, { note: filled.store.note, entries: 600 });
    harm(store);
    await assert.rejects(openLog(store), { code });
  };
  const flip = (bytes: Uint8Array | undefined) => bytes?.set([(bytes[0] ?? 0) ^ 1]);
  await reopenAfter((store) => flip(store.bundleRows.get(2)), 'root-mismatch');
  await reopenAfter((store) => flip(store.tileRows.get('1/0')), 'root-mismatch');
  await reopenAfter((store) => store.bundleRows.delete(2), 'bundle-missing');
  await reopenAfter((store) => store.tileRows.clear(), 'tile-missing');
  await reopenAfter((store) => Object.assign(store, { entries: 599 }), 'checkpoint-ahead');
  await reopenAfter(
    (store) => Object.assign(store, { note: store.note?.replace('\n600\n', '\n500\n') }),
    'checkpoint-refused',
  );
  await reopenAfter((store) => Object.assign(store, { note: 'nonsense' }), 'checkpoint-refused');
});

test('every entry and every earlier size can be proven to the verifier, with few reads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2000 }), fc.nat(), fc.nat(), async (size, a, b) => {
      const filled = await openLog();
      await fill(filled, [size], 1);
      const { store: reader, log } = filled;
      const commitments = commitmentsOf(reader);
      const root = log.checkpoint?.root ?? new Uint8Array(0);
      const index = a % size;
      const oldSize = b % (size + 1);
      reader.reads = 0;
      const proof = await inclusionProof({ reader, index, size });
      assert.ok(reader.reads <= 12);
      const leaf = leafHash(sha256, commitments[index] ?? new Uint8Array(0));
      assert.ok(verifyInclusion({ sha256, index, size, leaf, proof, root }));
      const oldRoot = treeHash(commitments.slice(0, oldSize));
      const consistency = await consistencyProof({ reader, oldSize, newSize: size });
      assert.ok(verifyConsistency({ sha256, oldSize, newSize: size, oldRoot, newRoot: root, proof: consistency }));
    }),
    { numRuns: 12 },
  );
});

test('an entry is proven by a tlog-proof that a stranger can check, and not before it was published', async () => {
  const filled = await openLog();
  await fill(filled, [700]);
  const { store: reader, log, keys } = filled;
  const { proof, commitment, checkpoint } = await proveEntry({ reader, index: 511, origin, logKey });
  assert.equal(checkpoint.size, 700);
  const verdict = await verifyTlogProof({ proof, data: commitment, sha256, logKey, origin, verifyEd25519 });
  assert.ok(verdict.verdict === 'verified' && verdict.index === 511);
  await log.append({ drafts: draftsFor(keys, 1), keyOf: (id) => keys.get(id) });
  await assert.rejects(proveEntry({ reader, index: 700, origin, logKey }), { code: 'not-published' });
  reader.note = undefined;
  await assert.rejects(proveEntry({ reader, index: 1, origin, logKey }), { code: 'checkpoint-missing' });
  await assert.rejects(inclusionProof({ reader, index: 5, size: 5 }), { code: 'out-of-range' });
  await assert.rejects(consistencyProof({ reader, oldSize: 6, newSize: 5 }), { code: 'out-of-range' });
});

test('a checkpoint of another log or another key is refused', async () => {
  const { log } = await openLog();
  const { note } = await log.publish();
  await assert.rejects(readCheckpoint(note, { origin: 'acta.local/other', logKey }), { code: 'checkpoint-refused' });
  const other = { ...logKey, publicKey: randomBytes(32) };
  await assert.rejects(readCheckpoint(note, { origin, logKey: other }), { code: 'checkpoint-refused' });
});

test('a copy of a log, taken over in other stretches, has its rows, its root and its checkpoint', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 900 }),
      async (sizes, stretch) => {
        const source = await openLog();
        await fill(source, sizes);
        const commitments = Buffer.concat(commitmentsOf(source.store));
        const copy = await openLog();
        for (let first = 0; first < commitments.length / 32; first += stretch) {
          const pages = source.store.pageRows.filter(({ firstSeq }) => firstSeq >= first && firstSeq < first + stretch);
          const rows = {
            firstSeq: first,
            commitments: commitments.subarray(first * 32, (first + stretch) * 32),
            pages,
          };
          await copy.log.appendCopied(rows);
        }
        const adopted = await copy.log.adopt((await source.store.checkpoint()) ?? '');
        assert.deepEqual(adopted.root, source.log.checkpoint?.root);
        assert.deepEqual(copy.store.bundleRows, source.store.bundleRows);
        assert.deepEqual(copy.store.tileRows, source.store.tileRows);
        assert.deepEqual(copy.store.pageRows, source.store.pageRows);
      },
    ),
    { numRuns: 10 },
  );
});

test('a checkpoint that states more or something else than what was read back is not adopted', async () => {
  const source = await openLog();
  await fill(source, [300]);
  const note = (await source.store.checkpoint()) ?? '';
  const rest = await openLog();
  await assert.rejects(rest.log.adopt(note), { code: 'root-mismatch' });
  await rest.log.appendCopied({ firstSeq: 0, commitments: randomBytes(300 * 32), pages: [] });
  await assert.rejects(rest.log.adopt(note), { code: 'root-mismatch' });
  await assert.rejects(rest.log.adopt(note.replace(/\n\d+\n/, '\n301\n')), { code: 'checkpoint-refused' });
  assert.equal(await rest.store.checkpoint(), undefined);
});
