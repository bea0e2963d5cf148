// The first start and signing in, by hand in a real browser: an application of codes and its recovery code's check, a wrong code, a
// second sign-in, a passkey of a virtual authenticator, and the three languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Codes, OWNER, post, signIn } from './account.ts';
import { type ActaServer, startActa } from './acta-server.ts';
import { startBrowser } from './chromium.ts';
import { deviceOf, expectAccessible, expectFitsNarrow, PHONE, watchedPage } from './watched.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/WhatsApp Chat - Nora Walsh.zip', import.meta.url));
const ENTER = /^Enter \d+ messages$/u;

let acta: ActaServer;
let browser: Browser;
let codes: Codes;

before(async () => {
  acta = await startActa({ isDemo: false });
  browser = await startBrowser();
});

after(async () => {
  await acta.stop();
  await browser.close();
});

test('the owner sets up with an application of codes, checks the recovery code, and imports a first chat', async () => {
  const context = await deviceOf(browser, acta.address);
  const { page, isClean } = await watchedPage(context);
  await page.goto(`/set-up#${acta.token}`);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill('too short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByText('Needs 12 characters; this has 9.').waitFor();
  await page.getByLabel('Password').fill(OWNER.password);
  await expectAccessible(page, 'the account of set-up');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { name: 'Second factor' }).waitFor();
  await expectAccessible(page, 'the second factor of set-up');
  await page.getByRole('button', { name: 'Use an application' }).click();
  const shown = await page.getByText(/^Key:/u).textContent();
  codes = new Codes((shown ?? '').replace('Key:', '').replaceAll(' ', ''));
  await expectAccessible(page, 'the codes of set-up');
  await page.getByLabel('Digits that it shows now').fill(await codes.next());
  await page.getByRole('button', { name: 'Check and continue' }).click();
  await checkRecoveryCode(page);
  await page.getByRole('heading', { name: 'First conversations' }).waitFor();
  await expectAccessible(page, 'the first conversations');
  await expectFitsNarrow(page, 'the first conversations');
  await importSample(page);
  isClean();
  await context.close();
});

/** Brings an export, sees what is in it, and opens what was entered. */
async function importSample(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Import a chat export' }).click();
  await page.getByLabel('Add files').setInputFiles(SAMPLE);
  await page.getByRole('heading', { name: 'Ready to be entered' }).waitFor();
  await expectAccessible(page, 'an import that is ready');
  await page.getByRole('button', { name: ENTER }).click();
  await page.getByRole('heading', { name: 'Entered' }).waitFor();
  await expectAccessible(page, 'an import that is done');
  await expectFitsNarrow(page, 'an import that is done');
  await page.getByRole('link', { name: 'Open the conversation' }).click();
  await page.getByRole('article').first().waitFor();
  await page.getByText('Nora Walsh').first().waitFor();
}

/** Reads the shown code, hides it, and types the two covered groups. */
async function checkRecoveryCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show the code' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).waitFor();
  const groups = page.locator('span:has(> small)');
  const code = (await groups.allTextContents()).map((text) => text.replace(/^\d+(?=.{4}$)/u, ''));
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await expectAccessible(page, 'the recovery code');
  const go = page.getByRole('button', { name: 'Continue' });
  assert.equal(await go.isDisabled(), true);
  const fields = page.getByLabel(/^Group \d+$/u);
  await fields.first().fill('0000');
  await page.getByText('This is not what the code says.').waitFor();
  for (const [index, group] of code.entries()) {
    const field = page.getByLabel(`Group ${index + 1}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await go.click();
}

test('a wrong code is refused in words; the right one signs in, and leads where one wanted to go', async () => {
  const context = await deviceOf(browser, acta.address, { size: PHONE });
  const { page, isClean } = await watchedPage(context, [401]);
  await page.goto('/integrity');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await expectAccessible(page, 'sign-in');
  await expectFitsNarrow(page, 'sign-in');
  await withPassword(page, 'not the password');
  await page.getByText('Address and password do not belong together.').waitFor();
  await withPassword(page, OWNER.password);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This is not the code of now.').waitFor();
  await expectAccessible(page, 'a refused code');
  await page.getByLabel('Code').fill(await codes.next());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/integrity');
  isClean();
  await context.close();
});

async function withPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('the pages before signing in speak the language that is chosen, and remember it', async () => {
  const context = await deviceOf(browser, acta.address, { language: 'zh', theme: 'dark' });
  const { page, isClean } = await watchedPage(context);
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await expectAccessible(page, 'sign-in in Chinese, dark');
  await page.getByRole('combobox').selectOption('es');
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'es');
  isClean();
  await context.close();
});

/** A security key that lives in the browser and always finds its person. */
async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const debug = await context.newCDPSession(page);
  await debug.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await debug.send('WebAuthn.addVirtualAuthenticator', { options });
}

test('somebody invited takes a passkey, which signs in alone', async () => {
  const owner = await deviceOf(browser, acta.address);
  await signIn(owner, acta.address, { person: OWNER, codes });
  const invited = { name: 'Rogelio Cantú', email: 'rogelio@example.mx', role: 'agent' };
  const { token } = (await post(owner, acta.address, '/api/v1/invitations', invited)) as { readonly token: string };
  const context = await deviceOf(browser, acta.address);
  const { page, isClean } = await watchedPage(context);
  await withAuthenticator(context, page);
  await page.goto(`/invitation/${token}`);
  await page.getByRole('heading', { name: 'You were invited' }).waitFor();
  await expectAccessible(page, 'an invitation');
  await page.getByLabel('Password').fill('eleven dogs and a cat');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.goto('about:blank');
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  isClean();
  await context.close();
  await owner.close();
});
