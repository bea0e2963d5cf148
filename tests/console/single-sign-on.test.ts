// Signing in by the organisation's provider in a real browser, with a real provider beside the server: somebody invited comes by the
// button, adds a second factor, comes again, and is told in their language when they are nobody here.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import {
  freePort,
  type ProviderPerson,
  startProvider,
  type TestProvider,
} from '../../packages/server/src/assembly/openid-provider.test-support.ts';
import { Codes, post, setUpOwner } from './account.ts';
import { type ActaServer, startActa } from './acta-server.ts';
import { withAuthenticator } from './authenticator.ts';
import { startBrowser } from './chromium.ts';
import { deviceOf, expectAccessible, expectFitsNarrow, PHONE, watchedPage } from './watched.ts';

const LABEL = 'Sign in with the office';
const ANA: ProviderPerson = { sub: 'ana', email: 'ana@example.mx', email_verified: true, name: 'Ana Ruiz' };

let acta: ActaServer;
let browser: Browser;
let provider: TestProvider;
let owner: BrowserContext;

before(async () => {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  provider = await startProvider(`${address}/sign-in/back`);
  const env = {
    ACTA_PORT: String(port),
    ACTA_URL: address,
    ACTA_OIDC_ISSUER: provider.issuer,
    ACTA_OIDC_CLIENT_ID: provider.clientId,
    ACTA_OIDC_CLIENT_SECRET: provider.clientSecret,
    ACTA_OIDC_LABEL: LABEL,
  };
  acta = await startActa({ isDemo: false, env });
  browser = await startBrowser();
  owner = await deviceOf(browser, acta.address);
  await setUpOwner(owner, acta.address, acta.token);
});

after(async () => {
  await browser.close();
  await acta.stop();
  await provider.stop();
});

test('somebody invited comes by the provider, adds a second factor, and shows it the next time', async () => {
  await post(owner, acta.address, '/api/v1/invitations', { name: 'Ana', email: ANA.email, role: 'agent' });
  provider.person = ANA;
  const first = await deviceOf(browser, acta.address);
  const { isClean, page } = await watchedPage(first, [], provider.issuer);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: LABEL }).waitFor();
  await expectAccessible(page, 'signing in with a provider');
  await expectFitsNarrow(page, 'signing in with a provider');
  await page.getByRole('button', { name: LABEL }).click();
  await page.getByRole('heading', { name: 'Second factor' }).waitFor();
  assert.equal(new URL(page.url()).search, '', 'what the provider sent stands in no address');
  await page.getByRole('button', { name: 'Use an application' }).click();
  const shown = await page.getByText(/^Key:/u).textContent();
  const codes = new Codes((shown ?? '').replace('Key:', '').replaceAll(' ', ''));
  await page.getByLabel('Digits that it shows now').fill(await codes.next());
  await page.getByRole('button', { name: 'Check and continue' }).click();
  await page.waitForURL('**/inbox');
  isClean();
  await first.close();
  const second = await deviceOf(browser, acta.address, { size: PHONE });
  const again = await watchedPage(second, [], provider.issuer);
  await again.page.goto('/settings/security');
  await again.page.getByRole('button', { name: LABEL }).click();
  await again.page.getByLabel('Code').waitFor();
  await expectAccessible(again.page, 'a second factor after the provider');
  await again.page.getByLabel('Code').fill(await codes.next());
  await again.page.getByRole('button', { name: 'Continue' }).click();
  await again.page.waitForURL('**/settings/security');
  await again.page.getByText('This account has no password.').waitFor();
  again.isClean();
  await second.close();
});

test('whoever has a passkey alone shows it after the provider, and is linked by that', async () => {
  const email = 'bea@example.mx';
  await post(owner, acta.address, '/api/v1/invitations', { name: 'Bea', email, role: 'agent' });
  provider.person = { sub: 'bea', email, email_verified: true };
  const device = await deviceOf(browser, acta.address);
  const { isClean, page } = await watchedPage(device, [], provider.issuer);
  await withAuthenticator(page, true);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: LABEL }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/inbox');
  const bea = await memberOf(email);
  assert.equal(bea.link?.email, email);
  const headers = { 'x-acta-console': '1', origin: acta.address };
  const unlinked = await owner.request.delete(`${acta.address}/api/v1/staff/${bea.id}/link`, { headers });
  assert.equal(unlinked.status(), 204);
  await page.goto('about:blank');
  await post(device, acta.address, '/auth/sign-out', {});
  await page.goto('/sign-in');
  await page.getByRole('button', { name: LABEL }).click();
  await page.getByText('One more step: show your passkey.').waitFor();
  await expectAccessible(page, 'a passkey after the provider');
  assert.equal((await memberOf(email)).link, undefined);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/inbox');
  assert.equal((await memberOf(email)).link?.email, email);
  isClean();
  await device.close();
});

test('whoever is nobody here is told so in their language, and the owner sees who is linked', async () => {
  provider.person = { ...ANA, sub: 'luis', email: 'luis@example.org' };
  const device = await deviceOf(browser, acta.address, { language: 'es' });
  const { page } = await watchedPage(device, [401]);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: LABEL }).click();
  await page.getByRole('alert').getByText('Nadie tiene invitación con su dirección.').waitFor();
  await expectAccessible(page, 'nobody invited');
  await page.getByRole('button', { name: 'Volver a iniciar sesión' }).click();
  await page.getByRole('button', { name: LABEL }).waitFor();
  await device.close();
  const { isClean, page: team } = await watchedPage(owner);
  await team.goto('/settings/team');
  await team.getByText('The provider answers.').waitFor();
  const row = team.getByRole('row').filter({ hasText: ANA.email ?? '' });
  await row.getByText('Linked').waitFor();
  await expectAccessible(team, 'the team with single sign-on');
  await expectFitsNarrow(team, 'the team with single sign-on');
  await row.getByRole('button', { name: 'Change Ana' }).click();
  await team.getByRole('button', { name: 'Take the link away' }).click();
  await team.getByText('The link is gone, and so are the sessions that it began.').waitFor();
  await row.getByText('Linked').waitFor({ state: 'detached' });
  isClean();
});

interface Member {
  readonly id: string;
  readonly email: string;
  readonly link?: { readonly email: string };
}

async function memberOf(email: string): Promise<Member> {
  const listed = await (await owner.request.get(`${acta.address}/api/v1/staff`)).json();
  const found = (listed as { readonly items: readonly Member[] }).items.find((one) => one.email === email);
  assert.ok(found !== undefined);
  return found;
}
