// Once somebody has an owner's account, what takes out, erases or changes keys asks on the command line who does it.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { generate } from 'otplib';
import { Accounts } from '../access/accounts/accounts.ts';
import type { Role } from '../access/roles.ts';
import { VaultHouse } from '../assembly/vault-house.ts';
import { freshActa, type TestActa } from './acta.test-support.ts';
import { withAccount } from './with-account.test-support.ts';

const CHAT = '13/03/2024, 09:00 - Ana: Buenos días\n13/03/2024, 09:01 - Luis: Hola\n';
const OWNER = 'lupita@example.mx';

test('without accounts nothing asks; with them a code of now is needed, once, of a role that holds it', async (t) => {
  const acta = freshActa(t);
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT))).code, 0);
  const exported = (name: string, ...more: string[]) => acta.do('export', '1', '--out', acta.place(name), ...more);
  assert.equal((await acta.do('api-key', 'create', '--name', 'a', '--scope', 'send')).code, 0);
  const secret = await withAccount(acta, 'owner', OWNER);
  const analyst = await withAccount(acta, 'analyst', 'ana@example.mx');

  const silent = await acta.do('api-key', 'create', '--name', 'a', '--scope', 'send');
  assert.deepEqual([silent.code, silent.out], [3, '']);
  assert.match(silent.err, /--as EMAIL --code CODE/);
  for (const language of ['es', 'zh'] as const)
    assert.match((await acta.ask({ language }, 'media', '1', '--out', acta.place('m'))).err, /--as/);
  const wrong = await exported('a', '--as', OWNER, '--code', '000000');
  assert.equal(wrong.code, 1);
  assert.equal(existsSync(acta.place('a')), false);
  const stranger = await exported('a', '--as', 'nobody@example.mx', '--code', await generate({ secret }));
  assert.equal(stranger.code, 1);
  const unheld = await exported('a', '--as', 'ana@example.mx', '--code', await generate({ secret: analyst }));
  assert.deepEqual([unheld.code, /role analyst/.test(unheld.err)], [1, true]);

  const code = await generate({ secret });
  const right = await acta.do(
    'api-key',
    'create',
    '--name',
    'b',
    '--scope',
    'send',
    '--as',
    OWNER,
    '--code',
    code,
    '--json',
  );
  assert.equal(right.code, 0, right.err);
  const again = await acta.do('api-key', 'create', '--name', 'c', '--scope', 'send', '--as', OWNER, '--code', code);
  assert.equal(again.code, 1, 'a code counts once');
  assert.equal((await acta.do('erase', '--seq', '1', '--preview')).code, 0, 'a preview asks for nobody');
  assert.equal((await acta.do('api-key', 'list')).code, 0);
  await actedAs(acta, Number(right.first['id']), 'owner');
});

test('on a terminal it is asked for, and the recovery code of the vault does too', async (t) => {
  const acta = freshActa(t);
  assert.equal((await acta.do('import', acta.file('WhatsApp Chat with Ana.txt', CHAT))).code, 0);
  const shown = await acta.do('key', 'code');
  const recovery = /^ {4}(\S+)$/m.exec(shown.err)?.[1] ?? '';
  const secret = await withAccount(acta, 'owner', OWNER);
  const key = ['api-key', 'create', '--name', 'a', '--scope', 'send'];
  assert.equal((await acta.ask({ typed: [OWNER, await generate({ secret })] }, ...key)).code, 0);
  assert.equal((await acta.ask({ typed: ['', recovery] }, ...key)).code, 0);
  assert.equal((await acta.ask({ typed: ['', `${recovery.slice(0, -4)}0000`] }, ...key)).code, 1);
});

/** The order is on record by that person, and so is every attempt that failed. */
async function actedAs(acta: TestActa, seq: number, role: Role): Promise<void> {
  const house = new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false });
  const vault = await house.write({ make: false });
  const accounts = await Accounts.open(await vault.accounts());
  try {
    const member = (await accounts.accounts()).find((one) => one.role === role);
    const order = await vault.reader.record(seq);
    assert.ok(order?.kind === 'api-key' && member !== undefined);
    assert.equal(order.actor, `user:${member.id}`);
    const size = await vault.log.size();
    const records = await vault.reader.records([...Array(size).keys()]);
    const refused = [...records.values()].flatMap((one) =>
      one.kind === 'audit' && one.command === 'confirm' ? [one] : [],
    );
    assert.deepEqual(
      new Set(refused.map(({ outcome, rule }) => `${outcome} ${rule}`)),
      new Set(['refused code', 'refused role']),
    );
    assert.ok(refused.some(({ actor }) => actor === `user:${member.id}`));
  } finally {
    await accounts.close();
    await vault.close();
  }
}
