// The vault of one place: made, looked at, written to; its keys shown, recovered, replaced.

import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { newRecoveryCode } from '@acta/ledger';
import type { Handed } from '../access/audit-socket.ts';
import type { KeyOrder, KeyWish } from '../access/key-order.ts';
import type { HeldVault, MoveOrder, MoveOutcome, MoveWatch, ReadVault, Vaults } from '../cli/vault.ts';
import { Projections } from '../projections/fold.ts';
import type { Tables } from '../projections/tables.ts';
import { type AuditDraft, noteOf } from '../records/audit.ts';
import { ServerError } from '../server-error.ts';
import type { AccountsStore } from '../store/accounts-store.ts';
import type { Engine } from '../store/engine.ts';
import { engineAt } from '../store/engines.ts';
import type { KeyHouse } from '../store/key-store.ts';
import { readLastSeen } from '../store/last-seen.ts';
import type { MoveNote } from '../store/move-note.ts';
import { keepRecovery, keepRootKey, newRootKey, openRecovery } from '../store/root-key.ts';
import type { Rebuildable, Storage } from '../store/storage.ts';
import { endRotation, unlock } from '../store/unlocking.ts';
import { newCellId, type VaultFolder } from '../store/vault-folder.ts';
import type { WriterLock } from '../store/writer-lock.ts';
import { indexOf } from './downstream-of.ts';
import { moveVault } from './moving/vault-move.ts';
import { handOverNote } from './notes.ts';
import { keyPlace, type Place, readVault, storageOf } from './reading.ts';
import { ReadyThread } from './thread/ready-thread.ts';
import { actorNow, Writer } from './writing.ts';

const PATIENCE_MS = 10_000;
const RETRY_MS = 50;
/** The writer's place is another's, or this login may never take it: then somebody else must be writing. */
const NOT_OURS = ['writer-busy', 'database-permission', 'database-readonly'] as const;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A vault open for reading beside a writer, and the way to it. */
interface PeekedVault extends ReadVault {
  /** Hands something to the running writer. Resolves to the seq of its record, or undefined if nobody answers. */
  readonly handOver: (handed: Handed) => Promise<number | undefined>;
}

/** The vault of one place, and its keys. */
export class VaultHouse implements Vaults {
  private readonly place: Place;
  private readonly engine: Engine;
  private readonly thread: ReadyThread;

  /** `thread`: where bulk work writes; it may have begun already. */
  constructor(place: Place, thread: ReadyThread = new ReadyThread()) {
    this.place = place;
    this.thread = thread;
    this.engine = engineAt(place);
  }

  get dir(): string {
    return this.place.dir;
  }

  get keysDir(): string {
    return this.place.keys.dir;
  }

  private folder(): Promise<VaultFolder> {
    return this.engine.openFolder();
  }

  async peek(): Promise<PeekedVault> {
    const folder = await this.folder();
    await this.expectArrived();
    const until = Date.now() + PATIENCE_MS;
    let folding: { readonly failure?: unknown } | undefined;
    for (;;) {
      const tried = await this.tryPeek(folder, folding !== undefined);
      if ('vault' in tried) return tried.vault;
      if (folding !== undefined) throw folding.failure ?? tried.error;
      const lock = await this.lockIfFree();
      if (lock !== undefined) folding = await this.tryFold(folder, lock, tried.damaged);
      else if (Date.now() > until) throw tried.error;
      else await pause(RETRY_MS);
    }
  }

  /**
   * A ledger that cannot be written to any more can still be looked at as far as the tables go: whoever verifies it must
   * learn what is wrong, not only that something is.
   */
  private async tryFold(folder: VaultFolder, lock: WriterLock, damaged: readonly Rebuildable[]) {
    try {
      await this.bringUpToDate(folder, lock, damaged);
      return {};
    } catch (failure) {
      return { failure };
    }
  }

  /** A vault whose tables have all that the ledger had when it was opened (or all that could be folded), or why not. */
  private async tryPeek(
    folder: VaultFolder,
    isFolded: boolean,
  ): Promise<{ vault: PeekedVault } | { error: unknown; damaged: readonly Rebuildable[] }> {
    // Nothing was ever signed here: a crash may have struck while the vault was made, and a writer finishes that.
    const isYoung = readLastSeen(keyPlace(this.place, folder)) === undefined;
    const { root } = await unlock(this.engine.keysOf(folder), keyPlace(this.place, folder));
    let storage: Storage<Tables> | undefined;
    try {
      storage = await storageOf(this.engine, folder, { root, readonly: true });
      const next = await new Projections(storage.projections, storage.blind).next();
      const isBehind = next < (await storage.log.size());
      const isUnsigned = isYoung && !isFolded && (await storage.log.checkpoint()) === undefined;
      if (isUnsigned || (isBehind && !isFolded))
        throw new ServerError('projections-behind', { file: 'projections.db' });
      return { vault: this.readVaultOver(folder, storage) };
    } catch (error) {
      const damaged = storage?.damaged() ?? [];
      await storage?.close();
      if (!isYoung && (!(error instanceof ServerError) || error.code !== 'projections-behind')) throw error;
      return { error, damaged };
    }
  }

