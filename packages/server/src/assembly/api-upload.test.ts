// Files that a program brings and sends: what is taken, what the platform is given, what lies on the disk, what is forgotten.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { listChats } from '../views/conversation.ts';
import { type TestApi, testApi } from './api.test-support.ts';
import { type TestGraph, TOKEN, testGraph } from './graph.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

const SECRET = 'factura de Ana: nadie más la lee';
const PDF = Buffer.from(`%PDF-1.7\n${SECRET}\n${'x'.repeat(200_000)}`);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Bench {
  readonly api: TestApi;
  readonly graph: TestGraph;
  readonly chats: readonly number[];
  readonly upload: (bytes: Body, type: string, key?: string) => Promise<[status: number, said: Said]>;
  readonly send: (chat: number, message: object, idempotency: string) => Promise<[status: number, said: Said]>;
}

type Said = Record<string, unknown>;
type Body = NonNullable<RequestInit['body']>;

/** A server to which two people have just written. */
async function bench(t: TestContext): Promise<Bench> {
  const graph = await testGraph(t);
  const api = await testApi(t, { works: { apiUrl: graph.url, accessToken: TOKEN } });
  const timestamp = String(Math.floor(Date.now() / 1000));
  for (const from of ['5215512345678', '16505551234'])
    await deliver(
      api.vault,
      webhookBody({ messages: [{ from, id: `wamid.${from}`, timestamp, type: 'text', text: { body: 'hola' } }] }),
    );
  await api.vault.settle();
  const chats = (await listChats(api.vault.views)).map(({ id }) => id);
  const own = await api.key('send');
  const asked = async (path: string, init: RequestInit): Promise<[number, Said]> => {
    const response = await fetch(`${api.address}/api/v1${path}`, { method: 'POST', ...init });
    return [response.status, (await response.json()) as Said];
  };
  return {
    api,
    graph,
    chats,
    upload: (body, type, key = own) =>
      asked('/media', { body, headers: { authorization: `Bearer ${key}`, 'content-type': type } }),
    send: (chat, message, idempotency) =>
      asked(`/conversations/${chat}/messages`, {
        body: JSON.stringify({ message }),
        headers: {
          authorization: `Bearer ${own}`,
          'content-type': 'application/json',
          'idempotency-key': idempotency,
        },
      }),
  };
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await check()); tries++) {
    assert.ok(tries < 400, 'it never came to be');
    await pause(20);
  }
}

/** The sealed objects of the vault, by name. */
async function objectsOf({ vault }: TestApi): Promise<string[]> {
  const rows = await vault.views.db.selectFrom('object').select('name').distinct().execute();
  return rows.map(({ name }) => name);
}

test('a file that a program brings goes out with a message, and stands in the archive as it came', async (t) => {
  const { api, chats, graph, send, upload } = await bench(t);
  const [status, file] = await upload(PDF, 'Application/PDF');
  assert.deepEqual([status, file['sha256'], file['sizeBytes'], file['isNew']], [201, hashOf(PDF), PDF.length, true]);
  assert.equal((await upload(PDF, 'application/pdf'))[1]['isNew'], false);
  const message = { type: 'document', media: { sha256: file['sha256'] }, filename: 'factura.pdf' };
  const [taken, intended] = await send(chats[0] ?? 0, message, 'a');
  assert.equal(taken, 202);
  await until(() => graph.sent.length === 1);
  assert.deepEqual(graph.sent[0]?.['document'], { id: 'uploaded-1', filename: 'factura.pdf' });
  assert.ok(graph.calls.find(({ path }) => path.endsWith('/media'))?.body.includes(PDF));
  const kept = await api.get(`/api/v1/media/${String(intended['id'])}`);
  assert.deepEqual(Buffer.from(await kept.arrayBuffer()), PDF);
  await expectRanges(api, `/api/v1/media/${String(intended['id'])}`);
  assert.equal((await send(chats[0] ?? 0, message, 'a'))[1]['id'], intended['id']);
  const other = { ...message, media: { sha256: '0'.repeat(64) } };
  assert.equal((await send(chats[0] ?? 0, other, 'a'))[0], 409);
  assert.equal((await send(chats[0] ?? 0, other, 'b'))[0], 422);
  assert.equal((await send(chats[0] ?? 0, { ...message, type: 'image', filename: undefined }, 'c'))[0], 422);
  for (const name of await objectsOf(api)) {
    const sealed = readFileSync(join(api.vault.dir, 'objects', name.slice(0, 2), name));
    assert.equal(sealed.includes(SECRET), false);
  }
});

