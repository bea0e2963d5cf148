// The one place that knows which engines there are, and picks the one on which a vault stands.

import { ServerError } from '../server-error.ts';
import type { Engine } from './engine.ts';
import { parseDatabaseUrl } from './postgres/connection-url.ts';
import { PostgresEngine } from './postgres/engine.ts';
import { SqliteEngine } from './sqlite/engine.ts';

/** Where a vault stands: plain data. Its addresses may hold passwords, so it is never shown. */
export interface EnginePlace {
  /** The vault's folder. */
  readonly dir: string;
  /** The PostgreSQL database that holds the cell; without it the folder does. */
  readonly databaseUrl?: string;
  /** A replica of that database, for reading. */
  readonly replicaUrl?: string;
  /** The PostgreSQL cluster that holds the keys; without it the folder does. */
  readonly keysUrl?: string;
  /** The bucket that holds the objects; without it the folder does. */
  readonly objectsUrl?: string;
}

function expectAlone(urls: { readonly keysUrl: string | undefined; readonly replicaUrl: string | undefined }): void {
  const setting = urls.keysUrl !== undefined ? 'ACTA_KEYS_URL' : 'ACTA_REPLICA_URL';
  if (urls.keysUrl === undefined && urls.replicaUrl === undefined) return;
  throw new ServerError('database-url', { setting, reason: 'alone', name: '' });
}

/** The engine of a vault. Throws `database-url`, `database-insecure`. */
export function engineAt(place: EnginePlace): Engine {
  const { databaseUrl, dir, keysUrl, objectsUrl, replicaUrl } = place;
  const objects = objectsUrl === undefined ? {} : { objectsUrl };
  // Keys that would silently stay in the folder are worse than none.
  if (databaseUrl === undefined) expectAlone({ keysUrl, replicaUrl });
  if (databaseUrl === undefined) return new SqliteEngine({ dir, ...objects });
  return new PostgresEngine({
    dir,
    ...objects,
    database: parseDatabaseUrl(databaseUrl, 'ACTA_DATABASE_URL'),
    ...(replicaUrl === undefined ? {} : { replica: parseDatabaseUrl(replicaUrl, 'ACTA_REPLICA_URL') }),
    ...(keysUrl === undefined ? {} : { keys: parseDatabaseUrl(keysUrl, 'ACTA_KEYS_URL') }),
  });
}
