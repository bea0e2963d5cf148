// The interface over a real vault and a server that listens: who is let in, what is on record, what is answered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeKey, testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

const ANA = '5215512345678';
const said = (id: string, body: string, timestamp: number): Record<string, unknown> => ({
  from: ANA,
  id,
  timestamp: String(timestamp),
  type: 'text',
  text: { body },
});
const NOW = Math.floor(Date.now() / 1000) - 120;

test('without a key in force nobody is let in; without its scope nothing is shown; every look is on record', async (t) => {
  const api = await testApi(t);
  const path = `${api.address}/api/v1/conversations`;
  const asked = async (key?: string): Promise<number> => {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(path, { headers });
    if (response.status !== 200)
      assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    await response.text();
    return response.status;
  };
  const good = await api.key('read:conversations');
  assert.equal(await asked(), 401);
  assert.equal(await asked('nonsense'), 401);
  assert.equal(await asked(`${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`), 401);
  assert.equal(
    await asked(await madeKey(api.vault, ['read:conversations'], { expiresAt: '2020-01-01T00:00:00Z' })),
    401,
  );
  assert.equal(await asked(await api.key('read:people', 'admin')), 403);
  const before = await api.vault.log.size();
  assert.equal(await asked(good), 200);
  const record = await api.vault.reader.record(before);
  assert.ok(record?.kind === 'audit');
  assert.deepEqual([record.command, record.outcome], ['api-list-conversations', 'done']);
  assert.match(record.actor, /^api-key:\d+$/);
  const key = Number(record.actor.slice('api-key:'.length));
  const revoked = { actor: 'test', key, kind: 'api-key-revoked', recordedAt: new Date().toISOString(), v: 1 } as const;
  await api.vault.desk.append([{ subject: 0, conversation: 0, month: 0, record: revoked }]);
  assert.equal(await asked(good), 401);
});

test('a conversation is read page by page in both directions, and no entry is met twice', async (t) => {
  const api = await testApi(t);
  const messages = Array.from({ length: 25 }, (_, at) =>
    said(`wamid.${at}`, `message ${at}`, NOW + Math.floor(at / 2)),
  );
  await deliver(api.vault, webhookBody({ messages }));
  await api.vault.settle();
  const list = (await (await api.get('/api/v1/conversations')).json()) as {
    items: { id: number; counts: { messages: number }; lastMessage: { text: string } }[];
  };
  assert.equal(list.items.length, 1);
  const [chat] = list.items;
  assert.ok(chat);
  assert.equal(chat.counts.messages, 25);
  assert.equal(chat.lastMessage.text, 'message 24');
  const path = `/api/v1/conversations/${chat.id}/messages?limit=10`;
  type Page = { items: { id: number; text: string; direction: string }[]; older?: string; newer?: string };
  const page = async (more = ''): Promise<Page> => (await (await api.get(path + more)).json()) as Page;
  const pages = [await page()];
  for (let older = pages[0]?.older; older !== undefined; older = pages[0]?.older)
    pages.unshift(await page(`&before=${older}`));
  const texts = pages.flatMap(({ items }) => items.map(({ text }) => text));
  assert.deepEqual(
    texts,
    messages.map((_, at) => `message ${at}`),
  );
  const forward = [await page('&from=2026-01-01')];
  for (let newer = forward.at(-1)?.newer; newer !== undefined; newer = forward.at(-1)?.newer)
    forward.push(await page(`&after=${newer}`));
  assert.deepEqual(
    forward.flatMap(({ items }) => items.map(({ text }) => text)),
    texts,
  );
  assert.ok(pages.every(({ items }) => items.every(({ direction }) => direction === 'in')));
  assert.equal((await api.get(`${path}&before=x`)).status, 400);
  assert.equal((await api.get('/api/v1/conversations/999999/messages')).status, 404);
});

