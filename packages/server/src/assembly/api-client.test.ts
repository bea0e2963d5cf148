// The generated client against a server that listens: what it is promised by its types is what it is answered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actaClient } from '../../client/index.ts';
import { testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

const BODY = 'buenos días';

test('a program reads, finds and answers with the client; a refusal says its rule', async (t) => {
  const api = await testApi(t, { works: true });
  const at = Math.floor(Date.now() / 1000) - 60;
  const message = { from: '5215512345678', id: 'wamid.1', timestamp: String(at), type: 'text', text: { body: BODY } };
  await deliver(api.vault, webhookBody({ messages: [message] }));
  await api.vault.settle();
  const client = actaClient({
    address: api.address,
    key: await api.key('read:conversations', 'read:messages', 'send'),
  });
  const { data: list } = await client.GET('/api/v1/conversations', {});
  const [conversation] = list?.items ?? [];
  assert.equal(conversation?.lastMessage?.text, BODY);
  const path = { id: conversation.id };
  const send = (key: string, body: string) =>
    client.POST('/api/v1/conversations/{id}/messages', {
      params: { path, header: { 'idempotency-key': key } },
      body: { message: { type: 'text', body, replyTo: conversation.lastMessage?.id ?? 0 } },
    });
  const first = await send('a', 'hola');
  assert.equal(first.response.status, 202);
  assert.deepEqual([first.data?.isNew, (await send('a', 'hola')).data?.id], [true, first.data?.id]);
  assert.equal((await send('a', 'otra cosa')).response.status, 409);
  const card = await send('b', 'mi tarjeta es 4111 1111 1111 1111');
  assert.deepEqual([card.response.status, card.error?.type], [422, 'https://acta.local/problems/lint-refused']);
  assert.equal((await send('c', ' ')).error?.type, 'https://acta.local/problems/message-invalid');
  const { data: sent } = await client.GET('/api/v1/messages/{id}', { params: { path: { id: first.data?.id ?? 0 } } });
  assert.deepEqual([sent?.direction, sent?.text, sent?.replyTo?.id], ['out', 'hola', conversation.lastMessage?.id]);
  assert.ok(sent?.sending !== undefined);
  const read = await client.POST('/api/v1/messages/{id}/read', { params: { path: { id: first.data?.id ?? 0 } } });
  assert.ok(read.response.status >= 400 && read.response.status < 500, 'what we wrote ourselves is not marked as read');
  const { error } = await client.GET('/api/v1/people', {});
  assert.equal(error?.type, 'https://acta.local/problems/scope-missing');
});

test('a server where nothing may go out says so', async (t) => {
  const api = await testApi(t);
  const client = actaClient({ address: api.address, key: await api.key('send') });
  const { response } = await client.POST('/api/v1/conversations/{id}/messages', {
    params: { path: { id: 1 }, header: { 'idempotency-key': 'a' } },
    body: { message: { type: 'text', body: 'hola' } },
  });
  assert.equal(response.status, 409);
});
