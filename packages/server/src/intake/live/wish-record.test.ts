// Who writes STOP is not written to: the wish is a record beside the message, and sending is decided on it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, webhookBody } from '../../assembly/live.test-support.ts';
import { testVault } from '../../assembly/vault.test-support.ts';
import { listChats } from '../../views/conversation.ts';
import { channelOf } from '../../views/send-place.ts';
import { personFacts } from '../../views/sending-facts.ts';

const FROM = '5215512345678';
const START = Date.UTC(2026, 10, 20, 12);
const MINUTE_MS = 60_000;

test('a message that says nothing but stop opts its person out, once, until they ask to begin again', async (t) => {
  const vault = testVault(t);
  await vault.write(async (open) => {
    const say = async (minute: number, body: string): Promise<void> => {
      const atMs = START + minute * MINUTE_MS;
      const timestamp = String(atMs / 1_000);
      const message = { id: `wamid.${minute}`, from: FROM, timestamp, type: 'text', text: { body } };
      for (let times = 0; times < 2; times++) {
        await deliver(open, webhookBody({ messages: [message] }), new Date(atMs + times));
      }
      await open.settle();
    };
    const facts = async (minute: number) => {
      const [chat] = await listChats(open.views);
      const place = await channelOf(open.views, chat?.id ?? 0);
      assert.ok(place !== undefined);
      return personFacts(open.views, place, START + minute * MINUTE_MS);
    };
    await say(0, 'Hola, ¿tienen pan?');
    assert.equal((await facts(1)).optedOutMs, undefined);
    await say(2, '¡Baja!');
    assert.equal((await facts(3)).optedOutMs, START + 2 * MINUTE_MS);
    assert.equal((await facts(3)).lastInboundMs, START + 2 * MINUTE_MS);
    const wishes = await open.views.db.selectFrom('preference').select(['category', 'stop']).execute();
    assert.deepEqual(wishes, [{ category: 'all', stop: 1 }]);
    await say(4, 'alta');
    assert.equal((await facts(5)).optedOutMs, undefined);
    assert.equal((await facts(5)).hasMarketingConsent, false);
  });
  assert.equal((await vault.verify(true)).verdict, 'intact');
});
