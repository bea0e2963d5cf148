/** An exported log, read by a checker that is written here from the specifications and shares no code with the ledger. */
import assert from 'node:assert/strict';
import { createPublicKey, hash, randomBytes, verify } from 'node:crypto';
import { before, test } from 'node:test';
import { MemoryStore } from '../memory-store.test-support.ts';
import { exportLog } from './export-log.ts';
import { GrowingTree } from './growing-tree.ts';
import { fill, logKey, openLog, origin } from './log.test-support.ts';

type Files = ReadonlyMap<string, Uint8Array>;
const SIZES = [0, 1, 2, 255, 256, 257, 65_536, 70_000];
const scratch = Buffer.alloc(4096);
const stores = new Map<number, MemoryStore>();

before(async () => {
  for (const size of SIZES) {
    const store = new MemoryStore();
    await store.commit({ firstSeq: 0, pages: [], ...new GrowingTree().append(randomBytes(size * 32)) });
    await (await openLog(store)).log.publish();
    stores.set(size, store);
  }
});

async function exported(size: number): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const reader = stores.get(size);
  assert.ok(reader);
  await exportLog({ reader, origin, logKey, writeFile: async (path, bytes) => void files.set(path, bytes) });
  return files;
}

function digest(...parts: readonly Uint8Array[]): Buffer {
  let at = 0;
  for (const part of parts) {
    scratch.set(part, at);
    at += part.length;
  }
  return Buffer.from(hash('sha256', scratch.subarray(0, at), 'binary'), 'binary');
}

/** The path of tile `index` of a level (`entries` for bundles) in a tree with `count` things at that level. */
function pathOf(level: string, index: number, count: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  const place = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  const width = Math.min(256, count - index * 256);
  return `tile/${level}/${place}${width < 256 ? `.p/${width}` : ''}`;
}

/** Checks all of an exported log the way fsck does: entries to tiles to root to signature. Returns the paths it needed. */
function fsck(files: Files): { readonly size: number; readonly used: Set<string> } {
  const used = new Set(['checkpoint', 'log.vkey']);
  const read = (path: string): Buffer => {
    used.add(path);
    const bytes = files.get(path);
    assert.ok(bytes, `${path} is missing`);
    return Buffer.from(bytes);
  };
  const note = read('checkpoint').toString('utf8');
  const [text = '', signatures = ''] = note.split('\n\n');
  const [name = '', sizeText = '', root = ''] = text.split('\n');
  const size = Number(sizeText);
  const vkey = read('log.vkey').toString('utf8').trimEnd();
  const [keyName, keyHash] = vkey.split('+');
  const key = Buffer.from(vkey.slice(`${keyName}+${keyHash}+`.length), 'base64');
  assert.equal(keyName, name);
  assert.equal(
    digest(Buffer.from(`${name}\n`), key)
      .subarray(0, 4)
      .toString('hex'),
    keyHash,
  );
  const match = /^\u2014 (\S+) (\S+)\n$/.exec(signatures);
  const signature = Buffer.from(match?.[2] ?? '', 'base64');
  assert.equal(signature.subarray(0, 4).toString('hex'), keyHash);
  const x = key.subarray(1).toString('base64url');
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
  assert.ok(verify(null, Buffer.from(`${text}\n`), publicKey, signature.subarray(4)));

  let hashes: Buffer[] = [];
  for (let index = 0; index * 256 < size; index++) {
    const bundle = read(pathOf('entries', index, size));
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at);
      assert.equal(length, 32);
      hashes.push(digest(Uint8Array.of(0), bundle.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
    }
  }
  assert.equal(hashes.length, size);
  const leaves = hashes;
  for (let level = 0; hashes.length > 0; level++) {
    const above: Buffer[] = [];
    for (let index = 0; index * 256 < hashes.length; index++) {
      const tile = hashes.slice(index * 256, index * 256 + 256);
      assert.deepEqual(read(pathOf(String(level), index, hashes.length)), Buffer.concat(tile));
      if (tile.length === 256) above.push(treeHash(tile));
    }
    hashes = above;
  }
  assert.equal(treeHash(leaves).toString('base64'), root);
  return { size, used };
}

function treeHash(leaves: readonly Buffer[], from = 0, to = leaves.length): Buffer {
  const only = leaves[from];
  if (only === undefined) return digest();
  if (to - from === 1) return only;
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return digest(Uint8Array.of(1), treeHash(leaves, from, from + split), treeHash(leaves, from + split, to));
}

test('exported logs of all sizes that matter check from entries to signature, with no file too many', async () => {
  for (const size of SIZES) {
    const files = await exported(size);
    const { used } = fsck(files);
    assert.deepEqual([...files.keys()].sort(), [...used].sort());
  }
});

test('a log of 70,000 entries has the tiles that the specification lists', async () => {
  const files = await exported(70_000);
  for (const path of [
    'tile/0/272',
    'tile/0/273.p/112',
    'tile/1/000',
    'tile/1/001.p/17',
    'tile/2/000.p/1',
    'tile/entries/273.p/112',
  ]) {
    assert.ok(files.has(path), path);
  }
});

test('entries after the newest checkpoint are not exported', async () => {
  const filled = await openLog();
  await fill(filled, [300], 1);
  const { log, keys, store } = filled;
  await log.append({ drafts: [{ keyId: 1, record: Buffer.from('{}') }], keyOf: (id) => keys.get(id) });
  const files = new Map<string, Uint8Array>();
  await exportLog({ reader: store, origin, logKey, writeFile: async (path, bytes) => void files.set(path, bytes) });
  assert.equal(fsck(files).size, 300);
});

test('a log whose bundles are not what was signed, or not there, is not exported with a checkpoint', async () => {
  const files = new Map<string, Uint8Array>();
  const filled = await openLog();
  await fill(filled, [300], 1);
  const { store: reader } = filled;
  const run = () =>
    exportLog({ reader, origin, logKey, writeFile: async (path, bytes) => void files.set(path, bytes) });
  reader.bundleRows.get(1)?.set([1, 2, 3]);
  await assert.rejects(run(), { code: 'root-mismatch' });
  assert.ok(!files.has('checkpoint'));
  reader.bundleRows.delete(1);
  await assert.rejects(run(), { code: 'bundle-missing' });
  reader.entries = 299;
  await assert.rejects(run(), { code: 'checkpoint-ahead' });
  reader.note = undefined;
  await assert.rejects(run(), { code: 'checkpoint-missing' });
});
