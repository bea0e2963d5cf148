// keys.db as a place: whether it is there, which root key opens it, and its copy under another root, which waits beside it
// until it takes its place by a rename.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { ServerError } from '../../server-error.ts';
import type { KeyHouse, MovableKeys } from '../key-store.ts';
import { syncFolder, type VaultFolder } from '../vault-folder.ts';
import { removeDatabase } from './database.ts';
import { SqliteKeyStore } from './key-store.ts';

export class SqliteKeyHouse implements KeyHouse {
  private readonly folder: VaultFolder;
  private readonly file: string;
  private readonly next: string;

  constructor(folder: VaultFolder) {
    this.folder = folder;
    this.file = folder.file('keys.db');
    this.next = folder.file('keys.db.next');
  }

  get name(): string {
    return this.file;
  }

  async exists(): Promise<boolean> {
    return existsSync(this.file);
  }

  async open({ readonly, root }: { readonly root: Uint8Array; readonly readonly: boolean }): Promise<MovableKeys> {
    return this.openNow(root, readonly);
  }

  private openNow(root: Uint8Array, readonly: boolean): SqliteKeyStore {
    return new SqliteKeyStore({ file: this.file, root, cellId: this.folder.cellId, readonly });
  }

  async newestEpoch(): Promise<number> {
    return 0;
  }

  async opens(root: Uint8Array): Promise<boolean> {
    if (!existsSync(this.file)) return false;
    try {
      await this.openNow(root, true).close();
      return true;
    } catch (error) {
      if (error instanceof ServerError && error.code === 'key-wrong') return false;
      throw error;
    }
  }

  async replaceRoot({ beforeSwitch, next, root }: Parameters<KeyHouse['replaceRoot']>[0]): Promise<void> {
    removeDatabase(this.next);
    const old = this.openNow(root, false);
    try {
      await old.copyTo({ file: this.next, root: next });
      await old.truncateLog();
    } finally {
      await old.close();
    }
    beforeSwitch();
    for (const end of ['-wal', '-shm']) rmSync(this.file + end, { force: true });
    renameSync(this.next, this.file);
    syncFolder(this.folder.dir);
  }

  async dropReplacement(): Promise<void> {
    removeDatabase(this.next);
  }
}
