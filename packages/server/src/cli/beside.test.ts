// Commands beside a running server: what needs the writer's place is carried out by the server that holds it.

import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ended, freshActa, saidUntil, type TestActa } from './acta.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Zoe: hola\n13/03/2024, 09:01 - Zoe: vlendriskat\n';

async function serving(t: TestContext, acta: TestActa): Promise<ChildProcess> {
  const server = acta.start(['serve'], { ACTA_PORT: '0' });
  t.after(() => server.kill('SIGKILL'));
  await saidUntil(server, /127\.0\.0\.1/);
  return server;
}

test('an import, an erasure and a look work while a server runs, with paths as they were typed', async (t) => {
  const acta = freshActa(t);
  const server = await serving(t, acta);
  const file = relative(acta.dir, acta.file('WhatsApp Chat with Zoe.txt', CHAT));
  const imported = await acta.spawn('import', file, '--me', 'Luis', '--json');
  assert.equal(imported.code, 0, imported.err);
  assert.equal((await acta.spawn('search', 'vlendriskat', '--json')).json.length, 1);
  const [zoe] = (await acta.spawn('people', '--json')).json;
  const refused = await acta.spawn('erase', '--person', '999999', '--reason', 'asked for');
  assert.notEqual(refused.code, 0);
  assert.match(refused.err, /\S/);
  const erased = await acta.spawn('erase', '--person', String(zoe?.['id']), '--reason', 'asked for', '--json');
  assert.equal(erased.code, 0, erased.err);
  assert.equal((await acta.spawn('search', 'vlendriskat', '--json')).json.length, 0);
  const ending = ended(server);
  server.kill('SIGTERM');
  assert.equal((await ending).code, 0);
  const verified = await acta.spawn('verify', '--deep', '--json');
  assert.deepEqual([verified.code, verified.first['verdict']], [0, 'intact']);
});

test('a command that must have the vault alone says that another writes', async (t) => {
  const acta = freshActa(t);
  const server = await serving(t, acta);
  const rebuilt = await acta.spawn('rebuild');
  assert.deepEqual([rebuilt.code, rebuilt.out], [1, '']);
  const ending = ended(server);
  server.kill('SIGTERM');
  await ending;
});
