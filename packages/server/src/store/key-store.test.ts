// What every place where keys stand promises, tried on each engine: the file, and a key server that is a cluster of its own.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { KeyScope } from '../records/key-scope.ts';
import { ServerError } from '../server-error.ts';
import type { KeyHouse, KeyStore } from './key-store.ts';
import { PostgresKeyHouse } from './postgres/key-store-house.ts';
import { freshKeyServer, needsOwnPostgres } from './postgres/server.test-support.ts';
import { SqliteKeyHouse } from './sqlite/key-house.ts';
import { createVaultFolder } from './vault-folder.ts';

const ROOT = randomBytes(32);
const CELL = randomBytes(16);

interface KeyEngine {
  readonly name: string;
  readonly needs: { readonly skip: string | false };
  readonly make: (t: TestContext) => Promise<KeyHouse>;
}

const ENGINES: readonly KeyEngine[] = [
  {
    name: 'keys.db',
    needs: { skip: false },
    make: async (t) => {
      const dir = mkdtempSync(join(tmpdir(), 'acta-keys-'));
      t.after(() => rmSync(dir, { recursive: true, force: true }));
      return new SqliteKeyHouse(createVaultFolder(dir, CELL));
    },
  },
  {
    name: 'a key server',
    needs: needsOwnPostgres,
    make: async (t) => new PostgresKeyHouse({ address: await freshKeyServer(t), cellId: CELL }),
  },
];

const scope = (subject: number, conversation = 1, month = 0): KeyScope => ({ subject, conversation, month });
const isCode = (code: string) => (error: unknown) => error instanceof ServerError && error.code === code;

async function storeIn(t: TestContext, house: KeyHouse, root: Uint8Array = ROOT): Promise<KeyStore> {
  const keys = await house.open({ root, readonly: false });
  t.after(() => keys.close());
  return keys;
}

/** Does the work with a store that is closed afterwards. */
async function briefly<T>(house: KeyHouse, root: Uint8Array, work: (keys: KeyStore) => Promise<T>): Promise<T> {
  const keys = await house.open({ root, readonly: true });
  try {
    return await work(keys);
  } finally {
    await keys.close();
  }
}

for (const { make, name, needs } of ENGINES) {
  test(
    `${name}: a scope has one key until it is replaced, and a destroyed id is never given again`,
    needs,
    async (t) => {
      const keys = await storeIn(t, await make(t));
      assert.deepEqual(await keys.keysFor([]), []);
      const [a = 0, b = 0, again = 0] = await keys.keysFor([scope(1), scope(2), scope(1)]);
      assert.deepEqual([a === again, a === b, await keys.highestId()], [true, false, 2]);
      const next = (await keys.mintReplacements([a])).get(a)?.id ?? 0;
      assert.deepEqual(await keys.keysFor([scope(1)]), [next]);
      assert.deepEqual([...(await keys.open([a, next, a, 99])).keys()], [a, next]);
      await keys.destroy([a, b, next], 40);
      await keys.destroy([a], 41);
      assert.deepEqual(await Promise.all([a, 99].map((id) => keys.state(id))), ['erased', 'never']);
      assert.deepEqual([...(await keys.open([a, b, next])).keys()], []);
      await assert.rejects(() => keys.mintReplacements([a]), /no replacement/);
      const [minted = 0] = await keys.keysFor([scope(1)]);
      assert.ok(minted > next);
      assert.equal(await keys.state(minted), 'live');
      await keys.neverMintUpTo(500);
      await keys.neverMintUpTo(3);
      await keys.destroy([700], 42);
      assert.deepEqual(await keys.keysFor([scope(3)]), [701]);
      assert.deepEqual([await keys.newestErasure(), await keys.highestId()], [42, 701]);
    },
  );

  test(`${name}: what was minted is there for who opens it later, and each key is another`, needs, async (t) => {
    const house = await make(t);
    assert.equal(await house.exists(), false);
    const keys = await storeIn(t, house);
    const ids = await keys.keysFor(Array.from({ length: 3_000 }, (_, at) => scope(at % 1_000, 7, at)));
    const opened = await keys.open(ids);
    assert.equal(new Set([...opened.values()].map((key) => Buffer.from(key).toString('hex'))).size, 3_000);
    const segment = await keys.mintFor('segment');
    const secret = await keys.secret('signing');
    assert.deepEqual([segment.key.length, secret.length, await house.exists()], [32, 32, true]);
    await briefly(house, ROOT, async (later) => {
      assert.deepEqual(await later.open(ids), opened);
      assert.deepEqual(await later.keysFor([scope(5, 7, 5)]), [ids[5]]);
      assert.deepEqual((await later.open([segment.id])).get(segment.id), segment.key);
      assert.deepEqual(await later.keysOfUse('segment'), [segment.id]);
      assert.deepEqual(await later.secret('signing'), secret);
      assert.deepEqual(await later.highestId(), 3_001);
    });
    assert.notDeepEqual(await keys.secret('blind'), secret);
  });

  test(`${name}: keys are found by whom and what they are about, a segment's never`, needs, async (t) => {
    const keys = await storeIn(t, await make(t));
    const [a = 0, b = 0, c = 0] = await keys.keysFor([scope(1, 1, 24_000), scope(1, 2), scope(0, 1)]);
    await keys.mintFor('segment');
    assert.deepEqual(await keys.keysOfSubject(1), [
      { id: a, ...scope(1, 1, 24_000) },
      { id: b, ...scope(1, 2) },
    ]);
    const found = await keys.keysOfConversation(1);
    assert.deepEqual(
      found.map(({ id }) => id),
      [a, c],
    );
    assert.deepEqual(await keys.keysOfConversation(0), []);
    await keys.destroy([a], 9);
    assert.deepEqual(await keys.keysOfSubject(1), [{ id: b, ...scope(1, 2) }]);
  });

  test(`${name}: what stays away is kept until it is readmitted`, needs, async (t) => {
    const house = await make(t);
    const keys = await storeIn(t, house);
    assert.equal((await keys.suppressed()).isEmpty, true);
    const away = Array.from({ length: 50 }, () => randomBytes(16));
    await keys.destroy([], 3, away);
    await keys.destroy([], 4, away.slice(0, 2));
    const list = await briefly(house, ROOT, (later) => later.suppressed());
    assert.ok(away.every((hash) => list.has(hash)) && !list.has(randomBytes(16)));
    assert.equal(await keys.readmit([...away.slice(10), randomBytes(16), ...away.slice(10, 12)]), 40);
    const left = await keys.suppressed();
    assert.deepEqual(
      away.map((hash) => left.has(hash)),
      away.map((_, at) => at < 10),
    );
  });

  test(`${name}: no other root opens the store, and none makes one to read from`, needs, async (t) => {
    const house = await make(t);
    assert.equal(await house.opens(ROOT), false);
    await assert.rejects(() => house.open({ root: ROOT, readonly: true }));
    await (await storeIn(t, house)).secret('signing');
    assert.deepEqual([await house.opens(ROOT), await house.opens(randomBytes(32))], [true, false]);
    for (const readonly of [true, false]) {
      await assert.rejects(() => house.open({ root: randomBytes(32), readonly }), isCode('key-wrong'));
    }
  });

  test(`${name}: under another root every key, id, secret and suppression is the same`, needs, async (t) => {
    const house = await make(t);
    const next = randomBytes(32);
    const away = randomBytes(16);
    const before = await house.open({ root: ROOT, readonly: false });
    const [a = 0, b = 0, c = 0] = await before.keysFor([scope(1), scope(2), scope(3)]);
    await before.destroy([c], 7, [away]);
    const opened = await before.open([a, b, c]);
    const secret = await before.secret('signing');
    await before.close();
    const fails = (): never => {
      throw new RangeError('of the caller');
    };
    await assert.rejects(() => house.replaceRoot({ root: ROOT, next, beforeSwitch: fails }), RangeError);
    await house.dropReplacement();
    assert.deepEqual([await house.opens(ROOT), await house.opens(next)], [true, false]);
    let calls = 0;
    await house.replaceRoot({ root: ROOT, next, beforeSwitch: () => (calls += 1) });
    assert.deepEqual([calls, await house.opens(ROOT), await house.opens(next)], [1, false, true]);
    const after = await storeIn(t, house, next);
    assert.deepEqual(await after.open([a, b, c]), opened);
    assert.deepEqual(await after.secret('signing'), secret);
    assert.deepEqual(
      [await after.state(c), await after.newestErasure(), (await after.suppressed()).has(away)],
      ['erased', 7, true],
    );
    assert.deepEqual(await after.keysFor([scope(2), scope(4)]), [b, 4]);
  });
}

