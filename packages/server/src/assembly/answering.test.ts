// What whoever answers a customer is told: the page around a message, the window, the templates of the platform, and what a sender
// deleted, which a person opens with a reason and an agent does not.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { shownTo } from '../http/api/withheld.ts';
import type { MessageView } from '../views/message.ts';
import { type TestApi, testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';
import { androidText } from './vault.test-support.ts';

const NOW_S = Math.floor(Date.now() / 1000);
const FROM = '528155500142';

async function writes(api: TestApi, said: Readonly<Record<string, unknown>>): Promise<void> {
  await deliver(api.vault, webhookBody({ messages: [{ from: FROM, timestamp: String(NOW_S), ...said }] }));
  await api.vault.settle();
}

async function asked<T>(api: TestApi, path: string): Promise<T> {
  const response = await api.get(`/api/v1/${path}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as T;
}

interface Page {
  readonly items: readonly { readonly id: number; readonly text: string; readonly kind: string }[];
  readonly older?: string;
  readonly newer?: string;
}

async function onlyConversation(api: TestApi): Promise<number> {
  const { items } = await asked<{ items: { id: number }[] }>(api, 'conversations');
  assert.ok(items[0] !== undefined);
  return items[0].id;
}

test('a page around an entry has it in its midst, and its cursors lead on in both directions', async (t) => {
  const lines = Array.from(
    { length: 120 },
    (_, at) => ['26/12/2019', at % 2 === 0 ? 'Ana' : 'Luis', `line ${at}`] as const,
  );
  const api = await testApi(t, {
    before: (vault) => vault.importText('WhatsApp Chat with Ana.txt', androidText(lines)),
  });
  const id = await onlyConversation(api);
  const all = await asked<Page>(api, `conversations/${id}/messages?limit=200`);
  const [at, middle] = [60, all.items[60]];
  assert.ok(middle !== undefined);
  const page = await asked<Page>(api, `conversations/${id}/messages?around=${middle.id}&limit=20`);
  assert.deepEqual(page.items, all.items.slice(at - 10, at + 10));
  const older = await asked<Page>(api, `conversations/${id}/messages?before=${page.older}&limit=10`);
  assert.deepEqual(older.items, all.items.slice(at - 20, at - 10));
  const newer = await asked<Page>(api, `conversations/${id}/messages?after=${page.newer}&limit=10`);
  assert.deepEqual(newer.items, all.items.slice(at + 10, at + 20));
  const first = await asked<Page>(api, `conversations/${id}/messages?around=${all.items[0]?.id}&limit=20`);
  assert.equal(first.older, undefined);
  assert.equal((await api.get(`/api/v1/conversations/${id}/messages?around=999999`)).status, 404);
});

test('the window is open for a day after the other side wrote, and is none where nothing can be sent', async (t) => {
  const api = await testApi(t, { works: true });
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const id = await onlyConversation(api);
  const open = await asked<{ state: string; endsMs: number }>(api, `conversations/${id}/window`);
  assert.equal(open.state, 'open');
  assert.equal(open.endsMs, (NOW_S + 86_400) * 1000);
  const silent = await testApi(t);
  await writes(silent, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const none = await asked<{ state: string }>(silent, `conversations/${await onlyConversation(silent)}/window`);
  assert.equal(none.state, 'no-channel');
});

test('a message costs what the owner says for the number it goes to; what is not said has no price', async (t) => {
  const api = await testApi(t, { works: true });
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const path = `conversations/${await onlyConversation(api)}/window`;
  assert.deepEqual((await asked<{ prices: object }>(api, path)).prices, {});
  const put = async (body: object): Promise<Response> =>
    fetch(`${api.address}/api/v1/inbox/settings`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await api.key('settings')}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const row = { category: 'service', prefix: '', amount: '0.15', currency: 'MXN' };
  assert.equal((await put({ prices: [row, { ...row, category: 'marketing', prefix: '999' }] })).status, 200);
  assert.equal((await put({ readReceipts: true })).status, 200);
  assert.equal((await put({ prices: [{ ...row, amount: '-1' }] })).status, 400);
  assert.deepEqual((await asked<{ prices: object }>(api, path)).prices, {
    service: { amount: '0.15', currency: 'MXN' },
  });
});

test('a window that closed says when', async (t) => {
  const api = await testApi(t, { works: true });
  const before = NOW_S - 3 * 86_400;
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'hola' }, timestamp: String(before) });
  const closed = await asked<{ state: string; endsMs: number }>(
    api,
    `conversations/${await onlyConversation(api)}/window`,
  );
  assert.deepEqual([closed.state, closed.endsMs], ['closed', (before + 86_400) * 1000]);
});

test('templates are the platform’s own, page after page; its refusal is answered as one', async (t) => {
  const address = await platform(t);
  const api = await testApi(t, { works: { apiUrl: address, accessToken: 'token' } });
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const { channel } = await asked<{ channel: number }>(api, `conversations/${await onlyConversation(api)}/window`);
  const { items } = await asked<{ items: { name: string; category: string; state: string }[] }>(
    api,
    `channels/${channel}/templates`,
  );
  assert.deepEqual(
    items.map(({ category, name, state }) => [name, category, state]),
    [
      ['order_sent', 'utility', 'approved'],
      ['offer', 'marketing', 'paused'],
    ],
  );
  assert.equal((await api.get('/api/v1/channels/999999/templates')).status, 404);
  const away = await testApi(t, { works: true });
  await writes(away, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const there = await asked<{ channel: number }>(away, `conversations/${await onlyConversation(away)}/window`);
  assert.equal((await away.get(`/api/v1/channels/${there.channel}/templates`)).status, 409);
});

test('a message that was written here names who meant it, and its template', async (t) => {
  const api = await testApi(t, { works: true });
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const sent = await fetch(`${api.address}/api/v1/conversations/${await onlyConversation(api)}/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await api.key('send')}`,
      'content-type': 'application/json',
      'idempotency-key': 'one',
    },
    body: JSON.stringify({
      category: 'utility',
      message: { type: 'template', template: { name: 'order_sent', language: 'es' } },
    }),
  });
  assert.equal(sent.status, 202, await sent.clone().text());
  const { id } = (await sent.json()) as { id: number };
  await api.vault.settle();
  const message = await asked<{ by: string; template: string }>(api, `messages/${id}`);
  assert.match(message.by, /^api-key:\d+$/);
  assert.equal(message.template, 'order_sent');
});

test('the entry of a template says the words that the platform makes of it', async (t) => {
  const api = await testApi(t, { works: { apiUrl: await platform(t), accessToken: 'token' } });
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'hola' } });
  const template = { name: 'order_sent', language: 'en', body: [{ text: 'Ana' }] };
  const sent = await fetch(`${api.address}/api/v1/conversations/${await onlyConversation(api)}/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await api.key('send')}`,
      'content-type': 'application/json',
      'idempotency-key': 'one',
    },
    body: JSON.stringify({ category: 'utility', message: { type: 'template', template } }),
  });
  const { id } = (await sent.json()) as { id: number };
  await api.vault.settle();
  assert.equal((await asked<{ text: string }>(api, `messages/${id}`)).text, 'Hello Ana');
});

test('what a sender deleted is opened with a reason that stands on record', async (t) => {
  const api = await testApi(t);
  await writes(api, { id: 'wamid.1', type: 'text', text: { body: 'the secret' } });
  await writes(api, { id: 'wamid.2', type: 'revoke', revoke: { original_message_id: 'wamid.1' } });
  const id = await onlyConversation(api);
  const { items } = await asked<Page>(api, `conversations/${id}/messages`);
  const [deleted] = items;
  assert.equal(deleted?.kind, 'deleted');
  const open = async (body: unknown, key: string): Promise<Response> =>
    fetch(`${api.address}/api/v1/messages/${deleted?.id}/open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  assert.equal((await open({ reason: 'a claim' }, await api.key('read:messages'))).status, 403);
  assert.equal((await open({ reason: '  ' }, await api.key('read:deleted'))).status, 400);
  const opened = await open({ reason: 'claim 2026/114' }, await api.key('read:deleted'));
  const { versions } = (await opened.json()) as { versions: { text: string }[] };
  assert.ok(versions.some(({ text }) => text === 'the secret'));
  await api.vault.settle();
  const seqs = Array.from({ length: await api.vault.log.size() }, (_, seq) => seq);
  const records = [...(await api.vault.views.reader.records(seqs)).values()];
  const look = records.find(
    (record) => record.kind === 'audit' && record.command === 'api-open-deleted' && record.outcome === 'done',
  );
  assert.ok(look?.kind === 'audit');
  assert.deepEqual([look.reason, look.seqs], ['claim 2026/114', [deleted?.id]]);
});

