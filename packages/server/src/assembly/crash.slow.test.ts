// A kill between any two steps of an erasure, a rotation or an import: the next opening completes it, and nothing else is lost.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Image, imagesOf } from './crash.test-support.ts';
import { androidText, testVault } from './vault.test-support.ts';

const GROUP = 'WhatsApp Chat with Zhandrokul.txt';
const LINES = androidText([
  ['25/12/2019', 'Brunhilde Quixmorba', 'vlendriskat uno'],
  ['25/12/2019', 'Otto Wympelzorg', 'jaburothex dos'],
  ['26/12/2019', 'Brunhilde Quixmorba', 'xobbiltane tres'],
  ['26/01/2020', 'Carla', 'pruvekdims quatro'],
]);

async function eachOpens(images: readonly Image[], check: (image: Image) => Promise<void>): Promise<void> {
  for (const image of images) {
    try {
      await check(image);
    } catch (error) {
      throw new Error(`killed ${image.at}`, { cause: error });
    }
  }
}

test('an erasure that is killed anywhere is either not ordered or completed when the vault is opened', async (t) => {
  const vault = testVault(t);
  await vault.importText(GROUP, LINES);
  const before = await vault.seen();
  const person = before.people.find(({ names }) => names[0] === 'Brunhilde Quixmorba')?.id ?? 0;
  const images = await imagesOf(vault, () => vault.erase({ scope: 'person', ids: [person] }));
  const after = await vault.seen();
  assert.equal(before.entries.length - after.entries.length, 2);
  assert.ok(images.length > 20);
  await eachOpens(images, async ({ vault: left }) => {
    const seen = await left.seen();
    const { altered, erased, missing } = await left.verify();
    assert.deepEqual({ altered, missing }, { altered: [], missing: [] });
    assert.equal(erased, seen.people.length === before.people.length ? 0 : 3);
    assert.deepEqual(seen, erased === 0 ? before : after);
    if (erased > 0) {
      const rows = await left.rows();
      assert.equal(
        rows['erasure']?.every(([, done]) => Number(done) > 0),
        true,
      );
      const done = await left.write((open) => open.reader.record(Number(rows['erasure']?.[0]?.[1])));
      assert.equal(done?.kind === 'erasure-done' && done.pages.length > 0, true, 'pages stand in the certificate');
    }
    await left.write((open) => open.rebuild(() => undefined));
    assert.deepEqual(await left.seen(), erased === 0 ? before : after);
  });
});

test('single entries, whose keys have survivors, survive a kill anywhere in the same way', async (t) => {
  const vault = testVault(t);
  await vault.importText(GROUP, LINES);
  const before = await vault.seen();
  const seq = Number(before.entries.find((line) => line.includes('vlendriskat'))?.split(' ')[0]);
  const images = await imagesOf(vault, () => vault.erase({ scope: 'entries', ids: [seq] }));
  const after = await vault.seen();
  await eachOpens(images, async ({ vault: left }) => {
    const seen = await left.seen();
    const { altered, erased, missing } = await left.verify();
    assert.deepEqual({ altered, missing }, { altered: [], missing: [] });
    assert.deepEqual(seen, erased === 0 ? before : after);
    assert.deepEqual((await left.search('xobbiltane')).length, 1);
    assert.deepEqual((await left.search('vlendriskat')).length, erased === 0 ? 1 : 0);
  });
});

test('a rotation that is killed anywhere leaves a vault that one of the two roots opens', async (t) => {
  const vault = testVault(t);
  await vault.importText(GROUP, LINES);
  const before = await vault.seen();
  const images = await imagesOf(vault, () => vault.house.rotate());
  assert.ok(images.length > 10);
  await eachOpens(images, async ({ vault: left }) => {
    const peeked = await left.house.peek();
    await peeked.close();
    assert.deepEqual(await left.seen(), before);
    assert.equal((await left.verify()).verdict, 'intact');
    assert.equal(existsSync(join(left.dir, 'keys.db.next')), false);
  });
});

test('an import that is killed anywhere shows nothing of itself until the next one completes it', async (t) => {
  const vault = testVault(t);
  await vault.importText('WhatsApp Chat with Carla.txt', androidText([['25/12/2019', 'Carla', 'zero']]));
  const before = await vault.seen();
  const images = await imagesOf(vault, () => vault.importText(GROUP, LINES));
  const after = await vault.seen();
  await eachOpens(images, async ({ vault: left }) => {
    const seen = await left.seen();
    assert.deepEqual(seen.chats, seen.chats.length === 1 ? before.chats : after.chats);
    assert.equal((await left.verify()).verdict, 'intact');
    await left.importText(GROUP, LINES);
    const texts = (lines: readonly string[]) => lines.map((line) => line.replace(/^\d+ /, ''));
    assert.deepEqual(texts((await left.seen()).entries), texts(after.entries));
    assert.deepEqual((await left.search('jaburothex')).length, 1);
  });
});
