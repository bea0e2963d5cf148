// Erasing what came through the platform: pieces go, what is delivered again stays away, tables are those of a rebuild.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { WriteVault } from '../cli/vault.ts';
import { listPeople } from '../views/people.ts';
import { deliver, type Said, webhookBody } from './live.test-support.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

const [HERS, HIS] = ['5215591827364', '34600112233'];
const NOW = 1_790_000_000;

function said(from: string, id: string, body: string, second = 0): Said {
  return { from, id: `wamid.${id}`, timestamp: String(NOW + second), type: 'text', text: { body } };
}

function contact(waId: string, name: string): Said {
  return { wa_id: waId, profile: { name } };
}

const hers = (id: string, text: string): Buffer =>
  webhookBody({ contacts: [contact(HERS, 'Quixmorba')], messages: [said(HERS, id, text)] });
const his = (id: string, text: string): Buffer =>
  webhookBody({ contacts: [contact(HIS, 'Wympelzorg')], messages: [said(HIS, id, text)] });
const status = (id: string, state: string): Buffer =>
  webhookBody({
    contacts: [contact(HERS, 'Quixmorba')],
    statuses: [{ id: `wamid.${id}`, status: state, timestamp: String(NOW + 9), recipient_id: HERS }],
  });

async function textsIn(vault: TestVault): Promise<string[]> {
  return (await vault.seen()).entries.map((entry) => entry.replace(/^\d+ /, '')).sort();
}

async function personCalled(open: WriteVault, name: string): Promise<number> {
  return (await listPeople(open.views)).find(({ names }) => names.includes(name))?.id ?? 0;
}

async function eraseCalled(open: WriteVault, name: string): Promise<void> {
  await open.settle();
  const ids = [await personCalled(open, name)];
  await open.erase(await open.planErasure({ scope: 'person', ids }), 'asked for');
}

test('what an erased person sent stays away however often it is delivered, in any bytes; what they send later comes in', async (t) => {
  const vault = testVault(t);
  const old = hers('1', 'vlendriskat');
  await vault.write(async (open) => {
    await deliver(open, old);
    await deliver(open, his('2', 'jaburothex'));
    await eraseCalled(open, 'Quixmorba');
    await deliver(open, old);
    await deliver(open, webhookBody({ messages: [said(HERS, '1', 'vlendriskat')] }));
    await deliver(open, status('1', 'read'));
    await open.settle();
    assert.deepEqual(
      (await listPeople(open.views)).flatMap(({ names }) => names).filter((name) => name.startsWith('Quix')),
      [],
    );
  });
  assert.deepEqual(await textsIn(vault), ['Wympelzorg: jaburothex']);
  assert.equal((await vault.verify()).verdict, 'intact');
  const report = await vault.verify();
  assert.ok(report.erased > 0);
  await vault.write((open) => deliver(open, hers('3', 'nuevo')));
  assert.deepEqual(await textsIn(vault), ['Quixmorba: nuevo', 'Wympelzorg: jaburothex']);
});

test('a delivery of two people keeps what is not erased', async (t) => {
  const vault = testVault(t);
  const both = webhookBody({
    contacts: [contact(HERS, 'Quixmorba'), contact(HIS, 'Wympelzorg')],
    messages: [said(HERS, '1', 'vlendriskat'), said(HIS, '2', 'jaburothex')],
  });
  await vault.write(async (open) => {
    await deliver(open, both);
    await eraseCalled(open, 'Quixmorba');
    await deliver(open, both);
  });
  assert.deepEqual(await textsIn(vault), ['Wympelzorg: jaburothex']);
});

test('an entry erased by itself stays away; its person and their other messages stay', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    await deliver(open, hers('1', 'vlendriskat'));
    await deliver(open, hers('2', 'xobbiltane'));
  });
  const [first] = (await vault.seen()).entries.filter((entry) => entry.endsWith('vlendriskat'));
  await vault.erase({ scope: 'entries', ids: [Number.parseInt(first ?? '', 10)] });
  await vault.write(async (open) => {
    await deliver(open, hers('1', 'vlendriskat'));
    await deliver(open, hers('2', 'xobbiltane'));
  });
  assert.deepEqual(await textsIn(vault), ['Quixmorba: xobbiltane']);
});

test('erasing a person takes everybody who was merged into them, and nobody else', async (t) => {
  const vault = testVault(t);
  const changed = {
    from: HERS,
    id: 'wamid.4',
    timestamp: String(NOW + 5),
    type: 'system',
    system: { type: 'user_changed_number', body: 'changed', wa_id: '5215512340000' },
  };
  await vault.write(async (open) => {
    await deliver(open, hers('1', 'vlendriskat'));
    await deliver(open, his('2', 'jaburothex'));
    await deliver(open, webhookBody({ messages: [said('5215512340000', '3', 'grumfelith')] }));
    await deliver(open, webhookBody({ messages: [changed] }));
    await eraseCalled(open, 'Quixmorba');
  });
  assert.deepEqual(await textsIn(vault), ['Wympelzorg: jaburothex']);
  assert.equal((await vault.verify()).verdict, 'intact');
});

test('tables kept in step with live traffic and erasing are those that a rebuild folds', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    await Promise.all(Array.from({ length: 300 }, (_, at) => deliver(open, his(`a${at}`, `palabra ${at}`))));
    await Promise.all(
      ['sent', 'delivered', 'read', 'failed'].flatMap((state) =>
        [0, 1, 2].map((at) => deliver(open, status(`x${at}`, state))),
      ),
    );
    for (let at = 0; at < 20; at++) await deliver(open, hers(`b${at}`, `vlendriskat ${at}`));
    await eraseCalled(open, 'Quixmorba');
    await deliver(open, hers('c', 'otra vez'));
    await open.settle();
  });
  const live = await vault.rows();
  await vault.write((open) => open.rebuild(() => undefined));
  const rebuilt = await vault.rows();
  for (const [table, rows] of Object.entries(live)) assert.deepEqual(rebuilt[table], rows, table);
});

test('no file of the vault holds a word, a name, a number or an id that came through the platform', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    for (let at = 0; at < 40; at++) await deliver(open, hers(`grumfelith${at}`, `xobbiltane vlendriskat ${at}`));
    await open.settle();
  });
  const bytes = bytesUnder(vault.dir, vault.keysDir);
  for (const word of ['xobbiltane', 'vlendriskat', 'quixmorba', 'wamid', 'grumfelith', HERS, HERS.slice(3)]) {
    assert.equal(bytes.includes(word), false, word);
  }
});

function bytesUnder(...dirs: readonly string[]): string {
  const files = dirs.flatMap((dir) => readdirSync(dir, { recursive: true, withFileTypes: true }));
  const contents = files
    .filter((file) => file.isFile())
    .map((file) => Buffer.concat([Buffer.from(file.name), readFileSync(join(file.parentPath, file.name))]));
  return Buffer.concat(contents).toString('latin1').toLowerCase();
}
