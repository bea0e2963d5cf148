// The webhook over a server that listens: what is signed is durable and answered with 200, what is not leaves a count and nothing
// else, whatever the client does meanwhile.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { apiPartsOf } from '../cli/serving-api.ts';
import type { WriteVault } from '../cli/vault.ts';
import { serverMetrics } from '../http/metrics.ts';
import { httpServer } from '../http/server.ts';
import { WEBHOOK_PATH } from '../http/webhook.ts';
import { type Said, shownIn, webhookBody } from './live.test-support.ts';
import { testVault } from './vault.test-support.ts';

const SAMPLES = fileURLToPath(new URL('../../../../vectors/samples/cloudapi/', import.meta.url));
const LIMIT = 3 * 1024 * 1024;
const SECRETS = ['first-secret', 'second-secret'];

interface Listening {
  readonly vault: WriteVault;
  readonly port: number;
  readonly url: string;
  readonly alerts: number[];
  readonly metrics: () => Promise<string>;
}

async function listening(t: TestContext, settings: { appSecrets: readonly string[] }): Promise<Listening> {
  const vault = await testVault(t).house.write({ make: true, bulk: true });
  const metrics = serverMetrics({ size: () => vault.log.size(), folded: async () => 0, waiting: () => 0 });
  const alerts: number[] = [];
  const now = (): Date => new Date();
  const app = await httpServer({
    listen: { host: '127.0.0.1', port: 0, isBehindProxy: false },
    metrics,
    isReady: async () => true,
    failed: (code) => t.diagnostic(`failed: ${code}`),
    webhook: {
      settings: { ...settings, verifyToken: 'verify' },
      receive: (delivery) => vault.accept(delivery),
      metrics,
      alert: (count) => alerts.push(count),
      now,
    },
    api: apiPartsOf(vault, { allowsPrivateHooks: false }, { now }),
  });
  const bound: Promise<string> = app.listen({ host: '127.0.0.1', port: 0 });
  const address = await bound;
  t.after(async () => {
    await app.close();
    await vault.close();
  });
  return {
    vault,
    port: Number(new URL(address).port),
    url: address + WEBHOOK_PATH,
    alerts,
    metrics: metrics.text,
  };
}

const BOTH = { appSecrets: SECRETS };

function signature(body: Uint8Array, secret = SECRETS[0] ?? ''): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

async function post(url: string, body: Uint8Array<ArrayBuffer>, header?: string): Promise<number> {
  const headers = header === undefined ? {} : { 'x-hub-signature-256': header };
  const response = await fetch(url, { method: 'POST', body, headers });
  await response.arrayBuffer();
  return response.status;
}

const NOW = Math.floor(Date.now() / 1000) - 60;
const message = (id: string, body: string): Said => ({
  from: '5215512345678',
  id: `wamid.${id}`,
  timestamp: String(NOW),
  type: 'text',
  text: { body },
});
const bodyOf = (id: string, text = 'hola'): Buffer<ArrayBuffer> =>
  Buffer.from(webhookBody({ messages: [message(id, text)] }));

test('every sample, signed, is answered with 200 and held once however often it comes; unsigned it leaves nothing', async (t) => {
  const { url, vault } = await listening(t, BOTH);
  const names = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const bodies = names.map((name) => readFileSync(join(SAMPLES, name)));
  assert.ok(bodies.length >= 60);
  const empty = await vault.log.size();
  for (const body of bodies) assert.equal(await post(url, body), 401);
  assert.equal(await vault.log.size(), empty);
  for (const body of bodies) assert.equal(await post(url, body, signature(body)), 200);
  await vault.settle();
  const [once, size] = [await shownIn(vault), await vault.log.size()];
  for (const body of bodies) assert.equal(await post(url, body, signature(body)), 200);
  await vault.settle();
  assert.deepEqual(await shownIn(vault), once);
  // Each delivery is on record; nothing that it said is there again.
  assert.equal(await vault.log.size(), size + bodies.length);
});

