// The people who work here, over the interface: their settings on every device, keys that they make for programs, and what happens to
// both and to their conversations when they leave.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleServer } from './people.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Ana: Buenos días\n13/03/2024, 09:01 - Luis: Hola\n';

test('what somebody chose is there on another device, and nobody else’s', async (t) => {
  const { browser, member } = await peopleServer(t);
  const [owner, agent] = [await member('owner'), await member('agent')];
  const chosen = { language: 'es', theme: 'dark', singleKeys: false };
  assert.equal((await owner.browser.put('/api/v1/self/settings', chosen)).status, 200);
  assert.deepEqual(await (await owner.browser.get('/api/v1/self/settings')).json(), chosen);
  assert.deepEqual(await (await agent.browser.get('/api/v1/self/settings')).json(), {});
  assert.equal((await owner.browser.put('/api/v1/self/settings', { theme: 'plum' })).status, 400);
  assert.equal((await browser.get('/api/v1/self/settings')).status, 401);
});

test('a key is made by a person, for what keys may hold, and ends with whoever made it', async (t) => {
  const { api, member } = await peopleServer(t, {}, (vault) => vault.importText('WhatsApp Chat with Ana.txt', CHAT));
  const [owner, other, agent] = [await member('owner'), await member('compliance'), await member('agent')];
  const made = await owner.browser.post('/api/v1/api-keys', { name: 'desk', scopes: ['read:conversations'], days: 30 });
  assert.equal(made.status, 201);
  const { id, key } = (await made.json()) as { id: number; key: string };
  const asProgram = () => fetch(`${api.address}/api/v1/conversations`, { headers: { authorization: `Bearer ${key}` } });
  assert.equal((await asProgram()).status, 200);
  for (const scope of ['staff', 'self', 'export', 'erase'])
    assert.equal((await owner.browser.post('/api/v1/api-keys', { name: 'a', scopes: [scope] })).status, 400, scope);
  const byProgram = await fetch(`${api.address}/api/v1/api-keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await api.key('admin')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'a', scopes: ['send'] }),
  });
  assert.equal(byProgram.status, 404, 'no program makes a key for another');
  const { items } = (await (await owner.browser.get('/api/v1/conversations')).json()) as { items: { id: number }[] };
  const conversation = items[0]?.id;
  assert.equal(
    (await owner.browser.put(`/api/v1/conversations/${conversation}/assignee`, { assignee: owner.id })).status,
    200,
  );
  assert.equal((await owner.browser.patch(`/api/v1/staff/${other.id}`, { role: 'owner' })).status, 200);
  const left = await other.browser.post(`/api/v1/staff/${owner.id}/leave`, { to: agent.id });
  assert.deepEqual([left.status, await left.json()], [200, { handedOver: 1 }]);
  assert.equal((await asProgram()).status, 401, 'their keys end with them');
  const work = await agent.browser.get(`/api/v1/conversations/${conversation}/work`);
  assert.equal(((await work.json()) as { assignee?: string }).assignee, agent.id);
  const listed = (await (await other.browser.get('/api/v1/api-keys')).json()) as {
    items: { id: number; state: string }[];
  };
  assert.equal(listed.items.find((one) => one.id === id)?.state, 'revoked');
});
