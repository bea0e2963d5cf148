// Accounts on a real PostgreSQL: the same ways as in a file.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { generate } from 'otplib';
import { Accounts } from '../access/accounts/accounts.ts';
import { openPostgresAccounts } from '../store/postgres/accounts-store.ts';
import { freshCell, needsPostgres } from '../store/postgres/server.test-support.ts';
import { enrolled } from './enrolment.test-support.ts';

const PASSWORD = 'correct horse battery';
const ORIGIN = 'http://localhost';

test('on PostgreSQL somebody signs in, chooses, is invited, leaves and comes back', needsPostgres, async (t) => {
  const { address } = await freshCell(t);
  const secret = randomBytes(32);
  const unused = await Accounts.openIfAny(openPostgresAccounts(address, secret));
  assert.equal(unused, undefined, 'where nobody has an account none is made');
  const accounts = await Accounts.open(openPostgresAccounts(address, secret));
  t.after(() => accounts.close());
  assert.equal(await accounts.isEmpty(), true);
  const id = await accounts.add(ORIGIN, {
    name: 'Lupita',
    email: 'Lupita@example.mx',
    role: 'owner',
    password: PASSWORD,
  });
  const { headers, secret: codes } = await enrolled(accounts, { email: 'lupita@example.mx', password: PASSWORD });
  const session = await accounts.sessionOf(ORIGIN, headers);
  assert.deepEqual([session?.userId, session?.factor, session?.account.hasCode], [id, 'totp', true]);
  const code = await generate({ secret: codes });
  assert.deepEqual([await accounts.showCode(id, code), await accounts.showCode(id, code)], [true, false]);
  await accounts.keepSettings(id, { theme: 'dark', enterSends: false });
  await accounts.keepSettings(id, { theme: 'dark', singleKeys: true });
  assert.deepEqual(await accounts.settingsOf(id), { theme: 'dark', singleKeys: true });
  await accounts.change(id, { team: 'ventas', hasTextGrant: true });
  assert.equal((await accounts.account(id))?.team, 'ventas');
  const { token } = await accounts.invite({ name: 'Ana', email: 'ana@example.mx', role: 'agent' });
  assert.equal((await accounts.invitationOf(token))?.role, 'agent');
  assert.equal((await accounts.sessions(id)).length, 1);
  const link = { userId: id, issuer: 'https://id.example.mx', subject: 'lupita', email: 'lupita@example.mx' };
  const at = new Date('2026-03-01T12:00:00Z');
  assert.deepEqual([await accounts.links.make(link, at), await accounts.links.make(link, at)], [true, false]);
  assert.equal(await accounts.links.make({ ...link, userId: 'another' }, at), false, 'a subject has one account');
  const linked = await accounts.account(id);
  assert.deepEqual([linked?.link, linked?.hasPassword], [{ ...link, linkedAt: at.toISOString() }, true]);
  await accounts.leave(id);
  assert.equal(await accounts.sessionOf(ORIGIN, headers), undefined);
  const back = { name: 'Lupita', email: 'lupita@example.mx', role: 'agent', password: PASSWORD } as const;
  assert.equal(await accounts.add(ORIGIN, back), id);
  assert.deepEqual([(await accounts.account(id))?.role, (await accounts.account(id))?.hasCode], ['agent', false]);
});
