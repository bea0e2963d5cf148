// Signing in by the organisation's provider, a real one on this machine: who is let in and who is not, what a forged answer is worth,
// and that the provider's word never stands for Acta's own second factor where it says nothing of one.

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { settingsOf } from '../http/settings.ts';
import type { SignOnSettings } from '../http/single-sign-on-settings.ts';
import type { Browser } from './browser.test-support.ts';
import {
  type Forge,
  freePort,
  type ProviderPerson,
  startProvider,
  type TestProvider,
} from './openid-provider.test-support.ts';
import { nextCode, OWNER, PASSWORD, type PeopleServer, peopleServer, withinOneStep } from './people.test-support.ts';

const ANA: ProviderPerson = { sub: 'ana-1', email: 'Ana@example.mx', email_verified: true, name: 'Ana Ruiz' };
const ANA_WHOLE: ProviderPerson = { ...ANA, amr: ['pwd', 'mfa'] };

interface House extends PeopleServer {
  readonly provider: TestProvider;
  readonly settings: SignOnSettings;
  /** Another browser goes to the provider and comes back. */
  readonly come: (person: ProviderPerson | undefined, how?: How) => Promise<Came>;
}

interface How {
  readonly browser?: Browser;
  readonly forge?: Forge;
  /** What comes back, as whoever holds the browser changes it. */
  readonly change?: (answer: URLSearchParams) => void;
}

interface Came {
  readonly browser: Browser;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: string;
}

async function house(t: TestContext, more: Readonly<Record<string, unknown>> = {}): Promise<House> {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const provider = await startProvider(`${publicUrl}/sign-in/back`);
  t.after(() => provider.stop());
  const { clientId, clientSecret, issuer } = provider;
  const said = { issuer, clientId, clientSecret, label: 'Sign in with the office', ...more };
  const file = { name: 'acta.json', text: JSON.stringify({ singleSignOn: said }) };
  const { signOn } = settingsOf({ ACTA_URL: publicUrl }, file);
  assert.ok(signOn !== undefined);
  const server = await peopleServer(t, {}, undefined, { publicUrl, port }, signOn);
  const come: House['come'] = async (person, how = {}) => {
    const browser = how.browser ?? server.browser.another();
    [provider.person, provider.forge] = [person, how.forge];
    const answer = await answered(browser);
    how.change?.(answer);
    return finished(browser, answer);
  };
  return { ...server, provider, settings: signOn, come };
}

/** Goes where the server says, and resolves to what the provider sends back with the browser. */
async function answered(browser: Browser): Promise<URLSearchParams> {
  const begun = await browser.post('/auth/single-sign-on/begin', { after: '/people' });
  assert.equal(begun.status, 200, await begun.clone().text());
  let at = ((await begun.json()) as { readonly url: string }).url;
  const cookies = new Map<string, string>();
  for (let hop = 0; hop < 6; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const said of response.headers.getSetCookie()) {
      const [pair = ''] = said.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    at = new URL(response.headers.get('location') ?? 'none:', at).href;
    if (at.startsWith(`${browser.origin}/sign-in/back`)) return new URL(at).searchParams;
  }
  throw new Error(`The provider did not send the browser back, but to ${at}`);
}

async function finished(browser: Browser, answer: URLSearchParams): Promise<Came> {
  const response = await browser.post('/auth/single-sign-on/finish', { answer: answer.toString() });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  return { browser, status: response.status, body, state: (await browser.session()).state };
}

async function invite({ browser }: PeopleServer, email: string, role = 'agent'): Promise<void> {
  const invited = await browser.post('/api/v1/invitations', { name: 'Ana', email, role });
  assert.equal(invited.status, 201, await invited.text());
}

/** What the audit log holds of signing in by the provider. */
async function recorded({ api }: PeopleServer): Promise<readonly string[]> {
  const listed = await (await api.get('/api/v1/audit?limit=100')).json();
  const { items } = listed as {
    readonly items: readonly { did: string; outcome: string; rule?: string; from?: string }[];
  };
  return items
    .filter(({ did }) => did.includes('provider') || did === 'invitation-accept')
    .map(({ did, from, outcome, rule }) => [did, outcome, rule ?? '-', from ?? '-'].join(' '));
}

