// Ends sessions of whoever wrote before: a process that was stopped holds its locks until somebody does.

import { ServerError } from '../../server-error.ts';
import type { SqlValue } from './connection.ts';

const ENDED_MS = 1_000;
const ATTEMPTS = 5;

/** Takes what an earlier writer's transaction may hold: who holds it for longer than `take` waits is ended. Rejects with `writer-busy`. */
export async function takenFrom<T>(endHolders: () => Promise<void>, take: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await take();
    } catch (error) {
      const isHeld = error instanceof ServerError && error.code === 'database-busy';
      if (!isHeld) throw error;
      if (attempt === ATTEMPTS) throw new ServerError('writer-busy', {}, error);
    }
    await endHolders();
  }
}

/** Ends each session and waits a moment for its end. What this login may not end is left. */
export async function endSessions(
  ask: (sql: string, values: readonly SqlValue[]) => Promise<unknown>,
  pids: readonly number[],
): Promise<void> {
  for (const pid of pids) {
    await ask('select pg_terminate_backend($1, $2)', [pid, ENDED_MS]).catch((error: unknown) => {
      if (!(error instanceof ServerError) || error.code !== 'database-permission') throw error;
    });
  }
}