  private readVaultOver(folder: VaultFolder, storage: Storage<Tables>): PeekedVault {
    const close = async (): Promise<void> => {
      const damaged = storage.damaged();
      await storage.close();
      const lock = damaged.length === 0 ? undefined : await this.lockIfFree();
      // What was met here has its own error; that the mending failed too is for the next command to say.
      if (lock !== undefined) await this.bringUpToDate(folder, lock, damaged).catch(() => undefined);
    };
    const handOver = (handed: Handed): Promise<number | undefined> => handOverNote(folder, storage, handed);
    return { ...readVault(this.place, folder, storage, indexOf(storage, false)), close, handOver };
  }

  /** Folds what a crash left, and makes anew what was found damaged, in a writer's place. */
  private async bringUpToDate(folder: VaultFolder, lock: WriterLock, damaged: readonly Rebuildable[]): Promise<void> {
    await this.engine.discard(folder, damaged, lock);
    await (await this.writerIn(folder, lock)).close();
  }

  async look(draft: AuditDraft): Promise<ReadVault> {
    const { vault } = await this.hand(
      (writer) => writer.audit(draft),
      (vault) => noteOf(draft, actorNow(), vault.blind),
    );
    return vault ?? this.peek();
  }

  async order(wish: KeyWish): Promise<number> {
    const order: KeyOrder = { ...wish, actor: actorNow() };
    const { seq, vault } = await this.hand(
      (writer) => writer.order(order),
      () => order,
    );
    await vault?.close();
    return seq;
  }

