// From an empty vault to a first conversation, and everything before one is signed in.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { Codes, OWNER, post, signIn } from '../account.ts';
import type { ActaServer } from '../acta-server.ts';
import { withAuthenticator } from '../authenticator.ts';
import { named } from '../forms.ts';
import {
  type Device,
  deviceOf,
  expectAccessible,
  expectFitsNarrow,
  type Refusal,
  type Watched,
  watchedPage,
} from '../watched.ts';
import { type Key, LANGUAGES, type Words, wordsOf } from '../words.ts';

const SAMPLE = fileURLToPath(new URL('../../../samples/WhatsApp Chat - Nora Walsh.zip', import.meta.url));

/** A server and a device at its door. */
export interface Door {
  readonly acta: ActaServer;
  readonly browser: Browser;
  readonly device: Device;
}

interface Outside extends Watched, Words {
  readonly context: BrowserContext;
  readonly press: (key: Key) => Promise<void>;
  /** Examines what the page shows, and holds it to the narrowest width. */
  readonly stands: (where: string) => Promise<void>;
}

async function outside({ acta, browser, device }: Door, refusals: readonly Refusal[] = []): Promise<Outside> {
  const context = await deviceOf(browser, acta.address, device);
  const watched = await watchedPage(context, refusals);
  const { page } = watched;
  const words = await wordsOf(device.language ?? 'en');
  const press = (key: Key): Promise<void> => page.getByRole('button', { name: words.say(key), exact: true }).click();
  const stands = async (where: string): Promise<void> => {
    await expectAccessible(page, `${where} (${named(device)})`);
    await expectFitsNarrow(page, `${where} (${named(device)})`);
  };
  return { ...watched, ...words, context, press, stands };
}

/** Sets up with an application of codes, imports a first chat and opens it. */
export async function withCodes(door: Door): Promise<Codes> {
  const here = await outside(door);
  const { context, isClean, page, press, say, stands } = here;
  await account(here, door);
  await press('set-up.use-app');
  const shown = page.getByText(new RegExp(`^${say('set-up.key')}:`, 'u'));
  const codes = new Codes(((await shown.textContent()) ?? '').replace(BEFORE_KEY, '').replaceAll(' ', ''));
  await stands('the codes of set-up');
  await page.getByLabel(say('set-up.check-code')).fill(await codes.next());
  await press('set-up.check');
  await checkRecoveryCode(here);
  await stands('the first conversations');
  await importSample(here);
  isClean();
  await context.close();
  return codes;
}

/** Sets up with a passkey, and looks around. */
export async function withPasskey(door: Door): Promise<void> {
  const here = await outside(door);
  const { context, isClean, page, press, say } = here;
  await withAuthenticator(page, true);
  await account(here, door);
  await press('set-up.use-passkey');
  await checkRecoveryCode(here);
  await page.getByRole('link', { name: say('set-up.look') }).click();
  await page.getByRole('navigation', { name: say('shell.pages') }).waitFor();
  isClean();
  await context.close();
}

async function account({ page, press, say, stands }: Outside, { acta }: Door): Promise<void> {
  await page.goto(`/set-up#${acta.token}`);
  await page.getByLabel(say('set-up.name')).fill(OWNER.name);
  await page.getByLabel(say('set-up.email')).fill(OWNER.email);
  const password = page.getByLabel(say('set-up.password'));
  await password.fill('too short');
  await press('set-up.make-account');
  await page.getByText(say('set-up.password-short', { count: 9 })).waitFor();
  await stands('the account of set-up');
  await password.fill(OWNER.password);
  await press('set-up.make-account');
  await page.getByRole('heading', { name: say('set-up.factor') }).waitFor();
  await stands('the second factor of set-up');
}

/** Brings an export, sees what is in it, and opens what was entered. */
async function importSample({ like, page, say, stands }: Outside): Promise<void> {
  await page.getByRole('link', { name: say('set-up.import') }).click();
  await page.getByLabel(say('import.add')).and(page.locator('input')).setInputFiles(SAMPLE);
  await page.getByRole('heading', { name: say('import.ready-title') }).waitFor();
  await stands('an import that is ready');
  await page.getByRole('button', { name: like('import.enter') }).click();
  await page.getByRole('heading', { name: say('import.done-title') }).waitFor();
  await stands('an import that is done');
  await page.getByRole('link', { name: say('import.open') }).click();
  await page.getByRole('article').first().waitFor();
  await page.getByText('Nora Walsh').first().waitFor();
}

