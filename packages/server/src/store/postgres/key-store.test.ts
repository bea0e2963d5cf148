// What a key server promises beyond what every place for keys does: one writer, and no key in another's place.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { CELL, keysAt, refusal, scope, scopes } from './key-store.test-support.ts';
import { PostgresKeyHouse } from './key-store-house.ts';
import { keysSchemaOf } from './key-store-schema.ts';
import { freshKeyServer, needsOwnPostgres, poolOn } from './server.test-support.ts';

const SCHEMA = keysSchemaOf(CELL);

test(
  'once a later writer has opened the keys, an earlier one neither mints nor destroys',
  needsOwnPostgres,
  async (t) => {
    const address = await freshKeyServer(t);
    const { signal: lost } = new AbortController();
    const first = await keysAt(t, { address, writer: { epoch: 3, lost } });
    const [id = 0] = await first.keysFor([scope(1)]);
    const second = await keysAt(t, { address, writer: { epoch: 4, lost } });
    const late = refusal('writer-lost');
    await assert.rejects(() => first.keysFor([scope(2)]), late);
    await assert.rejects(() => first.mintFor('segment'), late);
    await assert.rejects(() => first.mintReplacements([id]), late);
    await assert.rejects(() => first.destroy([id], 1), late);
    await assert.rejects(() => first.readmit([randomBytes(16)]), late);
    await assert.rejects(() => first.secret('signing'), late);
    await assert.rejects(() => keysAt(t, { address, writer: { epoch: 3, lost } }), late);
    assert.deepEqual(await second.keysFor([scope(1), scope(2)]), [id, id + 1]);
  },
);

test(
  'a later writer does not wait for a transaction in which an earlier one was stopped',
  needsOwnPostgres,
  async (t) => {
    const address = await freshKeyServer(t);
    await keysAt(t, { address, writer: { epoch: 3 } });
    const stopped = poolOn(t, address, { home: SCHEMA });
    const inside = Promise.withResolvers<void>();
    const woken = Promise.withResolvers<void>();
    const kept = stopped.transaction(async (tx) => {
      await tx.query('update state set last_id = last_id + 1 where epoch = 3');
      inside.resolve();
      await woken.promise;
    });
    await inside.promise;
    const later = await keysAt(t, { address, writer: { epoch: 4 } }).finally(woken.resolve);
    await assert.rejects(kept, refusal('database-unreachable'));
    assert.equal(await later.highestId(), 0);
  },
);

test('a key in another’s place, or of another cell, is not opened', needsOwnPostgres, async (t) => {
  const address = await freshKeyServer(t);
  const keys = await keysAt(t, { address });
  const [a = 0, b = 0, c = 0] = await keys.keysFor(scopes(3));
  const pool = poolOn(t, address, { home: SCHEMA });
  await pool.query('update data_key set wrapped = (select wrapped from data_key where id = $1) where id = $2', [a, b]);
  const later = await keysAt(t, { address });
  assert.deepEqual([...(await later.open([a, b, c])).keys()].toSorted(), [a, c]);
  const other = new PostgresKeyHouse({ address, cellId: randomBytes(16) });
  assert.equal(await other.exists(), false);
});

test('a store of another format is left as it is', needsOwnPostgres, async (t) => {
  const address = await freshKeyServer(t);
  await keysAt(t, { address });
  await poolOn(t, address, { home: SCHEMA }).query('update state set format = 2');
  await assert.rejects(() => keysAt(t, { address }), refusal('vault-newer'));
});
