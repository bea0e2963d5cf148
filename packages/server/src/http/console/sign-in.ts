// Signing in and out, and one's own second factors. Every attempt is counted by whom it is about and where it comes from, every code
// counts once, and what came of it is on record.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountSession } from '../../access/accounts/accounts.ts';
import { NOBODY } from '../../access/accounts/attempts.ts';
import { isSettled } from '../../access/accounts/sign-in.ts';
import { takeMapped } from '../../access/accounts/single-sign-on.ts';
import { CONFIRMED_MS } from '../../access/may-see.ts';
import type { Looks } from '../api/looks.ts';
import { memberOf } from '../member-of.ts';
import { ProblemError } from '../problem.ts';
import { KNOWN, type KnownRequest, shownOf, takenOf } from './auth-requests.ts';
import { isOwnPage, webHeaders } from './origin.ts';
import { expectPatience, type PeopleIn } from './people-in.ts';

const BODY_BYTES = 32 * 1024;
const CODE = /^\d{6}$/;
const LONGEST_NAME = 200;

export interface SignInParts {
  readonly people: PeopleIn;
  readonly looks: Looks;
  readonly now: () => Date;
}

/** Adds the routes under `/auth`. */
export function signInRoutes(app: FastifyInstance, parts: SignInParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/auth/*',
    bodyLimit: BODY_BYTES,
    schema: { hide: true },
    handler: (request, reply) => answer(parts, request, reply),
  });
}

/** A request of the library, and who makes it. */
interface Asked {
  readonly name: string;
  readonly known: KnownRequest;
  readonly origin: string;
  /** Who is asked for: an address. */
  readonly account: string;
  readonly session: AccountSession | undefined;
}

async function answer(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { now, people } = parts;
  const asked = await askedOf(people, request);
  const { account, known, name, origin } = asked;
  expectMay(asked, now().getTime());
  if (known.tries === true) expectPatience(people.attempts.waitMs(account, request.ip, now().getTime()));
  expectFactorLeft(asked);
  const response = await people.accounts.at(origin).answer(asWebRequest(asked, request));
  const body = bodyOf(await response.text());
  const isUsed = response.ok && !(await countsOnce(people, asked, request, body));
  const isDone = response.ok && !isUsed;
  if (known.tries === true) {
    if (isDone) people.attempts.succeeded(account, request.ip);
    else people.attempts.failed(account, request.ip, now().getTime());
  }
  if (isDone) await settle(parts, asked, request, body);
  await keepRecord(parts, asked, { actor: userIn(body), isDone, from: request.ip });
  if (!isDone)
    throw new ProblemError('sign-in-failed', { code: isUsed ? 'code-used' : await whyNot(people, asked, body) });
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.type('application/json').send(JSON.stringify(shownOf(name, body)));
}

async function askedOf(people: PeopleIn, request: FastifyRequest): Promise<Asked> {
  const origin = people.origin(request);
  const name = `${request.method} ${new URL(request.url, origin).pathname.slice('/auth'.length)}`;
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  if (known === undefined || !isOwnPage(request, origin)) throw new ProblemError('not-found');
  const session = await people.session(request);
  return { name, known, origin, session, account: await accountAsked(people, request, { name, session }) };
}

/** Who somebody says they are: by address for a password, else by what the server knows of the attempt. */
async function accountAsked(
  people: PeopleIn,
  request: FastifyRequest,
  { name, session }: Pick<Asked, 'name' | 'session'>,
): Promise<string> {
  const email = memberOf(request.body, 'email');
  if (name === 'POST /sign-in/email' && typeof email === 'string') return email.toLowerCase().slice(0, LONGEST_NAME);
  if (session !== undefined) return session.account.email;
  const challenge = challengeIn(request);
  return (challenge === undefined ? undefined : await people.accounts.challenged(challenge)) ?? NOBODY;
}

const CHALLENGE = /two_factor=(2fa-[A-Za-z0-9_-]+)/;

/** The attempt that waits for a second factor in this browser. */
function challengeIn(request: FastifyRequest): string | undefined {
  return CHALLENGE.exec(request.headers.cookie ?? '')?.[1];
}

/**
 * Whoever knows only the password of somebody with a second factor adds none; and the first factor of somebody without a password
 * is added soon after they signed in, so that a cookie that was taken later adds none.
 */
function expectMay({ known, session }: Asked, nowMs: number): void {
  const { needs } = known;
  if (needs === undefined) return;
  if (session === undefined) throw new ProblemError('unauthenticated');
  const { account, confirmedMs, createdMs, factor } = session;
  if (needs === 'enrol' && !account.hasCode && account.passkeys === 0) {
    if (factor.startsWith('provider') && nowMs - createdMs > CONFIRMED_MS)
      throw new ProblemError('sign-in-failed', { code: 'sign-on-old' });
    return;
  }
  if (!isSettled(factor)) throw new ProblemError('second-factor-needed');
  if (needs !== 'second' && nowMs - confirmedMs > CONFIRMED_MS)
    throw new ProblemError('confirm-needed', { scope: 'self' });
}

function expectFactorLeft({ name, session }: Asked): void {
  if (name !== 'POST /passkey/delete-passkey' || session === undefined) return;
  if (session.account.passkeys <= 1 && !session.account.hasCode) throw new ProblemError('last-factor');
}

function asWebRequest({ name, origin }: Asked, request: FastifyRequest): Request {
  const headers = webHeaders(request);
  const url = new URL(request.url, origin);
  url.search = '';
  if (request.method === 'GET') return new Request(url, { headers });
  headers.set('origin', origin);
  headers.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(takenOf(name, request.body)) });
}

