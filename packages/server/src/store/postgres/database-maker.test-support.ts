// A thread that makes and drops databases for a test file that cannot wait for a promise where it needs one. Every database
// is a copy of one cell's that is set up but empty.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { parseDatabaseUrl } from './connection-url.ts';
import { withDatabase } from './server.test-support.ts';
import { setUpDatabase } from './set-up.ts';

/** What the thread is started with: a superuser's URL, and a cell in which it counts what it has made. */
export interface MakerStart {
  readonly url: string;
  readonly made: SharedArrayBuffer;
}

/** What is asked of it. */
export type MakerWish = { readonly make: string } | { readonly drop: string };

/** What the template is made by: a server that outlives these files may hold one that others made. */
const SOURCES = ['roles.ts', 'lock-schema.ts', 'ledger-schema.ts', 'cell-schema.ts', 'capture-store.ts', 'set-up.ts'];
const TEMPLATE = `acta_template_${fingerprint()}`;
/** Any number that no other lock of that server has. */
const TEMPLATE_LOCK = 1_633_907_900;

const { made, url } = workerData as MakerStart;
const count = new Int32Array(made);
const client = new Client(url);
const ready = client.connect().then(ensureTemplate);
let last: Promise<unknown> = ready;

parentPort?.on('message', (wish: MakerWish) => {
  last = last.then(() => obey(wish));
});

async function obey(wish: MakerWish): Promise<void> {
  if ('drop' in wish) {
    await client.query(`drop database if exists ${wish.drop} with (force)`);
    return;
  }
  // Copied as files: nothing is kept of it that a crash could take.
  await client.query(`create database ${wish.make} template ${TEMPLATE} strategy file_copy`);
  Atomics.add(count, 0, 1);
  Atomics.notify(count, 0);
}

/** Test files run beside each other: one of them makes the template, the others wait for it. */
async function ensureTemplate(): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount === 0) {
    await client.query(`create database ${TEMPLATE}_made template template0`);
    await setUpDatabase(parseDatabaseUrl(withDatabase(url, `${TEMPLATE}_made`), 'ACTA_DATABASE_URL'));
    await client.query(`alter database ${TEMPLATE}_made rename to ${TEMPLATE}`);
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of SOURCES) hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}
