// The library that signs people in, set to what Acta wants: passwords with a second factor or passkeys alone, no sign-up but by
// invitation, sessions that remember by what they were begun. One instance for each address that people come by, over the same tables.

import { randomBytes } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { createOTP } from '@better-auth/utils/otp';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { twoFactor } from 'better-auth/plugins';
import { serializeSignedCookie } from 'better-call';
import type { Role } from '../roles.ts';
import type { AccountsPlace } from './place.ts';

/** By what a session was begun. `provider`: the organisation's provider, which did not say that it saw two factors. */
export const FACTORS = ['password', 'totp', 'passkey', 'recovery', 'provider', 'provider-mfa'] as const;

export type Factor = (typeof FACTORS)[number];

/** Whether a session that was begun so is one of somebody who is let in. */
export function isSettled(factor: Factor): boolean {
  return factor !== 'password' && factor !== 'provider';
}

/** How passwords are kept, in place of the library's scrypt. */
export interface PasswordHashing {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (of: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

export interface SignInParts {
  readonly place: AccountsPlace;
  /** As people type it: scheme, name, port. */
  readonly origin: string;
  /** Whether a password begins nothing: somebody left, or has passkeys and no application of codes. */
  readonly refusesPassword: (userId: string) => Promise<boolean>;
  readonly hashing?: PasswordHashing;
}

const SHORTEST_PASSWORD = 12;
const SESSION_S = 12 * 60 * 60;
const HOUR_S = 60 * 60;

/** So long the second half of a sign-in is waited for. */
const CHALLENGE_S = 10 * 60;

const BY_PATH: Readonly<Record<string, Factor>> = {
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'recovery',
  '/passkey/verify-authentication': 'passkey',
};

/** A session as it stands, whatever it was begun by. */
export interface StandingSession {
  readonly id: string;
  readonly token: string;
  readonly factor: Factor;
  /** When it last showed a second factor, in ms. */
  readonly confirmedMs: number;
  readonly createdMs: number;
  readonly userId: string;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team?: string;
  /** None for somebody who comes by the provider. */
  readonly password?: string;
}

/** A browser in which somebody signs in by other ways than the library's. */
export interface NewSession {
  readonly userId: string;
  readonly factor: Extract<Factor, 'provider' | 'provider-mfa'>;
  readonly address: string;
  readonly device: string;
}

export interface SignIn {
  /** Answers a request under `/auth`. */
  readonly answer: (request: Request) => Promise<Response>;
  /** The session that these headers' cookie names, while it lasts. */
  readonly session: (headers: Headers) => Promise<StandingSession | undefined>;
  /** Whether this is the code of now of somebody's application. */
  readonly isCodeOf: (userId: string, code: string) => Promise<boolean>;
  /** Makes an account; resolves to its id. */
  readonly add: (account: NewAccount) => Promise<string>;
  /** Gives an account that has none a password. */
  readonly givePassword: (userId: string, password: string) => Promise<void>;
  /** Begins a session; resolves to its token and the cookie to set. */
  readonly begin: (session: NewSession) => Promise<{ readonly token: string; readonly cookie: string }>;
  /** Waits for somebody's second factor, as after a password; resolves to the attempt's name and the cookie to set. */
  readonly challenge: (userId: string) => Promise<{ readonly challenge: string; readonly cookie: string }>;
}

/** Signing in at one address. */
export function signInAt(parts: SignInParts): SignIn {
  const auth = betterAuth(optionsOf(parts));
  const givePassword: SignIn['givePassword'] = async (userId, password) => {
    const { internalAdapter, password: passwords } = await auth.$context;
    const hashed = await passwords.hash(password);
    await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hashed });
  };
  return {
    answer: (request) => auth.handler(request),
    session: async (headers) => {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: false } });
      if (found === null) return undefined;
      const { confirmedAt, createdAt, factor, id, token, userId } = found.session;
      return {
        id,
        token,
        userId,
        factor: factorOf(factor),
        confirmedMs: Number(confirmedAt ?? 0),
        createdMs: createdAt.getTime(),
      };
    },
    isCodeOf: async (userId, code) => {
      const { adapter, secretConfig } = await auth.$context;
      const row = await adapter.findOne<{ readonly secret: string; readonly verified?: boolean | null }>({
        model: 'twoFactor',
        where: [{ field: 'userId', value: userId }],
      });
      if (row === null || row.verified === false) return false;
      const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret });
      return createOTP(secret, { digits: 6, period: 30 }).verify(code);
    },
    add: async ({ email, name, password, role, team }) => {
      const { internalAdapter } = await auth.$context;
      const known = { email: email.toLowerCase(), name, role, emailVerified: true };
      const user = await internalAdapter.createUser(
        { ...known, ...(team === undefined ? {} : { team }) },
        { method: 'admin' },
      );
      if (password !== undefined) await givePassword(user.id, password);
      return user.id;
    },
    givePassword,
    begin: async ({ address, device, factor, userId }) => {
      const { authCookies, internalAdapter, secret } = await auth.$context;
      const made = { factor, ipAddress: address, userAgent: device };
      const { token } = await internalAdapter.createSession(userId, false, made);
      const { attributes, name } = authCookies.sessionToken;
      const cookie = await serializeSignedCookie(name, token, secret, { ...attributes, maxAge: SESSION_S });
      return { token, cookie };
    },
    challenge: async (userId) => {
      const { createAuthCookie, internalAdapter, secret } = await auth.$context;
      const challenge = `2fa-${randomBytes(15).toString('base64url')}`;
      const expiresAt = new Date(Date.now() + CHALLENGE_S * 1000);
      await internalAdapter.createVerificationValue({ value: userId, identifier: challenge, expiresAt });
      // The library counts the codes that are tried for one attempt beside it.
      const tries = { value: '0', identifier: `2fa-attempts-${challenge}`, expiresAt };
      await internalAdapter.createVerificationValue(tries);
      const { attributes, name } = createAuthCookie('two_factor', { maxAge: CHALLENGE_S });
      return { challenge, cookie: await serializeSignedCookie(name, challenge, secret, attributes) };
    },
  };
}

