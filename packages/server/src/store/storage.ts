// A vault's storage, opened: keys, ledger, projections, search, objects, each through its own file and key. It knows
// how to open and close; who reads and who writes is decided by whoever holds it.

import { rmSync } from 'node:fs';
import { deriveKey, type LogSigner, sha256, signerOf } from '@acta/ledger';
import { defaultOrigin, formatVkey } from '@acta/verifier';
import { type BlindIndex, blindIndex } from '../records/blind-index.ts';
import { ServerError } from '../server-error.ts';

import { ObjectStore } from './object-store.ts';
import { RecordReader } from './record-reader.ts';
import { type Database, openDatabase, truncateLog } from './sqlite/database.ts';
import { SqliteKeyStore } from './sqlite/key-store.ts';
import { migrateLedger, SqliteLogReader, SqliteLogStore } from './sqlite/ledger-store.ts';
import { SqliteProjectionStore } from './sqlite/projection-store.ts';
import { migrateSegments, SqliteSegmentStore } from './sqlite/segment-store.ts';
import type { VaultFile, VaultFolder } from './vault-folder.ts';

export interface StorageOptions {
  readonly folder: VaultFolder;
  readonly root: Uint8Array;
  readonly readonly: boolean;
  /** Statements that make the projections' tables. */
  readonly migrations: readonly string[];
}

export interface Storage<T> {
  readonly keys: SqliteKeyStore;
  readonly ledger: Database;
  readonly log: SqliteLogStore;
  /** A second connection, through which commits are read back. */
  readonly readBack: SqliteLogReader;
  readonly records: RecordReader;
  readonly projections: SqliteProjectionStore<T>;
  readonly segments: SqliteSegmentStore;
  readonly objects: ObjectStore;
  readonly blind: BlindIndex;
  readonly signer: LogSigner;
  readonly origin: string;
  readonly vkey: string;
  /** Empties the ledger's log into its file, so that no replaced page is left. */
  readonly truncateLedgerLog: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens every file. Throws `key-wrong` if the root key is of another vault. */
export function openStorage<T>({ folder, migrations, readonly, root }: StorageOptions): Storage<T> {
  const { cellId } = folder;
  const keys = new SqliteKeyStore({ file: folder.file('keys.db'), root, cellId, readonly });
  const keyFor = (name: string): Uint8Array => deriveKey(keys.secret('databases'), `acta/${name}/v1`, 32);
  const openOne = (name: VaultFile): Database => openDatabase({ file: folder.file(name), key: keyFor(name), readonly });
  const ledger = openOne('ledger.db');
  if (!readonly) migrateLedger(ledger);
  const reading = openDatabase({ file: folder.file('ledger.db'), key: keyFor('ledger.db'), readonly: true });
  const log = new SqliteLogStore(ledger);
  const projections = rebuildable(folder, 'projections.db', readonly, (file) => {
    return new SqliteProjectionStore<T>({ file, key: keyFor('projections.db'), readonly, migrations });
  });
  const search = rebuildable(folder, 'search.db', readonly, (file) => {
    const db = openDatabase({ file, key: keyFor('search.db'), readonly, rebuildable: true });
    if (!readonly) migrateSegments(db);
    return db;
  });
  const segments = new SqliteSegmentStore(search);
  const origin = defaultOrigin(cellId);
  const signer = signerOf(origin, keys.secret('signing'));
  return {
    keys,
    ledger,
    log,
    readBack: new SqliteLogReader(reading),
    records: new RecordReader({ cellId, log, keys }),
    projections,
    segments,
    objects: new ObjectStore(folder.file('objects'), cellId),
    blind: blindIndex(keys.secret('blind')),
    signer,
    origin,
    vkey: formatVkey(sha256, origin, signer.publicKey),
    truncateLedgerLog: () => truncateLog(ledger),
    close: async () => {
      await projections.close();
      segments.close();
      reading.close();
      ledger.close();
      keys.close();
    },
  };
}

/** A file that the ledger can fold again is made anew where it cannot be read; a reader leaves it as it is. */
function rebuildable<R>(folder: VaultFolder, name: VaultFile, readonly: boolean, open: (file: string) => R): R {
  const file = folder.file(name);
  try {
    return open(file);
  } catch (error) {
    if (!(error instanceof ServerError) || error.code !== 'key-wrong') throw error;
    if (readonly) throw new ServerError('projections-behind', { file: name }, error);
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    return open(file);
  }
}
