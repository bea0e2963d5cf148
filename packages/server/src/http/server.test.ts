// What holds for every answer of the server: it is safe in a browser, has an id of its own, and is a problem where it is an error, also
// where no request came about. Idle connections and slow ones hold nobody up.

import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { testApi } from '../assembly/api.test-support.ts';

test('every answer is safe in a browser and has an id that the caller cannot choose', async (t) => {
  const api = await testApi(t);
  for (const path of ['/healthz', '/nowhere', '/api/openapi.json', '/api/v1/people', '/metrics', '/readyz']) {
    const response = await fetch(api.address + path, { headers: { 'x-request-id': 'mine', 'request-id': 'mine' } });
    const { headers } = response;
    await response.arrayBuffer();
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'", path);
    assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/, path);
  }
  const { headers } = await fetch(`${api.address}/healthz`);
  assert.equal(headers.get('server'), null);
});

test('what is no request is a problem too, and the connection ends', async (t) => {
  const api = await testApi(t);
  const port = Number(new URL(api.address).port);
  const said = (text: string): Promise<string> =>
    new Promise((done) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        answer += chunk;
      });
      socket.on('error', () => done(answer)).on('close', () => done(answer));
    });
  assert.match(await said('nonsense\r\n\r\n'), /^HTTP\/1\.1 400 [\s\S]*problems\/request-invalid/);
  const huge = `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`;
  assert.match(await said(huge), /^HTTP\/1\.1 431 [\s\S]*problems\/headers-too-large/);
  const long = `${api.address}/api/v1/messages/${'1'.repeat(200)}`;
  const response = await fetch(long);
  assert.deepEqual(
    [response.status, response.headers.get('content-type')],
    [400, 'application/problem+json; charset=utf-8'],
  );
  assert.equal((await fetch(`${api.address}/api/v1/messages/%ff`)).status, 400);
});

test('hundreds of connections that say nothing, or half a request, hold nobody up', async (t) => {
  const api = await testApi(t);
  const port = Number(new URL(api.address).port);
  const idle: Socket[] = [];
  for (let at = 0; at < 400; at++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    if (at % 2 === 0) socket.write('POST /webhooks/whatsapp HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{');
    idle.push(socket);
  }
  assert.equal((await api.get('/api/v1/conversations')).status, 200);
  assert.equal((await fetch(`${api.address}/healthz`)).status, 200);
  for (const socket of idle) socket.destroy();
});
