// People's accounts at a server under test, and the application of codes that they carry.

import assert from 'node:assert/strict';
import { generate } from 'otplib';
import type { BrowserContext } from 'playwright-core';

const SECRET = /secret=([A-Z2-7]+)/u;
const STEP_S = 30;
/** So long digits may be on their way to the server. */
const ON_ITS_WAY_S = 5;

/** A second factor: six digits, or one of the recovery codes. */
export interface Factor {
  readonly kind: 'code' | 'recovery';
  readonly code: string;
}

/** Somebody's application of codes with the recovery codes beside it. Each code counts once. */
export class Codes {
  private readonly secret: string;
  private readonly spare: string[];
  private lastStep = 0;

  constructor(secret: string, recovery: readonly string[] = []) {
    this.secret = secret;
    this.spare = [...recovery];
  }

  /** Six digits that were not given out before and that a server takes now; they may be waited for. */
  async next(): Promise<string> {
    this.lastStep = this.following();
    const earlyMs = (this.lastStep - 1) * STEP_S * 1000 - Date.now();
    if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
    return generate({ secret: this.secret, epoch: this.lastStep * STEP_S });
  }

  /** Whatever signs in at once: digits, or a recovery code where the next digits are yet to come. */
  async atOnce(): Promise<Factor> {
    const recovery = this.following() > stepNow() + 1 ? this.spare.pop() : undefined;
    return recovery === undefined ? { kind: 'code', code: await this.next() } : { kind: 'recovery', code: recovery };
  }

  /** One step of drift is allowed to a clock, in both directions; digits must still count when the server reads them. */
  private following(): number {
    const soon = Math.floor((Date.now() / 1000 + ON_ITS_WAY_S) / STEP_S);
    return Math.max(soon - 1, this.lastStep + 1);
  }
}

function stepNow(): number {
  return Math.floor(Date.now() / 1000 / STEP_S);
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const OWNER: Person = {
  name: 'Mariana Treviño',
  email: 'mariana@example.mx',
  password: 'correct horse battery',
};

/** Requests of a profile that change something, as the console sends them. */
export async function post(context: BrowserContext, address: string, path: string, data: unknown): Promise<unknown> {
  const headers = { 'x-acta-console': '1', origin: address };
  const response = await context.request.post(address + path, { data, headers });
  assert.ok(response.ok(), `${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}

/** Makes the owner's account with a profile, which is signed in afterwards. */
export async function setUpOwner(context: BrowserContext, address: string, token: string): Promise<Codes> {
  await post(context, address, '/api/v1/set-up', { ...OWNER, token });
  return enrol(context, address, OWNER);
}

/** Signs in with a password and adds an application of codes. */
async function enrol(context: BrowserContext, address: string, { email, password }: Person): Promise<Codes> {
  await post(context, address, '/auth/sign-in/email', { email, password });
  const begun = (await post(context, address, '/auth/two-factor/enable', { password })) as {
    readonly totpURI: string;
    readonly backupCodes: readonly string[];
  };
  const secret = SECRET.exec(begun.totpURI)?.[1];
  assert.ok(secret !== undefined);
  const codes = new Codes(secret, begun.backupCodes);
  await post(context, address, '/auth/two-factor/verify-totp', { code: await codes.next() });
  return codes;
}

/** Signs a further profile in with password and second factor. */
export async function signIn(
  context: BrowserContext,
  address: string,
  { codes, person }: { readonly person: Person; readonly codes: Codes },
): Promise<void> {
  const { email, password } = person;
  await post(context, address, '/auth/sign-in/email', { email, password });
  const { code, kind } = await codes.atOnce();
  await post(context, address, `/auth/two-factor/verify-${kind === 'code' ? 'totp' : 'backup-code'}`, { code });
}

/** Lets somebody in: an invitation of the owner's, taken, and an application of codes added. */
export async function join(
  owner: BrowserContext,
  context: BrowserContext,
  { address, person, role }: { readonly address: string; readonly person: Person; readonly role: string },
): Promise<Codes> {
  const { email, name, password } = person;
  const { token } = (await post(owner, address, '/api/v1/invitations', { name, email, role })) as {
    readonly token: string;
  };
  await post(context, address, '/api/v1/invitations/accept', { token, name, password });
  return enrol(context, address, person);
}
