// What each role may do in a cell's database, and above all what it may not, against a real server.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ServerError } from '../../server-error.ts';
import type { Queryable, SqlValue } from './connection.ts';
import { parseDatabaseUrl } from './connection-url.ts';
import { LEDGER, OWNER, VIEW } from './roles.ts';
import {
  asking,
  asLogin,
  freshCell,
  freshDatabase,
  needsOwnPostgres,
  needsPostgres,
  otherCluster,
  poolOn,
  withDatabase,
} from './server.test-support.ts';
import { migrationsDone, setUpDatabase } from './set-up.ts';

const leaf = (fill: number): Buffer => Buffer.alloc(32, fill);
const leaves = (...fills: number[]): Buffer => Buffer.concat(fills.map(leaf));
const grow = 'select grow_bundles($1, $2)';
const growTiles = 'select grow_tiles($1, $2, $3)';
const insertPage = 'insert into page (first_seq, bytes, sha256) values ($1, $2, $3)';

async function rolesOn(t: TestContext): Promise<Record<'owner' | 'ledger' | 'view', Queryable>> {
  const { address } = await freshCell(t);
  const [owner, ledger, view] = [OWNER, LEDGER, VIEW].map((role) => poolOn(t, address, { role, connections: 1 }));
  assert.ok(owner !== undefined && ledger !== undefined && view !== undefined);
  await ledger.query(grow, [[0], [leaves(1, 2)]]);
  await ledger.query(growTiles, [[1], [0], [leaf(1)]]);
  await ledger.query(insertPage, [0, leaf(9), leaf(3)]);
  await ledger.query("insert into checkpoint (size, note) values (2, 'two')");
  await ledger.query('select replace_pages(7, $1, $2, $3)', [[0], [leaf(8)], [leaf(4)]]);
  return { owner, ledger, view };
}

/** Each statement is refused with this SQLSTATE. */
async function refuses(who: Queryable, sqlstate: string, statements: readonly string[]): Promise<void> {
  for (const sql of statements) {
    await assert.rejects(
      () => who.query(sql),
      (error) => {
        assert.ok(error instanceof ServerError, sql);
        assert.equal(error.detail['sqlstate'], sqlstate, sql);
        return true;
      },
      sql,
    );
  }
}

const TABLES = ['bundle', 'tile', 'page', 'page_change', 'checkpoint', 'writer', 'heartbeat', 'migration'];

test('the view role reads everything and changes nothing', needsPostgres, async (t) => {
  const { view, ledger } = await rolesOn(t);
  await ledger.query('create table acta_projections_a.message (seq int8 primary key)');
  await ledger.query('insert into acta_projections_a.message (seq) values (1)');
  for (const table of [...TABLES, 'acta_projections_a.message'])
    assert.ok((await view.query(`select from ${table}`)).length > 0, table);
  await refuses(view, '42501', [
    ...TABLES.flatMap((table) => [
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
      `select from ${table} for update`,
    ]),
    'insert into page (first_seq, bytes, sha256) select 99, bytes, sha256 from page',
    "insert into checkpoint (size, note) values (9, 'nine')",
    "update checkpoint set note = ''",
    'update page set bytes = bytes',
    'update writer set epoch = epoch + 1',
    'update heartbeat set beats = 0',
    'select grow_bundles(null, null)',
    'select grow_tiles(null, null, null)',
    'select replace_pages(1, null, null, null)',
    'select assert_writer(0)',
    'select append_commit(0, 2, null, null, null, null, null, null, null, null)',
    'select from capture',
    'select keep_capture(0, 1, 0, null)',
    'select drop_captures(0, 1)',
    'create table acta.mine (a int)',
    'create table acta_projections_a.mine (a int)',
    'create table public.mine (a int)',
    'create temporary table page (a int)',
    'create schema mine',
    'insert into acta_projections_a.message (seq) values (2)',
    'delete from acta_projections_a.message',
    'alter table page disable trigger all',
    'set session_replication_role = replica',
  ]);
});

