// Files that people bring to a real server: in pieces, with questions, in a queue, stopped, refused; and what lies on disk meanwhile.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { importDoorOf } from '../cli/serving-imports.ts';
import type { BroughtFile } from '../intake/brought/brought.ts';
import { type TestApi, testApi } from './api.test-support.ts';

const NOBODY_ELSE = 'Nadie más debe leer esto';

test('a file that breaks off goes on where it was, is taken in while nobody watches, and may be withdrawn', async (t) => {
  const parts = await server(t);
  const { api, bring, dir, read } = parts;
  const text = chat('25/03/24', 4_000);
  const { key } = await bring.begin('Chat de WhatsApp con Ana.txt', text.length);
  assert.equal((await bring.bytes(key, 0, text.subarray(0, 100_000))).status, 200);
  assert.equal((await bring.bytes(key, 40_000, text.subarray(40_000))).status, 409, 'bytes that do not follow');
  for (const name of readdirSync(dir)) assert.equal(readFileSync(join(dir, name)).includes('Nadie'), false);
  const again = await bring.begin('Chat de WhatsApp con Ana.txt', text.length);
  assert.deepEqual([again.key, again.receivedBytes], [key, 100_000]);
  assert.equal((await bring.bytes(key, 100_000, text.subarray(100_000))).status, 200);
  const ready = await read(key, 'ready');
  assert.equal(ready.chats[0]?.title, 'Ana');
  assert.equal(ready.chats[0]?.messages, 4_000);
  assert.deepEqual(ready.chats[0]?.counts, { added: 4_000, same: 0, newVersions: 0 });
  assert.deepEqual(ready.chats[0]?.newPeople, ['Ana']);
  assert.equal((await bring.post(`/${key}/start`)).status, 202);
  const done = await read(key, 'done');
  assert.equal(done.outcome?.added, 4_000);
  assert.deepEqual(readdirSync(dir), []);
  const listed = (await (await api.get('/api/v1/conversations')).json()) as { items: { title: string }[] };
  assert.deepEqual(
    listed.items.map(({ title }) => title),
    ['Ana'],
  );
  await withdrawn(parts, key);
});

test('what stands in the way of a file is asked, and what is none is refused', async (t) => {
  const parts = await server(t);
  await t.test('a file that is no chat', () => refused(parts));
  await t.test('dates that can be read in two ways', () => datesAsked(parts));
  await t.test('who of two is here', () => ownSideAsked(parts));
  await t.test('a key that may not', () => wrongKey(parts));
});

async function datesAsked({ bring, read }: Parts): Promise<void> {
  const lines = ['03/04/24, 9:15 - Ana: Hola', '07/04/24, 9:16 - Luis: Qué tal', '11/04/24, 18:02 - Ana: Bien'];
  const key = await bring.whole('Chat de WhatsApp con Ana.txt', Buffer.from(`${lines.join('\n')}\n`));
  const { chats } = await read(key, 'question');
  const question = chats[0]?.question;
  assert.ok(question?.kind === 'dates');
  const [one, other] = question.readings;
  assert.deepEqual([one?.order, one?.isLikely, one?.days], ['DMY', true, 3]);
  assert.deepEqual(one?.examples, [
    { raw: '03/04/24, 9:15', at: '2024-04-03T09:15' },
    { raw: '11/04/24, 18:02', at: '2024-04-11T18:02' },
  ]);
  assert.deepEqual([other?.order, other?.isLikely], ['MDY', false]);
  assert.equal((await bring.post(`/${key}/start`)).status, 404, 'not before it is answered');
  assert.equal((await bring.post(`/${key}/answers`, { chat: 0, dateOrder: 'MDY', start: true })).status, 202);
  const done = await read(key, 'done');
  assert.equal(done.outcome?.added, 3);
  assert.equal(done.chats[0]?.last, '2024-11-04T18:02');
}

