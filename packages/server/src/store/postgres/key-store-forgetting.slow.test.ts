// Clusters that forget, and clusters that cannot: nothing is left of a key in any file of its cluster, and a server
// that could not promise it is refused before anything is destroyed.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { PostgresWish } from '../../../../../tools/postgres-server.ts';
import { type DatabaseAddress, parseDatabaseUrl } from './connection-url.ts';
import { CELL, keysAt, ROOT, refusal, scope, scopes } from './key-store.test-support.ts';
import { PostgresKeyHouse } from './key-store-house.ts';
import { keysSchemaOf } from './key-store-schema.ts';
import { asking, FORGETTING, freshKeyServer, needsOwnPostgres, otherCluster, poolOn } from './server.test-support.ts';

const SCHEMA = keysSchemaOf(CELL);

async function clusterAddress(t: TestContext, wish: PostgresWish): Promise<{ address: DatabaseAddress; url: string }> {
  const url = (await otherCluster(t, wish)).url('postgres');
  return { url, address: parseDatabaseUrl(url, 'ACTA_KEYS_URL') };
}

/** Everything that lies in the cluster's folder, and the server's own log beside it, as one. */
async function bytesOf(url: string): Promise<Buffer> {
  const [row] = await asking<{ folder: string }>(url, "select current_setting('data_directory') as folder");
  const found = readdirSync(dirname(row?.folder ?? ''), { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name)));
  return Buffer.concat(files);
}

/** Which of these stand somewhere in the bytes. One pass, whatever their number: each is looked for by its first random bytes. */
function standingIn(bytes: Buffer, wanted: readonly Buffer[]): ReadonlySet<Buffer> {
  const byHead = new Map(wanted.map((one) => [one.readUInt32LE(1), one]));
  const heads = new Uint8Array(65_536);
  for (const head of byHead.keys()) heads[head & 0xffff] = 1;
  const found = new Set<Buffer>();
  for (let at = 1; at + 4 <= bytes.length; at += 1) {
    if (heads[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] === 0) continue;
    const one = byHead.get(bytes.readUInt32LE(at));
    if (one?.equals(bytes.subarray(at - 1, at - 1 + one.length)) === true) found.add(one);
  }
  return found;
}

async function wrappedIn(address: DatabaseAddress, t: TestContext): Promise<ReadonlyMap<number, Buffer>> {
  const pool = poolOn(t, address, { home: SCHEMA });
  const rows = await pool.query<{ id: number; wrapped: Buffer }>('select id, wrapped from data_key');
  return new Map(rows.map(({ id, wrapped }) => [id, wrapped]));
}

test('of a destroyed key no byte is left in any file of the cluster, its log included', needsOwnPostgres, async (t) => {
  const { address, url } = await clusterAddress(t, FORGETTING);
  const keys = await keysAt(t, { address });
  const ids = await keys.keysFor(scopes(600));
  // What lives has been through a checkpoint: log files that are used again hold it too.
  await asking(url, 'checkpoint');
  await keys.keysFor(scopes(900));
  const wrapped = await wrappedIn(address, t);
  await asking(url, 'checkpoint');
  assert.equal(standingIn(await bytesOf(url), [...wrapped.values()]).size, 900);
  const going = ids.filter((id) => id % 3 === 0);
  await keys.destroy(going, 5);
  const after = standingIn(await bytesOf(url), [...wrapped.values()]);
  const left = [...wrapped].filter(([, bytes]) => after.has(bytes)).map(([id]) => id);
  assert.deepEqual(
    left,
    [...wrapped.keys()].filter((id) => !going.includes(id)),
  );
});

test('under another root no byte is left that the one before opens', needsOwnPostgres, async (t) => {
  const { address, url } = await clusterAddress(t, FORGETTING);
  const house = new PostgresKeyHouse({ address, cellId: CELL });
  const keys = await keysAt(t, { address });
  await keys.keysFor(scopes(300));
  await keys.secret('signing');
  const pool = poolOn(t, address, { home: SCHEMA });
  const secrets = await pool.query<{ wrapped: Buffer }>('select wrapped from secret');
  const wrapped = [...(await wrappedIn(address, t)).values(), ...secrets.map((one) => one.wrapped)];
  const next = randomBytes(32);
  await house.replaceRoot({ root: ROOT, next, beforeSwitch: () => undefined });
  assert.equal(standingIn(await bytesOf(url), wrapped).size, 0);
  assert.equal((await (await keysAt(t, { address }, next)).open([1, 300])).size, 2);
});