function factorOf(said: unknown): Factor {
  return FACTORS.find((factor) => factor === said) ?? 'password';
}

/** By its path where the library begins it; what the library copies from an earlier session does not count. */
function begunBy(session: object, path: string | undefined): Factor {
  if (path !== undefined) return BY_PATH[path] ?? 'password';
  return 'factor' in session ? factorOf(session.factor) : 'password';
}

/** Makes the tables, or brings them up to date. */
export async function makeAccountTables(parts: SignInParts): Promise<void> {
  const { runMigrations } = await getMigrations(optionsOf(parts));
  await runMigrations();
}

function optionsOf({ hashing, origin, place, refusesPassword }: SignInParts) {
  const { hostname, protocol } = new URL(origin);
  return {
    appName: 'Acta',
    baseURL: origin,
    basePath: '/auth',
    trustedOrigins: [origin],
    secret: Buffer.from(place.secret).toString('base64url'),
    database: { db: place.kysely, type: place.kind },
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      ...(hashing === undefined ? {} : { password: hashing }),
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        team: { type: 'string', required: false, input: false },
        textGrant: { type: 'boolean', required: false, input: false },
        left: { type: 'boolean', required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_S,
      updateAge: HOUR_S,
      cookieCache: { enabled: false },
      additionalFields: {
        factor: { type: 'string', required: false, input: false },
        confirmedAt: { type: 'number', required: false, input: false, bigint: true },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const factor = begunBy(session, context?.path);
            if (factor === 'password' && (await refusesPassword(session.userId))) return false;
            // What the provider saw is no factor of Acta's own.
            const confirmedAt = factor.startsWith('provider') || !isSettled(factor) ? 0 : Date.now();
            return { data: { ...session, factor, confirmedAt } };
          },
        },
      },
    },
    plugins: [
      // Attempts are counted in attempts.ts, where nobody can shut another out.
      twoFactor({ issuer: 'Acta', trustDeviceMaxAge: 0, accountLockout: { enabled: false }, allowPasswordless: true }),
      passkeysAt({ hostname, origin }),
    ],
    advanced: {
      cookiePrefix: 'acta',
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: ['x-acta-address'] },
      disableCSRFCheck: false,
    },
    // Attempts are counted by who is asked for and from where, in attempts.ts.
    rateLimit: { enabled: false },
  } as const satisfies BetterAuthOptions;
}

function passkeysAt({ hostname, origin }: { readonly hostname: string; readonly origin: string }) {
  return passkey({
    rpID: hostname,
    rpName: 'Acta',
    origin,
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    registration: {
      afterVerification: ({ verification }) => expectVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => expectVerified(verification.authenticationInfo.userVerified),
    },
  });
}

/** A passkey alone is two factors only where its device asked who holds it. */
function expectVerified(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}