async function ownSideAsked({ bring, read }: Parts): Promise<void> {
  const key = await bring.whole(
    'unnamed.txt',
    Buffer.from('25/04/24, 9:15 - Marta: Hola\n25/04/24, 9:16 - Jorge: Qué tal\n'),
  );
  const { chats } = await read(key, 'question');
  assert.deepEqual(chats[0]?.question, { kind: 'me', names: ['Marta', 'Jorge'] });
  await bring.post(`/${key}/answers`, { chat: 0, me: 'Jorge' });
  const ready = await read(key, 'ready');
  assert.deepEqual([ready.chats[0]?.me, ready.chats[0]?.newPeople], ['Jorge', ['Marta']]);
  const again = await bring.whole('other.txt', Buffer.from('26/04/24, 9:15 - Rosa: Hola\n26/04/24, 9:16 - Luis: Sí\n'));
  assert.equal((await read(again, 'ready')).chats[0]?.me, 'Luis', 'known from what was taken in before');
}

async function refused({ api, bring, dir, read }: Parts): Promise<void> {
  const sizeBefore = await api.vault.log.size();
  const picture = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n'), Buffer.alloc(5_000)]);
  const wrong = await bring.whole('inventario.xlsx', picture);
  assert.equal((await read(wrong, 'refused')).error, 'not-a-chat');
  const prose = await bring.whole('notas.txt', Buffer.from('solo unas notas\nsin fecha ninguna\n'));
  assert.equal((await read(prose, 'refused')).error, 'not-a-chat');
  const empty = await bring.whole('vacío.txt', Buffer.alloc(0));
  assert.equal((await read(empty, 'refused')).error, 'not-a-chat');
  // The file goes in the moment after the refusal is said.
  for (let left = 400; left > 0 && readdirSync(dir).length > 0; left--) await pause(5);
  assert.deepEqual(readdirSync(dir), []);
  for (let seq = sizeBefore; seq < (await api.vault.log.size()); seq++)
    assert.equal((await api.vault.reader.record(seq))?.kind, 'audit');
}

test('two are taken in one after the other, and what both hold stands once', async (t) => {
  const { bring, read } = await server(t);
  const first = await bring.whole('WhatsApp Chat with Ana.txt', chat('25/03/24', 6_000));
  const second = await bring.whole('WhatsApp Chat with Ana.txt', chat('25/03/24', 6_500));
  await read(first, 'ready');
  await read(second, 'ready');
  await bring.post(`/${first}/start`);
  await bring.post(`/${second}/start`);
  assert.equal((await read(first, 'done')).outcome?.added, 6_000);
  const later = await read(second, 'done');
  assert.deepEqual([later.outcome?.added, later.outcome?.same], [500, 6_000]);
});

test('a file that is given up leaves nothing on disk, and one that is stopped leaves nothing to be seen', async (t) => {
  const { api, bring, dir, read } = await server(t);
  const { key } = await bring.begin('Chat de WhatsApp con Ana.txt', 10_000_000);
  await bring.bytes(key, 0, chat('25/03/24', 3_000));
  assert.equal(readdirSync(dir).length, 1);
  assert.equal((await bring.send(`/${key}`, { method: 'DELETE' })).status, 200);
  assert.deepEqual(readdirSync(dir), []);
  assert.equal((await bring.bytes(key, 0, Buffer.from('a'))).status, 404);
  const running = await bring.whole('Chat de WhatsApp con Café Aurora.txt', chat('25/03/24', 60_000));
  await read(running, 'ready');
  await bring.post(`/${running}/start`);
  await read(running, 'running');
  await bring.send(`/${running}`, { method: 'DELETE' });
  await read(running, 'stopped');
  assert.deepEqual(readdirSync(dir), []);
  const listed = (await (await api.get('/api/v1/conversations')).json()) as { items: unknown[] };
  assert.deepEqual(listed.items, []);
});

