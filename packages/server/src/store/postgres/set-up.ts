// Makes a cell's database, or brings it up to date: roles, schemas, and forward-only migrations that are counted in `acta.migration`.
// Two servers that start at once wait for each other. It knows no row.

import { ServerError } from '../../server-error.ts';
import { CAPTURE_SCHEMA } from './capture-store.ts';
import { CELL_SCHEMA } from './cell-schema.ts';
import { DatabasePool } from './connection.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { LEDGER_SCHEMA } from './ledger-schema.ts';
import { LOCK_SCHEMA } from './lock-schema.ts';
import { MOVE_SCHEMA } from './move-note.ts';
import { LEDGER, OWNER, setUpRoles, VIEW } from './roles.ts';

/** The first number says that these locks are Acta's; the second, which. */
const SETTING_UP = '1633907809, 2';
const MIGRATIONS: readonly string[] = [LOCK_SCHEMA + LEDGER_SCHEMA + CELL_SCHEMA, MOVE_SCHEMA, CAPTURE_SCHEMA];

/**
 * Leaves the database as this version wants it. A login that may not make tables is enough where nothing is to be made.
 * Rejects with `database-too-old`, `database-readonly`, `database-permission`, and `vault-newer` for what a newer Acta made.
 */
export async function setUpDatabase(address: DatabaseAddress): Promise<void> {
  const pool = new DatabasePool({ address, applicationName: 'acta set-up', connections: 1 });
  try {
    await pool.check();
    const done = await migrationsDone(pool);
    if (done > MIGRATIONS.length) throw new ServerError('vault-newer', { format: done });
    if (done === MIGRATIONS.length) return;
    await pool.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(${SETTING_UP})`);
      await setUpRoles(tx);
      await tx.query(`set local role ${OWNER}`);
      await tx.query(
        'create table if not exists acta.migration (number int4 primary key, at timestamptz not null default now())',
      );
      await tx.query(`grant select on acta.migration to ${LEDGER}, ${VIEW}`);
      const [row] = await tx.query<{ done: number }>('select count(*) as done from acta.migration');
      for (let number = (row?.done ?? 0) + 1; number <= MIGRATIONS.length; number += 1) {
        await tx.query(MIGRATIONS[number - 1] ?? '');
        await tx.query('insert into acta.migration (number) values ($1)', [number]);
      }
    });
  } finally {
    await pool.close();
  }
}

/** How many migrations have run; 0 for a database that is no cell's. Rejects with `database-permission` where it may not be seen. */
export async function migrationsDone(pool: DatabasePool): Promise<number> {
  const [table] = await pool.query<{ there: boolean }>(
    `select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'acta' and relname = 'migration') as there`,
  );
  if (table?.there !== true) return 0;
  const [row] = await pool.query<{ done: number }>('select count(*) as done from acta.migration');
  return row?.done ?? 0;
}
