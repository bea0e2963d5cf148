// `acta halts`: what the platform stopped is listed, and goes on when somebody says why.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VaultHouse } from '../assembly/vault-house.ts';
import { freshActa } from './acta.test-support.ts';

test('a halt is listed until it is lifted with a reason', async (t) => {
  const acta = freshActa(t);
  const vault = await new VaultHouse({ ...acta.at, dir: acta.vault, keys: { dir: acta.keys }, isSeen: false }).write({
    make: true,
  });
  const base = { kind: 'halt', number: '106', recordedAt: '2026-11-20T10:00:00.000Z', v: 1 } as const;
  const id = await vault.desk.append([
    {
      subject: 0,
      conversation: 0,
      month: 0,
      record: { ...base, act: 'stop-all', code: 131031, scope: 'account' },
    },
  ]);
  await vault.settle();
  await vault.close();
  const { code, out } = await acta.do('halts', '--json');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), {
    act: 'stop-all',
    code: 131031,
    id,
    number: '106',
    scope: 'account',
    since: '2026-11-20T10:00:00.000Z',
  });
  assert.match((await acta.do('halts')).out, /131031/);
  assert.equal((await acta.do('halts', '--lift', String(id))).code, 2);
  assert.equal((await acta.do('halts', '--lift', String(id), '--reason', 'paid')).code, 0);
  assert.equal((await acta.do('halts', '--lift', String(id), '--reason', 'paid')).code, 1);
  assert.equal((await acta.do('halts', '--json')).out, '');
});