async function withdrawn({ api, bring, read }: Parts, key: string): Promise<void> {
  const { outcome } = await read(key, 'done');
  const id = outcome?.imports[0]?.id ?? -1;
  const preview = (await (await api.get(`/api/v1/imports/recorded/${id}/withdrawal`)).json()) as { messages: number };
  assert.equal(preview.messages, 4_000);
  const answer = await bring.post(`/recorded/${id}/withdraw`);
  assert.equal(answer.status, 200);
  const listed = (await (await api.get('/api/v1/conversations')).json()) as { items: unknown[] };
  assert.deepEqual(listed.items, []);
  await bring.send(`/${key}`, { method: 'DELETE' });
  const { recorded } = (await (await api.get('/api/v1/imports')).json()) as {
    recorded: { state: string; id: number }[];
  };
  assert.deepEqual(
    recorded.map((row) => [row.id, row.state]),
    [[id, 'withdrawn']],
  );
}

async function wrongKey({ api }: Parts): Promise<void> {
  const key = await api.key('read:messages', 'send');
  const as = (path: string, method: string): Promise<Response> =>
    fetch(`${api.address}/api/v1/imports${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
  const asked: [string, string][] = [
    ['', 'GET'],
    ['', 'POST'],
    ['/progress', 'GET'],
    ['/abc', 'GET'],
    ['/abc', 'DELETE'],
    ['/abc/bytes?offset=0', 'POST'],
    ['/abc/answers', 'POST'],
    ['/abc/start', 'POST'],
    ['/recorded/1/withdrawal', 'GET'],
    ['/recorded/1/withdraw', 'POST'],
  ];
  for (const [path, method] of asked) assert.equal((await as(path, method)).status, 403, `${method} ${path}`);
}

type Parts = Awaited<ReturnType<typeof server>>;

/** A chat of two on one day, which no other reading of its date makes possible. */
function chat(day: string, messages: number): Buffer {
  const lines = Array.from({ length: messages }, (_, index) => {
    const [hour, minute] = [String(Math.floor(index / 60) % 24).padStart(2, '0'), String(index % 60).padStart(2, '0')];
    return `${day}, ${hour}:${minute} - ${index % 2 === 0 ? 'Ana' : 'Café Aurora'}: ${NOBODY_ELSE}, ${index}\n`;
  });
  return Buffer.from(lines.join(''));
}

async function server(t: TestContext) {
  const api = await testApi(t, {
    more: async (vault) => {
      const imports = await importDoorOf(vault, { now: () => new Date() });
      t.after(() => imports.jobs.stop());
      return { imports };
    },
  });
  return { api, bring: await bringing(api), dir: join(api.vault.dir, 'incoming'), read: reading(api) };
}

async function bringing(api: TestApi) {
  const key = await api.key('import', 'erase');
  const send = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${api.address}/api/v1/imports${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    });
  const post = (path: string, body: unknown = {}): Promise<Response> =>
    send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const begin = async (name: string, sizeBytes: number) => {
    const begun = await post('', { name, sizeBytes, changedMs: Date.UTC(2026, 0, 5) });
    assert.equal(begun.status, 201);
    return (await begun.json()) as { key: string; receivedBytes: number };
  };
  const bytes = (file: string, offset: number, some: Uint8Array): Promise<Response> =>
    send(`/${file}/bytes?offset=${offset}`, {
      method: 'POST',
      body: new Uint8Array(some),
      headers: { 'content-type': 'application/octet-stream' },
    });
  const whole = async (name: string, all: Uint8Array): Promise<string> => {
    const { key: file } = await begin(name, all.length);
    assert.equal((await bytes(file, 0, all)).status, 200);
    return file;
  };
  return { send, post, begin, bytes, whole };
}

function reading(api: TestApi) {
  return async (key: string, state: BroughtFile['state']): Promise<BroughtFile> => {
    for (let tries = 0; tries < 400; tries++) {
      const file = (await (await api.get(`/api/v1/imports/${key}`)).json()) as BroughtFile;
      if (file.state === state) return file;
      if (file.state === 'failed') assert.fail(`failed: ${file.error}`);
      await pause(tries < 100 ? 5 : 50);
    }
    return assert.fail(`never ${state}: ${JSON.stringify(await (await api.get(`/api/v1/imports/${key}`)).json())}`);
  };
}
