// Signing in and out, and one's own second factors: those requests of the library that Acta knows, and no other. Every attempt is
// counted where it comes from, every code counts once, and what came of it is on record.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../../access/accounts/attempts.ts';
import type { Looks } from '../api/looks.ts';
import { ProblemError } from '../problem.ts';
import { isOwnPage, webHeaders } from './origin.ts';
import type { PeopleIn } from './people-in.ts';

/** Requests that are passed on: whether they try something, and what stands on record of them. */
const KNOWN: Readonly<Record<string, { readonly tries?: true; readonly record?: string }>> = {
  'POST /sign-in/email': { tries: true, record: 'sign-in' },
  'POST /two-factor/verify-totp': { tries: true, record: 'sign-in-code' },
  'POST /two-factor/verify-backup-code': { tries: true, record: 'sign-in-recovery' },
  'POST /two-factor/enable': { record: 'second-factor-begin' },
  'POST /two-factor/generate-backup-codes': { record: 'recovery-codes' },
  'GET /passkey/generate-register-options': {},
  'POST /passkey/verify-registration': { record: 'passkey-add' },
  'GET /passkey/generate-authenticate-options': {},
  'POST /passkey/verify-authentication': { tries: true, record: 'sign-in-passkey' },
  'GET /passkey/list-user-passkeys': {},
  'POST /passkey/delete-passkey': { record: 'passkey-remove' },
  'POST /sign-out': { record: 'sign-out' },
  'POST /change-password': { tries: true, record: 'password-change' },
};

/** Only for who has shown a second factor in this session; whoever knows a password alone may enrol a first factor, and nothing else. */
const SETTLED = ['POST /passkey/delete-passkey', 'POST /two-factor/generate-backup-codes', 'POST /change-password'];
const ENROLS = [
  'POST /two-factor/enable',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
];

const BODY_BYTES = 32 * 1024;
const CODE = /^\d{6}$/;

export interface SignInParts {
  readonly people: PeopleIn;
  readonly looks: Looks;
  readonly now: () => Date;
}

/** Adds the routes under `/auth`. */
export function signInRoutes(app: FastifyInstance, parts: SignInParts): void {
  const attempts = new Attempts();
  app.route({
    method: ['GET', 'POST'],
    url: '/auth/*',
    bodyLimit: BODY_BYTES,
    schema: { hide: true },
    handler: (request, reply) => answer(parts, attempts, request, reply),
  });
}

async function answer(
  parts: SignInParts,
  attempts: Attempts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { now, people } = parts;
  const origin = people.origin(request);
  const name = `${request.method} ${new URL(request.url, origin).pathname.slice('/auth'.length)}`;
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  if (known === undefined || !isOwnPage(request, origin)) throw new ProblemError('not-found');
  const account = await accountAsked(people, request);
  await expectSettled(people, request, name);
  if (known.tries === true) expectPatience(attempts.waitMs(account, request.ip, now().getTime()));
  const response = await people.accounts.at(origin).answer(asWebRequest(request, origin));
  const body = await response.text();
  const isUsed = response.ok && !(await countsOnce(people, name, request, body));
  const isDone = response.ok && !isUsed;
  if (known.tries === true) count(attempts, { account, address: request.ip, isDone, nowMs: now().getTime() });
  if (name === 'POST /passkey/verify-registration' && isDone) await raiseSession(people, request);
  if (known.record !== undefined) {
    const actor = userIn(body) ?? (await knownActor(people, request, account));
    await keepRecord(parts.looks, actor, { command: known.record, isDone, from: request.ip });
  }
  if (!isDone) throw new ProblemError('sign-in-failed', { code: isUsed ? 'code-used' : codeIn(body) });
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.type('application/json').send(body === '' ? '{}' : body);
}

function expectPatience(waitMs: number): void {
  if (waitMs > 0) throw new ProblemError('too-many-attempts', { seconds: Math.ceil(waitMs / 1000) });
}

interface Attempt {
  readonly account: string;
  readonly address: string;
  readonly isDone: boolean;
  readonly nowMs: number;
}

function count(attempts: Attempts, { account, address, isDone, nowMs }: Attempt): void {
  if (isDone) attempts.succeeded(account, address);
  else attempts.failed(account, address, nowMs);
}

/** An attempt on nobody's account is counted, and recorded at most once a minute. */
async function keepRecord(
  looks: Looks,
  actor: string | undefined,
  { command, from, isDone }: { readonly command: string; readonly from: string; readonly isDone: boolean },
): Promise<void> {
  if (actor === undefined) await looks.stranger();
  else await looks.record(`user:${actor}`, { command, outcome: isDone ? 'done' : 'refused', from });
}

/** Who somebody says they are: by address for a password, else by the cookie of the attempt. */
async function accountAsked(people: PeopleIn, request: FastifyRequest): Promise<string> {
  const email = memberOf(request.body, 'email');
  if (typeof email === 'string') return email.toLowerCase().slice(0, 200);
  return (await people.session(request))?.account.email ?? 'unknown';
}

/** Whoever knows only the password of somebody with a second factor adds none. */
async function expectSettled(people: PeopleIn, request: FastifyRequest, name: string): Promise<void> {
  if (!SETTLED.includes(name) && !ENROLS.includes(name)) return;
  const session = await people.session(request);
  if (session === undefined) throw new ProblemError('unauthenticated');
  const isFirst = ENROLS.includes(name) && !session.account.hasCode && session.account.passkeys === 0;
  if (session.factor === 'password' && !isFirst) throw new ProblemError('second-factor-needed');
}

function asWebRequest(request: FastifyRequest, origin: string): Request {
  const headers = webHeaders(request);
  if (request.method === 'GET') return new Request(new URL(request.url, origin), { headers });
  headers.set('origin', origin);
  headers.set('content-type', 'application/json');
  return new Request(new URL(request.url, origin), {
    method: 'POST',
    headers,
    // A device that is trusted for weeks would be a session without its second factor.
    body: JSON.stringify({ ...asObject(request.body), trustDevice: undefined, disableSession: undefined }),
  });
}

/** A code of an application counts once; who tries it again has no session from it. */
async function countsOnce(people: PeopleIn, name: string, request: FastifyRequest, body: string): Promise<boolean> {
  if (name !== 'POST /two-factor/verify-totp') return true;
  const code = String(memberOf(request.body, 'code') ?? '');
  const user = userIn(body);
  if (user !== undefined && CODE.test(code) && (await people.accounts.useCode(user, code))) return true;
  const token = memberOf(JSON.parse(body), 'token');
  if (typeof token === 'string') await people.accounts.endToken(token);
  return false;
}

/** The passkey that was just added was shown: the session is one of somebody with a second factor. */
async function raiseSession(people: PeopleIn, request: FastifyRequest): Promise<void> {
  const session = await people.session(request);
  if (session !== undefined && session.factor === 'password') await people.accounts.raised(session.id, 'passkey');
}

async function knownActor(people: PeopleIn, request: FastifyRequest, account: string): Promise<string | undefined> {
  const session = await people.session(request);
  return session?.userId ?? (await people.accounts.accountOf(account))?.id;
}

function userIn(body: string): string | undefined {
  try {
    const id = memberOf(memberOf(JSON.parse(body), 'user'), 'id');
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

function codeIn(body: string): string {
  try {
    return String(memberOf(JSON.parse(body), 'code') ?? 'unknown')
      .toLowerCase()
      .replaceAll('_', '-');
  } catch {
    return 'unknown';
  }
}

function memberOf(value: unknown, name: string): unknown {
  return Object.hasOwn(asObject(value), name) ? asObject(value)[name] : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