test('a person is not shown what was deleted; a program with the key is', () => {
  const message: MessageView = {
    id: 2,
    at: '2026-07-14T11:29',
    kind: 'deleted',
    text: '',
    conversation: 1,
    direction: 'in',
    type: 'revoke',
    edited: false,
    reactions: [],
    flags: [],
    versions: [
      { id: 2, at: '2026-07-14T11:20', kind: 'message', text: 'the secret' },
      { id: 3, at: '2026-07-14T11:29', kind: 'deleted', text: '' },
    ],
  };
  const person = {
    kind: 'person',
    id: 'a',
    role: 'owner',
    team: undefined,
    hasTextGrant: false,
    confirmedMs: 0,
  } as const;
  assert.equal(JSON.stringify(shownTo(person, message)).includes('the secret'), false);
  assert.equal(shownTo(person, message).withheld, true);
  assert.deepEqual(shownTo({ kind: 'program', scopes: [] }, message), message);
  assert.deepEqual(shownTo(person, { ...message, kind: 'message' }), { ...message, kind: 'message' });
});

/** A platform that knows two templates, one a page. */
async function platform(t: TestContext): Promise<string> {
  const body = [{ type: 'BODY', text: 'Hello {{1}}' }];
  const pages = [
    { name: 'order_sent', language: 'en', category: 'UTILITY', status: 'APPROVED', components: body },
    { name: 'offer', language: 'en', category: 'MARKETING', status: 'PAUSED', components: body },
  ];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://platform.local');
    const isTemplates = pathname.endsWith('/102290129340398/message_templates');
    const at = Number(searchParams.get('after') ?? 0);
    response.statusCode = isTemplates ? 200 : 404;
    const next = at + 1 < pages.length ? { paging: { cursors: { after: String(at + 1) } } } : {};
    response.end(
      JSON.stringify(isTemplates ? { data: [pages[at], { name: 'broken' }], ...next } : { error: { code: 1 } }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
