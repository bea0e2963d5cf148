// A vault open for writing, joined from its rooms: the lock is held, what a crash interrupted is finished, readers beside
// it leave their notes here.

import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { Log } from '@acta/ledger';
import { eraseFromOf, WITHDRAWAL_RULE } from '@acta/policy';
import { actingNow } from '../access/acting.ts';
import type { Handed } from '../access/audit-socket.ts';
import type { KeyOrder } from '../access/key-order.ts';
import type { ReadVault, WriteVault } from '../cli/vault.ts';
import { Acceptance } from '../intake/live/acceptance.ts';
import { Captures } from '../intake/live/captures.ts';
import { judgedFact } from '../intake/live/judged-fact.ts';
import type { LiveDesk } from '../intake/live/live-desk.ts';
import { Reception } from '../intake/live/reception.ts';
import { type Downstream, followedBy } from '../projections/downstream.ts';
import type { LazyIndex } from '../projections/lazy-index.ts';
import { IMPORT_WITHDRAWN, type Tables } from '../projections/tables.ts';
import { highestKeyIn } from '../recorder/erase.ts';
import { Recorder, type RecorderParts } from '../recorder/recorder.ts';
import { sealInTurns } from '../recorder/sealing.ts';
import { type AuditDraft, auditRecord, noteOf } from '../records/audit.ts';
import type { LedgerRecord, NewRecord } from '../records/record.ts';
import { zoneClock } from '../records/zone-clock.ts';
import { ServerError } from '../server-error.ts';
import type { Engine } from '../store/engine.ts';
import { IncomingFiles } from '../store/incoming-files.ts';
import { keepLastSeen, type LastSeen, readLastSeen } from '../store/last-seen.ts';
import type { ObjectStore } from '../store/object-store.ts';
import { openWaiting } from '../store/objects/open-objects.ts';
import type { Storage } from '../store/storage.ts';
import { endRotation, expectNewest, unlock } from '../store/unlocking.ts';
import type { VaultFolder } from '../store/vault-folder.ts';
import type { WriterLock } from '../store/writer-lock.ts';
import { erasuresAfter, importState, lastErasure, unfinishedErasures, withdrawnImports } from '../views/assurance.ts';
import type { ErasurePlan } from '../views/erasure-plan.ts';
import { knownFrom } from '../views/known.ts';
import { liveKnownFrom } from '../views/live-known.ts';
import { type Certificate, type EraseParts, type ErasureOrder, orderErasure } from '../workers/erase.ts';
import { resume } from '../workers/resume.ts';
import { downstreamOf, indexOf } from './downstream-of.ts';
import { erasePartsOf } from './erasing.ts';
import { listenForNotes } from './notes.ts';
import { keyPlace, type Place, readVault, signedIn, storageOf } from './reading.ts';
import type { WorkedVault } from './serving-workers.ts';
import type { ReadyThread } from './thread/ready-thread.ts';
import { threadedStorage } from './thread/threaded-storage.ts';

/** Who acts: whoever showed who they are, or the system's user. */
export function actorNow(): string {
  return actingNow() ?? SYSTEM;
}

const SYSTEM = `system:${userName()}`;

/** A process may run under a number that the system has no name for. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}

const now = (): Date => new Date();

/** Where a writer works, and the lock it holds there. */
export interface WriterPlace {
  readonly engine: Engine;
  readonly place: Place;
  readonly folder: VaultFolder;
  readonly lock: WriterLock;
  /** Much is to be written, or others wait here meanwhile: whatever writes runs on this thread. */
  readonly thread?: ReadyThread;
}

/** Storage that may be written to, on whichever thread that is done. */
interface WritableStorage {
  readonly storage: Storage<Tables>;
  readonly index: LazyIndex;
  readonly downstream: Downstream;
  readonly seal: RecorderParts['seal'];
  readonly foretell?: NonNullable<RecorderParts['foretell']>;
}

interface WriterParts extends WritableStorage {
  readonly place: Place;
  readonly folder: VaultFolder;
  readonly lock: WriterLock;
  readonly log: Log;
  readonly size: number;
}

