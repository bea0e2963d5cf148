// The writer's place over a real server: one holder, an epoch for each, and nothing committed by who lost it.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../../server-error.ts';
import type { Queryable } from './connection.ts';
import { takePostgresLock } from './lock.ts';
import { LEDGER } from './roles.ts';
import { asking, freshCell, needsPostgres, poolOn } from './server.test-support.ts';

const isCode = (code: string) => (error: unknown) => error instanceof ServerError && error.code === code;
const assertWriter = async (tx: Queryable, epoch: number): Promise<void> => {
  await tx.query('select assert_writer($1)', [epoch]);
};

test('one holds the writer’s place; the next has a higher epoch', needsPostgres, async (t) => {
  const { address } = await freshCell(t);
  const first = await takePostgresLock({ address, patienceMs: 0 });
  await assert.rejects(() => takePostgresLock({ address, patienceMs: 0 }), isCode('writer-busy'));
  const stop = new AbortController();
  const waiting = takePostgresLock({ address, patienceMs: Number.POSITIVE_INFINITY, signal: stop.signal });
  stop.abort(new RangeError('stopped'));
  await assert.rejects(() => waiting, RangeError);
  const patient = takePostgresLock({ address, patienceMs: 30_000 });
  await first.release();
  const second = await patient;
  assert.deepEqual([first.epoch, second.epoch, second.applicationName], [1, 2, 'acta writer 2']);
  assert.deepEqual([first.lost.aborted, second.lost.aborted], [false, false]);
  await second.release();
});

test(
  'a holder whose session ends is told so, and its epoch commits nothing once another has begun',
  needsPostgres,
  async (t) => {
    const { address, url } = await freshCell(t);
    const first = await takePostgresLock({ address, patienceMs: 0 });
    const writing = poolOn(t, address, { role: LEDGER, applicationName: first.applicationName });
    await writing.transaction((tx) => assertWriter(tx, first.epoch));
    const told = once(first.lost, 'abort');
    await asking(
      url,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())`,
    );
    await told;
    const second = await takePostgresLock({ address, patienceMs: 0 });
    await assert.rejects(() => writing.transaction((tx) => assertWriter(tx, first.epoch)), isCode('writer-lost'));
    await writing.transaction((tx) => assertWriter(tx, second.epoch));
    await first.release();
    await second.release();
  },
);

test('a transaction that holds its epoch is ended before the next epoch begins', needsPostgres, async (t) => {
  const { address, url } = await freshCell(t);
  const first = await takePostgresLock({ address, patienceMs: 0 });
  const writing = poolOn(t, address, { role: LEDGER, applicationName: first.applicationName });
  const unfinished = writing.transaction(async (tx) => {
    await assertWriter(tx, first.epoch);
    await tx.query("insert into checkpoint (size, note) values (1, 'late')");
    await first.release();
    const second = await takePostgresLock({ address, patienceMs: 0 });
    await second.release();
    await tx.query('select 1');
  });
  await assert.rejects(() => unfinished, isCode('database-unreachable'));
  assert.deepEqual(await asking(url, 'select size from acta.checkpoint'), []);
});

test('a holder that no longer has the lock in the server’s eyes gives up', needsPostgres, async (t) => {
  const { address, url } = await freshCell(t);
  const holder = await takePostgresLock({ address, patienceMs: 0 });
  const told = once(holder.lost, 'abort');
  await asking(url, 'update acta.writer set epoch = epoch + 1');
  await told;
  await holder.release();
});

test('who waits for the place waits on through a restart of the server', needsPostgres, async (t) => {
  const { address, url } = await freshCell(t);
  const holder = await takePostgresLock({ address, patienceMs: 0 });
  const waiting = takePostgresLock({ address, patienceMs: 30_000 });
  const sessions =
    "select pid from pg_stat_activity where datname = current_database() and application_name like 'acta %writer%'";
  while ((await asking(url, sessions)).length < 2) await sleep(20);
  await asking(url, `select pg_terminate_backend(pid) from (${sessions}) as session`);
  const next = await waiting;
  assert.equal(next.epoch, holder.epoch + 1);
  await holder.release();
  await next.release();
});
