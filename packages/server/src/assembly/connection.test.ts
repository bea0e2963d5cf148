// The connection to the platform: what is told of the settings, what the webhook saw, and a test that says exactly what is wrong.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { ConnectionFacts } from '../http/api/connection-facts.ts';
import { type Reach, webhookReach } from '../http/webhook-reach.ts';
import { WebhookWatch } from '../http/webhook-watch.ts';
import { testApi } from './api.test-support.ts';

interface Checked {
  readonly webhook: Reach;
  readonly number?: { readonly state: string; readonly code?: number; readonly display?: string };
}

test('what is set is told without any secret, and only to who may', async (t) => {
  const { api } = await server(t, {});
  const answered = await api.get('/api/v1/connection');
  assert.equal(answered.status, 200);
  const text = await answered.text();
  assert.equal(text.includes('graph-secret'), false);
  const told = JSON.parse(text) as Record<string, unknown>;
  assert.equal(told['callbackUrl'], 'https://chats.example.org/acta/webhooks/whatsapp');
  assert.deepEqual([told['appSecrets'], told['hasVerifyToken'], told['refusals']], [1, true, 0]);
  const headers = { authorization: `Bearer ${await api.key('send')}` };
  assert.equal((await fetch(`${api.address}/api/v1/connection`, { headers })).status, 403);
});

test('the platform is asked about a number, and its refusals are told apart', async (t) => {
  const { check } = await server(t, {
    '101': [
      200,
      { id: '101', display_phone_number: '+52 81 1234 5678', verified_name: 'Café', quality_rating: 'GREEN' },
    ],
    '102': [401, { error: { message: 'Invalid OAuth access token', code: 190, type: 'OAuthException' } }],
    '103': [400, { error: { message: 'Unsupported get request', code: 100, error_subcode: 33 } }],
    '104': [403, { error: { message: 'Permission', code: 10 } }],
  });
  const known = (await check('101')).number;
  assert.deepEqual([known?.state, known?.display], ['known', '+52 81 1234 5678']);
  assert.deepEqual((await check('102')).number, { id: '102', state: 'wrong-token', code: 190 });
  assert.equal((await check('103')).number?.state, 'unknown-number');
  assert.equal((await check('104')).number?.state, 'not-allowed');
});

test('the webhook is reached at its public address, and this is no handshake of the platform', async (t) => {
  const watch = new WebhookWatch();
  const api = await testApi(t, {});
  const reached = (verifyToken: string | undefined, publicUrl: string | undefined, isLocal = true): Promise<Reach> =>
    webhookReach({ publicUrl, verifyToken, isLocal, watch });
  assert.deepEqual(await reached('token', api.address), { state: 'answers' });
  assert.deepEqual(await reached('another', api.address), { state: 'differs', status: 403 });
  assert.deepEqual(await reached('token', 'http://127.0.0.1:9'), { state: 'unreachable', cause: 'FAILED' });
  assert.deepEqual(await reached('token', undefined), { state: 'no-address' });
  assert.deepEqual(await reached(undefined, api.address), { state: 'no-verify-token' });
  assert.deepEqual(await reached('token', 'http://chats.example.org', false), { state: 'no-https' });
  assert.equal(watch.handshakeAt, undefined);
});

type Answers = Readonly<Record<string, readonly [number, unknown]>>;

async function server(t: TestContext, answers: Answers) {
  const platform = createServer((request, response) => {
    const id = new URL(request.url ?? '', 'http://platform').pathname.split('/').at(-1) ?? '';
    const [status, body] = answers[id] ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  t.after(() => platform.close());
  const apiUrl = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  const connection: ConnectionFacts = {
    appSecrets: 1,
    hasVerifyToken: true,
    hasAccessToken: true,
    ownTokens: [],
    apiUrl,
    publicUrl: 'https://chats.example.org/acta/',
    watch: new WebhookWatch(),
    reach: async () => ({ state: 'answers' }),
  };
  const api = await testApi(t, {
    works: { apiUrl, accessToken: 'graph-secret' },
    more: () => ({ connection }),
  });
  const key = await api.key('admin');
  const check = async (number: string): Promise<Checked> => {
    const answered = await fetch(`${api.address}/api/v1/connection/test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ number }),
    });
    assert.equal(answered.status, 200);
    return (await answered.json()) as Checked;
  };
  return { api, check };
}
