// Opens a vault's files, each through its own key: what nothing can bring back is missed by name, what the ledger can fold
// again is made anew.

import { existsSync, statSync } from 'node:fs';
import { deriveKey } from '@acta/ledger';
import { ServerError } from '../../server-error.ts';
import { CaptureFolder } from '../capture-folder.ts';
import type { StorageOptions } from '../engine.ts';
import { bytesOf } from '../folder-bytes.ts';
import { openObjects } from '../objects/open-objects.ts';
import { joinStorage, type Storage, type VaultBytes } from '../storage.ts';
import type { VaultFile, VaultFolder } from '../vault-folder.ts';
import { openSqliteAccounts } from './accounts-store.ts';
import { type Database, openDatabase, removeDatabase } from './database.ts';
import { SqliteKeyHouse } from './key-house.ts';
import { migrateLedger, SqliteLogReader, SqliteLogStore } from './ledger-store.ts';
import { SqliteProjectionStore } from './projection-store.ts';
import { SqliteSegmentStore } from './segment-store.ts';

/**
 * Opens every file. Rejects with `key-wrong` if the root key is of another vault (or the keys' first page is damaged), and
 * `vault-damaged` where a file that nothing can bring back is missing or unreadable.
 */
export async function openSqliteStorage<T>(options: StorageOptions, objectsUrl?: string): Promise<Storage<T>> {
  const { folder, migrations, readonly, root } = options;
  const opened: { close: () => unknown }[] = [];
  const kept = <R extends { close: () => unknown }>(one: R): R => {
    opened.push(one);
    return one;
  };
  const close = async (): Promise<void> => {
    for (const one of [...opened].reverse()) await one.close();
  };
  try {
    expectFile(folder, 'keys.db', readonly || existsSync(folder.file('ledger.db')));
    const keys = kept(await new SqliteKeyHouse(folder).open({ root, readonly }));
    expectFile(folder, 'ledger.db', readonly || (options.arriving !== true && (await keys.highestId()) > 0));
    const secret = await keys.secret('databases');
    const keyFor = (name: VaultFile): Uint8Array => deriveKey(secret, `acta/${name}/v1`, 32);
    const log = new SqliteLogStore(kept(openLedger(folder, keyFor('ledger.db'), readonly)));
    const readBack = new SqliteLogReader(kept(openLedger(folder, keyFor('ledger.db'), true)));
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
    const place = { dir: folder.file('objects'), cellId: folder.cellId };
    const objects = kept(openObjects(objectsUrl === undefined ? place : { ...place, url: objectsUrl }));
    const captures = kept(new CaptureFolder(folder.file('captures')));
    const bytes = (): Promise<VaultBytes> => bytesIn(folder, log);
    const accounts = async () =>
      openSqliteAccounts(folder.file('accounts.db'), {
        file: keyFor('accounts.db'),
        secret: deriveKey(secret, 'acta/sign-in/v1', 32),
      });
    return await joinStorage<T>(
      { keys, log, readBack, projections, segments, objects, captures, bytes, accounts, close },
      folder.cellId,
    );
  } catch (error) {
    await close();
    throw error;
  }
}

async function bytesIn(folder: VaultFolder, log: SqliteLogStore): Promise<VaultBytes> {
  const pages = await log.pageBytes();
  const sized = async (name: VaultFile): Promise<number> =>
    (await bytesOf(folder.file(name))) + (await bytesOf(`${folder.file(name)}-wal`));
  return {
    total: await bytesOf(folder.dir),
    pages,
    index: await sized('search.db'),
    projections: await sized('projections.db'),
    objects: await bytesOf(folder.file('objects')),
    log: Math.max(0, (await sized('ledger.db')) - pages),
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
    const db = openDatabase({ file: folder.file('ledger.db'), key, readonly, grows: true });
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
