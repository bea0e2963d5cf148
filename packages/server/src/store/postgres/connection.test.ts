// Connections over a real server: limits, roles, transactions, what is translated and what is tried again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { ServerError, type ServerErrorCode } from '../../server-error.ts';
import { DatabasePool } from './connection.ts';
import { parseDatabaseUrl } from './connection-url.ts';
import {
  asking,
  freshDatabase,
  needsOwnPostgres,
  needsPostgres,
  otherCluster,
  poolOn,
  withDatabase,
} from './server.test-support.ts';

async function rejectsAs(code: ServerErrorCode, work: () => Promise<unknown>): Promise<ServerError> {
  let caught: unknown;
  await assert.rejects(work, (error) => {
    caught = error;
    return true;
  });
  assert.ok(caught instanceof ServerError, inspect(caught));
  assert.equal(caught.code, code, inspect(caught));
  return caught;
}

test('numbers and bytes come back as they went, and a number beyond 2⁵³ is damage', needsPostgres, async (t) => {
  const pool = poolOn(t, (await freshDatabase(t)).address);
  await pool.check();
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const big = Number.MAX_SAFE_INTEGER;
  const [row] = await pool.query(
    'select $1::int8 as n, $2::bytea as b, $3::int8[] as ns, $4::bytea[] as bs, count(*) as c',
    [big, bytes, [1, -big], [bytes, new Uint8Array(0)]],
  );
  const [n, b, c] = ['n', 'b', 'c'].map((name) => Reflect.get(Object(row), name));
  assert.deepEqual([n, c, Buffer.from(b)], [big, 1, Buffer.from(bytes)]);
  const unnested = await pool.query<{ b: Buffer }>('select unnest($1::bytea[]) as b', [[bytes, new Uint8Array(0)]]);
  assert.deepEqual(
    unnested.map((one) => Buffer.from(one.b)),
    [Buffer.from(bytes), Buffer.alloc(0)],
  );
  await rejectsAs('vault-damaged', () => pool.query('select 9007199254740993::int8 as n'));
  assert.deepEqual(await pool.query('select 2::int8 as n'), [{ n: 2 }]);
});

test('a session has its limits, its path and its role from the first statement on', needsPostgres, async (t) => {
  const { address, url } = await freshDatabase(t);
  const role = `acta_test_role_${process.pid}`;
  await asking(url, `create role ${role}`);
  t.after(() => asking(withDatabase(url, 'postgres'), `drop role ${role}`));
  const pool = poolOn(t, address, {
    role,
    readonly: true,
    statementTimeoutMs: 1_234,
    applicationName: 'acta test two words',
  });
  const names = [
    'search_path',
    'statement_timeout',
    'idle_in_transaction_session_timeout',
    'transaction_read_only',
    'application_name',
  ];
  const values = await Promise.all(
    names.map((name) => pool.query<{ value: string }>('select current_setting($1) as value', [name])),
  );
  assert.deepEqual(
    values.map(([row]) => row?.value),
    ['acta,pg_temp', '1234ms', '30s', 'on', 'acta test two words'],
  );
  assert.deepEqual(await pool.query('select current_user::text as name'), [{ name: role }]);
  await rejectsAs('database-readonly', () => pool.query('create temporary table t (a int)'));
});

test('a transaction that throws leaves nothing, and the connection serves the next', needsPostgres, async (t) => {
  const pool = poolOn(t, (await freshDatabase(t)).address, { connections: 1 });
  await pool.query('create schema acta');
  await pool.query('create table one (a int primary key)');
  await assert.rejects(
    () =>
      pool.transaction(async (tx) => {
        await tx.query('insert into one values (1)');
        throw new RangeError('of the caller');
      }),
    RangeError,
  );
  await rejectsAs('database-failed', () => pool.transaction((tx) => tx.query('insert into one values (2), (2)')));
  assert.equal(
    await pool.transaction(async (tx) => (await tx.query('insert into one values (3) returning a')).length),
    1,
  );
  assert.deepEqual(await pool.snapshot((tx) => tx.query('select a from one')), [{ a: 3 }]);
  await rejectsAs('database-readonly', () => pool.snapshot((tx) => tx.query('insert into one values (4)')));
});

test('what the server refuses gets a code of its own, without a word of what was sent', needsPostgres, async (t) => {
  const { address } = await freshDatabase(t);
  const pool = poolOn(t, address, { statementTimeoutMs: 60, lockTimeoutMs: 30 });
  await pool.query('create schema acta');
  await pool.query('create table one (a text primary key)');
  await pool.query("insert into one values ('geheim')");
  const twice = await rejectsAs('database-failed', () => pool.query("insert into one values ('geheim')"));
  assert.equal(twice.detail['sqlstate'], '23505');
  assert.doesNotMatch(inspect(twice, { depth: 9, showHidden: true }), /geheim/);
  await rejectsAs('database-busy', () => pool.query('select pg_sleep(5)'));
  await pool.transaction(async (tx) => {
    await tx.query('lock table one');
    await rejectsAs('database-busy', () => pool.query('select count(*) from one'));
  });
  const none = poolOn(t, { ...address, database: 'acta_test_none' });
  await rejectsAs('database-refused', () => none.query('select 1'));
  const nobody = poolOn(t, address, { role: 'acta_test_nobody' });
  await assert.rejects(() => nobody.query('select 1'), ServerError);
});

