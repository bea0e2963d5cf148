// A vault open for writing, joined from its rooms: the lock is held, what a crash interrupted is finished, readers beside
// it leave their notes here.

import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { Log } from '@acta/ledger';
import { eraseFromOf, WITHDRAWAL_RULE } from '@acta/policy';
import { listenForNotes } from '../access/audit-socket.ts';
import type { ReadVault, WriteVault } from '../cli/vault.ts';
import { Projections } from '../projections/fold.ts';
import { LazyIndex } from '../projections/lazy-index.ts';
import { IMPORT_WITHDRAWN, type Tables } from '../projections/tables.ts';
import { erase } from '../recorder/erase.ts';
import { Recorder } from '../recorder/recorder.ts';
import { type AuditDraft, type AuditNote, auditRecord, noteOf } from '../records/audit.ts';
import type { LedgerRecord, NewRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import { keepLastSeen, readLastSeen } from '../store/root-key.ts';
import { segmentKeysIn } from '../store/sqlite/segment-store.ts';
import type { Storage } from '../store/storage.ts';
import { expectNewest, unlock } from '../store/unlocking.ts';
import type { VaultFolder } from '../store/vault-folder.ts';
import type { WriterLock } from '../store/writer-lock.ts';
import { erasuresAfter, importState, lastErasure, unfinishedErasures, withdrawnImports } from '../views/assurance.ts';
import { knownFrom } from '../views/known.ts';
import { scanFolder } from '../workers/byte-scan.ts';
import { type EraseParts, orderErasure } from '../workers/erase.ts';
import { needlesIn } from '../workers/needles.ts';
import { resume } from '../workers/resume.ts';
import { keyPlace, type Place, readVault, signedIn, storageOf } from './reading.ts';

/** Fewer unsealed messages are folded again at the next start; more are sealed at the end of a bulk import. */
const WORTH_SEALING = 4_096;

/** Who acts in a vault without an owner's account: the system's user. */
export const actor: string = `system:${userInfo().username}`;

const now = (): Date => new Date();

/** A vault open for writing: the lock is held, what a crash interrupted is finished. */
export class Writer {
  private readonly place: Place;
  private readonly folder: VaultFolder;
  private readonly storage: Storage<Tables>;
  private readonly lock: WriterLock;
  private readonly projections: Projections;
  private readonly index: LazyIndex;
  private readonly recorder: Recorder;
  private readonly reading: ReadVault;
  private socket: { close: () => Promise<void> } | undefined;
  private erasure = 0;

  private constructor(
    place: Place,
    folder: VaultFolder,
    storage: Storage<Tables>,
    log: Log,
    lock: WriterLock,
    size: number,
  ) {
    this.place = place;
    this.folder = folder;
    this.storage = storage;
    this.lock = lock;
    const { keys, projections, records, segments } = storage;
    this.projections = new Projections(projections, storage.blind);
    this.index = new LazyIndex({ store: segments, keys: segmentKeysIn(keys) }, (from) => records.stretches(from));
    this.recorder = new Recorder(
      { log, keys, followers: [this.projections, this.index], signed: (signed) => this.seen(signed) },
      size,
    );
    this.reading = readVault(place, folder, storage, this.index);
  }

  static async open(place: Place, folder: VaultFolder, lock: WriterLock): Promise<Writer> {
    try {
      const keys = keyPlace(place, folder);
      const storage = storageOf(folder, await unlock(folder, keys), false);
      const { log: store, origin, readBack: reader, signer } = storage;
      const log = await Log.open({
        cellId: folder.cellId,
        origin,
        store,
        reader,
        signer,
        randomBytes,
        nowMs: Date.now,
      });
      await expectNewest(log.checkpoint, reader, readLastSeen(keys));
      const size = await log.size();
      const writer = new Writer(place, folder, storage, log, lock, size);
      await writer.catchUp(size);
      return writer;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private async catchUp(size: number): Promise<void> {
    if (size === 0) await this.begin();
    await this.fold(size, () => undefined);
    this.erasure = await lastErasure(this.reading.views);
    const { db } = this.reading.views;
    await resume({
      erase: this.eraseParts(),
      unfinished: () => unfinishedErasures({ db }),
      unknownToKeys: () => erasuresAfter({ db }, this.storage.keys.newestErasure()),
      withdrawn: () => withdrawnImports({ db }),
      record: (seq) => this.storage.records.record(seq),
      plan: (target) => this.reading.planErasure(target),
      actor,
    });
    await this.storage.objects.sweep();
  }

  private async begin(): Promise<void> {
    const { folder, storage } = this;
    const record = {
      cell: folder.cellHex,
      kind: 'vault',
      origin: storage.origin,
      recordedAt: now().toISOString(),
      v: 1,
    } as const;
    await this.recorder.append([vaultWide(record)]);
    await this.recorder.publish(true);
  }

  private async fold(size: number, onProgress: (done: number, total: number) => void): Promise<void> {
    for await (const { next, records } of this.storage.records.stretches(await this.projections.next())) {
      await this.projections.foldTo(records, next);
      onProgress(next, size);
    }
  }

  private seen({ root, size }: { readonly size: number; readonly root: string }): void {
    keepLastSeen(keyPlace(this.place, this.folder), { size, root, erasure: this.erasure });
  }

  private eraseParts(): EraseParts {
    const { folder, storage } = this;
    const { keys, log: store, objects, projections, records, segments } = storage;
    return {
      append: (batch) => this.recorder.append(batch),
      publish: () => this.recorder.publish(true),
      erase: async (work) => {
        this.erasure = Math.max(this.erasure, work.order);
        const changes = await erase({ cellId: folder.cellId, store, keys, randomBytes }, work);
        records.forget();
        return changes;
      },
      eraseFromIndex: async (seqs) => (await (await this.index.get()).erase(seqs)).segments,
      removeObject: (name) => objects.remove(name),
      truncateLogs: async () => {
        await storage.truncateLedgerLog();
        await projections.truncateLog();
        await segments.truncateLog();
      },
      needlesOf: (seqs) => needlesIn(records, seqs),
      scan: (needles) => scanFolder(folder.dir, needles),
      now,
    };
  }

  async audit(draft: AuditDraft): Promise<number> {
    return this.recorder.append([vaultWide(auditRecord(noteOf(draft, actor, this.storage.blind), now()))]);
  }

  /** Puts a rotation of the root key on record. */
  async rotated(): Promise<void> {
    await this.recorder.append([vaultWide({ actor, kind: 'rotation', recordedAt: now().toISOString(), v: 1 })]);
  }

  /** Listens for what readers beside this writer look at. */
  async listen(): Promise<void> {
    const keep = (note: AuditNote): Promise<number> => this.recorder.append([vaultWide(auditRecord(note, now()))]);
    this.socket = await listenForNotes(this.folder.file('writer.sock'), keep);
  }

  async close(): Promise<void> {
    await this.socket?.close();
    await this.recorder.publish(true);
    await this.storage.close();
    this.lock.release();
  }

  /** What commands may call. */
  vault(): WriteVault {
    const { blind, keys, objects, projections, records } = this.storage;
    const { recorder } = this;
    const known = knownFrom(projections.read, records);
    return {
      ...this.reading,
      actor,
      desk: {
        known,
        blind,
        suppression: keys,
        append: (batch) => recorder.append(batch),
        together: (steps) => recorder.together((append) => steps(append, recorder.nextSeq)),
        keep: (bytes) => objects.keep(bytes),
        now,
      },
      audit: (draft) => this.audit(draft),
      erase: (plan, reason) => orderErasure(this.eraseParts(), { plan, reason, actor }),
      withdraw: (id, atOnce) => this.withdraw(id, atOnce),
      rebuild: (onProgress) => this.rebuild(onProgress),
      settle: () => this.settle(),
      close: () => this.close(),
    };
  }

  private async withdraw(id: number, atOnce: boolean) {
    const eraseFrom = eraseFromOf(now(), atOnce);
    const isWithdrawn = (await importState(this.reading.views, id)) === IMPORT_WITHDRAWN;
    if (isWithdrawn && !atOnce) throw new ServerError('import-withdrawn', { id });
    if (!isWithdrawn) {
      const times = { eraseFrom: eraseFrom.toISOString(), recordedAt: now().toISOString() };
      await this.recorder.append([
        vaultWide({ actor, import: id, kind: 'withdrawal', rule: WITHDRAWAL_RULE, v: 1, ...times }),
      ]);
    }
    if (!atOnce) return { eraseFrom };
    const plan = await this.reading.planErasure({ scope: 'withdrawal', ids: [id] });
    const order = { actor, plan, reason: 'withdrawn', rule: WITHDRAWAL_RULE };
    return { eraseFrom, certificate: await orderErasure(this.eraseParts(), order) };
  }

  private async rebuild(onProgress: (done: number, total: number) => void): Promise<number> {
    const size = await this.reading.log.size();
    await this.storage.projections.drop();
    await (await this.index.get()).clear();
    this.index.forget();
    await this.fold(size, onProgress);
    await this.index.get();
    await this.index.flush(WORTH_SEALING);
    return size;
  }

  private async settle() {
    await this.index.flush(WORTH_SEALING);
    await this.recorder.publish(true);
    return signedIn(this.storage);
  }
}

function vaultWide(record: LedgerRecord): NewRecord {
  return { subject: 0, conversation: 0, month: 0, record };
}
