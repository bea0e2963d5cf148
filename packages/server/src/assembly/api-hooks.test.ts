// Outbound webhooks against a real receiver: signed, in order, tried again, told again, and nowhere they may not go.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { type TestApi, testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

interface Received {
  readonly signature: string;
  readonly body: string;
}

/** A receiver that answers with these statuses in turn, then with 200. */
async function receiver(t: TestContext, ...statuses: number[]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ signature: String(request.headers['acta-signature']), body });
      const status = statuses.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const until = async (isEnough: () => boolean): Promise<void> => {
    const end = Date.now() + 20_000;
    while (!isEnough() && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
  };
  return { url: `http://127.0.0.1:${port}/in`, received, until };
}

type Event = { seq: number; type: string; content?: { text: string } };
const eventsIn = (received: readonly Received[]): Event[] =>
  received.flatMap(({ body }) => (JSON.parse(body) as { events: Event[] }).events);

async function created(
  api: TestApi,
  body: unknown,
  key: string,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${api.address}/api/v1/hooks`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const said = (id: string, text: string): Record<string, unknown> => ({
  from: '5215512345678',
  id,
  timestamp: String(Math.floor(Date.now() / 1000) - 60),
  type: 'text',
  text: { body: text },
});

test('an address is told in order, signed; what is not taken comes again, and a replay tells all of it', async (t) => {
  const api = await testApi(t, { works: true });
  const { received, until, url } = await receiver(t, 500, 302);
  const key = await api.key('hooks', 'read:messages');
  const { json: hook, status } = await created(api, { url, name: 'crm', events: ['message'], content: true }, key);
  assert.equal(status, 201);
  await deliver(api.vault, webhookBody({ messages: [said('wamid.1', 'one')] }));
  await until(() => received.length >= 3);
  await deliver(api.vault, webhookBody({ messages: [said('wamid.2', 'two')] }));
  await until(() => eventsIn(received.slice(2)).length >= 2);
  assert.deepEqual(
    eventsIn(received).map(({ content }) => content?.text),
    ['one', 'one', 'one', 'two'],
    'a redirect is not followed',
  );
  for (const { body, signature } of received) {
    const [, time = '', mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    const secret = Buffer.from(String(hook['secret']), 'base64');
    assert.equal(secret.length, 32);
    assert.equal(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'), mac);
  }
  const before = received.length;
  const replay = `${api.address}/api/v1/hooks/${String(hook['id'])}/replay?after=0`;
  const headers = { authorization: `Bearer ${key}` };
  assert.equal((await fetch(replay, { method: 'POST', headers })).status, 202);
  await until(() => eventsIn(received.slice(before)).length >= 2);
  assert.deepEqual(
    eventsIn(received.slice(before)).map(({ content }) => content?.text),
    ['one', 'two'],
  );
  const one = `${api.address}/api/v1/hooks/${String(hook['id'])}`;
  assert.equal((await fetch(one, { method: 'DELETE', headers })).status, 200);
  assert.deepEqual(await (await fetch(`${api.address}/api/v1/hooks`, { headers })).json(), { items: [] });
});

test('without leave no private address is taken, and content needs the scope to read', async (t) => {
  const api = await testApi(t, { more: () => ({ allowsPrivateHooks: false }) });
  const key = await api.key('hooks');
  const asked = async (url: string, more = {}): Promise<number> =>
    (await created(api, { url, name: 'x', ...more }, key)).status;
  assert.equal(await asked('http://127.0.0.1/'), 422);
  assert.equal(await asked('https://[::1]/'), 422);
  assert.equal(await asked('https://169.254.169.254/latest'), 422);
  assert.equal(await asked('nonsense'), 422);
  assert.equal(await asked('https://crm.example/', { content: true }), 403);
  assert.equal(await asked('https://crm.example/', { extra: 1 }), 400);
  assert.equal(await asked('https://crm.example/'), 201);
});
