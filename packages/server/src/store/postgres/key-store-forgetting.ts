// Whether a PostgreSQL cluster can forget, and how it is made to. A deleted row stays in its table's file (vacuum leaves it in the
// page's free space) and in the write-ahead log, whose files are used again as they are. So a table is written anew without the row,
// and every file of the log that stood then is written over or removed. Left to others: what a disk or a file system keeps behind
// its files, and a copy of the whole cluster that somebody takes between a key's making and its end.

import { ServerError } from '../../server-error.ts';
import type { Queryable } from './connection.ts';

const LOG_FILE = "name ~ '^[0-9A-F]{24}$'";

/**
 * Rejects with `keys-kept`, which names the setting, where the cluster keeps its log or hands it on, or writes values into the
 * server's own log; with `database-permission` where this login may not see to it that bytes go: it needs `pg_checkpoint`, and to
 * execute `pg_switch_wal()` and `pg_ls_waldir()`.
 */
export async function expectForgetting(keys: Queryable, server: string): Promise<void> {
  const kept = await keys.query<{ name: string }>(`
    select name from (values
      ('archive_mode', current_setting('archive_mode') <> 'off'),
      ('wal_keep_size', (select setting::int8 from pg_settings where name = 'wal_keep_size') > 0),
      ('pg_replication_slots', exists (select from pg_replication_slots)),
      ('pg_stat_replication', exists (select from pg_stat_replication)),
      ('log_parameter_max_length', current_setting('log_parameter_max_length') <> '0'
        and (current_setting('log_statement') in ('mod', 'all') or current_setting('log_min_duration_statement') <> '-1'
          or current_setting('log_min_duration_sample') <> '-1' or current_setting('log_transaction_sample_rate') <> '0'))
    ) as fault (name, stands) where stands`);
  const [first] = kept;
  if (first !== undefined) throw new ServerError('keys-kept', { server, name: first.name });
  const [rights] = await keys.query<{ stand: boolean }>(
    `select pg_has_role(current_user, 'pg_checkpoint', 'usage') and has_function_privilege('pg_switch_wal()', 'execute')
       and has_function_privilege('pg_ls_waldir()', 'execute') as stand`,
  );
  if (rights?.stand !== true) throw new ServerError('database-permission', { server, sqlstate: '42501' });
}

/**
 * Resolves when no file of the write-ahead log holds what was written to it before, and the files of dropped tables are gone.
 * Rejects with `keys-kept` where a file of then is still there.
 */
export async function emptyLog(keys: Queryable, server: string): Promise<void> {
  const [then] = await keys.query<{ current: string }>(
    'select pg_walfile_name(pg_current_wal_insert_lsn()) as current',
  );
  await nextFile(keys);
  await keys.query('checkpoint');
  // What is older has been removed, or waits to be used again under a name still to come.
  const [last] = await keys.query<{ name: string }>(`select max(name) as name from pg_ls_waldir() where ${LOG_FILE}`);
  for (;;) {
    const [now] = await keys.query<{ current: string }>(
      'select pg_walfile_name(pg_current_wal_insert_lsn()) as current',
    );
    if (then === undefined || last === undefined || now === undefined)
      throw new ServerError('keys-kept', { server, name: 'pg_wal' });
    if (now.current > last.name) break;
    await nextFile(keys);
  }
  await keys.query('checkpoint');
  const [oldest] = await keys.query<{ name: string }>(`select min(name) as name from pg_ls_waldir() where ${LOG_FILE}`);
  if (oldest === undefined || oldest.name <= then.current)
    throw new ServerError('keys-kept', { server, name: 'pg_wal' });
}

/** Fills the rest of the current file with nothing. A file without any record would be left as it is. */
async function nextFile(keys: Queryable): Promise<void> {
  await keys.query('select pg_current_xact_id()');
  await keys.query('select pg_switch_wal()');
}

/**
 * Rejects with `keys-not-apart` where both are of one cluster (a replica counts as the same), or where either does not say which it is.
 * `server`: how the key server is called.
 */
export async function expectApart(keys: Queryable, database: Queryable, server: string): Promise<void> {
  const [one, other] = await Promise.all([keys, database].map(clusterOf));
  if (one === undefined || other === undefined || one === other) throw new ServerError('keys-not-apart', { server });
}

async function clusterOf(place: Queryable): Promise<string | undefined> {
  try {
    const [row] = await place.query<{ id: string }>('select system_identifier::text as id from pg_control_system()');
    return row?.id;
  } catch (error) {
    if (error instanceof ServerError && (error.code === 'database-permission' || error.code === 'database-failed'))
      return undefined;
    throw error;
  }
}
