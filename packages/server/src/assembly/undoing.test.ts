// Withdrawing an import: hidden at once, erased when its time has come; what another import stands for stays.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { androidText, type TestVault, testVault } from './vault.test-support.ts';

const group = 'WhatsApp Chat with Zhandrokul.txt';
const DAYS: readonly (readonly [string, string, string])[] = [
  ['25/12/2019', 'Brunhilde', 'vlendriskat uno'],
  ['26/12/2019', 'Otto', 'jaburothex dos'],
  ['27/12/2019', 'Carla', 'pruvekdims tres'],
];
const FIRST = androidText(DAYS.slice(0, 2));
const BOTH = androidText(DAYS);

async function imported(vault: TestVault, text: string): Promise<number> {
  return (await vault.importText(group, text)).import ?? 0;
}

/** Every record still held, by kind. */
async function held(vault: TestVault): Promise<string[]> {
  const rows = await vault.rows();
  return (rows['other'] ?? []).map(([, kind]) => String(kind));
}

async function expectIntact(vault: TestVault): Promise<void> {
  const { altered, missing } = await vault.verify();
  assert.deepEqual({ altered, missing }, { altered: [], missing: [] });
}

test('the only import of a conversation takes it along, with those who were met nowhere else', async (t) => {
  const vault = testVault(t);
  const id = await imported(vault, BOTH);
  await vault.undo(id, false);
  assert.deepEqual((await vault.seen()).chats, []);
  assert.ok((await held(vault)).includes('conversation'));
  await vault.undo(id, true);
  assert.deepEqual(await vault.seen(), { chats: [], people: [], entries: [] });
  assert.equal(
    (await held(vault)).some((kind) => ['conversation', 'person', 'import', 'capture'].includes(kind)),
    false,
  );
  await expectIntact(vault);
  assert.equal((await vault.importText(group, BOTH)).added, 4);
});

test('what a later import also brought stays when the first is erased, and goes with the last that stands for it', async (t) => {
  const vault = testVault(t);
  const first = await imported(vault, FIRST);
  const second = await imported(vault, BOTH);
  const whole = (await vault.seen()).entries;
  await vault.undo(first, true);
  assert.deepEqual((await vault.seen()).entries, whole);
  const third = await imported(vault, FIRST.replace('jaburothex dos', 'jaburothex dos!'));
  await vault.undo(second, true);
  const left = (await vault.seen()).entries;
  assert.deepEqual(
    [left.some((one) => one.includes('vlendriskat')), left.some((one) => one.includes('pruvekdims'))],
    [true, false],
  );
  assert.deepEqual(await vault.search('pruvekdims'), []);
  assert.equal((await vault.rows())['entry']?.length, left.length, 'nothing hidden is kept');
  await vault.undo(third, true);
  assert.deepEqual(await vault.seen(), { chats: [], people: [], entries: [] });
  await expectIntact(vault);
});

test('a version whose entry is erased stands in its place, also after folding again', async (t) => {
  const vault = testVault(t);
  const first = await imported(vault, FIRST);
  await imported(vault, BOTH.replace('vlendriskat uno', 'This message was deleted'));
  const before = (await vault.seen()).entries;
  assert.equal(before.filter((line) => line.includes('[')).length, 1);
  await vault.undo(first, true);
  const after = (await vault.seen()).entries;
  assert.equal(after.length, before.length);
  assert.equal(
    after.some((line) => line.includes('vlendriskat')),
    false,
  );
  const rows = await vault.rows();
  await vault.write((open) => open.rebuild(() => undefined));
  assert.deepEqual(await vault.rows(), rows);
  await expectIntact(vault);
});

test('a withdrawn import is erased when the vault is opened after its time, not before', async (t: TestContext) => {
  const vault = testVault(t);
  await vault.undo(await imported(vault, BOTH), false);
  const day = 86_400_000;
  const now = Date.now();
  t.mock.timers.enable({ apis: ['Date'], now: now + 30 * day - 3_600_000 });
  await vault.write(async () => undefined);
  assert.ok((await held(vault)).includes('import'));
  t.mock.timers.setTime(now + 30 * day + 3_600_000);
  await vault.write(async () => undefined);
  assert.equal((await held(vault)).includes('import'), false);
  const done = (await held(vault)).filter((kind) => kind === 'erasure-done').length;
  await vault.write(async () => undefined);
  assert.equal((await held(vault)).filter((kind) => kind === 'erasure-done').length, done);
  await expectIntact(vault);
});
