// A vault on PostgreSQL: the database holds the cell, its ledger and what is folded from it; the folder holds what belongs to
// this machine. Servers that share the database share the cell.

import { ServerError } from '../../server-error.ts';
import type { Engine, StorageOptions } from '../engine.ts';
import type { KeyHouse } from '../key-store.ts';
import type { MoveNote } from '../move-note.ts';
import { openObjects } from '../objects/open-objects.ts';
import { SqliteKeyHouse } from '../sqlite/key-house.ts';
import type { Rebuildable, Storage } from '../storage.ts';
import {
  CELL_FORMAT,
  createVaultFolder,
  holdsVault,
  makeFolderFor,
  openVaultFolder,
  type VaultFolder,
  vaultFolderOf,
} from '../vault-folder.ts';
import type { WriterClaim, WriterLock } from '../writer-lock.ts';
import { DatabasePool } from './connection.ts';
import type { DatabaseAddress } from './connection-url.ts';
import { PostgresKeyHouse } from './key-store-house.ts';
import { takePostgresLock } from './lock.ts';
import { findMoveNote, keepMoveNote } from './move-note.ts';
import { openPostgresStorage } from './open-storage.ts';
import { LEDGER } from './roles.ts';
import { PostgresSegmentStore } from './segment-store.ts';
import { migrationsDone, setUpDatabase } from './set-up.ts';

export interface PostgresPlace {
  readonly dir: string;
  readonly database: DatabaseAddress;
  readonly replica?: DatabaseAddress;
  readonly keys?: DatabaseAddress;
  readonly objectsUrl?: string;
}

/** A command asks several things one after another; who goes on for long keeps no session for that. */
const ASKED_AGAIN_MS = 1_000;

export class PostgresEngine implements Engine {
  readonly kind = 'postgresql';
  private readonly place: PostgresPlace;
  /** One session for questions, kept for a moment. It cannot write. */
  private readonly asked: DatabasePool;

  constructor(place: PostgresPlace) {
    this.place = place;
    this.asked = new DatabasePool({
      address: place.database,
      applicationName: 'acta',
      connections: 1,
      idleMs: ASKED_AGAIN_MS,
      readonly: true,
    });
  }

  get label(): string {
    return this.place.database.label;
  }

  holdsLedger(): Promise<boolean> {
    return this.holdsVault();
  }

  async moveNote(): Promise<MoveNote | undefined> {
    return findMoveNote(this.asked);
  }

  async noteMove(note: MoveNote | undefined, { epoch }: WriterClaim): Promise<void> {
    await this.writing((pool) => keepMoveNote(pool, note, epoch));
  }

  async holdsVault(): Promise<boolean> {
    return (await this.cellId()) !== undefined;
  }

  /** Rejects also with `cell-differs` where the folder is another cell's. */
  async openFolder(): Promise<VaultFolder> {
    const cellId = await this.cellId();
    if (cellId === undefined) throw new ServerError('vault-missing', { dir: this.place.database.label });
    return this.folderFor(cellId);
  }

  /** A machine that has not met this cell yet has no folder for it: what it needs lies elsewhere. */
  private folderFor(cellId: Uint8Array): VaultFolder {
    const { database, dir } = this.place;
    if (!holdsVault(dir)) return vaultFolderOf(dir, cellId);
    const folder = openVaultFolder(dir);
    if (!Buffer.from(folder.cellId).equals(cellId)) {
      throw new ServerError('cell-differs', { dir, server: database.label });
    }
    return folder;
  }

  async expectNoVault(): Promise<void> {
    const { database, dir } = this.place;
    if (holdsVault(dir)) throw new ServerError('cell-differs', { dir, server: database.label });
  }

  async makeFolder(cellId: Uint8Array): Promise<VaultFolder> {
    await this.writing((pool) =>
      pool.query('insert into acta.cell (id, format) values ($1, $2)', [cellId, CELL_FORMAT]),
    );
    // After the database: a folder that is missing is made by the next writer, one without a cell would be another's.
    return createVaultFolder(this.place.dir, cellId);
  }

  private async cellId(): Promise<Uint8Array | undefined> {
    if ((await migrationsDone(this.asked)) === 0) return undefined;
    const [cell] = await this.asked.query<{ id: Uint8Array; format: number }>('select id, format from acta.cell');
    if (cell === undefined) return undefined;
    if (cell.format !== CELL_FORMAT) throw new ServerError('vault-newer', { format: cell.format });
    return new Uint8Array(cell.id);
  }

  async takeLock(patienceMs: number, arriving?: Uint8Array): Promise<WriterLock> {
    const { database, dir } = this.place;
    makeFolderFor(dir);
    await setUpDatabase(database);
    return takePostgresLock({ address: database, patienceMs, beyond: () => this.epochOfKeys(arriving) });
  }

  /** The keys may have served writers of another database, or later ones of this one than it remembers. */
  private async epochOfKeys(arriving: Uint8Array | undefined): Promise<number> {
    const { dir, keys } = this.place;
    const cellId = keys === undefined ? undefined : (arriving ?? (await this.cellId()));
    return cellId === undefined ? 0 : this.keysOf(vaultFolderOf(dir, cellId)).newestEpoch();
  }

  keysOf(folder: VaultFolder, writer?: WriterClaim): KeyHouse {
    const { keys } = this.place;
    if (keys === undefined) return new SqliteKeyHouse(folder);
    const lost = writer?.lost ?? new AbortController().signal;
    return new PostgresKeyHouse({
      address: keys,
      cellId: folder.cellId,
      database: this.asked,
      ...(writer === undefined ? {} : { writer: { epoch: writer.epoch, lost } }),
    });
  }

  async openStorage<T>(options: StorageOptions): Promise<Storage<T>> {
    const { database, dir, objectsUrl, replica } = this.place;
    const { folder, readonly, writer } = options;
    if (writer !== undefined && !holdsVault(dir)) createVaultFolder(dir, folder.cellId);
    const place = { dir: folder.file('objects'), cellId: folder.cellId };
    const storage = await openPostgresStorage<T>({
      ...options,
      database,
      reading: writer === undefined ? (replica ?? database) : database,
      keys: this.keysOf(folder, readonly ? undefined : writer),
      objects: openObjects(objectsUrl === undefined ? place : { ...place, url: objectsUrl }),
    });
    if (readonly || writer === undefined) return storage;
    const close = async (): Promise<void> => {
      if (storage.segments.isDamaged && writer.lost?.aborted !== true) await storage.segments.drop();
      await storage.close();
    };
    return { ...storage, close };
  }

  /** Damage of a page is the server's to tell and to mend; only an index of another past is dropped. */
  async discard(_folder: VaultFolder, parts: readonly Rebuildable[], writer: WriterClaim): Promise<void> {
    if (!parts.includes('segments')) return;
    await this.writing(async (pool) => {
      await (await PostgresSegmentStore.open({ pool, epoch: writer.epoch })).drop();
    });
  }

  /** A change outside a writer's storage, on a session that ends with it. */
  private async writing(change: (pool: DatabasePool) => Promise<unknown>): Promise<void> {
    const { database } = this.place;
    const pool = new DatabasePool({ address: database, applicationName: 'acta', connections: 1, role: LEDGER });
    try {
      await change(pool);
    } finally {
      await pool.close();
    }
  }
}