  /** Puts something on record: in the writer's place if it is free, or through who has it; then the vault is open beside it. */
  private async hand(
    write: (writer: Writer) => Promise<number>,
    handed: (vault: PeekedVault) => Handed,
  ): Promise<{ readonly seq: number; readonly vault?: PeekedVault }> {
    const folder = await this.folder();
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const lock = await this.lockIfFree();
      if (lock !== undefined) {
        const writer = await this.writerIn(folder, lock);
        return { seq: await write(writer).finally(() => writer.close()) };
      }
      const vault = await this.peek();
      const seq = await vault.handOver(handed(vault));
      if (seq !== undefined) return { seq, vault };
      await vault.close();
      if (Date.now() > until) throw new ServerError('writer-busy');
      await pause(RETRY_MS);
    }
  }

  async write({
    bulk = false,
    codeLater = false,
    make,
  }: Parameters<Vaults['write']>[0]): Promise<HeldVault & { made?: { code?: string } }> {
    const { dir } = this.place;
    if (!make && !(await this.engine.holdsVault())) throw new ServerError('vault-missing', { dir });
    const lock = await this.engine.takeLock(PATIENCE_MS / 10);
    const { folder, isNew } = await releasing(lock, this.openOrMake());
    const writer = await this.writerIn(folder, lock, bulk);
    try {
      await writer.listen();
      const held = { ...writer.vault(), recovery: this.recoveryOf(folder) };
      if (!isNew) return held;
      const code = this.place.isSeen && !codeLater ? { code: await this.codeOf(folder) } : {};
      return { ...held, made: code };
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /** Under the lock: another process may have made the vault meanwhile. */
  private async openOrMake(): Promise<{ readonly folder: VaultFolder; readonly isNew: boolean }> {
    const { keys } = this.place;
    await this.expectStaying();
    if (await this.engine.holdsVault()) return { folder: await this.folder(), isNew: false };
    await this.engine.expectNoVault();
    const cellId = newCellId();
    const cellHex = Buffer.from(cellId).toString('hex');
    await keepRootKey({ ...keys, cellHex }, newRootKey());
    return { folder: await this.engine.makeFolder(cellId), isNew: true };
  }

  async newCode(): Promise<string> {
    const folder = await this.folder();
    const lock = await this.engine.takeLock(PATIENCE_MS / 10);
    return this.codeOf(folder).finally(() => lock.release());
  }

  /** The recovery code, for who holds the lock and serves people. */
  private recoveryOf(folder: VaultFolder): HeldVault['recovery'] {
    const file = folder.file('recovery');
    return {
      wasShown: () => existsSync(file),
      renew: () => this.codeOf(folder, true),
    };
  }

  /** A code for the root in use. Under the lock: a rotation takes the old code away. */
  private async codeOf(folder: VaultFolder, isRenewed = false): Promise<string> {
    const file = folder.file('recovery');
    if (existsSync(file) && !isRenewed) throw new ServerError('code-shown');
    const keys = this.engine.keysOf(folder);
    const { root } = await unlock(keys, keyPlace(this.place, folder));
    await expectOpens(keys, root);
    const code = newRecoveryCode(randomBytes);
    await keepRecovery(file, root, code);
    return code;
  }

  async recover(code: string): Promise<void> {
    const folder = await this.folder();
    const root = await openRecovery(folder.file('recovery'), code);
    await expectOpens(this.engine.keysOf(folder), root);
    await keepRootKey(keyPlace(this.place, folder), root);
  }

  async expectRecoveryCode(code: string): Promise<void> {
    const folder = await this.folder();
    await expectOpens(this.engine.keysOf(folder), await openRecovery(folder.file('recovery'), code));
  }

  async accounts(): Promise<AccountsStore | undefined> {
    if (!(await this.engine.holdsVault())) return undefined;
    const folder = await this.folder();
    if (this.engine.kind === 'sqlite' && !existsSync(folder.file('accounts.db'))) return undefined;
    const { root } = await unlock(this.engine.keysOf(folder), keyPlace(this.place, folder));
    const storage = await storageOf(this.engine, folder, { root, readonly: true });
    return storage.accounts().finally(() => storage.close());
  }

  async rotate(): Promise<{ code?: string }> {
    const folder = await this.folder();
    const lock = await this.engine.takeLock(PATIENCE_MS / 10);
    await releasing(lock, this.expectStaying());
    await releasing(lock, this.replaceRoot(folder));
    const writer = await this.writerIn(folder, lock);
    try {
      return this.place.isSeen ? { code: await this.codeOf(folder) } : {};
    } finally {
      await writer.close();
    }
  }

  /**
   * Puts the keys under a new root, which waits beside the old one until a writer has opened the vault with it. Each step
   * can be the last before a crash: until the keys are switched the old root opens the vault, from then on the new one.
   */
  private async replaceRoot(folder: VaultFolder): Promise<void> {
    const [keys, place] = [this.engine.keysOf(folder), keyPlace(this.place, folder)];
    const { root, slot } = await unlock(keys, place);
    await expectOpens(keys, root);
    await endRotation(keys, place, slot);
    const next = newRootKey();
    await keepRootKey(place, next, 'root.next');
    const beforeSwitch = (): void => rmSync(folder.file('recovery'), { force: true });
    await keys.replaceRoot({ root, next, beforeSwitch });
  }

  move(order: MoveOrder, watch: MoveWatch): Promise<MoveOutcome> {
    return moveVault({ engine: this.engine, place: this.place }, order, watch);
  }

  /** Nobody writes where a vault was moved from, nor where it has not arrived. Under the lock: a move may just have ended. */
  private async expectStaying(): Promise<void> {
    const note = await this.expectArrived();
    if (note !== undefined) throw new ServerError('vault-moved', { place: note.place });
  }

  /** What has not arrived whole is not shown. */
  private async expectArrived(): Promise<MoveNote | undefined> {
    const note = await this.engine.moveNote();
    if (note?.state === 'arriving') throw new ServerError('vault-arriving', { place: note.place });
    return note;
  }

  private async writerIn(folder: VaultFolder, lock: WriterLock, isBulk = false): Promise<Writer> {
    await releasing(lock, this.expectStaying());
    const { engine, place, thread } = this;
    return Writer.open({ engine, place, folder, lock, ...(isBulk ? { thread } : {}) });
  }

  private async lockIfFree(): Promise<WriterLock | undefined> {
    try {
      return await this.engine.takeLock(0);
    } catch (error) {
      if (error instanceof ServerError && NOT_OURS.some((code) => code === error.code)) return undefined;
      throw error;
    }
  }
}

async function expectOpens(keys: KeyHouse, root: Uint8Array): Promise<void> {
  if (!(await keys.opens(root))) throw new ServerError('key-wrong', { file: keys.name });
}

/** The work's result; the lock is released if it fails. */
async function releasing<T>(lock: WriterLock, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await lock.release();
    throw error;
  }
}
