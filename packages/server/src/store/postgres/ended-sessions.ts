// Ends sessions of whoever wrote before: a process that was stopped holds its locks until somebody does.

import { ServerError } from '../../server-error.ts';
import type { SqlValue } from './connection.ts';

const ENDED_MS = 1_000;

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
