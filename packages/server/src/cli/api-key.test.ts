// Keys of programs: made, listed and revoked, beside a running server and without one; the key itself stands nowhere.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { VaultHouse } from '../assembly/vault-house.ts';
import { apiKeyInForce } from '../views/api-keys.ts';
import { freshActa, type TestActa } from './acta.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Ana: Buenos días\n13/03/2024, 09:01 - Luis: Hola\n';
const TYPED = ['api-key', 'create', '--name', 'desk', '--scope', 'read:messages,send', '--expires', '30d'];

async function madeAndRevoked(acta: TestActa): Promise<void> {
  const made = await acta.do(...TYPED, '--json');
  assert.equal(made.code, 0, made.err);
  const { expiresAt, id, key, scopes } = made.first;
  assert.match(String(key), /^acta_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/);
  assert.deepEqual([scopes, expiresAt], [['read:messages', 'send'], '2026-12-22T12:00:00.000Z']);
  const listed = await acta.do('api-key', 'list', '--json');
  assert.deepEqual(listed.json.map((one) => [one['id'], one['name'], one['state']]).at(-1), [id, 'desk', 'in-force']);
  assert.equal((await acta.do('api-key', 'revoke', String(id))).code, 0);
  assert.equal((await acta.do('api-key', 'list', '--json')).json.at(-1)?.['state'], 'revoked');
  assert.equal((await acta.do('api-key', 'revoke', '999')).code, 1);
  for (const name of readdirSync(acta.vault)) {
    if (!name.endsWith('.db')) continue;
    assert.equal(readFileSync(join(acta.vault, name)).includes(String(key).slice(14)), false, name);
  }
}

test('a key is made, listed and revoked where nobody writes', async (t) => {
  const acta = freshActa(t);
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT))).code, 0);
  await madeAndRevoked(acta);
  assert.equal((await acta.do('verify')).code, 0);
});

test('beside a running writer the same goes through it, with who did it on record', async (t) => {
  const acta = freshActa(t);
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT))).code, 0);
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const writer = await house.write({ make: false });
  try {
    const before = await writer.log.size();
    await madeAndRevoked(acta);
    const [order, audit] = [await writer.reader.record(before), await writer.reader.record(before + 1)];
    assert.equal(order?.kind, 'api-key');
    assert.ok(audit?.kind === 'audit' && audit.command === 'api-key-create' && audit.actor.startsWith('system:'));
    assert.equal(await apiKeyInForce(writer.views, Buffer.alloc(32), acta.now), undefined);
  } finally {
    await writer.close();
  }
});

test('a key needs a name and scopes that there are', async (t) => {
  const acta = freshActa(t);
  for (const typed of [
    ['create', '--scope', 'send'],
    ['create', '--name', 'a', '--scope', 'everything'],
    ['create', '--name', 'a', '--scope', 'send', '--expires', 'soon'],
    ['revoke'],
    ['forget'],
  ]) {
    assert.equal((await acta.do('api-key', ...typed)).code, 2, typed.join(' '));
  }
});
