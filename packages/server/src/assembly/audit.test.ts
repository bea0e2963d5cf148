// Who did what over the interface: everybody's to who reads all, one's own to everybody else; by who, what, outcome and about what; a
// page after another without a gap; and out of the house only with the scope for it. Reading is on record too.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi } from './api.test-support.ts';

interface Acts {
  readonly items: readonly {
    readonly entry: number;
    readonly did: string;
    readonly outcome: string;
    readonly actor: { readonly id: string; readonly name?: string };
    readonly conversations: readonly { readonly id: number; readonly name?: string }[];
    readonly from?: string;
  }[];
  readonly next?: string;
  readonly count?: { readonly total: number; readonly refused: number };
  readonly actors?: readonly { readonly id: string }[];
}

const CHAT = '[13/07/26, 09:12:00] Rogelio: Good morning\n';

test('an agent’s key sees its own acts, one with all of them everybody’s, and each reading is on record', async (t) => {
  const api = await testApi(t, { before: (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT) });
  await (await api.get('/api/v1/conversations')).text();
  const own = await api.key('read:own-audit');
  const all = await api.key('read:own-audit', 'read:audit', 'read:conversations');
  assert.deepEqual((await actsOf(api.address, own)).items, []);
  const after = await actsOf(api.address, own);
  assert.deepEqual(
    after.items.map(({ did }) => did),
    ['api-list-audit'],
  );
  const everybody = await actsOf(api.address, all);
  const looked = everybody.items.find(({ did }) => did === 'api-list-conversations');
  assert.equal(looked?.conversations[0]?.name, 'Rogelio');
  assert.equal(looked?.actor.name, 'test');
  assert.ok(looked?.from !== undefined);
  assert.ok((everybody.count?.total ?? 0) > 3);
  const nameless = await actsOf(api.address, await api.key('read:own-audit', 'read:audit'));
  assert.equal(nameless.items.find(({ did }) => did === 'api-list-conversations')?.conversations[0]?.name, undefined);
});

test('acts are found by who, what they did, how it ended and what it was about; pages follow without a gap', async (t) => {
  const api = await testApi(t, { before: (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT) });
  const listed = (await (await api.get('/api/v1/conversations')).json()) as { items: { id: number }[] };
  const chat = listed.items[0]?.id ?? 0;
  const poor = await api.key('search');
  assert.equal((await fetch(`${api.address}/api/v1/people`, { headers: bearer(poor) })).status, 403);
  const key = await api.key('read:own-audit', 'read:audit');
  const refused = await actsOf(api.address, key, 'outcome=refused');
  assert.deepEqual(
    refused.items.map(({ did, outcome }) => [did, outcome]),
    [['api-list-people', 'refused']],
  );
  const about = await actsOf(api.address, key, `what=conversation:${chat}`);
  assert.ok(
    about.items.length > 0 && about.items.every(({ conversations }) => conversations.some(({ id }) => id === chat)),
  );
  const none = await actsOf(api.address, key, 'did=api-list-conversations&to=2001-01-01');
  assert.deepEqual(none.items, []);
  const made = await actsOf(api.address, key, 'did=api-key');
  assert.ok(made.items.length > 1);
  const seen: number[] = [];
  for (let cursor = '', times = 0; times < 20; times++) {
    const page = await actsOf(api.address, key, `did=api-key&limit=1${cursor}`);
    seen.push(...page.items.map(({ entry }) => entry));
    if (page.next === undefined) break;
    cursor = `&cursor=${page.next}`;
  }
  assert.deepEqual(
    seen,
    made.items.map(({ entry }) => entry),
  );
  assert.equal((await fetch(`${api.address}/api/v1/audit?what=nothing`, { headers: bearer(key) })).status, 400);
});

test('taking acts out asks for the scope; the file holds a line for each, and no formula', async (t) => {
  const api = await testApi(t);
  const key = await api.key('read:own-audit', 'read:audit');
  assert.equal((await fetch(`${api.address}/api/v1/audit/export?format=csv`, { headers: bearer(key) })).status, 403);
  const csv = await (await api.get('/api/v1/audit/export?format=csv')).text();
  assert.match(csv, /^entry,at,actor,name,did,/);
  assert.match(csv, /api-export-audit,refused,role/);
  const lines = (await (await api.get('/api/v1/audit/export?format=json')).text()).trim().split('\n');
  assert.ok(lines.length > 1);
  for (const line of lines) assert.equal(typeof (JSON.parse(line) as { entry: unknown }).entry, 'number');
});

function bearer(key: string): { authorization: string } {
  return { authorization: `Bearer ${key}` };
}

async function actsOf(address: string, key: string, query = ''): Promise<Acts> {
  const answer = await fetch(`${address}/api/v1/audit?${query}`, { headers: bearer(key) });
  assert.equal(answer.status, 200, query);
  return (await answer.json()) as Acts;
}
