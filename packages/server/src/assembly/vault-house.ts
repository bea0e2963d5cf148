// The vault of one place: made, looked at, written to; its keys shown, recovered, replaced.

import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { newRecoveryCode } from '@acta/ledger';
import { handOver } from '../access/audit-socket.ts';
import type { ReadVault, Vaults, WriteVault } from '../cli/vault.ts';
import { Projections } from '../projections/fold.ts';
import { LazyIndex } from '../projections/lazy-index.ts';
import { type AuditDraft, noteOf } from '../records/audit.ts';
import { ServerError } from '../server-error.ts';
import { keepRecovery, keepRootKey, newRootKey, openRecovery } from '../store/root-key.ts';
import { SqliteKeyStore } from '../store/sqlite/key-store.ts';
import { segmentKeysIn } from '../store/sqlite/segment-store.ts';
import { opens, unlock } from '../store/unlocking.ts';
import {
  createVaultFolder,
  holdsVault,
  newCellId,
  openVaultFolder,
  syncFolder,
  type VaultFolder,
} from '../store/vault-folder.ts';
import { takeWriterLock, type WriterLock } from '../store/writer-lock.ts';
import { keyPlace, type Place, readVault, storageOf } from './reading.ts';
import { actor, Writer } from './writing.ts';

const PATIENCE_MS = 10_000;
const RETRY_MS = 50;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The vault of one place, and its keys. */
export class VaultHouse implements Vaults {
  private readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  get dir(): string {
    return this.place.dir;
  }

  get keysDir(): string {
    return this.place.keys.dir;
  }

  private folder(): VaultFolder {
    return openVaultFolder(this.place.dir);
  }

  async peek(): Promise<ReadVault> {
    const folder = this.folder();
    const root = await unlock(folder, keyPlace(this.place, folder));
    if (!existsSync(folder.file('projections.db')) || !existsSync(folder.file('search.db')))
      await this.bringUpToDate(folder);
    let storage = storageOf(folder, root, true);
    const next = await new Projections(storage.projections, storage.blind).next();
    if (next < (await storage.log.size()) && (await this.bringUpToDate(folder))) {
      await storage.close();
      storage = storageOf(folder, root, true);
    }
    const options = { store: storage.segments, keys: segmentKeysIn(storage.keys), readOnly: true };
    const { records } = storage;
    return readVault(this.place, folder, storage, new LazyIndex(options, (from) => records.stretches(from)));
  }

  /** Lets a writer fold what a crash left, unless one is running that does. */
  private async bringUpToDate(folder: VaultFolder): Promise<boolean> {
    const lock = lockIfFree(folder);
    if (lock === undefined) return false;
    await (await Writer.open(this.place, folder, lock)).close();
    return true;
  }

  async look(draft: AuditDraft): Promise<ReadVault> {
    const folder = this.folder();
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const lock = lockIfFree(folder);
      if (lock !== undefined) {
        const writer = await Writer.open(this.place, folder, lock);
        await writer.audit(draft);
        await writer.close();
        return this.peek();
      }
      const vault = await this.peek();
      const seq = await handOver(folder.file('writer.sock'), noteOf(draft, actor, vault.blind));
      if (seq !== undefined) return vault;
      await vault.close();
      if (Date.now() > until) throw new ServerError('writer-busy');
      await pause(RETRY_MS);
    }
  }

  async write({ make }: { readonly make: boolean }): Promise<WriteVault & { made?: { code?: string } }> {
    const isNew = !holdsVault(this.place.dir);
    if (isNew && !make) throw new ServerError('vault-missing', { dir: this.place.dir });
    const folder = isNew ? await this.make() : this.folder();
    const writer = await Writer.open(this.place, folder, takeWriterLock(folder.file('writer.lock'), PATIENCE_MS / 10));
    await writer.listen();
    if (!isNew) return writer.vault();
    const code = this.place.isSeen ? { code: await this.newCode() } : {};
    return { ...writer.vault(), made: code };
  }

  private async make(): Promise<VaultFolder> {
    const cellId = newCellId();
    const cellHex = Buffer.from(cellId).toString('hex');
    await keepRootKey({ ...this.place.keys, cellHex }, newRootKey());
    return createVaultFolder(this.place.dir, cellId);
  }

  async newCode(): Promise<string> {
    const folder = this.folder();
    const file = folder.file('recovery');
    if (existsSync(file)) throw new ServerError('code-shown');
    const root = await unlock(folder, keyPlace(this.place, folder));
    if (!opens(folder, root)) throw new ServerError('key-wrong', { file: folder.file('keys.db') });
    const code = newRecoveryCode(randomBytes);
    await keepRecovery(file, root, code);
    return code;
  }

  async recover(code: string): Promise<void> {
    const folder = this.folder();
    const root = await openRecovery(folder.file('recovery'), code);
    if (!opens(folder, root)) throw new ServerError('key-wrong', { file: folder.file('keys.db') });
    await keepRootKey(keyPlace(this.place, folder), root);
  }

  async rotate(): Promise<{ code?: string }> {
    const folder = this.folder();
    const lock = takeWriterLock(folder.file('writer.lock'), PATIENCE_MS / 10);
    try {
      await this.replaceRoot(folder);
    } finally {
      lock.release();
    }
    const writer = await Writer.open(this.place, folder, takeWriterLock(folder.file('writer.lock'), PATIENCE_MS / 10));
    await writer.rotated();
    await writer.close();
    return this.place.isSeen ? { code: await this.newCode() } : {};
  }

  /** Each step can be the last before a crash: `unlock` finishes or undoes what it finds. */
  private async replaceRoot(folder: VaultFolder): Promise<void> {
    const keys = keyPlace(this.place, folder);
    const [file, next] = [folder.file('keys.db'), folder.file('keys.db.next')];
    const old = new SqliteKeyStore({ file, root: await unlock(folder, keys), cellId: folder.cellId });
    const root = newRootKey();
    await keepRootKey(keys, root, 'root.next');
    try {
      await old.copyTo({ file: next, root });
    } finally {
      old.close();
    }
    rmSync(folder.file('recovery'), { force: true });
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    renameSync(next, file);
    syncFolder(folder.dir);
    await unlock(folder, keys);
  }
}

function lockIfFree(folder: VaultFolder): WriterLock | undefined {
  try {
    return takeWriterLock(folder.file('writer.lock'), 0);
  } catch (error) {
    if (error instanceof ServerError && error.code === 'writer-busy') return undefined;
    throw error;
  }
}