/** A vault open for writing: the lock is held, what a crash interrupted is finished. */
export class Writer {
  private readonly parts: WriterParts;
  private readonly recorder: Recorder;
  private readonly reading: ReadVault;
  private socket: { close: () => Promise<void> } | undefined;
  private readonly reception: Reception;
  private readonly acceptance: Acceptance;
  private erasure = 0;
  private last: LastSeen | undefined;

  private constructor(parts: WriterParts) {
    const { downstream, folder, foretell, index, log, place, seal, size, storage } = parts;
    this.parts = parts;
    this.recorder = new Recorder(
      {
        cellId: folder.cellId,
        log,
        keys: storage.keys,
        seal,
        ...(foretell === undefined ? {} : { foretell }),
        followers: [followedBy(downstream)],
        signed: (signed) => this.seen(signed),
      },
      size,
    );
    this.reading = readVault(place, folder, storage, index);
    this.reception = new Reception(this.liveDesk());
    const captures = new Captures({ cellId: folder.cellId, store: storage.captures, keys: storage.keys });
    this.acceptance = new Acceptance({ captures, reception: this.reception });
  }

  private liveDesk(): LiveDesk {
    const { blind, keys, objects, projections, records } = this.parts.storage;
    const known = liveKnownFrom(projections.read, records);
    return {
      known: { ...known, entry: (seq) => this.recorder.landed(seq).then(() => known.entry(seq)) },
      blind,
      suppression: keys,
      keep: (bytes) => objects.keep(bytes),
      commit: (build, hasForgotten) => this.recorder.appendBuilt(build, hasForgotten),
      judge: judgedFact,
      clock: zoneClock(this.parts.place.timeZone ?? 'UTC'),
      now,
    };
  }

  /** Opens the vault under a lock that is held, and finishes what a crash interrupted. The lock is released if that fails. */
  static async open(at: WriterPlace): Promise<Writer> {
    const { engine, folder, lock, place } = at;
    let writable: WritableStorage | undefined;
    try {
      const [keys, rootPlace] = [engine.keysOf(folder, lock), keyPlace(place, folder)];
      const { root, slot } = await unlock(keys, rootPlace);
      writable = await writableStorage(at, root);
      const writer = await Writer.over({ ...writable, place, folder, lock }, readLastSeen(rootPlace));
      if (slot === 'root.next') await writer.rotated();
      await endRotation(keys, rootPlace, slot);
      return writer;
    } catch (error) {
      await writable?.storage.close();
      await lock.release();
      throw error;
    }
  }

  private static async over(parts: Omit<WriterParts, 'log' | 'size'>, last: LastSeen | undefined): Promise<Writer> {
    const { cellId } = parts.folder;
    const { keys, log: store, origin, readBack: reader, signer } = parts.storage;
    const log = await Log.open({ cellId, origin, store, reader, signer, randomBytes, nowMs: Date.now });
    await expectNewest(log.checkpoint, reader, last);
    if (last === undefined || (await keys.highestId()) < last.keys) {
      await keys.neverMintUpTo(Math.max(last?.keys ?? 0, await highestKeyIn({ cellId, store })));
    }
    const size = await log.size();
    const writer = new Writer({ ...parts, log, size });
    await writer.catchUp(size);
    return writer;
  }

  private async catchUp(size: number): Promise<void> {
    if (size === 0) await this.begin();
    await this.parts.downstream.catchUp(size);
    this.erasure = await lastErasure(this.reading.views);
    const { db } = this.reading.views;
    await this.alone((append) =>
      resume({
        erase: this.eraseParts(append),
        unfinished: () => unfinishedErasures({ db }),
        unknownToKeys: async () => erasuresAfter({ db }, await this.parts.storage.keys.newestErasure()),
        withdrawn: () => withdrawnImports({ db }),
        record: (seq) => this.parts.storage.records.record(seq),
        plan: (target) => this.reading.planErasure(target),
        actor: actorNow(),
      }),
    );
    // After an erasure that was ordered before it came: what is told of who is gone stays away.
    await this.acceptance.takeUp();
    await this.recorder.caughtUp();
    await this.parts.storage.objects.sweep('here');
    // Their keys went with the process that took them in.
    await this.waiting().clear();
  }

