// A vault whose making was struck by a crash: whoever comes next, a reader too, finishes it.

import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isCode } from './error.test-support.ts';
import { testVault } from './vault.test-support.ts';

const DATABASES = ['keys.db', 'ledger.db', 'projections.db', 'search.db'];

test('a vault that has a name and nothing more, or an empty file beside it, is finished by whoever looks at it', async (t) => {
  const vault = testVault(t);
  await vault.write(async () => undefined);
  for (const left of [[], ['keys.db']]) {
    for (const name of readdirSync(vault.keysDir)) if (name.endsWith('.last')) rmSync(join(vault.keysDir, name));
    for (const name of DATABASES) {
      for (const end of ['', '-wal', '-shm']) rmSync(join(vault.dir, name + end), { force: true });
      if (left.includes(name)) writeFileSync(join(vault.dir, name), '');
    }
    const report = await vault.verify();
    assert.deepEqual([report.verdict, report.size], ['intact', 1], left.join());
  }
});

test('a vault of which this machine has seen a signature is never taken for one that was not finished', async (t) => {
  const vault = testVault(t);
  await vault.write(async () => undefined);
  for (const name of DATABASES) rmSync(join(vault.dir, name), { force: true });
  await assert.rejects(() => vault.verify(), isCode('vault-damaged'));
});
