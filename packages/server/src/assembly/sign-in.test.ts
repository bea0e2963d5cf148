// Signing in at a real server: the first account, its second factor, what each half of the way may do, and what a code is worth the
// second time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from './browser.test-support.ts';
import { nextCode, OWNER, PASSWORD, peopleServer } from './people.test-support.ts';

test('the owner sets up with the printed token, adds a second factor, and only then is let in', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  assert.equal((await browser.session()).state, 'set-up');
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: 'guessed' })).status, 401);
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: accounts.firstToken })).status, 201);
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: accounts.firstToken })).status, 409);
  assert.equal((await browser.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD })).status, 200);
  assert.equal((await browser.session()).state, 'enrol');
  assert.equal((await browser.get('/api/v1/conversations')).status, 403);
  await browser.enrol(PASSWORD);
  assert.equal((await browser.session()).state, 'signed-in');
  assert.equal((await browser.get('/api/v1/conversations')).status, 200);
  const other = browser.another();
  await other.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
  assert.equal((await other.session()).state, 'signed-out');
  const again = await other.post('/auth/two-factor/verify-totp', { code: browser.usedCode });
  assert.equal(again.status, 401, 'the code of the enrolment counts once');
  assert.equal((await other.session()).state, 'signed-out');
});

test('a page of another site changes nothing with a session, and reads nothing', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const sent = { name: 'a', url: 'https://example.org' };
  assert.equal((await browser.post('/api/v1/hooks', sent, { 'x-acta-console': '' })).status, 401);
  assert.equal((await browser.post('/api/v1/hooks', sent, { origin: 'https://evil.example' })).status, 401);
  assert.equal((await browser.get('/api/v1/conversations', { 'sec-fetch-site': 'cross-site' })).status, 401);
  assert.equal((await browser.get('/api/v1/conversations')).status, 200);
});

test('an answer to a page holds no token of a session', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  const secret = await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const other = browser.another();
  const begun = await other.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
  assert.deepEqual(await begun.json(), { twoFactorRedirect: true });
  const shown = await other.post('/auth/two-factor/verify-totp', { code: await nextCode(secret) });
  assert.deepEqual([shown.status, await shown.json()], [200, {}]);
  assert.equal((await other.session()).state, 'signed-in');
});

test('whoever knows a password alone adds no factor, changes nothing and lists nothing', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  assert.equal((await browser.post('/api/v1/set-up', { ...OWNER, token: accounts.firstToken })).status, 201);
  const early = browser.another();
  await early.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
  assert.equal((await early.session()).state, 'enrol');
  await browser.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
  await browser.enrol(PASSWORD);
  assert.equal((await early.session()).state, 'signed-out', 'a session without its factor ends when a factor is there');
});

test('a recovery code lets in once', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const made = await browser.post('/auth/two-factor/generate-backup-codes', { password: PASSWORD });
  const { backupCodes } = (await made.json()) as { backupCodes: string[] };
  assert.equal(backupCodes.length, 10);
  const use = async (code: string | undefined): Promise<readonly [number, string]> => {
    const other = browser.another();
    await other.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
    const { status } = await other.post('/auth/two-factor/verify-backup-code', { code });
    return [status, (await other.session()).state];
  };
  assert.deepEqual(await use(backupCodes[0]), [200, 'signed-in']);
  assert.deepEqual(await use(backupCodes[0]), [401, 'signed-out']);
  assert.deepEqual(await use(backupCodes[1]), [200, 'signed-in']);
});

test('what is one’s own is changed with a factor of now, and the last factor stays', async (t) => {
  const { browser, accounts, clock } = await peopleServer(t);
  const secret = await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const other = browser.another();
  await other.post('/auth/sign-in/email', { email: OWNER.email, password: PASSWORD });
  await other.post('/auth/two-factor/verify-totp', { code: await nextCode(secret) });
  assert.equal((await other.session()).state, 'signed-in');
  clock.aheadMs = 11 * 60_000;
  const change = { currentPassword: PASSWORD, newPassword: 'another horse entirely', revokeOtherSessions: true };
  assert.equal(await kindOf(await browser.post('/auth/change-password', change)), 'confirm-needed');
  assert.equal(await kindOf(await browser.get('/auth/passkey/generate-register-options')), 'confirm-needed');
  clock.aheadMs = 0;
  assert.equal(await kindOf(await browser.post('/api/v1/session/codes/remove', {})), 'last-factor');
  assert.equal((await browser.post('/auth/change-password', change)).status, 200);
  assert.equal((await browser.session()).state, 'signed-in');
  assert.equal((await other.session()).state, 'signed-out', 'other sessions end with the password');
});

