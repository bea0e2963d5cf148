// The cell's root key, from the first start to a rotation: who may read it, what opens it, and what no longer does.

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { defaultKeysDir, hasRootKey } from '../store/root-key.ts';
import { takeWriterLock } from '../store/sqlite/writer-lock.ts';
import { openVaultFolder } from '../store/vault-folder.ts';
import { imagesOf } from './crash.test-support.ts';
import { isCode } from './error.test-support.ts';
import { androidText, type TestVault, testVault } from './vault.test-support.ts';
import { VaultHouse } from './vault-house.ts';

const LINES = androidText([['25/12/2019', 'Brunhilde', 'vlendriskat uno']]);

async function madeVault(t: TestContext, options: { readonly passphrase?: string } = {}): Promise<TestVault> {
  const vault = testVault(t, options);
  await vault.importText('WhatsApp Chat with Brunhilde.txt', LINES);
  return vault;
}

function rootFile(vault: TestVault): string {
  return join(vault.keysDir, `${openVaultFolder(vault.dir).cellHex}.root`);
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('the first start makes folders and files that only their owner can read', async (t) => {
  const vault = await madeVault(t);
  for (const dir of [vault.dir, vault.keysDir]) {
    assert.equal(modeOf(dir), 0o700);
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.name.includes('.db') || entry.name === 'writer.lock') continue;
      assert.equal(modeOf(path) & 0o077, 0, entry.name);
    }
  }
  const cell = openVaultFolder(vault.dir).cellHex;
  assert.deepEqual(readdirSync(vault.keysDir).sort(), [`${cell}.last`, `${cell}.root`]);
  assert.equal(defaultKeysDir({ HOME: '/h', XDG_CONFIG_HOME: '/c' }), '/c/acta/keys');
  assert.equal(defaultKeysDir({ ACTA_KEYS: '/k' }), '/k');
});

test('a root key that is missing, exposed, cut off or of another vault opens nothing and changes nothing', async (t) => {
  const vault = await madeVault(t);
  const other = await madeVault(t);
  const file = rootFile(vault);
  const whole = readFileSync(file);
  const before = readFileSync(join(vault.dir, 'keys.db'));
  chmodSync(file, 0o640);
  await assert.rejects(() => vault.seen(), isCode('key-exposed'));
  chmodSync(file, 0o600);
  for (const bytes of [readFileSync(rootFile(other)), whole.subarray(0, 20), Buffer.alloc(0)]) {
    writeFileSync(file, bytes);
    await assert.rejects(() => vault.seen(), isCode('key-wrong'));
    await assert.rejects(() => vault.house.rotate(), isCode('key-wrong'));
    await assert.rejects(() => vault.house.newCode(), isCode('key-wrong'));
  }
  rmSync(file);
  await assert.rejects(() => vault.seen(), isCode('key-missing'));
  assert.ok(readFileSync(join(vault.dir, 'keys.db')).equals(before));
  writeFileSync(file, whole, { mode: 0o600 });
  assert.equal((await vault.seen()).entries.length, 2);
});

test('a recovery code is given once, brings a lost root back, and is worth nothing after a rotation', async (t) => {
  const vault = await madeVault(t);
  const code = await vault.house.newCode();
  await assert.rejects(() => vault.house.newCode(), isCode('code-shown'));
  rmSync(rootFile(vault));
  const wrong = code.replace(/[^-](?=[^-]*$)/, (last) => (last === 'A' ? 'B' : 'A'));
  await assert.rejects(() => vault.house.recover(wrong), isCode('recovery-wrong'));
  assert.equal(existsSync(rootFile(vault)), false);
  await vault.house.recover(code);
  assert.equal(modeOf(rootFile(vault)), 0o600);
  const before = await vault.seen();
  const root = readFileSync(rootFile(vault));
  await vault.house.rotate();
  assert.equal(readFileSync(rootFile(vault)).equals(root), false);
  assert.deepEqual(await vault.seen(), before);
  await assert.rejects(() => vault.house.recover(code), isCode('recovery-missing'));
  const next = await vault.house.newCode();
  rmSync(rootFile(vault));
  await vault.house.recover(next);
  assert.deepEqual(await vault.seen(), before);
  const kinds = (await vault.rows())['other']?.map(([, kind]) => kind);
  assert.equal(kinds?.filter((kind) => kind === 'rotation').length, 1);
  assert.equal((await vault.verify()).verdict, 'intact');
});

