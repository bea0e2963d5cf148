// The stores over real files: what no statement changes in them, and what is left of what was destroyed.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ServerError } from '../../server-error.ts';
import { change, leaf } from '../log-rows.test-support.ts';
import { type Database, openDatabase, truncateLog } from './database.ts';
import { SqliteKeyStore } from './key-store.ts';
import { migrateLedger, SqliteLogStore } from './ledger-store.ts';

const CELL = new Uint8Array(16).fill(7);
const ROOT = randomBytes(32);

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'acta-store-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function ledgerIn(t: TestContext): { db: Database; store: SqliteLogStore; file: string; key: Uint8Array } {
  const file = join(folder(t), 'ledger.db');
  const key = randomBytes(32);
  const db = openDatabase({ file, key });
  t.after(() => db.close());
  migrateLedger(db);
  return { db, store: new SqliteLogStore(db), file, key };
}

test('what was committed can be neither deleted nor rewritten, not even by replacing rows', async (t) => {
  const { db, store } = ledgerIn(t);
  await store.commit({ ...change(0, 3), tiles: [{ level: 1, index: 0, bytes: leaf(9) }] });
  const refused = [
    'delete from bundle',
    'delete from tile',
    'delete from page',
    'update bundle set bytes = zeroblob(96)',
    'update bundle set bytes = substr(bytes, 1, 64)',
    'update bundle set idx = 5',
    'update tile set bytes = zeroblob(32)',
    'update tile set idx = 1',
    'insert or replace into bundle (idx, bytes) values (0, zeroblob(96))',
    'replace into tile (level, idx, bytes) values (1, 0, zeroblob(32))',
    "insert or replace into page (first_seq, bytes, sha256) values (0, x'00', x'00')",
  ];
  for (const sql of refused) assert.throws(() => db.exec(sql), /stay|grow/, sql);
  assert.deepEqual(Buffer.from((await store.bundles(0, 1))[0] ?? []).subarray(0, 32), leaf(0));
});

function keysIn(t: TestContext, dir = folder(t)): SqliteKeyStore {
  const keys = new SqliteKeyStore({ file: join(dir, 'keys.db'), root: ROOT, cellId: CELL });
  t.after(() => keys.close());
  return keys;
}

const scope = (subject: number) => ({ subject, conversation: 1, month: 0 });

test('a copy under another root has every key, id, secret and suppression, and the next id', async (t) => {
  const dir = folder(t);
  const keys = keysIn(t, dir);
  const [a = 0, b = 0] = await keys.keysFor([scope(1), scope(2)]);
  const hash = randomBytes(16);
  await keys.destroy([b], 7, [hash]);
  const secret = await keys.secret('signing');
  const next = { file: join(dir, 'next.db'), root: randomBytes(32) };
  await keys.copyTo(next);
  const copy = new SqliteKeyStore({ ...next, cellId: CELL });
  assert.deepEqual(await copy.open([a, b]), await keys.open([a, b]));
  assert.deepEqual([await copy.state(b), await copy.newestErasure()], ['erased', 7]);
  assert.deepEqual([(await copy.suppressed()).has(hash), await copy.highestId()], [true, await keys.highestId()]);
  assert.deepEqual(await copy.secret('signing'), secret);
  await copy.close();
  assert.throws(
    () => new SqliteKeyStore({ ...next, root: ROOT, cellId: CELL }),
    (error) => error instanceof ServerError && error.code === 'key-wrong',
  );
});

test('a destroyed key leaves no byte: neither in the file, deciphered, nor in its log', async (t) => {
  const dir = folder(t);
  const keys = keysIn(t, dir);
  const ids = await keys.keysFor(Array.from({ length: 200 }, (_, at) => scope(at + 1)));
  const file = join(dir, 'keys.db');
  const db = Reflect.get(keys, 'db') as Database;
  const wrapped = new Map(
    (db.prepare('select id, wrapped from data_key').all() as { id: number; wrapped: Buffer }[]).map((row) => [
      row.id,
      row.wrapped,
    ]),
  );
  const going = ids.filter((id) => id % 3 === 0);
  await keys.destroy(going, 5);
  assert.equal(statSync(`${file}-wal`).size, 0);
  await keys.close();
  const plain = await import('better-sqlite3-multiple-ciphers');
  const { deriveKey } = await import('@acta/ledger');
  const open = new plain.default(file);
  open.pragma("cipher='aegis'");
  open.pragma(`key="x'${Buffer.from(deriveKey(ROOT, 'acta/keys.db/v1', 32)).toString('hex')}'"`);
  open.pragma('journal_mode=DELETE');
  open.pragma("rekey=''");
  open.close();
  const bytes = readFileSync(file);
  for (const id of ids) assert.equal(bytes.includes(wrapped.get(id) ?? ''), !going.includes(id), `key ${id}`);
});

test('a log that a reader pins is waited for, then said to be pinned', async (t) => {
  const { db, file, key, store } = ledgerIn(t);
  await store.commit(change(0, 3));
  const reader = openDatabase({ file, key, readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from page').get();
  await store.commit(change(3, 2));
  await assert.rejects(
    () => truncateLog(db, 60),
    (error) => error instanceof ServerError && error.code === 'pinned',
  );
  setTimeout(() => reader.exec('commit'), 60);
  await truncateLog(db, 5_000);
  assert.equal(statSync(`${file}-wal`).size, 0);
  reader.close();
});

test('the log of a file that grows is written over again and again, and little of it is left for the end', (t) => {
  const file = join(folder(t), 'growing.db');
  const key = randomBytes(32);
  const db = openDatabase({ file, key, grows: true });
  t.after(() => db.close());
  db.exec('create table row (id integer primary key, bytes blob not null) strict');
  const insert = db.prepare('insert into row (bytes) values (?)');
  for (let n = 0; n < 300; n++) insert.run(randomBytes(100_000));
  assert.ok(statSync(file).size > 20_000_000);
  assert.ok(statSync(`${file}-wal`).size < 8_000_000);
});