test('either of two secrets signs; any other signature, and any form of it that is none, is refused and counted', async (t) => {
  const { alerts, metrics, url, vault } = await listening(t, BOTH);
  assert.equal(await post(url, bodyOf('1'), signature(bodyOf('1'), SECRETS[0])), 200);
  assert.equal(await post(url, bodyOf('2'), signature(bodyOf('2'), SECRETS[1])), 200);
  await vault.settle();
  const size = await vault.log.size();
  const body = bodyOf('3');
  const right = signature(body);
  const wrong = [
    undefined,
    '',
    'sha256=',
    right.slice(0, -1),
    `${right}0`,
    right.replace('sha256=', 'sha1='),
    right.slice('sha256='.length),
    signature(body, 'third-secret'),
    signature(bodyOf('4')),
    `sha256=${'0'.repeat(64)}`,
  ];
  for (const header of wrong) assert.equal(await post(url, body, header), 401, header);
  assert.equal(await post(url, Buffer.concat([body, Buffer.from(' ')]), right), 401);
  assert.equal(await vault.log.size(), size);
  assert.match(await metrics(), new RegExp(`^acta_deliveries_refused_total ${wrong.length + 1}$`, 'm'));
  assert.deepEqual(alerts, [1]);
  assert.equal(await post(url, body, right.toUpperCase().replace('SHA256', 'sha256')), 200);
});

test('without a secret nothing is accepted', async (t) => {
  const { url, vault } = await listening(t, { appSecrets: [] });
  const size = await vault.log.size();
  const body = bodyOf('1');
  for (const header of [undefined, signature(body), signature(body, ''), `sha256=${''}`]) {
    assert.equal(await post(url, body, header), 401);
  }
  assert.equal(await vault.log.size(), size);
});

test('a body up to the limit is kept; a longer one, however it comes, is refused with nothing recorded', async (t) => {
  const { url, vault } = await listening(t, BOTH);
  const long = (size: number): Buffer<ArrayBuffer> => Buffer.alloc(size, ' ');
  const size = await vault.log.size();
  assert.equal(await post(url, long(LIMIT + 1), signature(long(LIMIT + 1))), 413);
  assert.equal(await post(url, long(LIMIT + 1)), 413);
  const chunked = await fetch(url, {
    method: 'POST',
    duplex: 'half',
    headers: { 'x-hub-signature-256': signature(long(LIMIT + 1)) },
    body: new Blob([long(LIMIT + 1)]).stream(),
  }).then(
    ({ status }) => status,
    () => 413,
  );
  assert.equal(chunked, 413);
  assert.equal(await vault.log.size(), size);
  assert.equal(await post(url, long(LIMIT), signature(long(LIMIT))), 200);
  await vault.settle();
  assert.ok((await vault.log.size()) > size);
});

test('an empty body that is signed is kept; so is one in chunks and one that says it is something else', async (t) => {
  const { url, vault } = await listening(t, BOTH);
  const held = async (work: () => Promise<number>): Promise<void> => {
    const size = await vault.log.size();
    assert.equal(await work(), 200);
    await vault.settle();
    assert.ok((await vault.log.size()) > size);
  };
  await held(() => post(url, Buffer.alloc(0), signature(Buffer.alloc(0))));
  const body = bodyOf('1');
  const send =
    (more: {
      readonly body: Blob | Uint8Array<ArrayBuffer> | ReadableStream;
      readonly type?: string;
      readonly duplex?: 'half';
    }) =>
    async () => {
      const headers = { 'x-hub-signature-256': signature(body), 'content-type': more.type ?? 'application/json' };
      const response = await fetch(url, { method: 'POST', ...more, headers });
      return response.status;
    };
  await held(send({ body: new Blob([body]).stream(), duplex: 'half' }));
  await held(send({ body, type: 'text/plain; charset=utf-8' }));
  await held(send({ body, type: 'nonsense' }));
});

