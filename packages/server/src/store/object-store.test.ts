// Sealed objects in a folder: what comes back is what was kept, or an error.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LedgerError } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import { ObjectStore } from './object-store.ts';

const CELL = new Uint8Array(16).fill(3);

function storeIn(t: TestContext): { store: ObjectStore; dir: string } {
  const dir = mkdtempSync(join(tmpdir(), 'acta-objects-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return { store: new ObjectStore(dir, CELL), dir };
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7_000) yield bytes.subarray(at, at + 7_000);
}

async function contentOf(store: ObjectStore, ref: Awaited<ReturnType<ObjectStore['keep']>>): Promise<Buffer> {
  const file = await store.open(ref, 'name');
  try {
    const parts: Uint8Array[] = [];
    for await (const part of file.open()) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

test('any content comes back whole or in ranges, under a name that tells nothing', async (t) => {
  const { store } = storeIn(t);
  for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
    const bytes = randomBytes(size);
    const ref = await store.keep(chunksOf(bytes));
    assert.equal(ref.sizeBytes, size);
    assert.ok((await contentOf(store, ref)).equals(bytes), `${size}`);
    const file = await store.open(ref, 'name');
    assert.ok(Buffer.from(await file.read(size >> 1, 10)).equals(bytes.subarray(size >> 1, (size >> 1) + 10)));
    await file.close();
    assert.notEqual((await store.keep(chunksOf(bytes))).object, ref.object);
  }
});

test('an object that is flipped, cut off, missing or under another key is damaged, never other bytes', async (t) => {
  const { dir, store } = storeIn(t);
  const ref = await store.keep(chunksOf(randomBytes(150_000)));
  const path = join(dir, ref.object.slice(0, 2), ref.object);
  const whole = readFileSync(path);
  const refused = (error: unknown): boolean => error instanceof ServerError || error instanceof LedgerError;
  for (let at = 0; at < whole.length; at += 9_973) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await assert.rejects(() => contentOf(store, ref), refused, `flip at ${at}`);
  }
  for (const size of [0, 10, 65_600, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, size));
    await assert.rejects(() => contentOf(store, ref), refused, `cut at ${size}`);
  }
  writeFileSync(path, whole);
  await assert.rejects(() => contentOf(store, { ...ref, key: randomBytes(32).toString('base64') }), refused);
  await assert.rejects(() => contentOf(store, { ...ref, object: '../../etc/passwd' }), refused);
  assert.deepEqual([await store.remove(ref.object), await store.remove(ref.object)], [true, false]);
  await assert.rejects(() => contentOf(store, ref), refused);
});

test('a source that fails leaves nothing, and what a crash left is swept', async (t) => {
  const { dir, store } = storeIn(t);
  const failing = async function* (): AsyncGenerator<Uint8Array> {
    yield randomBytes(100);
    throw new Error('the card was pulled');
  };
  await assert.rejects(() => store.keep(failing()), /card/);
  assert.deepEqual(readdirSync(dir), []);
  writeFileSync(join(dir, 'half.tmp'), 'x');
  await store.sweep();
  assert.deepEqual(readdirSync(dir), []);
});