function codes(came: readonly Came[]): readonly (readonly [number, unknown, string])[] {
  return came.map(({ body, state, status }) => [status, body['code'], state] as const);
}

test('an invitation is taken up by who has its address; the second factor is asked for where the provider saw none', async (t) => {
  const server = await house(t);
  await server.browser.setUp({ ...OWNER, token: server.accounts.firstToken });
  assert.deepEqual(codes([await server.come(ANA)]), [[401, 'not-invited', 'signed-out']]);
  await invite(server, 'ana@example.mx');
  const unproven = await server.come({ ...ANA, email_verified: false });
  assert.deepEqual(codes([unproven]), [[401, 'address-not-verified', 'signed-out']]);
  const first = await server.come(ANA);
  assert.deepEqual([first.status, first.body, first.state], [200, { next: 'enrol', after: '/people' }, 'enrol']);
  assert.equal((await first.browser.get('/api/v1/conversations')).status, 403, 'nothing opens before a second factor');
  const page = async (): Promise<string> => (await first.browser.get('/people')).text();
  assert.doesNotMatch(await page(), /acta-may/, 'the page is not told what it would let do');
  server.clock.aheadMs = 11 * 60_000;
  const late = await first.browser.post('/auth/two-factor/enable', { password: '' });
  assert.equal(((await late.json()) as { code: string }).code, 'sign-on-old', 'a cookie that was taken adds none');
  server.clock.aheadMs = 0;
  const secret = await first.browser.enrol('');
  assert.equal((await first.browser.session()).state, 'signed-in');
  assert.match(await page(), /<meta property="acta-may" content="self /);
  const again = await server.come({ ...ANA, email: 'another@example.mx', email_verified: false });
  assert.deepEqual([again.body['next'], again.state], ['code', 'signed-out'], 'known by subject, whatever the address');
  const shown = await again.browser.post('/auth/two-factor/verify-totp', { code: await nextCode(secret) });
  assert.deepEqual([shown.status, (await again.browser.session()).state], [200, 'signed-in']);
  const account = await server.accounts.accountOf('ana@example.mx');
  assert.deepEqual([account?.role, account?.hasPassword, account?.link?.subject], ['agent', false, 'ana-1']);
  assert.deepEqual((await recorded(server)).toReversed(), [
    'invitation-accept done - 127.0.0.1',
    'provider-link done - 127.0.0.1',
    'sign-in-provider done - 127.0.0.1',
    'sign-in-provider done - 127.0.0.1',
  ]);
});

test('two factors that the provider saw let in, and are no factor of Acta’s own: a step-up asks for one', async (t) => {
  const server = await house(t, { acr: ['urn:strong'] });
  // Three codes are shown one after another: that of this half minute, of the one before and of the one after.
  await withinOneStep(12_000);
  const owner = await server.member('owner');
  const first = await server.come({ sub: 'o', email: owner.email, email_verified: true, amr: ['hwk'] });
  assert.deepEqual([first.body['next'], first.state], ['code', 'signed-out'], 'not before the account is linked');
  const linking = { code: await nextCode(owner.secret, -1) };
  assert.equal((await first.browser.post('/auth/two-factor/verify-totp', linking)).status, 200);
  const come = await server.come({ sub: 'o', amr: ['hwk'] });
  assert.deepEqual([come.body['next'], come.state], ['in', 'signed-in']);
  const invited = await come.browser.post('/api/v1/invitations', { name: 'A', email: 'a@example.mx', role: 'agent' });
  assert.equal(((await invited.json()) as { type: string }).type.split('/').at(-1), 'confirm-needed');
  assert.equal(
    (await come.browser.post('/api/v1/session/confirm', { code: await nextCode(owner.secret) })).status,
    200,
  );
  const after = await come.browser.post('/api/v1/invitations', { name: 'A', email: 'a@example.mx', role: 'agent' });
  assert.equal(after.status, 201);
  const strong = await server.come({ sub: 'o', acr: 'urn:strong' });
  const weak = await server.come({ sub: 'o', acr: 'urn:weak', amr: ['pwd'] });
  assert.deepEqual([strong.state, weak.state, weak.body['next']], ['signed-in', 'signed-out', 'code']);
});

test('an account is linked only once its own second factor was shown, and an owner takes a link away', async (t) => {
  const server = await house(t);
  const [owner, agent] = [await server.member('owner'), await server.member('agent')];
  const stranger = await server.come({ sub: 'stranger', email: agent.email, email_verified: true, amr: ['mfa'] });
  assert.deepEqual([stranger.body['next'], stranger.state], ['code', 'signed-out']);
  assert.equal((await server.accounts.account(agent.id))?.link, undefined);
  const own = await server.come({ sub: 'agent-1', email: agent.email, email_verified: true });
  const shown = await own.browser.post('/auth/two-factor/verify-totp', { code: await nextCode(agent.secret) });
  assert.equal(shown.status, 200);
  assert.equal((await server.accounts.account(agent.id))?.link?.subject, 'agent-1');
  const other = await server.come({ sub: 'agent-2', email: agent.email, email_verified: true, amr: ['mfa'] });
  assert.deepEqual(codes([other]), [[401, 'linked-otherwise', 'signed-out']]);
  const whole = await server.come({ sub: 'agent-1', amr: ['mfa'] });
  assert.equal(whole.state, 'signed-in');
  const unlink = (browser: Browser) =>
    browser.send(`/api/v1/staff/${agent.id}/link`, {
      method: 'DELETE',
      headers: { 'x-acta-console': '1', origin: browser.origin },
    });
  assert.equal((await unlink(agent.browser)).status, 403);
  assert.deepEqual([(await unlink(owner.browser)).status, (await unlink(owner.browser)).status], [204, 404]);
  assert.equal((await whole.browser.session()).state, 'signed-out', 'what the link let in ends with it');
  const anew = await server.come({ sub: 'agent-2', email: agent.email, email_verified: true, amr: ['mfa'] });
  assert.deepEqual([anew.body['next'], anew.state], ['code', 'signed-out'], 'its own factor again');
});

test('whoever left does not come back by the provider, whatever address it names; a new invitation lets them', async (t) => {
  const server = await house(t, { domains: ['example.mx', 'example.org'] });
  const owner = await server.member('owner');
  const came = await server.come(ANA_WHOLE);
  assert.equal(came.state, 'signed-in', 'an open domain makes an agent');
  const account = await server.accounts.accountOf('ana@example.mx');
  assert.deepEqual([account?.role, account?.name], ['agent', 'Ana Ruiz']);
  assert.deepEqual(
    codes([await server.come({ ...ANA_WHOLE, sub: 'x', email: 'x@example.net' })])[0]?.[1],
    'not-invited',
  );
  assert.equal((await owner.browser.post(`/api/v1/staff/${account?.id}/leave`, {})).status, 200);
  assert.equal((await came.browser.session()).state, 'signed-out');
  const tries = [
    await server.come(ANA_WHOLE),
    await server.come({ ...ANA_WHOLE, email: 'ana@example.org' }),
    await server.come({ ...ANA_WHOLE, sub: 'ana-2' }),
  ];
  assert.deepEqual(codes(tries), Array(3).fill([401, 'account-ended', 'signed-out']));
  await invite({ ...server, browser: owner.browser }, 'ana@example.mx', 'analyst');
  const back = await server.come(ANA_WHOLE);
  assert.deepEqual([back.state, (await server.accounts.accountOf('ana@example.mx'))?.role], ['signed-in', 'analyst']);
});

test('what was forged on its way names nobody', async (t) => {
  const server = await house(t);
  const owner = await server.member('owner');
  await invite({ ...server, browser: owner.browser }, 'ana@example.mx');
  const nowS = Math.floor(Date.now() / 1000);
  const forgeries: readonly (readonly [string, Forge])[] = [
    ['another audience', () => ({ claims: { aud: 'somebody-else' } })],
    ['another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
    ['another nonce', () => ({ claims: { nonce: 'of another attempt' } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['another key', () => ({ isForeign: true })],
    ['no signature', () => ({ header: { alg: 'none' }, isUnsigned: true })],
    ['no signature under a name that wants one', () => ({ isUnsigned: true })],
    ['a secret in place of a key', () => ({ header: { alg: 'HS256' } })],
  ];
  for (const [what, forge] of forgeries) {
    server.clock.aheadMs += 60 * 60_000;
    assert.deepEqual(codes([await server.come(ANA_WHOLE, { forge })]), [[401, 'provider-answer', 'signed-out']], what);
  }
  server.clock.aheadMs = 0;
  const old = await server.come(ANA_WHOLE, { forge: () => ({ claims: { iat: nowS - 7200, exp: nowS - 3600 } }) });
  assert.deepEqual(codes([old]), [[401, 'provider-clock', 'signed-out']]);
  assert.equal(await server.accounts.accountOf('ana@example.mx'), undefined);
  assert.equal(
    (await server.come(ANA_WHOLE, { forge: () => ({}) })).state,
    'signed-in',
    'what passes unchanged counts',
  );
});

test('an answer counts once, for the browser that began, with its state', async (t) => {
  const server = await house(t);
  const owner = await server.member('owner');
  await invite({ ...server, browser: owner.browser }, 'ana@example.mx');
  const changed = await server.come(ANA_WHOLE, { change: (answer) => answer.set('state', 'another') });
  assert.deepEqual(codes([changed]), [[401, 'provider-answer', 'signed-out']]);
  const foreign = await server.come(ANA_WHOLE, { change: (answer) => answer.set('iss', 'https://evil.example') });
  assert.deepEqual(codes([foreign]), [[401, 'provider-answer', 'signed-out']]);
  const browser = server.browser.another();
  const answer = await answered(browser);
  assert.deepEqual(codes([await finished(server.browser.another(), answer)]), [[401, 'attempt-gone', 'signed-out']]);
  const first = await finished(browser, answer);
  assert.equal(first.state, 'signed-in');
  assert.equal((await finished(browser, answer)).body['code'], 'attempt-gone');
  const replayed = await server.come(ANA_WHOLE, { change: (now) => now.set('code', answer.get('code') ?? '') });
  assert.deepEqual(codes([replayed]), [[401, 'provider-answer', 'signed-out']], 'a code of before');
  const other = await server.browser.another().post('/auth/single-sign-on/finish', {}, { 'x-acta-console': '' });
  assert.equal(other.status, 404, 'a page of another site finishes nothing');
});

test('where the provider refuses, or is away, or does not know the secret, it is said which', async (t) => {
  const server = await house(t);
  const early = await server.browser.post('/auth/single-sign-on/begin', {});
  assert.equal(early.status, 404, 'before there is an owner nobody comes by the provider');
  await server.accounts.add('http://localhost', { ...OWNER, role: 'owner' });
  assert.deepEqual(codes([await server.come(undefined)]), [[401, 'provider-refused', 'signed-out']]);
  const secret = await house(t, { clientSecret: 'another secret' });
  await secret.accounts.add('http://localhost', { ...OWNER, role: 'owner' });
  assert.deepEqual(codes([await secret.come(ANA)]), [[401, 'provider-secret', 'signed-out']]);
  const away = await house(t, { issuer: `http://127.0.0.1:${await freePort()}` });
  await away.accounts.add('http://localhost', { ...OWNER, role: 'owner' });
  const begun = await away.browser.post('/auth/single-sign-on/begin', {});
  assert.deepEqual([begun.status, ((await begun.json()) as { code: string }).code], [401, 'provider-down']);
  const status = await (await away.api.get('/api/v1/single-sign-on')).json();
  assert.deepEqual((status as { problem?: string }).problem, 'provider-down');
});

test('claims give a role and a team, never an owner’s, and whoever has none of the roles is not let in', async (t) => {
  const roles = { claim: 'groups', values: { leads: 'compliance', desk: 'agent' } };
  const server = await house(t, { roles, teamClaim: 'department' });
  const owner = await server.member('owner');
  await invite({ ...server, browser: owner.browser }, 'ana@example.mx');
  const groups = (...said: readonly string[]): ProviderPerson => ({ ...ANA_WHOLE, department: 'ventas', groups: said });
  assert.deepEqual(codes([await server.come(groups('other'))])[0]?.[1], 'role-not-mapped');
  assert.equal((await server.come(groups('desk', 'leads'))).state, 'signed-in');
  const ana = await server.accounts.accountOf('ana@example.mx');
  assert.deepEqual([ana?.role, ana?.team], ['compliance', 'ventas']);
  assert.equal((await server.come({ ...ANA_WHOLE, groups: ['desk'] })).state, 'signed-in');
  const now = await server.accounts.accountOf('ana@example.mx');
  assert.deepEqual([now?.role, now?.team], ['agent', undefined]);
  const agent = await server.member('agent');
  const lead = await server.come({ ...groups('leads'), sub: 'l', email: agent.email });
  assert.equal((await server.accounts.account(agent.id))?.role, 'agent', 'not before its own factor was shown');
  await lead.browser.post('/auth/two-factor/verify-totp', { code: await nextCode(agent.secret) });
  assert.equal((await server.accounts.account(agent.id))?.role, 'compliance');
  const own = await server.come({ ...groups('desk'), sub: 'o', email: owner.email });
  await own.browser.post('/auth/two-factor/verify-totp', { code: await nextCode(owner.secret) });
  const still = await server.accounts.account(owner.id);
  assert.deepEqual([still?.role, still?.team, still?.link?.subject], ['owner', 'ventas', 'o']);
});

test('a password begins nothing but an owner’s session where the owner says so, and nobody takes an invitation with one', async (t) => {
  const server = await house(t, { passwords: 'owners' });
  await server.browser.setUp({ ...OWNER, token: server.accounts.firstToken });
  await server.accounts.add('http://localhost', {
    name: 'a',
    email: 'a@example.mx',
    role: 'agent',
    password: PASSWORD,
  });
  const signIn = async (password: string): Promise<unknown> => {
    const refused = await server.browser.another().post('/auth/sign-in/email', { email: 'a@example.mx', password });
    return [refused.status, ((await refused.json()) as { code: string }).code];
  };
  assert.deepEqual(await signIn(PASSWORD), [401, 'password-off']);
  assert.deepEqual(await signIn('wrong horse battery'), [401, 'invalid-email-or-password']);
  const invited = await server.browser.post('/api/v1/invitations', { name: 'b', email: 'b@example.mx', role: 'agent' });
  const { token } = (await invited.json()) as { token: string };
  const taken = await server.browser
    .another()
    .post('/api/v1/invitations/accept', { token, name: 'b', password: PASSWORD });
  assert.equal(((await taken.json()) as { code: string }).code, 'password-off');
  const said = (await (await server.browser.another().get('/api/v1/session')).json()) as Record<string, unknown>;
  assert.deepEqual([said['passwords'], said['signOn']], ['owners', { label: 'Sign in with the office' }]);
});

test('who tries too often waits', async (t) => {
  const server = await house(t);
  await server.accounts.add('http://localhost', { ...OWNER, role: 'owner' });
  const browser = server.browser.another();
  const statuses: number[] = [];
  for (let at = 0; at < 6; at++) {
    const answer = { answer: 'code=a&state=b' };
    statuses.push((await browser.post('/auth/single-sign-on/finish', answer)).status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
  assert.equal((await browser.post('/auth/single-sign-on/begin', {})).status, 429);
});
