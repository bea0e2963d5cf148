// Accounts in an encrypted file of the vault's folder. Made when somebody signs in here for the first time.

import { Kysely, SqliteDialect } from 'kysely';
import type { AccountsStore } from '../accounts-store.ts';
import { openDatabase } from './database.ts';

export function openSqliteAccounts(
  file: string,
  keys: { readonly file: Uint8Array; readonly secret: Uint8Array },
): AccountsStore {
  const database = openDatabase({ file, key: keys.file });
  database.pragma('foreign_keys=ON');
  const kysely = new Kysely<Record<string, Record<string, unknown>>>({ dialect: new SqliteDialect({ database }) });
  // The first counts what other connections changed, the second what this one did.
  const others = database.prepare<[], number>('pragma data_version').pluck();
  const ours = database.prepare<[], number>('select total_changes()').pluck();
  return {
    kysely,
    kind: 'sqlite',
    secret: keys.secret,
    stamp: () => `${others.get()}/${ours.get()}`,
    close: () => kysely.destroy(),
  };
}