test('keys in the cluster of what they open are refused, in whatever database of it', needsOwnPostgres, async (t) => {
  const address = await freshKeyServer(t);
  const beside = poolOn(t, await freshKeyServer(t));
  await assert.rejects(() => keysAt(t, { address, database: beside }), refusal('keys-not-apart'));
  const { address: elsewhere, url } = await clusterAddress(t, { ...FORGETTING, isApart: true });
  const apart = await keysAt(t, { address: elsewhere, database: beside });
  assert.deepEqual(await apart.keysFor([scope(1)]), [1]);
  await asking(url, 'revoke execute on function pg_control_system() from public');
  await asking(url, 'create role keeper login createdb in role pg_checkpoint');
  const silent = poolOn(t, { ...elsewhere, user: 'keeper' });
  await assert.rejects(() => keysAt(t, { address, database: silent }), refusal('keys-not-apart'));
});

test('a server that keeps its log, or hands it on, destroys nothing', needsOwnPostgres, async (t) => {
  const { address, url } = await clusterAddress(t, {
    ...FORGETTING,
    settings: { ...FORGETTING.settings, wal_level: 'replica', max_wal_senders: '1' },
  });
  const keys = await keysAt(t, { address });
  const [id = 0] = await keys.keysFor([scope(1)]);
  const set = async (name: string, value: string): Promise<void> => {
    await asking(url, `alter system set ${name} = '${value}'`);
    await asking(url, 'select pg_reload_conf(), pg_sleep(0.3)');
  };
  const isRefused = async (name: string): Promise<void> => {
    await assert.rejects(() => keys.destroy([id], 1), refusal('keys-kept', name));
    await assert.rejects(() => keysAt(t, { address }), refusal('keys-kept', name));
    assert.equal(await keys.state(id), 'live');
  };
  await set('wal_keep_size', '16');
  await isRefused('wal_keep_size');
  await set('wal_keep_size', '0');
  await asking(url, "select pg_create_physical_replication_slot('copy')");
  await isRefused('pg_replication_slots');
  await asking(url, "select pg_drop_replication_slot('copy')");
  await set('log_statement', 'mod');
  await isRefused('log_parameter_max_length');
  await set('log_parameter_max_length', '0');
  await keys.destroy([id], 1);
  assert.equal(await keys.state(id), 'erased');
});

test('a server with an archive takes no keys at all', needsOwnPostgres, async (t) => {
  const settings = { ...FORGETTING.settings, wal_level: 'replica', archive_mode: 'on', archive_command: 'true' };
  const { address } = await clusterAddress(t, { ...FORGETTING, settings });
  await assert.rejects(() => keysAt(t, { address }), refusal('keys-kept', 'archive_mode'));
  assert.equal(await new PostgresKeyHouse({ address, cellId: CELL }).exists(), false);
});

test(
  'a login without the rights to make a server forget is told so at once; with them it needs no more',
  needsOwnPostgres,
  async (t) => {
    const { address, url } = await clusterAddress(t, FORGETTING);
    await asking(url, 'create role keeper login');
    await asking(url, 'grant create on database postgres to keeper');
    const keeper = { ...address, user: 'keeper' };
    await assert.rejects(() => keysAt(t, { address: keeper }), refusal('database-permission'));
    await asking(url, 'grant pg_checkpoint to keeper');
    await asking(url, 'grant execute on function pg_switch_wal(), pg_ls_waldir() to keeper');
    const keys = await keysAt(t, { address: keeper });
    const [id = 0] = await keys.keysFor([scope(1)]);
    await keys.destroy([id], 1);
    assert.equal(await keys.state(id), 'erased');
  },
);