for (const source of ENGINES) {
  for (const target of ENGINES) {
    const needs = source.needs.skip === false ? target.needs : source.needs;
    test(`from ${source.name} to ${target.name} the stock of keys goes whole, twice too`, needs, async (t) => {
      const from = await (await source.make(t)).open({ root: ROOT, readonly: false });
      const to = await (await target.make(t)).open({ root: ROOT, readonly: false });
      t.after(() => Promise.all([from.close(), to.close()]));
      const [a = 0, b = 0, c = 0] = await from.keysFor([scope(1), scope(2, 5), scope(3, 5, 24_290)]);
      const hashes = [randomBytes(16), randomBytes(16)];
      const secret = await from.secret('signing');
      await from.destroy([a], 7, hashes);
      await from.mintFor('segment');
      await to.takeStock(from.stock());
      const strange = await to.mintFor('segment');
      const [d = 0] = await from.keysFor([scope(4)]);
      assert.equal(d, strange.id, 'both gave the same id out');
      await from.destroy([b], 9);
      await from.readmit(hashes.slice(1));
      for (let turn = 0; turn < 2; turn++) await to.takeStock(from.stock());
      assert.deepEqual(await to.open([a, b, c, d]), await from.open([a, b, c, d]));
      assert.deepEqual(await Promise.all([a, b, c, d].map((id) => to.state(id))), ['erased', 'erased', 'live', 'live']);
      assert.deepEqual(await to.keysOfConversation(5), await from.keysOfConversation(5));
      assert.deepEqual([await to.highestId(), await to.newestErasure()], [await from.highestId(), 9]);
      assert.deepEqual(await to.keysOfUse('segment'), []);
      assert.deepEqual(await to.secret('signing'), secret);
      const list = await to.suppressed();
      assert.deepEqual(
        hashes.map((hash) => list.has(hash)),
        [true, false],
      );
    });
  }
}

test('a store that has a secret of its own is no target', async (t) => {
  const [house, other] = [await make(t), await make(t)];
  const [from, to] = [await storeIn(t, house), await house.open({ root: ROOT, readonly: false })];
  const strange = await other.open({ root: ROOT, readonly: false });
  t.after(() => Promise.all([to.close(), strange.close()]));
  await from.secret('signing');
  await strange.secret('signing');
  await assert.rejects(strange.takeStock(to.stock()), isCode('move-target'));
});

function make(t: TestContext): Promise<KeyHouse> {
  const [file] = ENGINES;
  if (file === undefined) throw new Error('there is no engine');
  return file.make(t);
}
