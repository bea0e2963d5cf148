// What conversations are called: by the name that the person shows now, by the subject that the group has now, whatever was told when;
// and still found by what they were called before.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { WriteVault } from '../cli/vault.ts';
import { chatTitles, findChat, listChats } from '../views/conversation.ts';
import { conversationsAt } from '../views/conversation-page.ts';
import { ACCOUNT, deliver, NUMBER, type Said, webhookBody } from './live.test-support.ts';
import { androidText, importInto, testVault } from './vault.test-support.ts';

const ANA = '5215512345678';
const START = 1_790_000_000;

function says(minute: number, name: string | undefined): Buffer {
  const profile = name === undefined ? {} : { profile: { name } };
  const said = { from: ANA, id: `wamid.${minute}`, timestamp: String(START + minute * 60), type: 'text' };
  return webhookBody({ contacts: [{ wa_id: ANA, ...profile }], messages: [{ ...said, text: { body: `${minute}` } }] });
}

function group(minute: number, field: string, more: Said): Buffer {
  const told = { timestamp: String(START + minute * 60), group_id: 'G1', ...more };
  const value = { messaging_product: 'whatsapp', metadata: NUMBER, groups: [told] };
  const entry = [{ id: ACCOUNT, changes: [{ value, field }] }];
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

async function titles({ views }: WriteVault): Promise<string[]> {
  const chats = await listChats(views);
  const listed = chats.map(({ title }) => title);
  const ids = chats.map(({ id }) => id);
  assert.deepEqual((await conversationsAt(views, ids)).map(({ title }) => title).sort(), listed.toSorted());
  const all = new Map((await chatTitles(views)).map(({ id, title }) => [id, title]));
  assert.deepEqual(
    ids.map((id) => all.get(id)),
    listed,
  );
  return listed;
}

test('a conversation shows the name that the person shows now, and is found by each that it had', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    const present: string[] = [];
    for (const [minute, name] of [undefined, 'Anita', 'Ana López', 'Anita', undefined, 'Anita'].entries()) {
      await deliver(open, says(minute, name));
      await open.settle();
      present.push(...(await titles(open)));
    }
    assert.deepEqual(present, [`+${ANA}`, 'Anita', 'Ana López', 'Anita', 'Anita', 'Anita']);
    const [chat] = await listChats(open.views);
    for (const typed of [`+${ANA}`, 'Anita', 'ana lópez']) {
      assert.equal(await findChat(open.views, open.blind, typed), chat?.id, typed);
    }
    const rows = await open.views.db.selectFrom('title').select('seq').execute();
    assert.equal(rows.length, 3, 'what says nothing new is no record');
  });
  await vault.erase({ scope: 'person', ids: [(await vault.seen()).people[0]?.id ?? 0] });
  await vault.write(async (open) => {
    assert.deepEqual(await open.views.db.selectFrom('title').select('seq').execute(), []);
  });
  assert.equal((await vault.verify(true)).verdict, 'intact');
});

test('the present title is the one told last, in whichever order it is told', async (t) => {
  const names = fc.array(fc.option(fc.constantFrom('Ana', 'Anita', 'A. López')), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(names, fc.infiniteStream(fc.nat(1_000)), async (said, order) => {
      const bodies = said.map((name, minute) => says(minute, name ?? undefined));
      const shuffled = bodies
        .map((body) => ({ body, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ body }) => body);
      const vault = testVault(t);
      await vault.write(async (open) => {
        // Together: they become one commit.
        await Promise.all([...shuffled, ...shuffled.slice(0, 2)].map((body) => deliver(open, body)));
        await open.settle();
        assert.deepEqual(await titles(open), [said.findLast((name) => name !== null) ?? `+${ANA}`]);
      });
    }),
    { numRuns: 10 },
  );
});

test('a group is called by its subject, from when it was made; a change that failed changes nothing', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    await deliver(open, group(0, 'group_lifecycle_update', { type: 'group_create', subject: 'Plans' }));
    const said = { from: ANA, group_id: 'G1', id: 'wamid.g', timestamp: String(START + 60), type: 'text' };
    await deliver(open, webhookBody({ messages: [{ ...said, text: { body: 'hola' } }] }));
    await open.settle();
    assert.deepEqual(await titles(open), ['Plans']);
    const changed = (text: string, isDone: boolean) => ({
      type: 'group_settings_update',
      group_subject: { text, update_successful: isDone },
    });
    await deliver(open, group(5, 'group_settings_update', changed('Trip', true)));
    await deliver(open, group(6, 'group_settings_update', changed('Refused', false)));
    await deliver(open, group(3, 'group_settings_update', changed('Told late', true)));
    await open.settle();
    assert.deepEqual(await titles(open), ['Trip']);
    assert.equal(await findChat(open.views, open.blind, 'Plans'), (await listChats(open.views))[0]?.id);
  });
});

test('a conversation keeps the name that it has in a phone; one that has only a number there gets the name that is shown', async (t) => {
  for (const [file, title] of [
    ['+52 1 55 1234 5678', 'Anita'],
    ['Ana la florista', 'Ana la florista'],
  ] as const) {
    const vault = testVault(t);
    await vault.write(async (open) => {
      await deliver(open, says(0, undefined));
      await open.settle();
      const author = '+52 1 55 1234 5678';
      const text = androidText([['25/12/2019', author, 'hola']]);
      const path = join(vault.dir, '..', 'exports', `WhatsApp Chat with ${file}.txt`);
      const choices = file === title ? { chat: 'Ana la florista', me: 'Café' } : { me: 'Café' };
      await importInto(open, path, text, choices);
      await deliver(open, says(1, 'Anita'));
      await open.settle();
      const [first, second] = await titles(open);
      assert.ok([first, second].includes(title), `${first}, ${second}`);
    });
  }
});
