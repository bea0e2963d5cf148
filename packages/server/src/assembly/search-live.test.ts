// Finding what arrives while the server runs: searching beside the writer's thread keeps up with it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

test('a message is found when it stands, also after somebody searched before', async (t) => {
  const api = await testApi(t);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const say = async (id: string, body: string): Promise<void> => {
    const said = { from: '528155500142', id, timestamp, type: 'text', text: { body } };
    await deliver(api.vault, webhookBody({ messages: [said] }));
    await api.vault.settle();
  };
  const found = async (word: string): Promise<readonly string[]> => {
    const { items } = (await (await api.get(`/api/v1/search?q=${word}`)).json()) as { items: { text: string }[] };
    return items.map(({ text }) => text);
  };
  await say('wamid.1', 'un camello');
  assert.deepEqual(await found('camello'), ['un camello']);
  assert.deepEqual(await found('unicornio'), []);
  await say('wamid.2', 'un unicornio');
  assert.deepEqual(await found('unicornio'), ['un unicornio']);
  await say('wamid.3', 'otro camello');
  const [both] = await Promise.all([found('camello'), found('unicornio')]);
  assert.deepEqual([...both].sort(), ['otro camello', 'un camello']);
});
