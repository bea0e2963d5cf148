// Two servers on one database, as processes: the one that writes is killed, or stopped and woken, again and again. The other writes
// within ten seconds; nothing that was said to be kept is missing, and what was stopped keeps nothing more.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WITH_JOINED } from '../../../joined/place.ts';
import type { Queryable } from './connection.ts';
import { parseDatabaseUrl } from './connection-url.ts';
import { takePostgresLock } from './lock.ts';
import { freshCell, needsOwnPostgres, needsPostgres, otherCluster, poolOn } from './server.test-support.ts';
import { setUpDatabase } from './set-up.ts';
import { freePort } from './tls.test-support.ts';

const PROCESS = fileURLToPath(new URL('lock-holder.test-support.ts', import.meta.url));
/** What a deployment is promised. */
const TAKE_OVER_MS = 10_000;
const ROUNDS = 3;

interface Holder {
  readonly child: ChildProcess;
  readonly said: string[];
  /** Resolves when a line begins with this word; rejects when that takes longer than a take-over may. */
  readonly says: (word: string) => Promise<void>;
}

function startHolder(t: TestContext, url: string): Holder {
  const child = spawn(process.execPath, [...WITH_JOINED, PROCESS, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  const says = async (word: string): Promise<void> => {
    const signal = AbortSignal.timeout(TAKE_OVER_MS);
    while (!said.some((line) => line.startsWith(word))) await once(lines, 'line', { signal });
  };
  return { child, said, says };
}

const numbered = (said: readonly string[], word: string): number[] =>
  said.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.slice(word.length)));

async function rowsOfEpoch(reader: Queryable, epoch: number | undefined): Promise<number[]> {
  const rows = await reader.query<{ size: number }>('select size from checkpoint where note = $1 order by size', [
    String(epoch),
  ]);
  return rows.map(({ size }) => size);
}

/** The last that was inside may have been kept without having said so: whoever was stopped had committed. */
function assertKept(rows: readonly number[], { said }: Holder): void {
  const kept = numbered(said, 'kept');
  const inside = numbered(said, 'inside');
  assert.ok(kept.length > 0);
  assert.deepEqual(rows.slice(0, kept.length), kept);
  assert.ok(
    rows.length <= kept.length + 1 && rows.every((row) => inside.includes(row)),
    `${rows.length} of ${kept.length}`,
  );
}

test('a writer that is killed is followed within ten seconds, and what it kept is there', needsPostgres, async (t) => {
  const { address, url } = await freshCell(t);
  const reader = poolOn(t, address, { readonly: true });
  let holder = startHolder(t, url);
  await holder.says('epoch');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const next = startHolder(t, url);
    await holder.says('kept');
    holder.child.kill('SIGKILL');
    await next.says('epoch');
    assertKept(await rowsOfEpoch(reader, round), holder);
    assert.deepEqual(numbered(next.said, 'epoch'), [round + 1]);
    holder = next;
  }
});

test(
  'a writer that is stopped is followed within ten seconds, and keeps nothing when it wakes',
  needsPostgres,
  async (t) => {
    const { address, url } = await freshCell(t);
    const reader = poolOn(t, address, { readonly: true });
    const holder = startHolder(t, url);
    await holder.says('kept');
    const next = startHolder(t, url);
    // Inside a transaction that was told the epoch is its own.
    holder.said.length = 0;
    await holder.says('inside');
    holder.child.kill('SIGSTOP');
    await next.says('epoch');
    const before = await rowsOfEpoch(reader, 1);
    await next.says('kept');
    holder.child.kill('SIGCONT');
    await holder.says('lost');
    assert.deepEqual(await rowsOfEpoch(reader, 1), before);
    assert.match(holder.said.at(-1) ?? '', /lost (?:writer-lost|database-unreachable)/);
    await next.says('kept');
  },
);

/** What stands between a holder and the server, and lets nothing through once it is cut: no answer, and no end either. */
async function cable(t: TestContext, port: number): Promise<{ readonly port: number; readonly cut: () => void }> {
  const sockets: Socket[] = [];
  const proxy = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far);
    far.pipe(near);
  });
  const own = await freePort();
  await new Promise<void>((done) => proxy.listen(own, '127.0.0.1', done));
  t.after(() => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
  });
  const cut = (): void => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  return { port: own, cut };
}

test(
  'a writer that is cut off is followed within ten seconds, and knows that it lost its place',
  needsOwnPostgres,
  async (t) => {
    const port = await freePort();
    const server = await otherCluster(t, { settings: { listen_addresses: '127.0.0.1', port: String(port) } });
    const address = parseDatabaseUrl(server.url('postgres'), 'ACTA_DATABASE_URL');
    await setUpDatabase(address);
    const line = await cable(t, port);
    const far = { ...address, host: '127.0.0.1', port: line.port };
    const first = await takePostgresLock({ address: far, patienceMs: 0 });
    const lost = once(first.lost, 'abort', { signal: AbortSignal.timeout(TAKE_OVER_MS) });
    line.cut();
    const second = await takePostgresLock({ address, patienceMs: TAKE_OVER_MS });
    assert.equal(second.epoch, first.epoch + 1);
    await lost;
    await second.release();
  },
);
