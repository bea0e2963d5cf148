// Sessions that were looked up a moment ago: a page asks a dozen things at once, and each need not ask the tables again. Whatever
// changes in them makes this forget everything, so that nobody whose session has ended is let in; without a stamp nothing is kept.

import type { AccountsPlace } from './place.ts';

/** A session that runs out by the clock alone is let in for so much longer at most. */
const KEPT_MS = 5_000;
const MOST = 1_000;

interface Known<T> {
  readonly askedMs: number;
  readonly session: Promise<T>;
}

export class KnownSessions<T> {
  private readonly stamp: AccountsPlace['stamp'];
  private readonly now: () => number;
  private readonly known = new Map<string, Known<T>>();
  private stampThen: string | undefined;

  constructor(stamp: AccountsPlace['stamp'], now: () => number = Date.now) {
    this.stamp = stamp;
    this.now = now;
  }

  /** What `ask` answers, or answered a moment ago under this name. What was refused or went wrong is asked again. */
  of(name: string, ask: () => Promise<T>): Promise<T> {
    if (this.stamp === undefined) return ask();
    const [stamp, nowMs] = [this.stamp(), this.now()];
    if (stamp !== this.stampThen || this.known.size >= MOST) this.known.clear();
    this.stampThen = stamp;
    const known = this.known.get(name);
    if (known !== undefined && nowMs - known.askedMs < KEPT_MS) return known.session;
    const made: Known<T> = { askedMs: nowMs, session: ask() };
    this.known.set(name, made);
    const forget = (): void => {
      if (this.known.get(name) === made) this.known.delete(name);
    };
    made.session.then((session) => {
      if (session === undefined) forget();
    }, forget);
    return made.session;
  }
}
