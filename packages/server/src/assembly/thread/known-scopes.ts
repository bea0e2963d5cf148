// The keys of scopes, asked for once: a question to the writer's thread waits for whatever that is doing, and for the disk. It mints
// and destroys nothing.

import type { KeyId } from '@acta/ledger';
import { type KeyScope, scopeName } from '../../records/key-scope.ts';

/** Scopes of which the key is remembered. */
const MOST_SCOPES = 50_000;

type Ask = (scopes: readonly KeyScope[]) => Promise<readonly KeyId[]>;

export class KnownScopes {
  private readonly ask: Ask;
  private readonly idOf = new Map<string, KeyId>();
  /** One question or change at a time: no key is remembered that is being destroyed. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** The newest key of each scope, minted where there is none. */
  keysFor(scopes: readonly KeyScope[]): Promise<readonly KeyId[]> {
    return this.inTurn(() => this.find(scopes));
  }

  /** Asks for keys that will be wanted. What goes wrong with it is told to whoever wants them. */
  foretell(scopes: readonly KeyScope[]): void {
    this.keysFor(scopes).catch(() => undefined);
  }

  /** Runs what may make another key the newest of a scope. */
  changing<T>(change: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      this.idOf.clear();
      return change();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async find(scopes: readonly KeyScope[]): Promise<readonly KeyId[]> {
    if (this.idOf.size > MOST_SCOPES) this.idOf.clear();
    const unknown = scopes.filter((scope) => !this.idOf.has(scopeName(scope)));
    const ids = unknown.length === 0 ? [] : await this.ask(unknown);
    for (const [at, scope] of unknown.entries()) this.idOf.set(scopeName(scope), ids[at] ?? 0);
    return scopes.map((scope) => this.idOf.get(scopeName(scope)) ?? 0);
  }
}
