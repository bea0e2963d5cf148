// Who and what belongs together is known at once: before the tables have it, and inside one delivery.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { deliver, NUMBER, type Said, webhookBody } from './live.test-support.ts';
import { androidText, importInto, testVault } from './vault.test-support.ts';

const ANA = '5215512345678';
const said = (id: string): Said => ({
  from: ANA,
  id: `wamid.${id}`,
  timestamp: '1790000000',
  type: 'text',
  text: { body: `live ${id}` },
});

test('two numbers that write at once do not both go on with the one conversation of an export', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    const text = androidText([
      ['25/12/2019', '+52 1 55 1234 5678', 'hola'],
      ['25/12/2019', 'Café', 'dime'],
    ]);
    await importInto(open, join(vault.dir, '..', 'exports', 'WhatsApp Chat with Ana.txt'), text, { me: 'Café' });
    const first = webhookBody({ messages: [said('1')] });
    const other = first.toString('utf8').replaceAll('wamid.1', 'wamid.2').replaceAll(NUMBER.phone_number_id, '999');
    await Promise.all([deliver(open, first), deliver(open, Buffer.from(other))]);
    await deliver(open, Buffer.from(other.replaceAll('wamid.2', 'wamid.3').replaceAll('999', '998')));
    await open.settle();
  });
  const { chats } = await vault.seen();
  assert.equal(chats.length, 3);
  assert.deepEqual(
    chats.map(({ entries }) => entries).sort((a, b) => b - a),
    [chats[0]?.entries, 1, 1],
  );
});

test('who has a number after somebody else is somebody else, however soon they write', async (t) => {
  const by = (id: string, bsuid: string): Said => ({ ...said(id), from_user_id: bsuid });
  for (const isOneDelivery of [true, false]) {
    const vault = testVault(t);
    await vault.write(async (open) => {
      const both = [by('1', 'MX.1'), by('2', 'MX.2')];
      if (isOneDelivery) await deliver(open, webhookBody({ messages: both }));
      else await Promise.all(both.map((one) => deliver(open, webhookBody({ messages: [one] }))));
      await open.settle();
    });
    const { chats } = await vault.seen();
    assert.deepEqual(
      chats.map(({ entries }) => entries),
      [1, 1],
    );
  }
});
