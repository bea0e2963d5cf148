// Signing in by the organisation's provider. The console asks where to go, and brings what the provider sent back with it: requests of
// our own page, like every other way to sign in, so that no cookie has to travel from another site. Who comes back without having
// shown two factors there shows one of their own here.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NOBODY } from '../../access/accounts/attempts.ts';
import { ProviderError } from '../../access/accounts/provider.ts';
import type { SignedOn, SignOnRefusal, SingleSignOn } from '../../access/accounts/single-sign-on.ts';
import { memberOf } from '../member-of.ts';
import { ProblemError } from '../problem.ts';
import { isOwnPage } from './origin.ts';
import { expectPatience } from './people-in.ts';
import type { SignInParts } from './sign-in.ts';

const PATH = '/auth/single-sign-on';
const COOKIE = 'acta.single_sign_on';
const COOKIE_S = 10 * 60;
const BODY_BYTES = 32 * 1024;
const KEPT = /(?:^|; ?)(?:__Secure-)?acta\.single_sign_on=([A-Za-z0-9_-]{1,4000})/;
/** What went wrong at the provider is nobody's attempt. */
const NOT_COUNTED: readonly SignOnRefusal[] = [
  'provider-down',
  'provider-issuer',
  'provider-secret',
  'provider-refused',
  'provider-clock',
];

/** Adds the routes. */
export function singleSignOnRoutes(app: FastifyInstance, parts: SignInParts): void {
  const options = { bodyLimit: BODY_BYTES, schema: { hide: true } };
  app.post(`${PATH}/begin`, options, (request, reply) => begin(parts, request, reply));
  app.post(`${PATH}/finish`, options, (request, reply) => finish(parts, request, reply));
}

/** Where the browser goes to. */
async function begin(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { now, people } = parts;
  const { origin, signOn } = await expectOwn(parts, request);
  expectPatience(people.attempts.waitMs(NOBODY, request.ip, now().getTime()));
  const after = memberOf(request.body, 'after');
  try {
    const { kept, url } = await signOn.begin(typeof after === 'string' ? after : undefined);
    reply.header('set-cookie', cookieOf(origin, kept, COOKIE_S));
    return { url };
  } catch (error) {
    if (error instanceof ProviderError) throw new ProblemError('sign-in-failed', { code: error.code });
    throw error;
  }
}

/** Who came back, and what is still to be shown: nothing, a code, a passkey, or a second factor that is yet to be added. */
async function finish(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { now, people } = parts;
  const { origin, signOn } = await expectOwn(parts, request);
  expectPatience(people.attempts.waitMs(NOBODY, request.ip, now().getTime()));
  const answer = memberOf(request.body, 'answer');
  const query = new URLSearchParams(typeof answer === 'string' ? answer : '');
  const came = await signOn.finish(origin, query, KEPT.exec(request.headers.cookie ?? '')?.[1]);
  reply.header('set-cookie', cookieOf(origin, '', 0));
  if (came.kind === 'refused') return refuse(parts, request, came);
  await keepRecords(parts, request, came);
  const after = came.after === undefined ? {} : { after: came.after };
  return { next: await goOn(parts, request, reply, { came, origin }), ...after };
}

/** Before there is an owner nobody comes by the provider: the first account is made with the printed token. */
async function expectOwn(
  { people }: SignInParts,
  request: FastifyRequest,
): Promise<{ readonly origin: string; readonly signOn: SingleSignOn }> {
  const origin = people.origin(request);
  const signOn = people.signOnFor(request);
  if (signOn === undefined || !isOwnPage(request, origin)) throw new ProblemError('not-found');
  if (await people.accounts.isEmpty()) throw new ProblemError('not-found');
  return { origin, signOn };
}

async function refuse(
  { looks, now, people }: SignInParts,
  request: FastifyRequest,
  { account, rule }: Extract<SignedOn, { kind: 'refused' }>,
): Promise<never> {
  if (!NOT_COUNTED.includes(rule)) people.attempts.failed(account?.email ?? NOBODY, request.ip, now().getTime());
  await (account === undefined
    ? looks.stranger()
    : looks.record(`user:${account.id}`, { command: 'sign-in-provider', outcome: 'refused', rule, from: request.ip }));
  throw new ProblemError('sign-in-failed', { code: rule });
}

type CameIn = Extract<SignedOn, { kind: 'in' }>;

async function keepRecords(
  { looks }: SignInParts,
  request: FastifyRequest,
  { account, changes }: CameIn,
): Promise<void> {
  const records = [...changes, 'sign-in-provider'].map((command) =>
    looks.record(`user:${account.id}`, { command, count: 1, from: request.ip }),
  );
  await Promise.all(records);
}

/** Begins what the provider's word is good for: a session, or the wait for a second factor of Acta's own. */
async function goOn(
  { people }: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { came, origin }: { readonly came: CameIn; readonly origin: string },
): Promise<'in' | 'enrol' | 'code' | 'passkey'> {
  const { accounts, attempts } = people;
  const { account, isWhole, waiting } = came;
  const signIn = accounts.at(origin);
  if (!isWhole && (account.hasCode || account.passkeys > 0)) {
    const { challenge, cookie } = await signIn.challenge(account.id);
    if (waiting !== undefined) accounts.links.hold(challenge, waiting);
    reply.header('set-cookie', cookie);
    return account.hasCode ? 'code' : 'passkey';
  }
  const before = await people.session(request);
  if (before !== undefined) await accounts.endToken(before.token);
  const factor = isWhole ? 'provider-mfa' : 'provider';
  const device = request.headers['user-agent'] ?? '';
  await accounts.endOthers(account.id, '', 'unsettled');
  const { cookie } = await signIn.begin({ userId: account.id, factor, address: request.ip, device });
  reply.header('set-cookie', cookie);
  if (isWhole) attempts.succeeded(account.email, request.ip);
  return isWhole ? 'in' : 'enrol';
}

/** As strict as that of a session, and sent to these two routes alone. */
function cookieOf(origin: string, value: string, seconds: number): string {
  const isSecure = origin.startsWith('https:');
  const attributes = [
    `Max-Age=${seconds}`,
    `Path=${PATH}`,
    'HttpOnly',
    ...(isSecure ? ['Secure'] : []),
    'SameSite=Strict',
  ];
  return [`${isSecure ? '__Secure-' : ''}${COOKIE}=${value}`, ...attributes].join('; ');
}
