// The settings: oneself on two devices, second factors, the team, keys of programs.

import assert from 'node:assert/strict';
import { join, OWNER, signIn } from '../account.ts';
import { withAuthenticator } from '../authenticator.ts';
import type { Flow } from '../house.ts';
import { deviceOf, expectAccessible, PHONE, until, watchedPage } from '../watched.ts';

const inStep: Flow = {
  title: 'what is chosen on one device is there on the other',
  walk: async ({ page }, { acta, browser, codes }) => {
    const phone = await deviceOf(browser, acta.address, { size: PHONE });
    await signIn(phone, acta.address, { codes, person: OWNER });
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
    there.isClean();
    await phone.close();
  },
};

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

const passkeys: Flow = {
  title: 'a passkey is added and shown in place of a code; the last factor stays',
  refusals: [401, 403, 409],
  walk: async ({ page }, { acta, browser }) => {
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
  },
};

const LINK = /\/invitation\//u;
const LINK_WHOLE = /^http:\/\/localhost:\d+\/invitation\/[A-Za-z0-9_-]{32}/u;
const TAKE_BACK = /^Take back/u;
const KEY = /^acta_[0-9a-f]{8}_/u;

const team: Flow = {
  title: 'somebody is invited by a link, changed, and leaves',
  refusals: [403],
  walk: async ({ page }, { acta, browser, owner }) => {
    await page.goto('/settings/team');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Zoë 🦊 Ríos');
    await dialog.getByLabel('E-mail address').fill('zoe@example.mx');
    await dialog.getByLabel('Auditor').check();
    await expectAccessible(page, 'the invitation’s dialog');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = dialog.getByText(LINK);
    await link.waitFor();
    await expectAccessible(page, 'the link');
    const address = (await link.textContent()) ?? '';
    assert.match(address, LINK_WHOLE);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByText('zoe@example.mx').waitFor();
    await page.getByRole('button', { name: TAKE_BACK }).click();
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
    await other.close();
  },
};

const keys: Flow = {
  title: 'a key is shown once, works, and is revoked',
  walk: async ({ page }, { acta }) => {
    await page.goto('/settings/keys');
    await page.getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is for').fill('Archive');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    await dialog.getByText('Choose at least one.').waitFor();
    await dialog.getByLabel('read:conversations').check();
    await expectAccessible(page, 'the key’s dialog');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    const shown = dialog.getByText(KEY);
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
  },
};

/** In this order: a passkey takes the place of the owner's codes. */
export const settings: readonly Flow[] = [inStep, team, keys, passkeys];
