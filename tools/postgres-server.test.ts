// The server that tests start: it is real, it is apart from every other, and it is gone when whoever started it is.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres-server.ts';

const why = whyNoPostgres();
const needs = { skip: why ?? false, timeout: 60_000 };
const folderOf = (url: string): string => new URL(url).searchParams.get('host') ?? '';

test('a server that is stopped leaves nothing', needs, async () => {
  const server = await startPostgres();
  const folder = folderOf(server.url('postgres'));
  assert.ok(existsSync(folder));
  await server.stop();
  assert.ok(!existsSync(folder));
  assert.throws(() => process.kill(server.pid, 0));
});

test('a server does not outlive who started it, killed or not', needs, async () => {
  for (const end of ['process.kill(process.pid, "SIGKILL")', 'process.exit(0)', '']) {
    const starter = `
      import { startPostgres } from ${JSON.stringify(new URL('./postgres-server.ts', import.meta.url).href)};
      const server = await startPostgres();
      console.log(JSON.stringify([server.pid, server.url('postgres')]));
      ${end}`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', starter], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const [pid, url]: [number, string] = JSON.parse(line);
    while (existsSync(folderOf(url))) await sleep(20);
    assert.throws(() => process.kill(pid, 0), end);
  }
});

test(
  'of each make one empty cluster is made and copied, where they are kept; one that must be apart is made',
  needs,
  async () => {
    const first = await startPostgres({ keepsClusters: true });
    process.env['ACTA_TEST_CLUSTERS'] = first.kept;
    try {
      const small = { walSegmentMb: 1 };
      const others = [
        await startPostgres(),
        await startPostgres(small),
        await startPostgres(small),
        await startPostgres({ isApart: true }),
      ];
      const [one, same, another, again, apart] = [first, ...others].map(identityOf);
      await Promise.all([first, ...others].map((server) => server.stop()));
      assert.equal(one, same);
      assert.notEqual(one, another);
      assert.equal(another, again);
      assert.ok(apart !== one && apart !== another);
      assert.ok(!existsSync(first.kept ?? ''));
    } finally {
      Reflect.deleteProperty(process.env, 'ACTA_TEST_CLUSTERS');
    }
  },
);

/** The number that a cluster was made with. */
function identityOf(server: PostgresServer): bigint {
  return readFileSync(join(folderOf(server.url('postgres')), 'data/global/pg_control')).readBigUInt64LE();
}