test('a passphrase seals the root, and without it or with another nothing opens', async (t) => {
  const vault = await madeVault(t, { passphrase: 'correct horse' });
  const open = (keys: { readonly passphrase?: string }) =>
    new VaultHouse({ ...vault.place, keys: { dir: vault.keysDir, ...keys } }).peek();
  await assert.rejects(() => open({}), isCode('passphrase-needed'));
  await assert.rejects(() => open({ passphrase: 'wrong horse' }), isCode('passphrase-wrong'));
  await (await open({ passphrase: 'correct horse' })).close();
});

test('a reader beside a rotation takes nothing of it away', async (t) => {
  const vault = await madeVault(t);
  const images = await imagesOf(vault, () => vault.house.rotate());
  const recorded = images.findIndex(({ at }) => at === 'after commit');
  for (const { at, vault: image } of images.slice(0, recorded)) {
    const folder = openVaultFolder(image.dir);
    const place = { dir: image.keysDir, cellHex: folder.cellHex };
    const files = readdirSync(image.dir).filter((name) => name.startsWith('keys.db.next'));
    const hadNext = hasRootKey(place, 'root.next');
    const lock = takeWriterLock(folder.file('writer.lock'), 0);
    const beside = await image.house.peek().catch((error: unknown) => error);
    await lock.release();
    if (!(beside instanceof Error)) await (beside as Awaited<ReturnType<VaultHouse['peek']>>).close();
    assert.equal(beside instanceof Error, false, at);
    assert.equal(hasRootKey(place, 'root.next'), hadNext, at);
    for (const name of files) assert.ok(existsSync(join(image.dir, name)), at);
  }
});

test('one writer at a time: a second is told so, and the lock dies with who held it', async (t) => {
  const vault = await madeVault(t);
  const lock = takeWriterLock(join(vault.dir, 'writer.lock'), 0);
  await assert.rejects(() => vault.write(async () => undefined), isCode('writer-busy'));
  await assert.rejects(() => vault.house.rotate(), isCode('writer-busy'));
  await assert.rejects(() => vault.house.newCode(), isCode('writer-busy'));
  await lock.release();
  assert.equal((await vault.seen()).chats.length, 1);
});

test('two that make one vault at once make one vault', async (t) => {
  const vault = testVault(t);
  const made = await Promise.allSettled(
    [1, 2, 3].map(() => vault.write(async (open) => Buffer.from(open.cellId).toString('hex'))),
  );
  const cells = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  assert.ok(cells.length > 0);
  assert.deepEqual(new Set(cells), new Set([openVaultFolder(vault.dir).cellHex]));
  for (const one of made) if (one.status === 'rejected') assert.ok(isCode('writer-busy')(one.reason));
});

test('a vault that was moved opens with its key, and a damaged note of what was last seen closes it and is named', async (t) => {
  const vault = await madeVault(t);
  const moved = vault.image();
  renameSync(moved.dir, `${moved.dir}-2`);
  const house = new VaultHouse({ ...moved.place, dir: `${moved.dir}-2` });
  await (await house.peek()).close();
  const note = join(vault.keysDir, `${openVaultFolder(vault.dir).cellHex}.last`);
  const bytes = readFileSync(note);
  bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60);
  writeFileSync(note, bytes);
  for (const work of [() => vault.write(async () => undefined), () => vault.seen(), () => vault.verify()]) {
    await assert.rejects(work, isCode('seen-damaged'), 'the vault is not called older');
  }
  rmSync(note);
  await vault.write(async () => undefined);
  assert.equal((await vault.verify()).verdict, 'intact');
});

test('where no folder can be made, that is said at once', async (t) => {
  const vault = await madeVault(t);
  const inFile = join(vault.dir, 'cell', 'deeper', 'vault');
  const house = new VaultHouse({ ...vault.place, dir: inFile });
  await assert.rejects(() => house.write({ make: true }), isCode('out-unwritable'));
});