test('the handshake gives the challenge back for the right token and nothing for any other', async (t) => {
  const { url } = await listening(t, BOTH);
  const ask = async (query: string): Promise<readonly [number, string]> => {
    const response = await fetch(`${url}?${query}`);
    return [response.status, await response.text()];
  };
  const challenge = '<script>1158201444</script>';
  const right = `hub.mode=subscribe&hub.verify_token=verify&hub.challenge=${encodeURIComponent(challenge)}`;
  assert.deepEqual(await ask(right), [200, challenge]);
  const type = (await fetch(`${url}?${right}`)).headers;
  assert.match(type.get('content-type') ?? '', /^text\/plain/);
  assert.equal(type.get('x-content-type-options'), 'nosniff');
  for (const wrong of [
    right.replace('verify&', 'other&'),
    right.replace('subscribe', 'unsubscribe'),
    right.replace('hub.verify_token=verify', ''),
    `${right}&hub.verify_token=verify`,
    '',
  ]) {
    const [status, text] = await ask(wrong);
    assert.equal(status, 403, wrong);
    assert.equal(text.includes('1158201444'), false);
  }
});

test('the same message with other words is kept and flagged; in other bytes it is held once', async (t) => {
  const { url, vault } = await listening(t, BOTH);
  const bodies = [
    bodyOf('1', 'uno'),
    bodyOf('1', 'dos'),
    Buffer.from(bodyOf('1', 'uno').toString().replaceAll('","', '" , "')),
    bodyOf('1', 'uno'),
  ];
  for (const body of bodies) assert.equal(await post(url, body, signature(body)), 200);
  await vault.settle();
  const shown = (await shownIn(vault)) as { chats: { entries: { text: string; flags: string[] }[] }[] };
  const said = shown.chats.flatMap(({ entries }) => entries.map(({ flags, text }) => [text, flags.join()]));
  assert.deepEqual(said.sort(), [
    ['dos', 'message-differs@wamid'],
    ['uno', ''],
  ]);
});

test('clients that are slow, silent, gone or rude hold nobody up', async (t) => {
  const { port, url, vault } = await listening(t, BOTH);
  const sockets: Socket[] = [];
  const open = (said: string): Socket => {
    const socket = connect(port, '127.0.0.1');
    socket.write(said);
    socket.on('error', () => undefined);
    sockets.push(socket);
    return socket;
  };
  const head = `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: x\r\n`;
  for (let at = 0; at < 100; at++) {
    open('');
    open(`${head}content-length: 1000\r\n\r\n{"half`);
    open(`${head}x-a: ${'a'.repeat(100_000)}\r\n\r\n`);
    open('\u0000\u0001nonsense\r\n\r\n');
    open(`${head}content-length: 1000\r\n\r\n{"gone`).on('connect', function (this: Socket) {
      this.destroy();
    });
  }
  await sleep(50);
  const size = await vault.log.size();
  const bodies = Array.from({ length: 200 }, (_, at) => bodyOf(`s${at}`, `palabra ${at}`));
  const statuses = await Promise.all(bodies.map((body) => post(url, body, signature(body))));
  assert.deepEqual(new Set(statuses), new Set([200]));
  await vault.settle();
  assert.ok((await vault.log.size()) >= size + 2 * bodies.length);
  const [slow] = [open(`${head}x-hub-signature-256: ${signature(bodyOf('slow'))}\r\n`)];
  slow.write(`connection: close\r\ncontent-length: ${bodyOf('slow').length}\r\n\r\n`);
  const answered = new Promise<string>((resolve) => {
    let all = '';
    slow.setEncoding('latin1').on('data', (text: string) => {
      all += text;
    });
    slow.on('close', () => resolve(all));
  });
  for (const byte of bodyOf('slow')
    .toString('latin1')
    .match(/.{1,40}/gs) ?? []) {
    slow.write(byte, 'latin1');
    await sleep(1);
  }
  assert.match(await answered, /^HTTP\/1\.1 200 /);
  for (const socket of sockets) socket.destroy();
});

test('a long delivery does not hold up a short one', async (t) => {
  const { url, vault } = await listening(t, BOTH);
  const messages = Array.from({ length: 1000 }, (_, at) => message(`l${at}`, `palabra ${at}`));
  const long = Buffer.from(webhookBody({ messages }));
  const [many, one] = await Promise.all([
    post(url, long, signature(long)),
    post(url, bodyOf('short'), signature(bodyOf('short'))),
  ]);
  assert.deepEqual([many, one], [200, 200]);
  await vault.settle();
  const shown = (await shownIn(vault)) as { chats: { entries: unknown[] }[] };
  assert.equal(shown.chats.flatMap(({ entries }) => entries).length, 1001);
});