test('everything that is read has an answer of its form; ranges of a file too', async (t) => {
  const api = await testApi(t);
  await deliver(api.vault, webhookBody({ messages: [said('wamid.1', 'pedido de café', NOW)] }));
  await api.vault.settle();
  const json = async (path: string): Promise<Record<string, unknown>> => {
    const response = await api.get(`/api/v1${path}`);
    assert.equal(response.status, 200, path);
    return (await response.json()) as Record<string, unknown>;
  };
  const found = (await json('/search?q=cafe')) as { items: { id: number; text: string }[] };
  assert.deepEqual(
    found.items.map(({ text }) => text),
    ['pedido de café'],
  );
  const message = await json(`/messages/${found.items[0]?.id}`);
  assert.deepEqual([message['text'], message['direction'], message['versions']], ['pedido de café', 'in', []]);
  assert.deepEqual(Object.keys(await json('/quality')), ['items']);
  const person = await json(`/people/${String(message['person'])}`);
  assert.deepEqual(person['phones'], [`+${ANA}`]);
  const { items } = (await json('/people?limit=1')) as { items: { id: number }[]; next?: string };
  assert.equal(items.length, 1);
  assert.equal((await json('/stats'))['messages'], 1);
  const size = await api.vault.log.size();
  const seqs = Array.from({ length: size }, (_, seq) => seq);
  const delivery = [...(await api.vault.reader.records(seqs))].find(([, { kind }]) => kind === 'delivery')?.[0];
  assert.deepEqual((await json(`/deliveries/${delivery}`))['verdict'], 'complete');
  assert.equal((await api.get('/api/v1/search?q=%22')).status, 400);
  assert.equal((await api.get(`/api/v1/media/${found.items[0]?.id}`)).status, 404);
  assert.equal((await api.get('/api/v1/quality?week=2026-13-01')).status, 400);
  for (const id of ['-5e-324', '-0', '-0.4', '-.1', '1.5', 'x'])
    assert.equal((await api.get(`/api/v1/messages/${id}`)).status, 400, id);
  const headers = { authorization: `Bearer ${await api.key('hooks', 'send')}` };
  for (const path of ['/hooks/0/replay?after=-5e-324', '/messages/-5e-324/read'])
    assert.equal((await fetch(`${api.address}/api/v1${path}`, { method: 'POST', headers })).status, 400, path);
});

test('who follows is told of everything once, by polling, by waiting and as a stream', async (t) => {
  const api = await testApi(t);
  type Batch = { items: { seq: number; type: string; message?: number; content?: { text: string } }[]; next: number };
  const batch = async (query: string): Promise<Batch> =>
    (await (await api.get(`/api/v1/events?${query}`)).json()) as Batch;
  const { next: start } = await batch('after=-1');
  const waiting = batch(`after=${start}&wait=20`);
  const stop = new AbortController();
  const key = await api.key('read:events');
  const stream = await fetch(`${api.address}/api/v1/events?after=${start}`, {
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  assert.equal(stream.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  const status = { id: 'wamid.1', status: 'read', timestamp: String(NOW + 9), recipient_id: ANA };
  const edit = { from: ANA, id: 'wamid.2', timestamp: String(NOW + 5), type: 'edit' };
  const edited = {
    ...edit,
    edit: { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'two' } } },
  };
  await deliver(api.vault, webhookBody({ messages: [said('wamid.1', 'one', NOW)] }));
  await deliver(api.vault, webhookBody({ messages: [edited] }));
  await deliver(api.vault, webhookBody({ statuses: [status] }));
  const first = await waiting;
  assert.ok(first.items.length > 0);
  const seen = [...first.items];
  for (let after = first.next; seen.length < 4; ) {
    const more = await batch(`after=${after}&wait=5&limit=2`);
    seen.push(...more.items);
    after = more.next;
  }
  const root = seen.find(({ type }) => type === 'message')?.message;
  assert.deepEqual(
    seen.map(({ message, type }) => [type, message === undefined || message === root]),
    [
      ['conversation.opened', true],
      ['message', true],
      ['message.edited', true],
      ['message.status', true],
    ],
  );
  const again = await batch(`after=${start}`);
  assert.deepEqual(again.items[1]?.content?.text, 'two', 'a message is shown as it stands now');
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.split('\n\n').length > 4) break;
  }
  stop.abort();
  assert.deepEqual(
    [...text.matchAll(/^id: (\d+)\nevent: (.+)$/gm)].map(([, id, type]) => [Number(id), type]),
    seen.map(({ seq, type }) => [seq, type]),
  );
  assert.equal(text.includes('"text"'), false, 'a key that may not read messages is shown no word');
});

test('what is erased leaves a tombstone for those who follow, and its events are gone', async (t) => {
  const api = await testApi(t);
  await deliver(api.vault, webhookBody({ messages: [said('wamid.1', 'one', NOW)] }));
  await api.vault.settle();
  type Event = {
    seq: number;
    type: string;
    person?: number;
    erased?: { first: number; count: number }[];
    ids?: number[];
  };
  const all = async (): Promise<Event[]> =>
    ((await (await api.get('/api/v1/events')).json()) as { items: Event[] }).items;
  const said1 = (await all()).find(({ type }) => type === 'message');
  assert.ok(said1?.person !== undefined);
  await api.vault.erase(await api.vault.planErasure({ scope: 'person', ids: [said1.person] }), 'asked for');
  const left = await all();
  assert.equal(
    left.some(({ type }) => type === 'message'),
    false,
  );
  const tombstone = left.find(({ type }) => type === 'erased');
  assert.ok(tombstone !== undefined);
  assert.ok(tombstone.erased?.some(({ count, first }) => first <= said1.seq && said1.seq < first + count));
  assert.deepEqual(tombstone.ids, [said1.person]);
});
