// A pool as Kysely asks for it, over connections that may be exchanged under it; what goes wrong comes out as the server's
// errors.

import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { DatabasePool } from './connection.ts';
import { isConnectionLost } from './connection-error.ts';

/** Whoever holds the query builder goes on with the pool that took another's place. */
export function kyselyPool(current: () => DatabasePool): PostgresPool {
  return {
    options: {},
    connect: async () => {
      const pool = current();
      let isBroken = false;
      try {
        const client = await pool.pool.connect();
        const asked = async (sql: string, values: readonly unknown[]): Promise<unknown> => {
          try {
            return await client.query(sql, [...values]);
          } catch (error) {
            isBroken ||= isConnectionLost(error);
            throw await pool.explained(error);
          }
        };
        // Kysely's type also names cursors, which are asked for only where one is configured.
        const query = asked as PostgresPoolClient['query'];
        return { query, release: (destroy) => client.release(destroy === true || isBroken) };
      } catch (error) {
        throw await pool.explained(error);
      }
    },
    end: async () => undefined,
  };
}
