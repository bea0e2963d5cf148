// Who is signed in, for every route that people use: the session of the request's cookie, and what may-see.ts goes by.

import type { FastifyRequest } from 'fastify';
import type { AccountSession, Accounts } from '../../access/accounts/accounts.ts';
import { Attempts } from '../../access/accounts/attempts.ts';
import { isSettled } from '../../access/accounts/sign-in.ts';
import type { SingleSignOn } from '../../access/accounts/single-sign-on.ts';
import type { Viewer } from '../../access/may-see.ts';
import { scopesOf } from '../../access/roles.ts';
import { ProblemError } from '../problem.ts';
import type { ListenSettings } from '../settings.ts';
import { isOwnPage, originOf, webHeaders } from './origin.ts';

export interface PersonIn {
  readonly session: AccountSession;
  readonly viewer: Extract<Viewer, { kind: 'person' }>;
  readonly origin: string;
}

export class PeopleIn {
  readonly accounts: Accounts;
  /** Of every way to show a password or a code. */
  readonly attempts: Attempts = new Attempts();
  private readonly listen: Pick<ListenSettings, 'publicUrl'>;

  /** The organisation's provider, where there is one. */
  readonly signOn: SingleSignOn | undefined;

  constructor(accounts: Accounts, listen: Pick<ListenSettings, 'publicUrl'>, signOn?: SingleSignOn) {
    this.accounts = accounts;
    this.listen = listen;
    this.signOn = signOn;
  }

  /** The provider, for who came by the address to which it sends people back. */
  signOnFor(request: FastifyRequest): SingleSignOn | undefined {
    const { signOn } = this;
    if (signOn === undefined) return undefined;
    const { origin } = new URL(signOn.settings.provider.callback);
    return origin === originOf(request, this.listen) ? signOn : undefined;
  }

  /** The address by which this browser came. Throws `not-found` for a name that is not this server's. */
  origin(request: FastifyRequest): string {
    const origin = originOf(request, this.listen);
    if (origin === undefined) throw new ProblemError('not-found');
    return origin;
  }

  /** The session of whoever asks, whatever it was begun by; undefined without one, or where another site asks. */
  async session(request: FastifyRequest): Promise<AccountSession | undefined> {
    const origin = originOf(request, this.listen);
    if (origin === undefined || request.headers.cookie === undefined || !isOwnPage(request, origin)) return undefined;
    return this.accounts.sessionOf(origin, webHeaders(request));
  }

  /** Who is signed in wholly. Throws `second-factor-needed` for somebody who showed a password alone. */
  async person(request: FastifyRequest): Promise<PersonIn | undefined> {
    const session = await this.session(request);
    if (session === undefined) return undefined;
    if (!isSettled(session.factor)) throw new ProblemError('second-factor-needed');
    const { account } = session;
    const viewer = {
      kind: 'person',
      id: account.id,
      role: account.role,
      team: account.team,
      hasTextGrant: account.hasTextGrant,
      confirmedMs: session.confirmedMs,
    } as const;
    return { session, viewer, origin: this.origin(request) };
  }

  /** What whoever asks may; nothing for who is not signed in wholly. */
  async may(request: FastifyRequest): Promise<readonly string[]> {
    const session = await this.session(request);
    if (session === undefined || !isSettled(session.factor)) return [];
    return scopesOf(session.account.role, session.account.hasTextGrant);
  }
}

/** Throws `too-many-attempts` where somebody has to wait. */
export function expectPatience(waitMs: number): void {
  if (waitMs > 0) throw new ProblemError('too-many-attempts', { seconds: Math.ceil(waitMs / 1000) });
}