/** Every form of a range, over a file that is longer than a chunk of its seal. */
async function expectRanges({ get }: TestApi, path: string): Promise<void> {
  const size = PDF.length;
  const part = async (range: string, more: Record<string, string> = {}): Promise<[number, string | null, Buffer]> => {
    const answer = await get(path, { range, ...more });
    return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer())];
  };
  for (const [range, start, end] of [
    ['bytes=0-0', 0, 1],
    ['bytes=5-', 5, size],
    ['bytes=-7', size - 7, size],
    ['bytes=65530-131080', 65_530, 131_081],
    [`bytes=10-${size * 2}`, 10, size],
    [`bytes=-${size * 2}`, 0, size],
  ] as const)
    assert.deepEqual(await part(range), [206, `bytes ${start}-${end - 1}/${size}`, PDF.subarray(start, end)], range);
  for (const range of [`bytes=${size}-`, 'bytes=9-8', 'bytes=-0']) assert.equal((await part(range))[0], 416, range);
  for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=-', 'bytes=a-b'])
    assert.deepEqual(await part(range), [200, null, PDF], range);
  assert.deepEqual(await part('bytes=0-9', { 'if-range': '"x"' }), [200, null, PDF]);
}

test('who is erased takes along what they were sent, and nobody else loses it', async (t) => {
  const { api, chats, graph, send, upload } = await bench(t);
  const [, file] = await upload(PDF, 'application/pdf');
  const message = { type: 'document', media: { sha256: file['sha256'] }, filename: 'factura.pdf' };
  const sent = await Promise.all(chats.map((chat) => send(chat, message, `to ${chat}`)));
  await until(() => graph.sent.length === 2);
  await api.vault.settle();
  const [one, two] = sent.map(([, said]) => Number(said['id']));
  const record = await api.vault.reader.record(one ?? 0);
  assert.ok(record?.kind === 'message' && record.media?.content !== undefined);
  await api.vault.erase(await api.vault.planErasure({ scope: 'entries', ids: [one ?? 0] }), 'asked for');
  assert.equal((await api.get(`/api/v1/media/${one}`)).status, 404);
  const rest = await api.get(`/api/v1/media/${two}`);
  assert.deepEqual(Buffer.from(await rest.arrayBuffer()), PDF);
  await assert.rejects(api.vault.openObject(record.media.content, 'x'), { code: 'object-missing' });
});

test('only the key that brought a file may send it; what the platform would not take is refused', async (t) => {
  const { api, chats, send, upload } = await bench(t);
  const [, file] = await upload(PDF, 'application/pdf', await api.key('send'));
  const message = { type: 'document', media: { sha256: file['sha256'] } };
  const [status, said] = await send(chats[0] ?? 0, message, 'a');
  assert.deepEqual([status, said['faults']], [422, [{ code: 'missing', field: 'media.sha256' }]]);
  assert.equal((await upload(PDF, 'application/pdf', await api.key('read:media')))[0], 403);
  const refused = async (bytes: Body, type: string): Promise<unknown[]> => {
    const [code, { type: problem }] = await upload(bytes, type);
    return [code, String(problem).split('/').at(-1)];
  };
  assert.deepEqual(await refused(PDF, 'image/png'), [422, 'file-differs']);
  assert.deepEqual(await refused(Buffer.from('MZ\x90\0'), 'text/plain'), [422, 'file-differs']);
  assert.deepEqual(await refused('', 'text/plain'), [422, 'file-differs']);
  assert.deepEqual(await refused('<script>', 'text/html'), [415, 'media-type-unknown']);
  const large = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5 * 1024 * 1024)]);
  assert.deepEqual(await refused(large, 'image/png'), [413, 'body-too-large']);
  const streamed = new Response(large).body;
  assert.ok(streamed !== null);
  const response = await fetch(`${api.address}/api/v1/media`, {
    method: 'POST',
    body: streamed,
    duplex: 'half',
    headers: { authorization: `Bearer ${await api.key('send')}`, 'content-type': 'image/png' },
  } as RequestInit);
  assert.equal(response.status, 413, 'its length need not be said to be found out');
  assert.equal((await api.get('/api/v1/conversations')).status, 200);
});

test('a file that was brought and not sent leaves nothing behind when the process is gone, and nothing else goes with it', async (t) => {
  const { api, chats, graph, send, upload } = await bench(t);
  const [, file] = await upload(PDF, 'application/pdf');
  await send(chats[0] ?? 0, { type: 'document', media: { sha256: file['sha256'] } }, 'a');
  await until(() => graph.sent.length === 1);
  await api.vault.settle();
  const waiting = join(api.vault.dir, 'waiting');
  const lying = (): string[] => filesIn(waiting);
  assert.equal(lying().length, 1);
  for (const name of lying()) assert.equal(readFileSync(join(waiting, name)).includes(SECRET), false);
  const left = api.test.image();
  writeFileSync(join(left.dir, 'waiting', 'half.tmp'), 'half');
  await left.write(async () => {
    assert.deepEqual(filesIn(join(left.dir, 'waiting')), []);
    assert.deepEqual(filesIn(join(left.dir, 'objects')), filesIn(join(api.vault.dir, 'objects')));
  });
});

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name, parentPath }) => relative(dir, join(parentPath, name)))
    .sort();
}