test('the ledger role appends, and can neither change nor remove what stands', needsPostgres, async (t) => {
  const { ledger } = await rolesOn(t);
  const kept = ['bundle', 'tile', 'page', 'page_change', 'checkpoint'];
  await refuses(ledger, '42501', [
    ...kept.flatMap((table) => [
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
      `alter table ${table} disable trigger all`,
    ]),
    'update bundle set bytes = bytes',
    'insert into bundle (idx, bytes) select 1, bytes from bundle',
    'insert into bundle (idx, bytes) select idx, bytes from bundle on conflict (idx) do update set bytes = excluded.bytes',
    'update tile set bytes = bytes',
    'insert into tile (level, idx, bytes) select level, 1, bytes from tile',
    'update page set bytes = bytes',
    'update page set sha256 = sha256',
    'update page_change set after = before',
    'update capture set frame = frame',
    'truncate capture',
    'insert into page_change (erasure, first_seq, before, after) select 8, 0, before, after from page_change',
    'update checkpoint set size = 1',
    'delete from writer',
    'delete from migration',
    'create table acta.mine (a int)',
    'create temporary table bundle (a int)',
    'create or replace function acta.assert_writer(mine int8) returns void language sql as $$ $$',
    'drop function acta.assert_writer(int8)',
    'drop schema acta cascade',
    'set session_replication_role = replica',
  ]);
});

test('bundles and tiles grow by what is appended to them, and by nothing else', needsPostgres, async (t) => {
  const { ledger, owner, view } = await rolesOn(t);
  await ledger.query(grow, [
    [0, 1],
    [leaves(1, 2, 3), leaf(7)],
  ]);
  await ledger.query(growTiles, [
    [1, 2],
    [0, 0],
    [leaves(1, 2), leaf(5)],
  ]);
  const [bundle] = await view.query<{ bytes: Buffer }>('select bytes from bundle where idx = 0');
  assert.deepEqual(bundle?.bytes, leaves(1, 2, 3));
  const others: readonly (readonly [string, SqlValue[]])[] = [
    [grow, [[0], [leaves(1, 2)]]],
    [grow, [[0], [leaves(1, 2, 4, 4)]]],
    [
      grow,
      [
        [1, 0],
        [leaves(7, 7), leaves(9, 2, 3, 4)],
      ],
    ],
    [growTiles, [[1], [0], [leaf(1)]]],
    [growTiles, [[2], [0], [leaves(6, 6)]]],
  ];
  for (const [sql, values] of others) {
    await assert.rejects(
      () => ledger.query(sql, values),
      (error) => error instanceof ServerError && error.detail['sqlstate'] === 'AC002',
    );
  }
  assert.deepEqual(await view.query('select octet_length(bytes) as n from bundle order by idx'), [
    { n: 96 },
    { n: 32 },
  ]);
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(33), Buffer.alloc(8224)]) {
    await assert.rejects(
      () => ledger.query(grow, [[5], [bytes]]),
      (error) => error instanceof ServerError && error.detail['sqlstate'] === '23514',
    );
  }
  await refuses(owner, 'AC002', [
    ...['bundle', 'tile', 'page', 'page_change', 'checkpoint'].flatMap((table) => [
      `delete from ${table}`,
      `truncate ${table}`,
    ]),
    'update bundle set bytes = substr(bytes, 1, 32)',
    'update bundle set idx = 5 where idx = 1',
    'update tile set idx = 5',
    'update page set first_seq = 5',
    'update page_change set before = after',
    'update checkpoint set size = 5',
    'update writer set epoch = epoch',
  ]);
});

