// A real PostgreSQL for the tests of this room and of those that need an engine: one server a process, a fresh database a test.
// ACTA_TEST_DATABASE_URL names a server instead, for a superuser of it; what needs a second cluster, or a server of a certain make,
// is spawned in any case.

import type { TestContext } from 'node:test';
import { Client } from 'pg';
import {
  type PostgresServer,
  type PostgresWish,
  startPostgres,
  whyNoPostgres,
} from '../../../../../tools/postgres-server.ts';
import { DatabasePool, type DatabasePoolOptions } from './connection.ts';
import { type DatabaseAddress, parseDatabaseUrl } from './connection-url.ts';
import { setUpDatabase } from './set-up.ts';

const GIVEN = process.env['ACTA_TEST_DATABASE_URL'];
let whyNot: { readonly reason: string | undefined } | undefined;

/** For tests of any PostgreSQL: they are left out, and say why, where there is none. */
export const needsPostgres: { readonly skip: string | false } = {
  get skip() {
    const why = GIVEN === undefined ? askedOnce() : undefined;
    return why === undefined ? false : `no PostgreSQL: ${why}; ACTA_TEST_DATABASE_URL may name a server`;
  },
};
/** For tests that start a server of their own. */
export const needsOwnPostgres: { readonly skip: string | false } = {
  get skip() {
    const why = askedOnce();
    return why === undefined ? false : `no PostgreSQL to start: ${why}`;
  },
};

/** A process is started to find out: only where somebody needs to know. */
function askedOnce(): string | undefined {
  whyNot ??= { reason: whyNoPostgres() };
  return whyNot.reason;
}

let shared: Promise<PostgresServer> | undefined;
let made = 0;

/** A database of its own, dropped when the test ends: its URL for a superuser. */
export async function freshDatabase(
  t: TestContext,
): Promise<{ readonly url: string; readonly address: DatabaseAddress }> {
  const url = GIVEN ?? (await sharedServer()).url('postgres');
  made += 1;
  const name = `acta_test_${process.pid}_${made}`;
  await asking(url, `create database ${name} template template0 strategy file_copy`);
  t.after(() => asking(url, `drop database if exists ${name} with (force)`));
  const own = withDatabase(url, name);
  return { url: own, address: parseDatabaseUrl(own, 'ACTA_DATABASE_URL') };
}

/** A cluster beside the shared one, gone when the test ends. */
export async function otherCluster(t: TestContext, wish: PostgresWish = {}): Promise<PostgresServer> {
  const server = await startPostgres(wish);
  t.after(() => server.stop());
  return server;
}

/** A pool on an address, closed when the test ends. */
export function poolOn(
  t: TestContext,
  address: DatabaseAddress,
  options: Partial<DatabasePoolOptions> = {},
): DatabasePool {
  const pool = new DatabasePool({ applicationName: 'acta test', ...options, address });
  t.after(() => pool.close());
  return pool;
}

/** One statement on a connection of its own. */
export async function asking<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Row & Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** The same server's other database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^([a-z]+:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${name}`);
}

function sharedServer(): Promise<PostgresServer> {
  shared ??= startPostgres();
  return shared;
}

/** A cell's database as `acta` makes it. */
export async function freshCell(t: TestContext): Promise<{ readonly url: string; readonly address: DatabaseAddress }> {
  const made = await freshDatabase(t);
  await setUpDatabase(made.address);
  return made;
}

/** The same database for another login. */
export function asLogin(address: DatabaseAddress, user: string, password: string): DatabaseAddress {
  return { ...address, user, password: () => password };
}

let keyServer: Promise<PostgresServer> | undefined;

/** A database of its own in a cluster that can forget: its log has small files, so that a test need not write over large ones. */
export async function freshKeyServer(t: TestContext): Promise<DatabaseAddress> {
  return parseDatabaseUrl(await freshKeyUrl(t), 'ACTA_KEYS_URL');
}

/** The same as a setting names it. */
export async function freshKeyUrl(t: TestContext): Promise<string> {
  keyServer ??= startPostgres(FORGETTING);
  const url = (await keyServer).url('postgres');
  made += 1;
  const name = `acta_keys_test_${made}`;
  await asking(url, `create database ${name} template template0 strategy file_copy`);
  t.after(() => asking(url, `drop database if exists ${name} with (force)`));
  return withDatabase(url, name);
}

/** How a key server is set up. */
export const FORGETTING: PostgresWish = { walSegmentMb: 1, settings: { min_wal_size: '2MB', max_wal_size: '8MB' } };
