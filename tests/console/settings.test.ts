// The settings, by hand in a real browser: oneself on two devices, second factors and sessions, the team, keys of programs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Codes, join, OWNER, setUpOwner, signIn } from './account.ts';
import { type ActaServer, startActa } from './acta-server.ts';
import { startBrowser } from './chromium.ts';
import { deviceOf, expectAccessible, expectFitsNarrow, PHONE, until, watchedPage } from './watched.ts';

let acta: ActaServer;
let browser: Browser;
let codes: Codes;
let owner: BrowserContext;

before(async () => {
  [acta, browser] = await Promise.all([startActa(), startBrowser()]);
  owner = await deviceOf(browser, acta.address);
  codes = await setUpOwner(owner, acta.address, acta.token);
  // The first page of all begins without the worker that keeps things for offline, and goes on with it.
  const page = await owner.newPage();
  await page.goto('/settings/me');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.close();
});

after(async () => {
  await owner.close();
  await browser.close();
  await acta.stop();
});

test('every section is accessible and fits a narrow screen', async () => {
  const { page, isClean } = await watchedPage(owner);
  for (const section of ['me', 'security', 'team', 'keys', 'labels', 'replies', 'fields', 'vault']) {
    await page.goto(`/settings/${section}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expectAccessible(page, `settings: ${section}`);
    await expectFitsNarrow(page, `settings: ${section}`);
  }
  isClean();
  await page.close();
});

test('what is chosen on one device is there on the other', async () => {
  const phone = await deviceOf(browser, acta.address, { size: PHONE });
  await signIn(phone, acta.address, { codes, person: OWNER });
  const { page, isClean } = await watchedPage(owner);
  await page.goto('/settings/me');
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
  await page.getByLabel('Oscuro').check();
  await until(page, `document.documentElement.dataset.mantineColorScheme === 'dark'`);
  await page.getByLabel('Compactas').check();
  await expectAccessible(page, 'settings in Spanish, dark, compact');
  const there = await watchedPage(phone);
  await there.page.goto('/settings/me');
  await there.page.getByRole('heading', { name: 'Ajustes' }).waitFor();
  await until(there.page, `document.documentElement.dataset.mantineColorScheme === 'dark'`);
  await until(there.page, `document.documentElement.dataset.density === 'compact'`);
  await expectAccessible(there.page, 'settings on a phone');
  await there.page.getByLabel('Idioma').selectOption('zh');
  await there.page.getByRole('heading', { name: '设置' }).waitFor();
  await there.page.getByLabel('语言').selectOption('en');
  await there.page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.getByLabel('As the device').check();
  isClean();
  there.isClean();
  await page.close();
  await phone.close();
});

test('a session on another device is ended from here', async () => {
  const phone = await deviceOf(browser, acta.address, { size: PHONE });
  await signIn(phone, acta.address, { codes, person: OWNER });
  const { page, isClean } = await watchedPage(owner);
  await page.goto('/settings/security');
  const ending = page.getByRole('button', { name: /^End the session/u });
  await ending.first().waitFor();
  for (let left = await ending.count(); left > 0; left--) {
    await ending.first().click();
    await until(page, `document.querySelectorAll('[aria-label^="End the session"]').length === ${left - 1}`);
  }
  const there = await phone.newPage();
  await there.goto('/settings/me');
  await there.getByRole('heading', { name: 'Sign in' }).waitFor();
  isClean();
  await page.close();
  await phone.close();
});

/** A security key that lives in the browser; `isVerified`: it asks who holds it. */
async function withAuthenticator(page: Page, isVerified: boolean): Promise<() => Promise<void>> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: isVerified ? 'internal' : 'usb',
      hasResidentKey: true,
      hasUserVerification: isVerified,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  });
  return async () => {
    await debug.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  };
}

/** A page that lets a passkey pass without asking who holds it. */
const UNVERIFIED = `(async () => {
  const headers = { 'x-acta-console': '1', 'content-type': 'application/json' };
  const options = await (await fetch('/auth/passkey/generate-register-options', { headers })).json();
  options.authenticatorSelection = { userVerification: 'discouraged', residentKey: 'discouraged' };
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  const body = JSON.stringify({ response: credential.toJSON(), name: 'blind' });
  const answered = await fetch('/auth/passkey/verify-registration', { method: 'POST', headers, body });
  return (await answered.json()).code;
})()`;

test('a passkey is added and shown in place of a code; the last factor stays', async () => {
  const { page, isClean } = await watchedPage(owner, [401, 403, 409]);
  await page.goto('/settings/security');
  const removeBlind = await withAuthenticator(page, false);
  assert.equal(await page.evaluate(UNVERIFIED), 'user-not-verified');
  await removeBlind();
  const remove = await withAuthenticator(page, true);
  await page.getByText('add a passkey first').waitFor();
  await page.getByLabel('Name of the passkey').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('My laptop').waitFor();
  await page.getByRole('button', { name: 'Remove the application' }).click();
  await page.getByText('No application shows you codes.').waitFor();
  await page.getByRole('button', { name: 'Remove the passkey My laptop' }).click();
  await page.getByText('Nobody stays without a second factor.').waitFor();
  await expectAccessible(page, 'security with a passkey');
  const elsewhere = await deviceOf(browser, acta.address);
  const signing = await elsewhere.newPage();
  await signing.goto('/sign-in');
  await signing.getByLabel('E-mail address').fill(OWNER.email);
  await signing.getByLabel('Password').fill(OWNER.password);
  await signing.getByRole('button', { name: 'Continue' }).click();
  await signing.getByText('This account signs in with its passkey.').waitFor();
  await elsewhere.close();
  await remove();
  isClean();
  await page.close();
});

test('somebody is invited by a link, changed, and leaves', async () => {
  const { page, isClean } = await watchedPage(owner, [403]);
  await page.goto('/settings/team');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Zoë 🦊 Ríos');
  await dialog.getByLabel('E-mail address').fill('zoe@example.mx');
  await dialog.getByLabel('Auditor').check();
  await expectAccessible(page, 'the invitation’s dialog');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = dialog.getByText(/\/invitation\//u);
  await link.waitFor();
  await expectAccessible(page, 'the link');
  const address = (await link.textContent()) ?? '';
  assert.match(address, /^http:\/\/localhost:\d+\/invitation\/[A-Za-z0-9_-]{32}/u);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByText('zoe@example.mx').waitFor();
  await page.getByRole('button', { name: /^Take back/u }).click();
  await page.getByText('The link opens nothing any more.').waitFor();
  const other = await deviceOf(browser, acta.address);
  const person = { name: 'Ana Cruz', email: 'ana@example.mx', password: 'eleven dogs and a cat' };
  await join(owner, other, { address: acta.address, person, role: 'agent' });
  await page.reload();
  await page.getByRole('button', { name: 'Change Ana Cruz' }).click();
  await dialog.getByLabel('Auditor').check();
  await dialog.getByLabel('May read text').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Reads text').waitFor();
  const theirs = await other.newPage();
  await theirs.goto('/settings/team');
  await theirs.getByRole('heading', { name: 'Team' }).waitFor();
  assert.equal(await theirs.getByRole('button', { name: 'Invite somebody' }).count(), 0);
  await page.getByRole('button', { name: 'Ana Cruz leaves' }).click();
  await expectAccessible(page, 'the leaver’s dialog');
  await page.getByRole('button', { name: 'End the access of Ana Cruz' }).click();
  await page.getByRole('cell', { name: 'Left' }).waitFor();
  await theirs.goto('/settings/me');
  await theirs.getByRole('heading', { name: 'Sign in' }).waitFor();
  isClean();
  await other.close();
  await page.close();
});

test('a key is shown once, works, and is revoked', async () => {
  const { page, isClean } = await watchedPage(owner);
  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is for').fill('Archive');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await dialog.getByText('Choose at least one.').waitFor();
  await dialog.getByLabel('read:conversations').check();
  await expectAccessible(page, 'the key’s dialog');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const shown = dialog.getByText(/^acta_[0-9a-f]{8}_/u);
  const key = (await shown.textContent()) ?? '';
  const asked = (): Promise<Response> =>
    fetch(`${acta.address}/api/v1/conversations`, { headers: { authorization: `Bearer ${key.trim()}` } });
  assert.equal((await asked()).status, 200);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Revoke the key Archive' }).click();
  await page.getByText('Revoked').waitFor();
  assert.equal((await asked()).status, 401);
  assert.equal(await page.getByText(key.trim()).count(), 0);
  await expectAccessible(page, 'keys');
  isClean();
  await page.close();
});
