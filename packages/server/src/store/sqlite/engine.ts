// A vault in one folder: four encrypted SQLite files, sealed objects, the writer's lock.

import { resolve } from 'node:path';
import type { Engine, StorageOptions } from '../engine.ts';
import type { KeyHouse } from '../key-store.ts';
import type { MoveNote } from '../move-note.ts';
import type { Rebuildable, Storage } from '../storage.ts';
import {
  createVaultFolder,
  expectNoVault,
  holdsLedger,
  holdsVault,
  lockFile,
  makeFolderFor,
  openVaultFolder,
  type VaultFile,
  type VaultFolder,
} from '../vault-folder.ts';
import type { WriterLock } from '../writer-lock.ts';
import { removeDatabase } from './database.ts';
import { SqliteKeyHouse } from './key-house.ts';
import { readMoveNote, writeMoveNote } from './move-note.ts';
import { openSqliteStorage } from './open-storage.ts';
import { takeWriterLock } from './writer-lock.ts';

const FILES: Readonly<Record<Rebuildable, VaultFile>> = { projections: 'projections.db', segments: 'search.db' };

export interface SqlitePlace {
  readonly dir: string;
  /** The bucket that holds the objects; without it the folder does. */
  readonly objectsUrl?: string;
}

export class SqliteEngine implements Engine {
  readonly kind = 'sqlite';
  private readonly dir: string;
  private readonly place: SqlitePlace;

  constructor(place: SqlitePlace) {
    this.dir = place.dir;
    this.place = place;
  }

  get label(): string {
    return resolve(this.dir);
  }

  async holdsVault(): Promise<boolean> {
    return holdsVault(this.dir);
  }

  async holdsLedger(): Promise<boolean> {
    return holdsLedger(this.dir);
  }

  async moveNote(): Promise<MoveNote | undefined> {
    return readMoveNote(this.dir);
  }

  async noteMove(note: MoveNote | undefined): Promise<void> {
    writeMoveNote(this.dir, note);
  }

  async openFolder(): Promise<VaultFolder> {
    return openVaultFolder(this.dir);
  }

  async expectNoVault(): Promise<void> {
    expectNoVault(this.dir);
  }

  async makeFolder(cellId: Uint8Array): Promise<VaultFolder> {
    return createVaultFolder(this.dir, cellId);
  }

  async takeLock(patienceMs: number): Promise<WriterLock> {
    makeFolderFor(this.dir);
    return takeWriterLock(lockFile(this.dir), patienceMs);
  }

  keysOf(folder: VaultFolder): KeyHouse {
    return new SqliteKeyHouse(folder);
  }

  /** A writer removes at the end what it found damaged, so that the next one folds it again. */
  async openStorage<T>(options: StorageOptions): Promise<Storage<T>> {
    const storage = await openSqliteStorage<T>(options, this.place.objectsUrl);
    const close = async (): Promise<void> => {
      await storage.close();
      if (!options.readonly) await this.discard(options.folder, storage.damaged());
    };
    return { ...storage, close };
  }

  async discard(folder: VaultFolder, parts: readonly Rebuildable[]): Promise<void> {
    for (const part of parts) removeDatabase(folder.file(FILES[part]));
  }
}
