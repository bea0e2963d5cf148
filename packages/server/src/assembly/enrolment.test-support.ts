// Somebody's application of codes, added without a server, and passwords that cost nothing to try, for tests.

import assert from 'node:assert/strict';
import { hash as digest } from 'node:crypto';
import { generate } from 'otplib';
import type { Accounts } from '../access/accounts/accounts.ts';
import type { PasswordHashing } from '../access/accounts/sign-in.ts';

const ORIGIN = 'http://localhost';
const SECRET = /secret=([A-Z2-7]+)/;
const STEP_S = 30;

/** Where the cost of a password is not what is tested: each costs a sixteenth of a second else, and a test has many. */
export const CHEAP: PasswordHashing = {
  hash: async (password) => digest('sha256', password),
  verify: async ({ hash, password }) => digest('sha256', password) === hash,
};

/** Adds an application of codes; resolves to its secret and to the headers of the session. The code of now is not used by it. */
export async function enrolled(
  accounts: Accounts,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<{ readonly secret: string; readonly headers: Headers }> {
  const cookies = new Map<string, string>();
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', origin: ORIGIN, cookie };
    const request = new Request(`${ORIGIN}/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const response = await accounts.at(ORIGIN).answer(request);
    assert.ok(response.ok, path);
    for (const said of response.headers.getSetCookie()) {
      const [pair = ''] = said.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return (await response.json()) as Record<string, unknown>;
  };
  await post('/sign-in/email', { email, password });
  const { totpURI } = await post('/two-factor/enable', { password });
  const secret = SECRET.exec(String(totpURI))?.[1];
  assert.ok(secret !== undefined);
  // The half minute before counts still.
  const code = await generate({ secret, epoch: Math.floor(Date.now() / 1000) - STEP_S });
  await post('/two-factor/verify-totp', { code });
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { secret, headers: new Headers({ cookie }) };
}