  private async begin(): Promise<void> {
    const { folder, storage } = this.parts;
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

  private async seen({ root, size }: { readonly size: number; readonly root: string }): Promise<void> {
    const { folder, place, storage } = this.parts;
    const last = { size, root, erasure: this.erasure, keys: await storage.keys.highestId() };
    if (this.last !== undefined && isDeepStrictEqual(last, this.last)) return;
    await keepLastSeen(keyPlace(place, folder), last);
    this.last = last;
  }

  /** Runs what nobody may append between. */
  private alone<T>(work: (append: EraseParts['append']) => Promise<T>): Promise<T> {
    return this.recorder.together(work);
  }

  private eraseParts(append: EraseParts['append']): EraseParts {
    const { folder, storage } = this.parts;
    const publish = (): Promise<void> => this.recorder.publish(true);
    const ordered = (order: number): void => {
      this.erasure = Math.max(this.erasure, order);
      this.reception.forget();
    };
    return erasePartsOf({ folder, storage, downstream: this.parts.downstream, append, publish, ordered });
  }

  /** Orders an erasure. What came after it was planned is planned in, and what was accepted before stands in the ledger alone. */
  private async erase(
    plan: ErasurePlan,
    why: Pick<ErasureOrder, 'reason' | 'rule'>,
    by = actorNow(),
  ): Promise<Certificate> {
    await this.acceptance.turn();
    return this.alone(async (append) => {
      const isNew = plan.size === this.recorder.nextSeq;
      const current = isNew ? plan : await this.reading.planErasure(plan.target);
      return orderErasure(this.eraseParts(append), { ...why, plan: current, actor: by });
    });
  }

  async audit(draft: AuditDraft): Promise<number> {
    return this.recorder.append([vaultWide(auditRecord(noteOf(draft, actorNow(), this.parts.storage.blind), now()))]);
  }

  /** Carries out an order about the keys of programs, with who gave it on record. Resolves to the seq of its record. */
  order(order: KeyOrder): Promise<number> {
    const command = order.kind === 'api-key' ? 'api-key-create' : 'api-key-revoke';
    const seqs = order.kind === 'api-key' ? [] : [order.key];
    const note = noteOf({ command, count: 1, seqs }, order.actor, this.parts.storage.blind);
    return this.recorder.append([vaultWide(order), vaultWide(auditRecord(note, now()))]);
  }

  /** Puts a rotation of the root key on record. */
  private async rotated(): Promise<void> {
    await this.recorder.append([
      vaultWide({ actor: actorNow(), kind: 'rotation', recordedAt: now().toISOString(), v: 1 }),
    ]);
  }

  /** Listens for what readers beside this writer look at. */
  async listen(): Promise<void> {
    const keep = (handed: Handed): Promise<number> =>
      'kind' in handed ? this.order(handed) : this.recorder.append([vaultWide(auditRecord(handed, now()))]);
    this.socket = await listenForNotes(this.parts.folder, this.parts.storage, keep);
  }

  async close(): Promise<void> {
    try {
      await this.socket?.close();
      await this.acceptance.close();
      await this.reception.atRest();
      await this.recorder.atRest();
      await this.recorder.publish(true);
      await this.seen(await signedIn(this.parts.storage));
    } finally {
      await this.parts.downstream.atRest().catch(() => undefined);
      await this.parts.storage.close();
      await this.parts.lock.release();
    }
  }

  /** What the workers use. */
  private worked(): WorkedVault {
    const { blind, objects } = this.parts.storage;
    const { recorder } = this;
    return {
      views: this.reading.views,
      blind,
      together: (work) => recorder.together((append) => work(append, recorder.nextSeq)),
      append: (records) => recorder.append(records),
      openObject: (ref, name) => objects.open(ref, name),
      objects,
      waiting: this.waiting(),
      now,
    };
  }

  /** Files that were brought to be sent. */
  private waiting(): ObjectStore {
    const { cellId } = this.parts.folder;
    return openWaiting({ dir: this.parts.folder.file('waiting'), cellId });
  }

  /** What commands may call. */
  vault(): WriteVault {
    const { blind, keys, objects, projections, records } = this.parts.storage;
    const { recorder } = this;
    const known = knownFrom(projections.read, records);
    return {
      ...this.reading,
      actor: actorNow(),
      desk: {
        known,
        blind,
        suppression: keys,
        append: (batch) => this.append(batch),
        bulk: () => recorder.bulk(),
        keep: (bytes) => objects.keep(bytes),
        now,
      },
      note: (records) => recorder.note(records),
      caughtUp: () => recorder.caughtUp(),
      accept: (delivery) => this.acceptance.accept(delivery),
      receive: (delivery) => this.reception.receive(delivery),
      waiting: () => this.acceptance.length,
      failing: () => this.acceptance.failing,
      work: async (settings) => (await import('./serving-workers.ts')).startWorkers(this.worked(), settings),
      audit: (draft) => this.audit(draft),
      accounts: () => this.parts.storage.accounts(),
      erase: (plan, reason, by) => this.erase(plan, { reason }, by).finally(() => this.reception.forget()),
      withdraw: (id, atOnce, by) => this.withdraw(id, atOnce, by).finally(() => this.reception.forget()),
      incoming: () => IncomingFiles.open(this.parts.folder.file('incoming')),
      rebuild: (onProgress) => this.alone(() => this.rebuild(onProgress)),
      settle: () => this.acceptance.atRest().then(() => this.alone(() => this.settle())),
      close: () => this.close(),
    };
  }

  /** Who is who may be another from now on: what live intake remembers of people would be wrong. */
  private append(batch: readonly NewRecord[]): Promise<number> {
    const isAboutPeople = batch.some(({ record }) => record.kind === 'merge' || record.kind === 'split');
    const appended = this.recorder.append(batch);
    return isAboutPeople ? appended.finally(() => this.reception.forget()) : appended;
  }

  private async withdraw(id: number, atOnce: boolean, by = actorNow()) {
    const eraseFrom = eraseFromOf(now(), atOnce);
    const isWithdrawn = (await importState(this.reading.views, id)) === IMPORT_WITHDRAWN;
    if (isWithdrawn && !atOnce) throw new ServerError('import-withdrawn', { id });
    if (!isWithdrawn) {
      const times = { eraseFrom: eraseFrom.toISOString(), recordedAt: now().toISOString() };
      await this.recorder.append([
        vaultWide({ actor: by, import: id, kind: 'withdrawal', rule: WITHDRAWAL_RULE, v: 1, ...times }),
      ]);
    }
    if (!atOnce) return { eraseFrom };
    const plan = await this.reading.planErasure({ scope: 'withdrawal', ids: [id] });
    return { eraseFrom, certificate: await this.erase(plan, { reason: 'withdrawn', rule: WITHDRAWAL_RULE }) };
  }

  private async rebuild(onProgress: (done: number, total: number) => void): Promise<number> {
    const size = await this.reading.log.size();
    await this.parts.downstream.rebuild(size, onProgress);
    return size;
  }

  private async settle() {
    await this.parts.downstream.settle();
    await this.recorder.publish(true);
    return signedIn(this.parts.storage);
  }
}

async function writableStorage(at: WriterPlace, root: Uint8Array): Promise<WritableStorage> {
  const { engine, folder, lock, place, thread } = at;
  if (thread !== undefined) {
    const open = (): Promise<Storage<Tables>> => storageOf(engine, folder, { root, readonly: true, writer: lock });
    const { stepsBack } = thread;
    const { epoch, lost } = lock;
    const threaded = await threadedStorage(thread.take(), { place, root, epoch, stepsBack }, { lost, open });
    return { ...threaded, index: indexOf(threaded.storage, false) };
  }
  const storage = await storageOf(engine, folder, { root, readonly: false, writer: lock });
  const index = indexOf(storage, true);
  return { storage, index, downstream: downstreamOf(storage, index), seal: sealInTurns };
}

function vaultWide(record: LedgerRecord): NewRecord {
  return { subject: 0, conversation: 0, month: 0, record };
}