/** Reads the shown code, hides it, and types the two covered groups. */
async function checkRecoveryCode({ like, page, press, say, stands }: Outside): Promise<void> {
  await press('set-up.show-code');
  const hide = page.getByRole('button', { name: say('set-up.hide-groups') });
  await hide.waitFor();
  const code = (await page.locator('span:has(> small)').allTextContents()).map((text) => text.replace(NUMBER, ''));
  await hide.click();
  await stands('the recovery code');
  const go = page.getByRole('button', { name: say('set-up.continue') });
  assert.equal(await go.isDisabled(), true);
  await page.getByLabel(like('set-up.group')).first().fill('0000');
  await page.getByText(say('set-up.wrong')).waitFor();
  for (const [index, group] of code.entries()) {
    const field = page.getByLabel(say('set-up.group', { number: index + 1 }), { exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await go.click();
  await page.getByRole('heading', { name: say('set-up.first') }).waitFor();
}

/** What says that a key follows. */
const BEFORE_KEY = /^.*:/u;
/** Of a group, before its four characters. */
const NUMBER = /^\d+(?=.{4}$)/u;

/** A wrong password, a wrong code, and the right ones. */
export async function signingIn(door: Door, codes: Codes): Promise<void> {
  const { context, isClean, page, press, say, stands } = await outside(door, [401]);
  await page.goto('/integrity');
  await page.getByRole('heading', { name: say('sign-in.title') }).waitFor();
  await stands('sign-in');
  for (const password of ['not the password', OWNER.password]) {
    await page.getByLabel(say('sign-in.email')).fill(OWNER.email);
    await page.getByLabel(say('sign-in.password')).fill(password);
    await press('sign-in.continue');
    if (password !== OWNER.password) await page.getByText(say('sign-in.wrong-password')).waitFor();
  }
  const code = page.getByLabel(say('sign-in.code'), { exact: true });
  await code.fill('000000');
  await press('sign-in.continue');
  await page.getByText(say('sign-in.wrong-code')).waitFor();
  await stands('a refused code');
  await code.fill(await codes.next());
  await press('sign-in.continue');
  await page.getByRole('navigation', { name: say('shell.pages') }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/integrity');
  isClean();
  await context.close();
}

/** From the device's language to another one, which stays. */
export async function languages(door: Door): Promise<void> {
  const { context, isClean, page, say } = await outside(door);
  const [other = 'en'] = LANGUAGES.filter((language) => language !== door.device.language);
  const title = (await wordsOf(other)).say('sign-in.title');
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: say('sign-in.title') }).waitFor();
  await page.getByRole('combobox').selectOption(other);
  await page.getByRole('heading', { name: title }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: title }).waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), other);
  isClean();
  await context.close();
}

/** An invitation that is taken with a passkey, and signing in with nothing else. */
export async function invited(door: Door, codes: Codes): Promise<void> {
  const { acta, browser } = door;
  const owner = await deviceOf(browser, acta.address);
  await signIn(owner, acta.address, { person: OWNER, codes });
  const guest = { name: 'Rogelio Cantú', email: 'rogelio@example.mx', role: 'agent' };
  const { token } = (await post(owner, acta.address, '/api/v1/invitations', guest)) as { readonly token: string };
  const { context, isClean, page, press, say, stands } = await outside(door);
  await withAuthenticator(page, true);
  await page.goto(`/invitation/${token}`);
  await page.getByRole('heading', { name: say('sign-in.invitation-title') }).waitFor();
  await stands('an invitation');
  await page.getByLabel(say('set-up.password')).fill('eleven dogs and a cat');
  await press('set-up.make-account');
  await press('set-up.use-passkey');
  await page.getByRole('navigation', { name: say('shell.pages') }).waitFor();
  await page.goto('about:blank');
  await context.clearCookies();
  await page.goto('/sign-in');
  await press('sign-in.passkey');
  await page.getByRole('navigation', { name: say('shell.pages') }).waitFor();
  isClean();
  await context.close();
  await owner.close();
}
