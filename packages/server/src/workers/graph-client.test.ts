import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { GraphClient } from './graph-client.ts';

const SECRET = 'the-token-itself';

async function answering(t: TestContext, bytes: string | undefined): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => (bytes === undefined ? socket.destroy() : socket.end(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const clientOf = (apiUrl: string, token: string | undefined = SECRET): GraphClient =>
  new GraphClient({ apiUrl, tokenOf: () => token });

test('a request that found nobody cannot have left; one that was heard and not answered may have', async (t) => {
  const deaf = await answering(t, undefined);
  const lost = await clientOf(deaf).send('1', '{}');
  assert.equal(lost.kind, 'lost');
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  const unsent = await clientOf(`http://127.0.0.1:${port}`).send('1', '{}');
  assert.deepEqual(unsent, { kind: 'unsent', code: 'ECONNREFUSED' });
  const nobody = await clientOf('https://nobody.invalid').send('1', '{}');
  assert.equal(nobody.kind, 'unsent');
});

test('without a token nothing is called; a redirect is an answer and not followed; no failure repeats the token', async (t) => {
  const there = await answering(t, 'HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n');
  const moved = await clientOf(there).send('1', '{}');
  assert.ok(moved.kind === 'answer' && moved.status === 302);
  const none = new GraphClient({ apiUrl: there, tokenOf: () => undefined });
  assert.deepEqual(await none.send('1', '{}'), { kind: 'unsent', code: 'no-token' });
  const broken = await answering(t, 'nonsense');
  assert.ok(!JSON.stringify(await clientOf(broken).send('1', '{}')).includes(SECRET));
});
