// A vault, or a part of it, that was put back from yesterday: found and said, or harmless because it is folded again.

import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { isCode } from './error.test-support.ts';
import { androidText, type Seen, type TestVault, testVault } from './vault.test-support.ts';

const GROUP = 'WhatsApp Chat with Zhandrokul.txt';
const LINES = androidText([
  ['25/12/2019', 'Brunhilde Quixmorba', 'vlendriskat uno'],
  ['25/12/2019', 'Otto Wympelzorg', 'jaburothex dos'],
]);

interface Days {
  readonly vault: TestVault;
  /** As it was before the erasure and the second import. */
  readonly yesterday: TestVault;
  readonly seen: Seen;
}

async function twoDays(t: TestContext): Promise<Days> {
  const vault = testVault(t);
  await vault.importText(GROUP, LINES);
  const { people } = await vault.seen();
  await vault.search('uno');
  const yesterday = vault.image();
  await vault.erase({ scope: 'person', ids: [people[0]?.id ?? 0] });
  await vault.importText('WhatsApp Chat with Carla.txt', androidText([['25/12/2020', 'Carla', 'tres pruvekdims']]));
  await vault.search('tres');
  return { vault, yesterday, seen: await vault.seen() };
}

function putBack({ vault, yesterday }: Days, ...names: readonly string[]): void {
  for (const name of names) {
    for (const end of ['', '-wal', '-shm']) rmSync(join(vault.dir, name + end), { force: true });
    for (const file of readdirSync(yesterday.dir).filter((one) => one === name || one === `${name}-wal`)) {
      cpSync(join(yesterday.dir, file), join(vault.dir, file));
    }
  }
}

test('a ledger put back alone is refused for writing, and verify says what is missing', async (t) => {
  const days = await twoDays(t);
  putBack(days, 'ledger.db');
  await assert.rejects(() => days.vault.seen(), isCode('rolled-back'));
  await assert.rejects(() => days.vault.write(async () => undefined), isCode('rolled-back'));
  const report = await days.vault.verify();
  assert.equal(report.verdict, 'incomplete');
});

test('everything put back at once is refused all the same, since what was last seen is kept outside', async (t) => {
  const days = await twoDays(t);
  putBack(days, 'ledger.db', 'projections.db', 'search.db', 'keys.db');
  await assert.rejects(() => days.vault.write(async () => undefined), isCode('rolled-back'));
  const report = await days.vault.verify();
  assert.equal(report.verdict, 'incomplete');
});

test('projections and index put back are brought up to date, and show nothing of the erased', async (t) => {
  for (const names of [['projections.db'], ['search.db'], ['projections.db', 'search.db']]) {
    const days = await twoDays(t);
    putBack(days, ...names);
    const hits = await days.vault.search('vlendriskat');
    assert.deepEqual(hits, [], names.join());
    assert.equal((await days.vault.search('pruvekdims')).length, 1, names.join());
    assert.deepEqual(await days.vault.seen(), days.seen, names.join());
    assert.equal((await days.vault.verify()).verdict, 'intact', names.join());
  }
});

test('keys put back forget again whom they had forgotten, and mint no number twice', async (t) => {
  const days = await twoDays(t);
  const { vault } = days;
  const keysBefore = await lastSeenKeys(vault);
  putBack(days, 'keys.db');
  await vault.write(async () => undefined);
  const report = await vault.verify();
  // What was written since under keys that only the newer file had is lost, and named.
  assert.equal(report.verdict, 'incomplete');
  assert.equal(report.altered.length, 0);
  assert.ok((await lastSeenKeys(vault)) >= keysBefore);
  const again = await vault.importText(GROUP, `${LINES}27/01/2020, 10:00 - Otto Wympelzorg: cuatro\n`);
  assert.equal(again.suppressed, 1, 'who was erased stays away');
  assert.ok((await lastSeenKeys(vault)) > keysBefore);
  assert.equal((await vault.verify()).altered.length, 0);
});

test('older copies of the files cannot be opened with the keys of today where somebody was erased', async (t) => {
  const days = await twoDays(t);
  const { vault, yesterday } = days;
  putBack(days, 'ledger.db', 'search.db', 'projections.db');
  rmSync(join(vault.keysDir), { recursive: true });
  cpSync(join(yesterday.keysDir), vault.keysDir, { recursive: true });
  for (const name of readdirSync(vault.keysDir)) if (name.endsWith('.last')) rmSync(join(vault.keysDir, name));
  const report = await vault.verify();
  assert.equal(report.verdict, 'incomplete');
  assert.deepEqual([...new Set(report.missing.map(({ reason }) => reason))], ['key-destroyed']);
  assert.deepEqual(await vault.search('vlendriskat'), []);
});

async function lastSeenKeys(vault: TestVault): Promise<number> {
  const { readLastSeen } = await import('../store/last-seen.ts');
  const { openVaultFolder } = await import('../store/vault-folder.ts');
  return readLastSeen({ dir: vault.keysDir, cellHex: openVaultFolder(vault.dir).cellHex })?.keys ?? 0;
}
