// Signing in at a real server: the first account, its second factor, what each half of the way may do, and what a code is worth the
// second time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from 'otplib';
import { Accounts } from '../access/accounts/accounts.ts';
import { PeopleIn } from '../http/console/people-in.ts';
import { testApi } from './api.test-support.ts';
import { Browser } from './browser.test-support.ts';

const PASSWORD = 'correct horse battery';

test('the owner sets up with the printed token, adds a second factor, and only then is let in', async (t) => {
  const { browser, accounts } = await server(t);
  assert.equal((await browser.session()).state, 'set-up');
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: 'guessed' })).status, 401);
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: accounts.firstToken })).status, 201);
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: accounts.firstToken })).status, 409);
  assert.equal((await browser.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD })).status, 200);
  assert.equal((await browser.session()).state, 'enrol');
  assert.equal((await browser.get('/api/v1/conversations')).status, 403);
  const secret = await browser.enrol(PASSWORD);
  assert.equal((await browser.session()).state, 'signed-in');
  assert.equal((await browser.get('/api/v1/conversations')).status, 200);
  const other = browser.another();
  await other.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
  assert.equal((await other.session()).state, 'signed-out');
  const used = await generate({ secret });
  const again = await other.post('/auth/two-factor/verify-totp', { code: used });
  assert.equal(again.status, 401, 'the code of the enrolment counts once');
  assert.equal((await other.session()).state, 'signed-out');
});

test('a page of another site changes nothing with a session, and reads nothing', async (t) => {
  const { browser, accounts } = await server(t);
  await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const sent = { name: 'a', url: 'https://example.org' };
  assert.equal((await browser.post('/api/v1/hooks', sent, { 'x-acta-console': '' })).status, 401);
  assert.equal((await browser.post('/api/v1/hooks', sent, { origin: 'https://evil.example' })).status, 401);
  assert.equal((await browser.get('/api/v1/conversations', { 'sec-fetch-site': 'cross-site' })).status, 401);
  assert.equal((await browser.get('/api/v1/conversations')).status, 200);
});

const OWNER = { name: 'Lupita Garza', email: 'lupita@example.mx', password: PASSWORD };

async function server(t: Parameters<typeof testApi>[0]) {
  let accounts: Accounts | undefined;
  const api = await testApi(t, {
    more: async (vault) => {
      accounts = await Accounts.open(await vault.accounts());
      return { people: new PeopleIn(accounts, {}) };
    },
  });
  assert.ok(accounts !== undefined);
  return { browser: new Browser(api.address), accounts };
}
