// Accounts in a schema of their own beside the cell's, which every server of the cell reaches.

import { Kysely, PostgresDialect } from 'kysely';
import type { AccountsStore } from '../accounts-store.ts';
import { DatabasePool } from './connection.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { kyselyPool } from './kysely-pool.ts';
import { ACCOUNTS, LEDGER } from './roles.ts';

export function openPostgresAccounts(address: DatabaseAddress, secret: Uint8Array): AccountsStore {
  const pool = new DatabasePool({
    address,
    applicationName: 'acta accounts',
    role: LEDGER,
    home: ACCOUNTS,
    connections: 2,
  });
  const kysely = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new PostgresDialect({ pool: kyselyPool(() => pool) }),
  });
  const close = async (): Promise<void> => {
    await kysely.destroy();
    await pool.close();
  };
  return { kysely, kind: 'postgres', secret, close };
}
