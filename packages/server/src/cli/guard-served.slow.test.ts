// A guarded command that a running server carries out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from 'otplib';
import { freshActa, saidUntil } from './acta.test-support.ts';
import { withAccount } from './with-account.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Ana: Buenos días\n13/03/2024, 09:01 - Luis: Hola\n';
const OWNER = 'lupita@example.mx';

test('a server that carries a command out asks for itself, and knows who did it', async (t) => {
  const acta = freshActa(t);
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT))).code, 0);
  const secret = await withAccount(acta, 'owner', OWNER);
  const server = acta.start(['serve'], { ACTA_PORT: '0' });
  t.after(() => server.kill('SIGKILL'));
  await saidUntil(server, /127\.0\.0\.1/);
  const [ana] = (await acta.spawn('people', '--json')).json;
  const erase = ['erase', '--person', String(ana?.['id']), '--reason', 'asked for', '--json'];
  const silent = await acta.spawn(...erase);
  assert.deepEqual([silent.code, silent.out], [3, '']);
  const code = await generate({ secret });
  const done = await acta.spawn(...erase, '--as', OWNER, '--code', code);
  assert.equal(done.code, 0, done.err);
  const again = await acta.spawn('export', '1', '--out', acta.place('a'), '--as', OWNER, '--code', code);
  assert.equal(again.code, 1, 'the code that the server took counts no more');
});