test('a commit is whole or not at all: of the current epoch, and at the end of the log', needsPostgres, async (t) => {
  const { ledger, view } = await rolesOn(t);
  const append = (epoch: number, size: number, bytes: Buffer, seq = size) =>
    ledger.query<{ size: number }>('select append_commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as size', [
      ...[epoch, size, [0], [bytes], [1], [1], [leaf(6)]],
      ...[[seq], [leaf(9)], [leaf(8)]],
    ]);
  const standing = () =>
    view.query('select octet_length(bytes) as n, (select count(*) from page) as pages from bundle');
  for (const size of [0, 1, 3]) assert.deepEqual(await append(0, size, leaves(1, 2, 3)), [{ size: 2 }]);
  const refused: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['AC001', () => append(1, 2, leaves(1, 2, 3))],
    ['AC002', () => append(0, 2, leaves(2, 2, 3))],
    ['23505', () => append(0, 2, leaves(1, 2, 3), 0)],
  ];
  for (const [sqlstate, ask] of refused) {
    await assert.rejects(ask, (error) => error instanceof ServerError && error.detail['sqlstate'] === sqlstate);
  }
  assert.deepEqual(await standing(), [{ n: 64, pages: 1 }]);
  assert.deepEqual(await append(0, 2, leaves(1, 2, 3)), [{ size: 2 }]);
  assert.deepEqual(await standing(), [{ n: 96, pages: 2 }]);
});

test('a page changes by an erasure alone, which keeps the first hash and the last', needsPostgres, async (t) => {
  const { ledger, view } = await rolesOn(t);
  await ledger.query('select replace_pages(7, $1, $2, $3)', [
    [0, 77],
    [leaf(6), leaf(6)],
    [leaf(5), leaf(5)],
  ]);
  const pages = await view.query<{ bytes: Buffer }>('select bytes, sha256 from page');
  assert.deepEqual(pages, [{ bytes: leaf(6), sha256: leaf(5) }]);
  const changes = await view.query('select erasure, first_seq, before, after from page_change');
  assert.deepEqual(changes, [{ erasure: 7, first_seq: 0, before: leaf(3), after: leaf(5) }]);
});

test('a login of the view role alone gets no other, and reads as soon as it is one', needsPostgres, async (t) => {
  const { address, url } = await freshCell(t);
  const [user, password] = [`acta_test_viewer_${process.pid}`, 'one-of-a-test'];
  await asking(url, `create role ${user} login password '${password}' in role ${VIEW}`);
  t.after(() => asking(withDatabase(url, 'postgres'), `drop role ${user}`));
  const viewer = poolOn(t, asLogin(address, user, password));
  assert.deepEqual(await viewer.query('select epoch from writer'), [{ epoch: 0 }]);
  await refuses(viewer, '42501', [
    `set role ${LEDGER}`,
    `set role ${OWNER}`,
    `grant ${LEDGER} to ${user}`,
    'create table acta_projections_a.mine (a int)',
    'create temporary table mine (a int)',
    'update writer set epoch = epoch + 1',
  ]);
  await setUpDatabase(asLogin(address, user, password));
});

test(
  'a login that is no superuser makes all of it, and another cell in the same cluster',
  needsOwnPostgres,
  async (t) => {
    const server = await otherCluster(t);
    const url = server.url('postgres');
    await asking(url, 'create role master login createrole createdb');
    for (const name of ['one', 'two']) {
      await asking(url, `create database ${name} owner master`);
      const address = parseDatabaseUrl(server.url(name, 'master'), 'ACTA_DATABASE_URL');
      await Promise.all([setUpDatabase(address), setUpDatabase(address)]);
      await poolOn(t, address, { role: LEDGER }).query(grow, [[0], [leaf(1)]]);
      assert.equal(await migrationsDone(poolOn(t, address)), 3);
    }
    await asking(url, 'create role stranger login');
    await asking(url, 'create database three');
    const stranger = (name: string) => parseDatabaseUrl(server.url(name, 'stranger'), 'ACTA_DATABASE_URL');
    for (const name of ['one', 'three']) {
      await assert.rejects(
        () => setUpDatabase(stranger(name)),
        (error) => error instanceof ServerError && error.code === 'database-permission',
      );
    }
  },
);

test('a database that a newer version made is left as it is', needsPostgres, async (t) => {
  const { address, url } = await freshCell(t);
  await asking(url, 'insert into acta.migration (number) values (1000)');
  await assert.rejects(
    () => setUpDatabase(address),
    (error) => error instanceof ServerError && error.code === 'vault-newer',
  );
  const empty = await freshDatabase(t);
  assert.equal(await migrationsDone(poolOn(t, empty.address)), 0);
});
