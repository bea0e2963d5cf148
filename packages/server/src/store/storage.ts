// A vault's storage, opened: keys, ledger, projections, search, objects, each through its own file and key. It knows
// how to open and close; who reads and who writes is decided by whoever holds it.

import { existsSync, statSync } from 'node:fs';
import { deriveKey, type LogSigner, sha256, signerOf } from '@acta/ledger';
import { defaultOrigin, formatVkey } from '@acta/verifier';
import { type BlindIndex, blindIndex } from '../records/blind-index.ts';
import { ServerError } from '../server-error.ts';

import { ObjectStore } from './object-store.ts';
import { RecordReader } from './record-reader.ts';
import { type Database, openDatabase, removeDatabase, truncateLog } from './sqlite/database.ts';
import { SqliteKeyStore } from './sqlite/key-store.ts';
import { migrateLedger, SqliteLogReader, SqliteLogStore } from './sqlite/ledger-store.ts';
import { SqliteProjectionStore } from './sqlite/projection-store.ts';
import { SqliteSegmentStore } from './sqlite/segment-store.ts';
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
  /** Files that were found damaged and can be folded again. */
  readonly damaged: () => readonly VaultFile[];
  readonly close: () => Promise<void>;
}

/**
 * Opens every file. Throws `key-wrong` if the root key is of another vault (or the keys' first page is damaged), and
 * `vault-damaged` where a file that nothing can bring back is missing or unreadable.
 */
export function openStorage<T>({ folder, migrations, readonly, root }: StorageOptions): Storage<T> {
  const opened: { close: () => unknown }[] = [];
  const kept = <R extends { close: () => unknown }>(one: R): R => {
    opened.push(one);
    return one;
  };
  try {
    expectFile(folder, 'keys.db', readonly || existsSync(folder.file('ledger.db')));
    const keys = kept(new SqliteKeyStore({ file: folder.file('keys.db'), root, cellId: folder.cellId, readonly }));
    expectFile(folder, 'ledger.db', readonly || keys.highestId() > 0);
    const keyFor = (name: string): Uint8Array => deriveKey(keys.secret('databases'), `acta/${name}/v1`, 32);
    const ledger = kept(openLedger(folder, keyFor('ledger.db'), readonly));
    const reading = kept(openLedger(folder, keyFor('ledger.db'), true));
    const projections = kept(
      rebuildable(folder, 'projections.db', readonly, (file) => {
        return new SqliteProjectionStore<T>({ file, key: keyFor('projections.db'), readonly, migrations });
      }),
    );
    const segments = kept(
      rebuildable(folder, 'search.db', readonly, (file) => {
        return new SqliteSegmentStore({ file, key: keyFor('search.db'), readonly });
      }),
    );
    return joined({ folder, keys, ledger, reading, projections, segments, readonly });
  } catch (error) {
    for (const one of opened.reverse()) one.close();
    throw error;
  }
}

interface Opened<T> {
  readonly folder: VaultFolder;
  readonly keys: SqliteKeyStore;
  readonly ledger: Database;
  readonly reading: Database;
  readonly projections: SqliteProjectionStore<T>;
  readonly segments: SqliteSegmentStore;
  readonly readonly: boolean;
}

function joined<T>({ folder, keys, ledger, projections, reading, readonly, segments }: Opened<T>): Storage<T> {
  const { cellId } = folder;
  const log = new SqliteLogStore(ledger);
  const origin = defaultOrigin(cellId);
  const signer = signerOf(origin, keys.secret('signing'));
  const damaged = (): VaultFile[] => [
    ...(projections.isDamaged ? (['projections.db'] as const) : []),
    ...(segments.isDamaged ? (['search.db'] as const) : []),
  ];
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
    damaged,
    close: async () => {
      await projections.close();
      for (const one of [segments, reading, ledger, keys]) one.close();
      if (!readonly) for (const name of damaged()) removeDatabase(folder.file(name));
    },
  };
}

function expectFile(folder: VaultFolder, name: VaultFile, isExpected: boolean): void {
  if (isExpected && (statSync(folder.file(name), { throwIfNoEntry: false })?.size ?? 0) === 0) {
    throw new ServerError('vault-damaged', { file: name });
  }
}

/** Its key comes from keys.db, which has opened: what does not open is damage. */
function openLedger(folder: VaultFolder, key: Uint8Array, readonly: boolean): Database {
  try {
    const db = openDatabase({ file: folder.file('ledger.db'), key, readonly });
    if (!readonly) migrateLedger(db);
    return db;
  } catch (error) {
    if (!(error instanceof ServerError) || error.code !== 'key-wrong') throw error;
    throw new ServerError('vault-damaged', { file: 'ledger.db' }, error);
  }
}

/** A file that the ledger can fold again is made anew where it cannot be read; a reader leaves it as it is. */
function rebuildable<R>(folder: VaultFolder, name: VaultFile, readonly: boolean, open: (file: string) => R): R {
  const file = folder.file(name);
  try {
    if (readonly) expectFile(folder, name, true);
    return open(file);
  } catch (error) {
    if (!(error instanceof ServerError) || (error.code !== 'key-wrong' && error.code !== 'vault-damaged')) throw error;
    if (readonly) throw new ServerError('projections-behind', { file: name }, error);
    removeDatabase(file);
    return open(file);
  }
}