test('a server that is not there is unreachable, and the password is in no error', async () => {
  const address = parseDatabaseUrl('postgresql://ana:geheim@127.0.0.1:1/d', 'ACTA_DATABASE_URL');
  const pool = new DatabasePool({ address, applicationName: 'acta test', patienceMs: 0 });
  const error = await rejectsAs('database-unreachable', () => pool.check());
  assert.doesNotMatch(inspect([error, pool.address], { depth: 9, showHidden: true }), /geheim/);
  assert.equal(error.detail['server'], '127.0.0.1:1/d');
  await pool.close();
});

test(
  'connections that the server ended are opened again: for what reads, and before anything was written',
  needsPostgres,
  async (t) => {
    const { address, url } = await freshDatabase(t);
    const end = () =>
      asking(url, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'acta ended'");
    const reading = poolOn(t, address, { readonly: true, applicationName: 'acta ended', connections: 1 });
    const writing = poolOn(t, address, { applicationName: 'acta ended', connections: 1 });
    await reading.query('select 1');
    await writing.query('create schema acta');
    await writing.query('create table one (a int)');
    await end();
    assert.deepEqual(await reading.query('select 1 as a'), [{ a: 1 }]);
    await writing.transaction(async (tx) => {
      await tx.query('insert into one values (1)');
    });
    const [begun] = await reading.query<{ n: number }>('select count(*) as n from one');
    assert.equal(begun?.n, 1);
    await rejectsAs('database-unreachable', () =>
      writing.transaction(async (tx) => {
        await tx.query('insert into one values (2)');
        await end();
        await tx.query('insert into one values (3)');
      }),
    );
    assert.deepEqual(await reading.query('select a from one'), [{ a: 1 }]);
  },
);

test('a pool whose writer has lost its place asks nothing more, and commits nothing', needsPostgres, async (t) => {
  const lost = new AbortController();
  const { address } = await freshDatabase(t);
  const pool = poolOn(t, address, { lost: lost.signal });
  await pool.query('create schema acta');
  await pool.query('create table one (a int)');
  await rejectsAs('writer-lost', () =>
    pool.transaction(async (tx) => {
      await tx.query('insert into one values (1)');
      lost.abort();
    }),
  );
  await rejectsAs('writer-lost', () => pool.query('select 1'));
  assert.deepEqual(await poolOn(t, address).query('select a from one'), []);
});

test(
  'a session that ends a moment before the loss of the place is known has ended with it',
  needsPostgres,
  async (t) => {
    const lost = new AbortController();
    const { address, url } = await freshDatabase(t);
    const pool = poolOn(t, address, { applicationName: 'acta stopped', lost: lost.signal });
    const end = "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'acta stopped'";
    await rejectsAs('writer-lost', () =>
      pool.transaction(async (tx) => {
        await asking(url, end);
        setTimeout(() => lost.abort(), 300);
        await tx.query('select 1');
      }),
    );
  },
);

test('a server that would lose what it acknowledged is refused for writing', needsOwnPostgres, async (t) => {
  const server = await otherCluster(t, { settings: { fsync: 'off', synchronous_commit: 'off' } });
  const address = parseDatabaseUrl(server.url('postgres'), 'ACTA_DATABASE_URL');
  const error = await rejectsAs('database-unsafe', () => poolOn(t, address).check());
  assert.equal(error.detail['name'], 'fsync');
  await poolOn(t, address, { readonly: true }).check();
});

test('what the environment says of PostgreSQL changes no connection', needsPostgres, async (t) => {
  const { address } = await freshDatabase(t);
  const said = {
    PGHOST: 'db.example.org',
    PGPORT: '1',
    PGDATABASE: 'none',
    PGUSER: 'nobody',
    PGOPTIONS: '-c role=nobody',
    PGSSLMODE: 'no-verify',
    PGSSLNEGOTIATION: 'direct',
    PGAPPNAME: 'other',
    PGCLIENTENCODING: 'LATIN1',
  };
  Object.assign(process.env, said);
  try {
    const [row] = await poolOn(t, address).query(
      "select current_database()::text as database, current_setting('application_name') as name, current_setting('client_encoding') as encoding",
    );
    assert.deepEqual(row, { database: address.database, name: 'acta test', encoding: 'UTF8' });
  } finally {
    for (const name of Object.keys(said)) delete process.env[name];
  }
});