test('five wrong attempts make whoever is there wait, for a password, a code and a step-up alike; nobody else', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  const secret = await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const wrong = (account: string): Promise<Response> =>
    browser.another().post('/auth/sign-in/email', { email: account, password: 'wrong horse battery' });
  const statuses = async (count: number, attempt: () => Promise<Response>): Promise<number[]> => {
    const all: number[] = [];
    for (let at = 0; at < count; at++) all.push((await attempt()).status);
    return all;
  };
  assert.deepEqual(await statuses(6, () => wrong('nobody@example.mx')), [401, 401, 401, 401, 401, 429]);
  assert.equal((await wrong(OWNER.email)).status, 401, 'another account may be tried');
  const guess = () => browser.post('/api/v1/session/confirm', { code: '000000' });
  assert.deepEqual((await statuses(6, guess)).slice(-1), [429], 'a step-up cannot be guessed');
  const right = await browser.post('/api/v1/session/confirm', { code: await nextCode(secret) });
  assert.equal(right.status, 429);
});

test('somebody who left is out at once, and comes back by a new invitation alone', async (t) => {
  const { browser, accounts, member } = await peopleServer(t);
  await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const agent = await member('agent');
  assert.equal((await agent.browser.session()).state, 'signed-in');
  assert.equal((await browser.post(`/api/v1/staff/${agent.id}/leave`, {})).status, 200);
  assert.equal((await agent.browser.session()).state, 'signed-out');
  assert.equal((await agent.browser.get('/api/v1/conversations')).status, 401);
  const again = { email: agent.email, password: PASSWORD };
  assert.equal((await browser.another().post('/auth/sign-in/email', again)).status, 401);
  const token = await invite(browser, agent.email);
  const back = browser.another();
  const taken = { token, name: 'Ana', password: 'yet another horse' };
  assert.equal((await back.post('/api/v1/invitations/accept', taken)).status, 201);
  await back.post('/auth/sign-in/email', { email: agent.email, password: taken.password });
  assert.equal((await back.session()).state, 'enrol', 'the factor of before is gone');
  assert.equal((await accounts.accountOf(agent.email))?.id, agent.id);
});

test('an invitation is taken up once, and a second one takes the place of the first', async (t) => {
  const { browser, accounts } = await peopleServer(t);
  await browser.setUp({ ...OWNER, token: accounts.firstToken });
  const [first, second] = [await invite(browser, 'ana@example.mx'), await invite(browser, 'ana@example.mx')];
  const accept = async (token: string): Promise<number> => {
    const taken = { token, name: 'Ana', password: PASSWORD };
    return (await browser.another().post('/api/v1/invitations/accept', taken)).status;
  };
  assert.deepEqual([await accept(first), await accept(second), await accept(second)], [404, 201, 404]);
  const here = await browser.post('/api/v1/invitations', { name: 'A', email: 'ana@example.mx', role: 'owner' });
  assert.equal(here.status, 409);
});

test('behind a proxy what it says counts, and nothing that a caller wrote before it', async (t) => {
  const listen = { isBehindProxy: true, publicUrl: 'https://acta.example.mx' };
  const { api, accounts } = await peopleServer(t, {}, undefined, listen);
  await accounts.add('https://acta.example.mx', { ...OWNER, role: 'owner' });
  let tries = 0;
  const signIn = (password: string, host = 'acta.example.mx'): Promise<Response> =>
    fetch(`${api.address}/auth/sign-in/email`, {
      method: 'POST',
      body: JSON.stringify({ email: OWNER.email, password }),
      headers: {
        'content-type': 'application/json',
        origin: `https://${host}`,
        'x-acta-console': '1',
        'x-forwarded-for': `198.51.100.${++tries}, 203.0.113.9`,
        'x-forwarded-host': `localhost, ${host}`,
        'x-forwarded-proto': `http, https`,
      },
    });
  const [cookie = ''] = (await signIn(PASSWORD)).headers.getSetCookie();
  assert.match(cookie, /^__Secure-acta\.session_token=.*; HttpOnly; Secure; SameSite=Strict$/i);
  assert.equal((await signIn(PASSWORD, 'evil.example')).status, 404, 'a name that is not ours finds no accounts');
  const statuses: number[] = [];
  for (let at = 0; at < 6; at++) statuses.push((await signIn('wrong horse battery')).status);
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
});

async function invite(browser: Browser, email: string): Promise<string> {
  const invited = await browser.post('/api/v1/invitations', { name: 'Ana', email, role: 'agent' });
  assert.equal(invited.status, 201);
  return ((await invited.json()) as { token: string }).token;
}

async function kindOf(response: Response): Promise<string | undefined> {
  const { type } = (await response.json()) as { type?: string };
  return type?.split('/').at(-1);
}
