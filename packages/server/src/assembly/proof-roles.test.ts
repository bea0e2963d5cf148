// What each role is given of a proof and of the audit log: who may not read a message gets its proof without the text, the text leaves
// the house only by who may read it and has just shown a second factor, and an agent reads their own acts alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONFIRMED_MS } from '../access/may-see.ts';
import type { Browser } from './browser.test-support.ts';
import { type PeopleServer, peopleServer } from './people.test-support.ts';

const CHAT = '[13/07/26, 09:12:00] Rogelio: Good morning\n';

test('an auditor checks a proof without the text, and takes no text out', async (t) => {
  const server = await serverWithChat(t);
  const { entry } = await messageOf(server);
  const { browser } = await server.member('auditor');
  const proof = await json(browser, `/api/v1/entries/${entry}/proof`);
  assert.equal(proof['state'], 'sealed');
  assert.deepEqual([proof['record'], proof['salt']], [undefined, undefined]);
  assert.doesNotMatch(JSON.stringify(proof), /Rogelio|morning/);
  const refused = await browser.get(`/api/v1/entries/${entry}/evidence`);
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /role-missing/);
  const acts = await json(browser, '/api/v1/audit?outcome=refused');
  assert.match(JSON.stringify(acts['items']), /api-get-entry-evidence/);
});

test('the owner takes the text out, but not long after the second factor', async (t) => {
  const server = await serverWithChat(t);
  const { entry } = await messageOf(server);
  const { browser } = await server.member('owner');
  assert.equal((await browser.get(`/api/v1/entries/${entry}/evidence`)).status, 200);
  server.clock.aheadMs = CONFIRMED_MS + 1_000;
  const late = await browser.get(`/api/v1/entries/${entry}/evidence`);
  assert.equal(late.status, 403);
  assert.match(await late.text(), /confirm-needed/);
});

test('an agent has the text of what is theirs or nobody’s, and their own acts alone', async (t) => {
  const server = await serverWithChat(t);
  const { chat, entry } = await messageOf(server);
  const agent = await server.member('agent');
  const owner = await server.member('owner');
  assert.match(String((await json(agent.browser, `/api/v1/entries/${entry}/proof`))['record']), /Good morning/);
  await server.api.vault.desk.append([
    {
      subject: 0,
      conversation: 0,
      month: 0,
      record: {
        act: 'assign',
        actor: `user:${owner.id}`,
        assignee: owner.id,
        chat,
        kind: 'work',
        recordedAt: new Date().toISOString(),
        v: 1,
      },
    },
  ]);
  await server.api.vault.settle();
  const others = await json(agent.browser, `/api/v1/entries/${entry}/proof`);
  assert.equal(others['record'], undefined);
  const acts = await json(agent.browser, `/api/v1/audit?who=user:${owner.id}`);
  const items = acts['items'] as { readonly actor: { readonly id: string; readonly name?: string } }[];
  assert.ok(items.length > 0);
  assert.deepEqual([...new Set(items.map(({ actor }) => actor.id))], [`user:${agent.id}`]);
  assert.equal((await agent.browser.get('/api/v1/integrity')).status, 403);
  assert.equal((await agent.browser.get('/api/v1/audit/export?format=csv')).status, 403);
});

function serverWithChat(t: Parameters<typeof peopleServer>[0]): Promise<PeopleServer> {
  return peopleServer(t, {}, (vault) => vault.importText('WhatsApp Chat with Rogelio.txt', CHAT));
}

async function messageOf({ api }: PeopleServer): Promise<{ readonly chat: number; readonly entry: number }> {
  await api.vault.settle();
  const size = await api.vault.log.size();
  for (let entry = 0; entry < size; entry++) {
    const record = await api.vault.reader.record(entry);
    if (record?.kind === 'message') return { entry, chat: record.chat };
  }
  throw new Error('no message');
}

async function json(browser: Browser, path: string): Promise<Record<string, unknown>> {
  const answer = await browser.get(path);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as Record<string, unknown>;
}
