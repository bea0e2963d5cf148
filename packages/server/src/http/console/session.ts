// Who sits at a browser, and how somebody comes to sit there: the session as the console sees it, the first account, an invitation
// that is taken up, a second factor shown again.

import { timingSafeEqual } from 'node:crypto';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { AccountSession } from '../../access/accounts/accounts.ts';
import { isSettled } from '../../access/accounts/sign-in.ts';
import { CONFIRMED_MS } from '../../access/may-see.ts';
import { scopesOf } from '../../access/roles.ts';
import type { Looks } from '../api/looks.ts';
import type { ApiApp } from '../api/operation.ts';
import { ProblemError } from '../problem.ts';
import { isOwnPage } from './origin.ts';
import { expectPatience, type PeopleIn } from './people-in.ts';

export interface SessionParts {
  readonly people: PeopleIn;
  readonly looks: Looks;
  /** What goes in and out does so through the sandbox. */
  readonly isDemo: boolean;
  readonly now: () => Date;
  /** The last entry that whatever is asked for next tells of. */
  readonly head: () => Promise<number>;
}

const HIDDEN = { hide: true } as const;
const NAME = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const EMAIL = Type.String({ minLength: 3, maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+$' });
const PASSWORD = Type.String({ minLength: 12, maxLength: 200 });
const CODE = Type.String({ pattern: '^\\d{6}$' });

/** Adds the routes; nobody needs to be signed in for them. */
export function sessionRoutes(app: ApiApp, parts: SessionParts): void {
  const { looks, people } = parts;
  app.get('/session', { schema: HIDDEN }, (request) => sessionOf(parts, request));
  const firstBody = Type.Object({
    name: NAME,
    email: EMAIL,
    password: PASSWORD,
    token: Type.String({ maxLength: 100 }),
  });
  app.post('/set-up', { schema: { ...HIDDEN, body: firstBody } }, async (request, reply) => {
    const origin = ownOrigin(people, request);
    if (!(await people.accounts.isEmpty())) throw new ProblemError('set-up-done');
    const { token, ...account } = request.body;
    if (!isSame(token, people.accounts.firstToken)) throw new ProblemError('sign-in-failed', { code: 'token-wrong' });
    const id = await people.accounts.add(origin, { ...account, role: 'owner' });
    await looks.record(`user:${id}`, { command: 'owner-create', count: 1, from: request.ip });
    return reply.code(201).send({ id });
  });
  const token = Type.Object({ token: Type.String({ maxLength: 100 }) });
  app.post('/invitations/look', { schema: { ...HIDDEN, body: token } }, async (request) => {
    ownOrigin(people, request);
    const found = await people.accounts.invitationOf(request.body.token);
    if (found === undefined) throw new ProblemError('not-found');
    return { name: found.name, email: found.email, role: found.role };
  });
  const taken = Type.Object({ token: Type.String({ maxLength: 100 }), name: NAME, password: PASSWORD });
  app.post('/invitations/accept', { schema: { ...HIDDEN, body: taken } }, async (request, reply) => {
    const origin = ownOrigin(people, request);
    const { accounts } = people;
    const found = await accounts.invitationOf(request.body.token);
    if (found === undefined) throw new ProblemError('not-found');
    if (accounts.passwords === 'owners' && found.role !== 'owner')
      throw new ProblemError('sign-in-failed', { code: 'password-off' });
    const known = await accounts.accountOf(found.email);
    if (known !== undefined && !known.left) throw new ProblemError('account-exists');
    if (!(await accounts.uninvite(found.id))) throw new ProblemError('not-found');
    const { email, role, team } = found;
    const { name, password } = request.body;
    const id = await accounts.add(origin, { name, email, role, password, ...(team === undefined ? {} : { team }) });
    await looks.record(`user:${id}`, { command: 'invitation-accept', count: 1, from: request.ip });
    return reply.code(201).send({ email });
  });
  app.post('/session/confirm', { schema: { ...HIDDEN, body: Type.Object({ code: CODE }) } }, (request) =>
    confirm(parts, request, request.body.code),
  );
  app.post('/session/codes/remove', { schema: HIDDEN }, (request) => removeCodes(parts, request));
}

/** A second factor shown again; as many attempts as when signing in. */
async function confirm({ looks, now, people }: SessionParts, request: FastifyRequest, code: string) {
  const person = await people.person(request);
  if (person === undefined) throw new ProblemError('unauthenticated');
  const { accounts, attempts } = people;
  const { account, id, userId } = person.session;
  expectPatience(attempts.waitMs(account.email, request.ip, now().getTime()));
  const isDone = await accounts.showCode(userId, code);
  if (isDone) attempts.succeeded(account.email, request.ip);
  else attempts.failed(account.email, request.ip, now().getTime());
  if (isDone) await accounts.confirmed(id);
  await looks.record(`user:${userId}`, { command: 'confirm', outcome: isDone ? 'done' : 'refused', from: request.ip });
  if (!isDone) throw new ProblemError('sign-in-failed', { code: 'invalid-code' });
  return {};
}

/** The application of codes goes where a passkey stays. */
async function removeCodes({ looks, now, people }: SessionParts, request: FastifyRequest) {
  const person = await people.person(request);
  if (person === undefined) throw new ProblemError('unauthenticated');
  const { account, confirmedMs, userId } = person.session;
  if (now().getTime() - confirmedMs > CONFIRMED_MS) throw new ProblemError('confirm-needed', { scope: 'self' });
  if (account.passkeys === 0) throw new ProblemError('last-factor');
  await people.accounts.dropCodes(userId);
  await looks.record(`user:${userId}`, { command: 'second-factor-remove', count: 1, from: request.ip });
  return {};
}

async function sessionOf({ head, isDemo, people }: SessionParts, request: FastifyRequest) {
  const session = await people.session(request);
  if (session === undefined) {
    const isEmpty = await people.accounts.isEmpty();
    const more = isEmpty ? {} : waysIn(people, request);
    return { state: isEmpty ? 'set-up' : 'signed-out', may: [], demo: isDemo, ...more } as const;
  }
  const isWhole = isSettled(session.factor);
  return {
    state: isWhole ? 'signed-in' : 'enrol',
    user: userOf(session),
    may: isWhole ? scopesOf(session.account.role, session.account.hasTextGrant) : [],
    demo: isDemo,
    // Whoever follows from here misses nothing that came while a page was being fetched.
    ...(isWhole ? { head: await head() } : {}),
  } as const;
}

/** What a page for signing in offers besides a passkey. */
function waysIn(people: PeopleIn, request: FastifyRequest) {
  const signOn = people.signOnFor(request);
  const label = signOn?.settings.label;
  return { passwords: people.accounts.passwords, ...(label === undefined ? {} : { signOn: { label } }) };
}

function userOf({ account }: AccountSession) {
  const { email, hasCode, hasPassword, id, name, passkeys, role, team } = account;
  return { id, name, email, role, hasCode, hasPassword, passkeys, ...(team === undefined ? {} : { team }) };
}

/** The address, for a request that only our own page makes. */
function ownOrigin(people: PeopleIn, request: FastifyRequest): string {
  const origin = people.origin(request);
  if (!isOwnPage(request, origin)) throw new ProblemError('not-found');
  return origin;
}

function isSame(said: string, kept: string): boolean {
  const [one, other] = [Buffer.from(said), Buffer.from(kept)];
  return one.length === other.length && timingSafeEqual(one, other);
}