/** A code of an application counts once; who tries it again has no session from it. */
async function countsOnce(people: PeopleIn, { name }: Asked, request: FastifyRequest, body: unknown): Promise<boolean> {
  if (name !== 'POST /two-factor/verify-totp') return true;
  const code = String(memberOf(request.body, 'code') ?? '');
  const user = userIn(body);
  if (user !== undefined && CODE.test(code) && (await people.accounts.useCode(user, code))) return true;
  const token = memberOf(body, 'token');
  if (typeof token === 'string') await people.accounts.endToken(token);
  return false;
}

/** What follows from a request that was answered, for the sessions of whoever made it. */
async function settle(parts: SignInParts, asked: Asked, request: FastifyRequest, body: unknown): Promise<void> {
  const { accounts } = parts.people;
  const { known, name, session } = asked;
  if (name === 'POST /passkey/verify-registration' && session !== undefined) {
    if (!isSettled(session.factor)) await accounts.raised(session.id, 'passkey');
    await accounts.endOthers(session.userId, session.id, 'unsettled');
  }
  if (name === 'POST /change-password' && session !== undefined)
    await accounts.endOthers(session.userId, session.id, 'all');
  const token = tokenIn(body);
  if (known.begins !== true || token === undefined) return;
  if (session !== undefined && session.token !== token) await accounts.endToken(session.token);
  const user = userIn(body);
  if (user === undefined || name === 'POST /sign-in/email') return;
  await accounts.endOthers(user, '', 'unsettled');
  await linkHeld(parts, request, user);
}

/** Whoever came by the provider, and showed their own factor now, is linked to whom it named. */
async function linkHeld({ looks, people }: SignInParts, request: FastifyRequest, user: string): Promise<void> {
  const { accounts } = people;
  const challenge = challengeIn(request);
  const waiting = challenge === undefined ? undefined : accounts.links.take(challenge);
  if (waiting?.link.userId !== user || !(await accounts.links.make(waiting.link, new Date()))) return;
  await looks.record(`user:${user}`, { command: 'provider-link', count: 1, from: request.ip });
  const account = await accounts.account(user);
  if (account === undefined || !(await takeMapped(accounts, account, waiting.mapped))) return;
  await looks.record(`user:${user}`, { command: 'provider-role', count: 1, from: request.ip });
}

interface Came {
  readonly actor: string | undefined;
  readonly isDone: boolean;
  readonly from: string;
}

/**
 * An attempt on nobody's account is counted, and recorded at most once a minute. Nobody waits for the record of a password that was
 * wrong: how long the answer takes would tell who has an account.
 */
async function keepRecord({ looks, people }: SignInParts, asked: Asked, { actor, from, isDone }: Came): Promise<void> {
  const command = asked.known.record;
  if (command === undefined) return;
  const known = actor ?? asked.session?.userId ?? (await people.accounts.accountOf(asked.account))?.id;
  const kept =
    known === undefined
      ? looks.stranger()
      : looks.record(`user:${known}`, { command, outcome: isDone ? 'done' : 'refused', from });
  if (isDone || asked.session !== undefined) await kept;
  else kept.catch(() => undefined);
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function userIn(body: unknown): string | undefined {
  const id = memberOf(memberOf(body, 'user'), 'id');
  return typeof id === 'string' ? id : undefined;
}

/** The session that an answer begins. */
function tokenIn(body: unknown): string | undefined {
  const token = memberOf(body, 'token') ?? memberOf(memberOf(body, 'session'), 'token');
  return typeof token === 'string' ? token : undefined;
}

/** The library does not know why Acta lets it begin no session. */
async function whyNot({ accounts }: PeopleIn, { account, name }: Asked, body: unknown): Promise<string> {
  const code = codeIn(body);
  if (name !== 'POST /sign-in/email' || code !== 'failed-to-create-session') return code;
  const isOff = accounts.passwords === 'owners' && (await accounts.accountOf(account))?.role !== 'owner';
  return isOff ? 'password-off' : code;
}

function codeIn(body: unknown): string {
  return String(memberOf(body, 'code') ?? 'unknown')
    .toLowerCase()
    .replaceAll('_', '-');
}
