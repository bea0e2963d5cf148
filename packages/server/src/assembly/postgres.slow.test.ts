// What the archive promises, held to on PostgreSQL by the same tests that hold it to on SQLite: each of these files runs once
// more as a process of its own, with every vault in a fresh database.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withTestServer } from '../../../../tools/postgres-server.ts';
import { TEST_WORDS } from '../../../../tools/test-words.ts';
import { needsPostgres } from '../store/postgres/server.test-support.ts';

const isLong = process.env['ACTA_TEST_FORM'] === 'long';
/** Of each room's promises, those whose work the engine does most of. */
const ALWAYS = [
  'assembly/api.test.ts',
  'assembly/erasing.test.ts',
  'assembly/live.test.ts',
  'assembly/sending.test.ts',
  'assembly/undoing.test.ts',
  'cli/contract.test.ts',
  'intake/again.test.ts',
];
/** The rest of them. Two servers and kills are tried by tests of PostgreSQL's own. */
const LONG = [
  'access/beside-a-writer.slow.test.ts',
  'assembly/answering.test.ts',
  'assembly/api-client.test.ts',
  'assembly/api-hooks.test.ts',
  'assembly/audit.test.ts',
  'assembly/connection.test.ts',
  'assembly/entry-proof.test.ts',
  'assembly/history.test.ts',
  'assembly/imports.test.ts',
  'assembly/inbox-many.test.ts',
  'assembly/inbox.test.ts',
  'assembly/integrity.test.ts',
  'assembly/live-erasing.test.ts',
  'assembly/live-joining.test.ts',
  'assembly/media.test.ts',
  'assembly/object-check.test.ts',
  'assembly/person-fields.test.ts',
  'assembly/proof-roles.test.ts',
  'assembly/rebuild.test.ts',
  'assembly/search-live.test.ts',
  'assembly/sign-in.test.ts',
  'assembly/staff.test.ts',
  'assembly/titles.test.ts',
  'assembly/windows.test.ts',
  'cli/delivery.test.ts',
  'cli/live-import.test.ts',
  'cli/live.test.ts',
  'cli/people.test.ts',
  'cli/search.test.ts',
  'cli/taking-out.test.ts',
  'intake/bad-input.test.ts',
  'intake/forget.test.ts',
  'intake/identity.test.ts',
  'intake/input-flags.test.ts',
  'intake/interrupted.slow.test.ts',
];
const PROMISES = isLong ? [...ALWAYS, ...LONG] : ALWAYS;
if (!isLong)
  process.stdout.write(
    `not run: on PostgreSQL, ${LONG.length} further files of promises: only with ACTA_TEST_FORM=long\n`,
  );

const AS_TAP = '--test-reporter=tap';
const SUMMARY = /^# (tests|pass|fail|skipped) (\d+)$/gm;

test('what the archive promises on SQLite it promises on PostgreSQL', {
  ...needsPostgres,
  concurrency: 2,
}, async (t) => {
  await withTestServer(async (environment) => {
    await Promise.all(
      PROMISES.map((file) =>
        t.test(file, async (one) => {
          const { counts, said } = await runOnPostgres(file, environment);
          const { fail = 0, pass = 0, skipped = 0, tests = 0 } = counts;
          assert.equal(fail, 0, said);
          assert.ok(pass > 0 && pass + skipped === tests, said);
          one.diagnostic(`${pass} of ${tests} on PostgreSQL, ${skipped} of which are about files`);
        }),
      ),
    );
  });
});

async function runOnPostgres(file: string, environment: NodeJS.ProcessEnv) {
  // A test process that inherits this would report to the one that runs this file.
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = spawn(process.execPath, [...TEST_WORDS, AS_TAP, path], {
    env: { ...inherited, ...environment, ACTA_TEST_ENGINE: 'postgres' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await text(child.stdout);
  const counts = Object.fromEntries([...said.matchAll(SUMMARY)].map(([, name, count]) => [name, Number(count)]));
  return { said, counts: counts as Partial<Record<'tests' | 'pass' | 'fail' | 'skipped', number>> };
}
