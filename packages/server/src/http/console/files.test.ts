import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { type FastifyInstance, fastify, type LightMyRequestResponse } from 'fastify';
import { consoleRoutes } from './files.ts';

const SCRIPT = 'const house = 1;';

async function served(t: TestContext): Promise<FastifyInstance> {
  const dir = await mkdtemp(join(tmpdir(), 'acta-files-'));
  const app = fastify();
  t.after(async () => {
    await app.close();
    await rm(dir, { recursive: true });
  });
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<title>Acta</title>');
  writeFileSync(join(dir, 'assets', 'a.js'), SCRIPT);
  writeFileSync(join(dir, 'assets', 'a.js.br'), brotliCompressSync(SCRIPT));
  consoleRoutes(app, dir, async ({ headers }) => (headers.cookie === undefined ? [] : ['self', 'search']));
  return app;
}

function get(
  app: FastifyInstance,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<LightMyRequestResponse> {
  return app.inject({ url, headers });
}

test('a file is sent as it was compressed to who takes that, and plain to who does not', async (t) => {
  const app = await served(t);
  const compressed = await get(app, '/assets/a.js', { 'accept-encoding': 'gzip, br' });
  assert.equal(compressed.headers['content-encoding'], 'br');
  assert.equal(compressed.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(brotliDecompressSync(compressed.rawPayload).toString(), SCRIPT);
  const plain = await get(app, '/assets/a.js', { 'accept-encoding': 'gzip' });
  assert.deepEqual([plain.headers['content-encoding'], plain.body], [undefined, SCRIPT]);
});

test('the page says what whoever opens it may, and nothing where nobody is signed in', async (t) => {
  const app = await served(t);
  const held = await get(app, '/inbox', { cookie: 'ana' });
  assert.match(held.body, /<meta property="acta-may" content="self search">/);
  assert.doesNotMatch((await get(app, '/inbox', {})).body, /acta-may/);
});
