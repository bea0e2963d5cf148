// On which engine the tests of a vault run: SQLite, unless ACTA_TEST_ENGINE says postgres and ACTA_TEST_DATABASE_URL names a
// server of it. The same test files hold for both; what looks into a vault's files says so.

import type { TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { MakerStart, MakerWish } from './database-maker.test-support.ts';
import { withDatabase } from './server.test-support.ts';

const MAKE_MS = 60_000;
const SERVER = process.env['ACTA_TEST_DATABASE_URL'];

/** Whether vaults stand on PostgreSQL here. */
export const onPostgres: boolean = process.env['ACTA_TEST_ENGINE'] === 'postgres';
let maker: { readonly thread: Worker; readonly made: Int32Array } | undefined;
let asked = 0;

/** The address of a vault that is not yet made, for its place: nothing on SQLite. Its database is dropped after the test. */
export function freshPlace(t: TestContext): { readonly databaseUrl?: string } {
  if (!onPostgres) return {};
  if (SERVER === undefined) throw new Error('ACTA_TEST_DATABASE_URL names no server');
  maker ??= startMaker(SERVER);
  const { made, thread } = maker;
  asked += 1;
  const name = `acta_vault_${process.pid}_${asked}`;
  wish(thread, { make: name });
  while (Atomics.load(made, 0) < asked) {
    if (Atomics.wait(made, 0, asked - 1, MAKE_MS) === 'timed-out') throw new Error('no database was made');
  }
  t.after(() => wish(thread, { drop: name }));
  return { databaseUrl: withDatabase(SERVER, name) };
}

function wish(thread: Worker, one: MakerWish): void {
  thread.postMessage(one);
}

function startMaker(url: string): { readonly thread: Worker; readonly made: Int32Array } {
  const made = new SharedArrayBuffer(4);
  const workerData: MakerStart = { url, made };
  const thread = new Worker(new URL('./database-maker.test-support.ts', import.meta.url), { workerData });
  thread.unref();
  return { thread, made: new Int32Array(made) };
}
