// What every place for objects promises, asked of a real one. A folder and a bucket run the same tests.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { ServerError, type ServerErrorCode } from '../../server-error.ts';
import type { ObjectStore } from '../object-store.ts';

/** A store that is empty, and the hands of somebody who can reach behind it. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Changes the sealed bytes of an object where they lie. */
  readonly replace: (object: string, change: (sealed: Buffer) => Uint8Array) => Promise<void>;
  /** Names of all that lies there and is no object. */
  readonly leftovers: () => Promise<readonly string[]>;
}

/** Opens a store for one test. */
export type OpenStore = (t: TestContext) => Promise<StoreUnderTest>;

/** A source in pieces that fit nothing. */
export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7_001) yield bytes.subarray(at, at + 7_001);
}

/** All of an object's content. */
export async function contentOf(store: ObjectStore, ref: Awaited<ReturnType<ObjectStore['keep']>>): Promise<Buffer> {
  const file = await store.open(ref, 'name');
  try {
    const parts: Uint8Array[] = [];
    for await (const part of file.open()) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}

/** A check for `assert.rejects`. */
function isError(...codes: readonly string[]): (error: unknown) => boolean {
  return (error) => error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Whether an error is ours and of this code. */
export function isServerError(code: ServerErrorCode): (error: unknown) => boolean {
  return (error) => error instanceof ServerError && error.code === code;
}

const DAMAGED = isError('object-damaged', 'object-altered', 'object-truncated', 'object-malformed');
const SIZES = [0, 1, 65_527, 65_528, 65_529, 200_000];

/** Runs the promises. `needed.skip` says why they cannot be asked here, if they cannot. */
export function testPromises(place: string, open: OpenStore, needed: { readonly skip: string | false }): void {
  const promised = (title: string, body: (t: TestContext, under: StoreUnderTest) => Promise<void>): void => {
    void test(`${place}: ${title}`, needed, async (t) => body(t, await open(t)));
  };
  promisesOfKeeping(promised);
  promisesOfTrust(promised);
  promisesOfHouse(promised);
}

type Promised = (title: string, body: (t: TestContext, under: StoreUnderTest) => Promise<void>) => void;

function promisesOfKeeping(promised: Promised): void {
  promised('any content comes back whole or in ranges, under a name that tells nothing', async (_, { store }) => {
    for (const size of SIZES) {
      const bytes = randomBytes(size);
      const ref = await store.keep(piecesOf(bytes));
      assert.equal(ref.sizeBytes, size);
      assert.ok((await contentOf(store, ref)).equals(bytes), `${size}`);
      const file = await store.open(ref, 'name');
      assert.ok(Buffer.from(await file.read(size >> 1, 10)).equals(bytes.subarray(size >> 1, (size >> 1) + 10)));
      await file.close();
      assert.notEqual((await store.keep(piecesOf(bytes))).object, ref.object);
    }
  });

  promised('what is kept is there and in the list until it is removed, once', async (_, { store }) => {
    const refs = await Promise.all([1, 2, 70_000].map((size) => store.keep(piecesOf(randomBytes(size)))));
    const listed: string[] = [];
    for await (const one of store.list()) listed.push(one.object);
    assert.deepEqual(listed.sort(), refs.map(({ object }) => object).sort());
    const [first] = refs;
    assert.ok(first !== undefined && (await store.has(first.object)));
    assert.equal(await store.remove(first.object), 'removed');
    assert.equal(await store.remove(first.object), 'absent');
    assert.equal(await store.has(first.object), false);
    await assert.rejects(() => contentOf(store, first), isServerError('object-missing'));
    const left: string[] = [];
    for await (const one of store.list()) left.push(one.object);
    assert.equal(left.length, refs.length - 1);
  });

  promised('a list says how many sealed bytes each object has', async (_, { store }) => {
    const ref = await store.keep(piecesOf(randomBytes(100_000)));
    let sealedBytes = 0;
    for await (const part of store.sealed(ref.object)) sealedBytes += part.length;
    for await (const one of store.list()) assert.deepEqual(one, { object: ref.object, sizeBytes: sealedBytes });
  });
}

function promisesOfTrust(promised: Promised): void {
  promised(
    'an object that is flipped, cut off or under another key is damaged, never other bytes',
    async (_, under) => {
      const { replace, store } = under;
      const ref = await store.keep(piecesOf(randomBytes(150_000)));
      let whole: Buffer = Buffer.alloc(0);
      await replace(ref.object, (sealed) => (whole = sealed));
      for (const at of [0, 1, 32, 33, 65_600, 70_000, whole.length - 1]) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        await replace(ref.object, () => bytes);
        await assert.rejects(() => contentOf(store, ref), DAMAGED, `flip at ${at}`);
      }
      for (const size of [0, 10, 65_600, whole.length - 1]) {
        await replace(ref.object, () => whole.subarray(0, size));
        await assert.rejects(() => contentOf(store, ref), DAMAGED, `cut at ${size}`);
      }
      await replace(ref.object, () => whole);
      await assert.rejects(() => contentOf(store, { ...ref, key: randomBytes(32).toString('base64') }), DAMAGED);
      await assert.rejects(() => contentOf(store, { ...ref, object: '../../etc/passwd' }), DAMAGED);
      await assert.rejects(() => store.remove('../../etc/passwd'), DAMAGED);
      assert.equal((await contentOf(store, ref)).length, 150_000);
    },
  );

  promised('sealed bytes are held against their name without a key', async (_, { replace, store }) => {
    const { object } = await store.keep(piecesOf(randomBytes(2_500_000)));
    const drained = async (): Promise<void> => {
      for await (const part of store.sealed(object)) assert.ok(part.length > 0);
    };
    await drained();
    await replace(object, (sealed) => Buffer.concat([sealed.subarray(0, -1), Buffer.of((sealed.at(-1) ?? 0) ^ 4)]));
    await assert.rejects(drained, isServerError('object-damaged'));
  });

  promised('sealed bytes move to another store under their own name only', async (t, { replace, store }) => {
    assert.ok(t.name);
    const ref = await store.keep(piecesOf(Buffer.from('a text that moves')));
    let sealed: Buffer = Buffer.alloc(0);
    await replace(ref.object, (bytes) => (sealed = bytes));
    await store.remove(ref.object);
    await assert.rejects(() => store.take(ref.object, piecesOf(randomBytes(9))), isServerError('object-damaged'));
    assert.equal(await store.has(ref.object), false);
    await store.take(ref.object, piecesOf(sealed));
    await store.take(ref.object, piecesOf(sealed));
    assert.equal((await contentOf(store, ref)).toString(), 'a text that moves');
  });
}

function promisesOfHouse(promised: Promised): void {
  promised('a source that fails leaves nothing', async (_, { leftovers, store }) => {
    for (const size of [100, 9 << 20]) {
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        yield randomBytes(size);
        throw new Error('the card was pulled');
      };
      await assert.rejects(() => store.keep(failing()), /card/);
    }
    assert.deepEqual(await leftovers(), []);
    for await (const one of store.list()) assert.fail(one.object);
  });

  promised('nothing of the content stands where the object lies', async (_, { replace, store }) => {
    const said = 'ninguna palabra de esto se lee';
    const { key, object } = await store.keep(piecesOf(Buffer.from(said.repeat(3_000))));
    await replace(object, (sealed) => {
      assert.equal(sealed.includes(Buffer.from(said)), false);
      assert.equal(sealed.includes(Buffer.from(key, 'base64')), false);
      return sealed;
    });
  });
}
