// A server at which people sign in, for tests: accounts over a real vault, and members of every role, each in a browser of their own.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'otplib';
import { Accounts } from '../access/accounts/accounts.ts';
import { SingleSignOn } from '../access/accounts/single-sign-on.ts';
import type { Role } from '../access/roles.ts';
import type { ApiParts } from '../http/api/parts.ts';
import { PeopleIn } from '../http/console/people-in.ts';
import type { ListenSettings } from '../http/settings.ts';
import type { SignOnSettings } from '../http/single-sign-on-settings.ts';
import { type TestApi, testApi } from './api.test-support.ts';
import { Browser } from './browser.test-support.ts';
import { CHEAP } from './enrolment.test-support.ts';
import { type TestVault, temporaryFolder } from './vault.test-support.ts';

export const PASSWORD = 'correct horse battery';
export const OWNER: { readonly name: string; readonly email: string; readonly password: string } = {
  name: 'Lupita Garza',
  email: 'lupita@example.mx',
  password: PASSWORD,
};

export interface PeopleServer {
  readonly api: TestApi;
  readonly accounts: Accounts;
  /** Nobody's yet. */
  readonly browser: Browser;
  /** The server's clock, as far as what is asked goes by it. */
  readonly clock: { aheadMs: number };
  /** Somebody of this role, signed in wholly. */
  readonly member: (role: Role, more?: { readonly hasTextGrant?: boolean }) => Promise<Member>;
}

export interface Member {
  readonly id: string;
  readonly email: string;
  readonly browser: Browser;
  /** Of the application of codes. */
  readonly secret: string;
}

/** A server without accounts. */
export async function peopleServer(
  t: TestContext,
  more: Partial<ApiParts> = {},
  before: (test: TestVault) => Promise<unknown> = async () => undefined,
  listen: Partial<ListenSettings> = {},
  signOn?: SignOnSettings,
): Promise<PeopleServer> {
  let accounts: Accounts | undefined;
  const clock = { aheadMs: 0 };
  const api = await testApi(t, {
    before,
    listen,
    consoleDir: pageFolder(t),
    more: async (vault) => {
      accounts = await Accounts.open(await vault.accounts(), signOn?.passwords, CHEAP);
      const provider = signOn === undefined ? undefined : new SingleSignOn(accounts, signOn);
      const now = (): Date => new Date(Date.now() + clock.aheadMs);
      return { people: new PeopleIn(accounts, listen, provider), now, ...more };
    },
  });
  assert.ok(accounts !== undefined);
  const open = accounts;
  const member: PeopleServer['member'] = async (role, { hasTextGrant } = {}) => {
    const email = `${role}${hasTextGrant === true ? '-text' : ''}@example.mx`;
    const id = await open.add('http://localhost', { name: role, email, role, password: PASSWORD });
    if (hasTextGrant !== undefined) await open.change(id, { hasTextGrant });
    const browser = new Browser(api.address);
    assert.equal((await browser.post('/auth/sign-in/email', { email, password: PASSWORD })).status, 200);
    return { id, email, browser, secret: await browser.enrol(PASSWORD) };
  };
  return { api, accounts: open, browser: new Browser(api.address), clock, member };
}

/** A console of one empty page, to which the server adds what it says to whoever opens it. */
function pageFolder(t: TestContext): string {
  const dir = temporaryFolder(t);
  writeFileSync(join(dir, 'index.html'), '<title>Acta</title>');
  return dir;
}

const STEP_MS = 30_000;

/** Waits where a half minute has less left than that, so that what follows sees one step of codes. */
export async function withinOneStep(leftMs: number): Promise<void> {
  const left = STEP_MS - (Date.now() % STEP_MS);
  if (left < leftMs) await pause(left + 50);
}

/** A code that was not shown before: that of the next half minute, which counts already. */
export async function nextCode(secret: string, steps = 1): Promise<string> {
  // At the very end of a half minute the next one would be the one after.
  const leftMs = STEP_MS - (Date.now() % STEP_MS);
  if (leftMs < 2_000) await pause(leftMs);
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}
