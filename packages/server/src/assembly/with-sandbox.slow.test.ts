// The whole way, against the sandbox with the platform's habits: what phones write is kept, what is answered reaches them once, and what
// the platform does to the calls loses nothing and sends nothing twice.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { plainHabits, platformHabits, type Sandbox, startSandbox } from '../../../sandbox/src/index.ts';
import { INTENT_STATES } from '../projections/tables/platform-tables.ts';
import { listChats } from '../views/conversation.ts';
import type { Workers } from '../workers/workers.ts';
import { type TestApi, testApi } from './api.test-support.ts';

interface Bench {
  readonly api: TestApi;
  readonly sandbox: Sandbox;
  readonly workers: Workers;
  readonly alerts: string[];
}

async function bench(t: TestContext, habits = plainHabits): Promise<Bench> {
  const api = await testApi(t);
  const webhookUrl = `${api.address}/webhooks/whatsapp`;
  const sandbox = await startSandbox({ port: 0, seed: 7, habits, webhookUrl, appSecret: 'secret', shakesHands: false });
  t.after(() => sandbox.stop());
  const alerts: string[] = [];
  const workers = await api.vault.work({
    apiUrl: sandbox.graphUrl,
    accessToken: 'sandbox-token',
    numbers: [],
    alert: ({ code, what }) => alerts.push(`${what} ${code}`),
  });
  t.after(() => workers.stop());
  return { api, sandbox, workers, alerts };
}

async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await check()); tries++) {
    assert.ok(tries < 600, what);
    await pause(25);
  }
}

async function statesIn({ api }: Bench): Promise<string[]> {
  const rows = await api.vault.views.db.selectFrom('intent').select('state').orderBy('seq').execute();
  return rows.map(({ state }) => INTENT_STATES[state] ?? '');
}

test('phones write with all the habits of the platform, every answer reaches its phone once, and media comes whole', async (t) => {
  const all = await bench(t, platformHabits);
  const { api, sandbox, workers } = all;
  const people = ['Ana', '张伟', 'Zoe'].map((name) => sandbox.world.people.add({ name, readsAlone: true }));
  for (const { id, name } of people) sandbox.phones.act(id, { act: 'text', body: `hola de ${name}` });
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#852' } })
    .png()
    .toBuffer();
  const [ana] = people;
  sandbox.phones.act(ana?.id ?? '', { act: 'media', kind: 'image', bytes, mime: 'image/png' });
  await until('all of them are here', async () => (await listChats(api.vault.views)).length === people.length);
  const { db } = api.vault.views;
  await until('the picture is here', async () => {
    return (await db.selectFrom('media').select('seq').where('present', '=', 1).execute()).length === 1;
  });
  for (const { id } of await listChats(api.vault.views)) {
    for (const body of ['uno', 'dos']) {
      const outcome = await workers.send({ actor: 'test', chat: id, message: { type: 'text', body } });
      assert.equal(outcome.outcome, 'intended');
    }
  }
  await until('all is sent', () => workers.open() === 0);
  assert.deepEqual(new Set(await statesIn(all)), new Set(['accepted']));
  assert.deepEqual(
    sandbox.world.sends.byCallback().map(({ count }) => count),
    Array(2 * people.length).fill(1),
  );
  for (const { id } of people) {
    const [chat] = sandbox.world.chats.ofPerson(id);
    const ours = chat?.messages.filter(({ from }) => from === 'business').map(({ text }) => text);
    assert.deepEqual(ours, ['uno', 'dos']);
  }
  await until('statuses came', async () => (await db.selectFrom('status').select('seq').execute()).length >= 6);
});

test('whatever becomes of the calls, nothing is sent twice, nothing is lost, and what nobody knew is known by its status', async (t) => {
  const all = await bench(t);
  const { sandbox, workers, api } = all;
  const ana = sandbox.world.people.add({ name: 'Ana' });
  sandbox.phones.act(ana.id, { act: 'text', body: 'hola' });
  await until('she is here', async () => (await listChats(api.vault.views)).length === 1);
  const [chat] = await listChats(api.vault.views);
  const kinds = ['accept-then-drop', 'throttle', 'drop', 'error'] as const;
  for (const kind of kinds) sandbox.world.faults.add({ on: 'graph', kind, times: 1, status: 503 });
  for (let n = 0; n < 5; n++) {
    await workers.send({ actor: 'test', chat: chat?.id ?? 0, message: { type: 'text', body: `${n}` } });
  }
  await until('all is settled', () => workers.open() === 0);
  await until('the status told', async () => (await statesIn(all))[0] === 'accepted');
  for (const { callback, count } of sandbox.world.sends.byCallback()) assert.equal(count, 1, callback);
  const states = await statesIn(all);
  const accepted = states.filter((state) => state === 'accepted').length;
  assert.equal(accepted, sandbox.world.sends.accepted);
  assert.ok(
    states.every((state) => state === 'accepted' || state === 'unknown'),
    states.join(' '),
  );
});

test('a person who hides their number is answered by their id; who stops marketing gets none', async (t) => {
  const all = await bench(t);
  const { sandbox, workers, api } = all;
  const zoe = sandbox.world.people.add({ name: 'Zoe', phone: '5215512345699' });
  sandbox.phones.act(zoe.id, { act: 'username', username: 'zoe.z', hideAtOnce: true });
  sandbox.phones.act(zoe.id, { act: 'text', body: 'hola' });
  await until('she is here', async () => (await listChats(api.vault.views)).length === 1);
  const chat = (await listChats(api.vault.views))[0]?.id ?? 0;
  const sent = await workers.send({ actor: 'test', chat, message: { type: 'text', body: 'hola Zoe' } });
  assert.equal(sent.outcome, 'intended');
  await until('it is sent', () => workers.open() === 0);
  assert.deepEqual(await statesIn(all), ['accepted']);
  sandbox.phones.act(zoe.id, { act: 'stop-marketing' });
  const { db } = api.vault.views;
  await until('she is heard', async () => (await db.selectFrom('preference').select('seq').execute()).length === 1);
  const template = { type: 'template', template: { name: 'promo', language: 'es' } } as const;
  const order = { actor: 'test', chat, message: template, category: 'marketing', optIn: 'form 7' } as const;
  assert.deepEqual(await workers.send(order), {
    outcome: 'refused',
    rule: 'acta/send/marketing-stopped',
    reason: 'stopped-marketing',
  });
});
