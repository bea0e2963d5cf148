import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { type JsonObject, listOf, objectOf } from '../json.ts';
import { allOf, type Pair, withSandbox } from '../sandbox.test-support.ts';

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

async function call({ sandbox }: Pair, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/sandbox${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, body: objectOf(await response.json()) ?? {} };
}

test('people are made, listed and act, and their phones show what was said', async () => {
  await withSandbox(async (pair) => {
    const made = await call(pair, 'POST', '/people', { name: 'Ana', phone: '+34 666 000 111', language: 'es' });
    assert.deepEqual([made.status, made.body['waId']], [201, '34666000111']);
    assert.equal((await call(pair, 'POST', '/people', { name: 'Ana', phone: '34666000111' })).status, 409);
    assert.equal((await call(pair, 'POST', '/people', {})).status, 400);
    const { body } = await call(pair, 'POST', '/people/p1/acts', { act: 'text', body: 'Hola' });
    await call(pair, 'POST', '/clock', { advance: '1s' });
    assert.equal(allOf(pair.listener.heard, 'messages')[0]?.['id'], body['wamid']);
    await pair.send({ to: '34666000111', type: 'text', text: { body: 'Buenas' } });
    await call(pair, 'POST', '/clock', { advance: '5s' });
    const { chat } = (await call(pair, 'GET', '/people/p1')).body;
    const shown = listOf(objectOf(chat)?.['messages']).map((message) => objectOf(message)?.['text']);
    assert.deepEqual(shown, ['Hola', 'Buenas']);
    assert.equal(listOf((await call(pair, 'GET', '/people')).body['people']).length, 1);
  });
});

test('a file from a phone arrives as media', async () => {
  await withSandbox(async (pair) => {
    await call(pair, 'POST', '/people', { name: 'Ana' });
    const url = `${pair.sandbox.url}/sandbox/people/p1/media?kind=image&caption=as%C3%AD`;
    const response = await fetch(url, { method: 'POST', body: 'picture', headers: { 'content-type': 'image/png' } });
    assert.equal(response.status, 200);
    await call(pair, 'POST', '/clock', { advance: '1s' });
    const image = objectOf(allOf(pair.listener.heard, 'messages')[0]?.['image']);
    assert.deepEqual([image?.['caption'], image?.['mime_type']], ['así', 'image/png']);
    const shown = await fetch(`${pair.sandbox.url}/sandbox/media/${String(image?.['id'])}`);
    assert.equal(await shown.text(), 'picture');
    assert.match(shown.headers.get('content-security-policy') ?? '', /sandbox/);
  });
});

test('the clock, faults, templates, numbers, sends and the webhook are at hand', async () => {
  await withSandbox(async (pair) => {
    const before = Number((await call(pair, 'GET', '/clock')).body['nowMs']);
    assert.equal((await call(pair, 'POST', '/clock', { advance: '25h' })).body['nowMs'], before + 25 * 3_600_000);
    assert.equal((await call(pair, 'POST', '/clock', { advance: 'tomorrow' })).status, 400);
    const fault = await call(pair, 'POST', '/faults', { on: 'graph', kind: 'error', for: '1h' });
    assert.equal(fault.status, 201);
    assert.equal(listOf((await call(pair, 'GET', '/faults')).body['standing']).length, 1);
    assert.equal((await call(pair, 'DELETE', `/faults/${String(fault.body['id'])}`)).status, 200);
    assert.equal((await call(pair, 'DELETE', '/faults/f9')).status, 404);
    assert.equal((await call(pair, 'POST', '/faults', { on: 'graph', kind: 'error', times: 'x' })).status, 400);
    assert.deepEqual((await call(pair, 'POST', '/templates/greeting', { state: 'PAUSED' })).body, { moved: 3 });
    await call(pair, 'POST', '/numbers/106540352242922', { quality: 'RED', tier: 250 });
    assert.equal(pair.sandbox.world.business.tier, 250);
    assert.equal((await call(pair, 'GET', '/sends')).body['accepted'], 0);
    assert.deepEqual((await call(pair, 'GET', '/sends?callback=x')).body, { callback: 'x', count: 0 });
    assert.equal((await call(pair, 'POST', '/webhook', { url: 'file:///a' })).status, 400);
    const state = (await call(pair, 'GET', '/state')).body;
    assert.equal(objectOf(state['webhook'])?.['url'], pair.listener.url);
  });
});

test('what somebody writes in the phone app of a coexistence number is echoed', async () => {
  await withSandbox(async (pair) => {
    await call(pair, 'POST', '/people', { name: 'Ana', phone: '34666000111' });
    const said = { person: 'p1', body: 'Abrimos a las 9' };
    assert.equal((await call(pair, 'POST', '/numbers/106540352242922/echoes', said)).status, 409);
    assert.equal((await call(pair, 'POST', '/numbers/106540352242923/echoes', said)).status, 200);
    await call(pair, 'POST', '/clock', { advance: '1s' });
    assert.match(pair.listener.heard[0]?.body ?? '', /message_echoes.*34666000111.*smb_message_echoes/);
  });
});

test('an act that is none, or lacks something, is refused and says what', async () => {
  await withSandbox(async (pair) => {
    await call(pair, 'POST', '/people', { name: 'Ana' });
    for (const act of [
      {},
      { act: 'fly' },
      { act: 'text' },
      { act: 'text', body: 5 },
      { act: 'rename' },
      { act: 'toString' },
    ])
      assert.equal((await call(pair, 'POST', '/people/p1/acts', act)).status, 400, JSON.stringify(act));
    assert.equal((await call(pair, 'POST', '/people/p9/acts', { act: 'read' })).status, 404);
    const missing = { act: 'delete', target: 'wamid.none' };
    assert.equal((await call(pair, 'POST', '/people/p1/acts', missing)).status, 404);
  });
});

test('news come as server-sent events', async () => {
  await withSandbox(async (pair) => {
    await call(pair, 'POST', '/people', { name: 'Ana' });
    const response = await fetch(`${pair.sandbox.url}/sandbox/stream?people=p1`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await call(pair, 'POST', '/people/p1/acts', { act: 'text', body: 'Hola' });
    const { value } = (await reader?.read()) ?? {};
    assert.deepEqual(JSON.parse(String(value).replace('data: ', '')), ['p1']);
    await reader?.cancel();
  });
});

test('a page of another site reaches nothing, by whatever name', async () => {
  await withSandbox(async (pair) => {
    const { port } = new URL(pair.sandbox.url);
    const status = (headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const call = request({ port, host: '127.0.0.1', path: '/sandbox/state', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        call.on('error', reject).end();
      });
    assert.equal(await status({}), 200);
    assert.equal(await status({ host: `localhost:${port}` }), 200);
    assert.equal(await status({ host: 'evil.example' }), 403);
    assert.equal(await status({ origin: 'https://evil.example' }), 403);
    assert.equal(await status({ 'sec-fetch-site': 'cross-site' }), 403);
  });
});

test('the page and its parts are served under a strict policy', async () => {
  await withSandbox(async ({ sandbox }) => {
    const response = await fetch(sandbox.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https?:/);
    const html = await response.text();
    for (const [, path = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      assert.equal((await fetch(`${sandbox.url}${path}`)).status, 200, path);
    const main = await (await fetch(`${sandbox.url}/main.js`)).text();
    for (const [, path = ''] of main.matchAll(/from '\.(\/[\w-]+\.js)'/g))
      assert.equal((await fetch(`${sandbox.url}${path}`)).status, 200, path);
  });
});
