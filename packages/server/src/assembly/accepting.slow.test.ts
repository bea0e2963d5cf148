// A kill at any moment between an answer and the ledger, and inside an erasure that came after: what was acknowledged is there once, and
// who was erased is not.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import type { WriteVault } from '../cli/vault.ts';
import { listPeople } from '../views/people.ts';
import { imagesOf } from './crash.test-support.ts';
import { webhookBody } from './live.test-support.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

const [HERS, HIS] = ['5215591827364', '34600112233'];
const NOW = 1_790_000_000;

/** Accepts a message, and tells of it when it is acknowledged. */
async function accept(vault: WriteVault, from: string, text: string, told: string[]): Promise<void> {
  const name = from === HERS ? 'Quixmorba' : 'Wympelzorg';
  const body = webhookBody({
    contacts: [{ wa_id: from, profile: { name } }],
    messages: [{ from, id: `wamid.${text}`, timestamp: String(NOW), type: 'text', text: { body: text } }],
  });
  const signature = createHmac('sha256', 'secret').update(body).digest('hex');
  await vault.accept({ body, signature, secret: 0, receivedAt: new Date(NOW * 1000) });
  told.push(text);
}

const textsIn = async (vault: TestVault): Promise<string[]> =>
  (await vault.seen()).entries.map((entry) => entry.replace(/^\d+ [^:]*: /, '')).sort();

test('a kill at any step leaves every acknowledged message once', async (t) => {
  const vault = testVault(t);
  const told: string[] = [];
  await vault.write(async (open) => open.settle());
  const images = await imagesOf(
    vault,
    () =>
      vault.write(async (open) => {
        await Promise.all(['a', 'b', 'c'].map((text) => accept(open, HERS, text, told)));
        await accept(open, HIS, 'd', told);
        await open.settle();
        await accept(open, HIS, 'e', told);
      }),
    told,
  );
  assert.ok(images.length > 10);
  for (const image of images) {
    const found = await textsIn(image.vault);
    assert.deepEqual(found, [...new Set(found)], image.at);
    for (const text of image.told) assert.ok(found.includes(text), `${image.at}: ${text}`);
    assert.equal((await image.vault.verify()).verdict, 'intact', image.at);
  }
});

test('a kill inside an erasure that follows leaves nothing of who is erased once it is ordered, and all of the others', async (t) => {
  const vault = testVault(t);
  const told: string[] = [];
  await vault.write(async (open) => {
    await accept(open, HERS, 'hers', told);
    await accept(open, HIS, 'his', told);
    await open.settle();
  });
  const images = await imagesOf(vault, () =>
    vault.write(async (open) => {
      await accept(open, HERS, 'hers again', told);
      await accept(open, HIS, 'his again', told);
      await open.settle();
      const ids = (await listPeople(open.views)).filter(({ names }) => names.includes('Quixmorba')).map(({ id }) => id);
      await open.erase(await open.planErasure({ scope: 'person', ids }), 'asked for');
      told.push('erased');
    }),
  );
  const ends = new Set<string>();
  for (const image of images) {
    const found = await textsIn(image.vault);
    assert.ok(found.includes('his'), image.at);
    ends.add(found.join());
    assert.equal((await image.vault.verify()).verdict, 'intact', image.at);
  }
  // Before the order all of hers stands, after it nothing.
  const allowed = [
    'hers,his',
    'hers,hers again,his',
    'hers,his,his again',
    'hers,hers again,his,his again',
    'his,his again',
  ];
  for (const end of ends) assert.ok(allowed.includes(end), end);
  assert.ok(ends.has('his,his again'));
});
