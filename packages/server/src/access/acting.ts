// Who acts while a command runs, for the records that it leaves: the person who showed a second factor for it, or whoever the process
// belongs to.

import { AsyncLocalStorage } from 'node:async_hooks';

const acting = new AsyncLocalStorage<string>();

/** Runs what `actor` does. */
export function actingAs<T>(actor: string, work: () => Promise<T>): Promise<T> {
  return acting.run(actor, work);
}

/** Who acts now; undefined where nobody said so. */
export function actingNow(): string | undefined {
  return acting.getStore();
}
