// A cell moved from one place to another, whole: keys, log, objects; tables and index are folded anew. The source's writer's place is
// held all along, and a note at each place keeps everybody else from writing: first at the target (arriving), at last at the source
// (moved). In between it may be killed anywhere and run again; there is no moment at which both places would take a record.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Log } from '@acta/ledger';
import type { MoveOrder, MoveOutcome, MovePoint, MoveWatch } from '../../cli/vault.ts';
import { PROJECTION_MIGRATIONS, type Tables } from '../../projections/tables.ts';
import { auditRecord, noteOf } from '../../records/audit.ts';
import { ServerError } from '../../server-error.ts';
import type { Engine } from '../../store/engine.ts';
import { engineAt } from '../../store/engines.ts';
import type { Storage } from '../../store/storage.ts';
import { unlock } from '../../store/unlocking.ts';
import { type VaultFolder, writeDurably } from '../../store/vault-folder.ts';
import type { WriterLock } from '../../store/writer-lock.ts';
import { downstreamOf, indexOf } from '../downstream-of.ts';
import { keyPlace, type Place, readVault, signedIn, storageOf } from '../reading.ts';
import { actorNow, Writer } from '../writing.ts';
import { copyLog } from './log-copy.ts';
import { copyObjects } from './object-copy.ts';
import { objectsName, placeName, targetOf } from './target.ts';

const PATIENCE_MS = 1_000;

/** A place, its writer's lock in hand. */
interface Site {
  readonly engine: Engine;
  readonly place: Place;
  readonly folder: VaultFolder;
  readonly lock: WriterLock;
}

/**
 * Moves the cell. Rejects with `vault-moved` where it was moved elsewhere, `vault-arriving` where it has not arrived itself,
 * `move-target` where something else stands at the target, `move-unproven` where what arrived does not verify, and with what reading
 * and writing throw. Until the source's note stands, the source is what it was.
 */
export async function moveVault(
  at: { readonly engine: Engine; readonly place: Place },
  order: MoveOrder,
  watch: MoveWatch,
): Promise<MoveOutcome> {
  const folder = await at.engine.openFolder();
  const place = targetOf(at.place, order);
  const engine = engineAt(place);
  if (placeName(engine) === placeName(at.engine)) throw refused(engine, 'same');
  return holding(at, async (lock) => {
    const from = { ...at, folder, lock };
    const isLeft = await expectLeaving(from, engine);
    if (!isLeft) await atRest(from);
    return holding({ engine, arriving: folder.cellId }, async (targetLock) => {
      const to = await arriving(from, { engine, place, lock: targetLock }, isLeft);
      return new VaultMove(from, to, watch).run(isLeft);
    });
  });
}

/** Does the work while holding the writer's place. */
async function holding<T>(
  { arriving, engine }: { readonly engine: Engine; readonly arriving?: Uint8Array },
  work: (lock: WriterLock) => Promise<T>,
): Promise<T> {
  const lock = await engine.takeLock(PATIENCE_MS, arriving);
  try {
    return await work(lock);
  } finally {
    await lock.release();
  }
}

/** Whether the source's note stands already: all that is left to do is at the target. */
async function expectLeaving(from: Site, target: Engine): Promise<boolean> {
  const note = await from.engine.moveNote();
  if (note === undefined) return false;
  const isHere = note.place === placeName(target);
  if (note.state === 'arriving') throw new ServerError('vault-arriving', { place: note.place });
  if (!isHere || (await target.moveNote())?.state !== 'arriving') {
    throw new ServerError('vault-moved', { place: note.place });
  }
  return true;
}

/** Finishes what a crash or a rotation left, folds and signs: what is copied then is whole. */
async function atRest(from: Site): Promise<void> {
  const writer = await Writer.open({ ...from, lock: lent(from.lock) });
  await writer.close();
}

/** The lock as a writer may have it: its end does not release what the move still holds. */
function lent({ epoch, lost }: WriterLock): WriterLock {
  return { epoch, lost, release: async () => undefined };
}

/** The target, kept from everybody else: empty but for the cell's name, or a part of this cell already. */
async function arriving(from: Site, at: Omit<Site, 'folder'>, isLeft: boolean): Promise<Site> {
  const { engine, lock, place } = at;
  const note = await engine.moveNote();
  const isHeld = await engine.holdsVault();
  if (isHeld) {
    const folder = await engine.openFolder();
    if (folder.cellHex !== from.folder.cellHex) throw refused(engine, 'cell');
    if (note === undefined && (await engine.holdsLedger())) throw refused(engine, 'stands');
    if (!isLeft) await engine.noteMove({ state: 'arriving', place: placeName(from.engine) }, lock);
    return { ...at, folder };
  }
  if (place.dir !== from.place.dir) await engine.expectNoVault();
  await engine.noteMove({ state: 'arriving', place: placeName(from.engine) }, lock);
  return { ...at, folder: await engine.makeFolder(from.folder.cellId) };
}

function refused(engine: Engine, reason: string): ServerError {
  return new ServerError('move-target', { place: placeName(engine), reason });
}

/** One run of a move between two places that are both held. */
class VaultMove {
  private readonly from: Site;
  private readonly to: Site;
  private readonly watch: MoveWatch;

  constructor(from: Site, to: Site, watch: MoveWatch) {
    this.from = from;
    this.to = to;
    this.watch = watch;
  }

  async run(isLeft: boolean): Promise<MoveOutcome> {
    const { from, to } = this;
    this.reach('marked');
    const { root: rootKey } = await unlock(
      from.engine.keysOf(from.folder, from.lock),
      keyPlace(from.place, from.folder),
    );
    if (!isLeft) await this.copyKeys(rootKey);
    this.reach('keys');
    const source = await storageOf(from.engine, from.folder, { root: rootKey, readonly: true, writer: from.lock });
    try {
      const { root, size } = await signedIn(source);
      const objects = isLeft ? 0 : await this.copyStorage(source, rootKey, { root, size });
      if (!isLeft) await from.engine.noteMove({ state: 'moved', place: placeName(to.engine) }, from.lock);
      this.reach('left');
      await this.record(size, root);
      this.reach('recorded');
      await to.engine.noteMove(undefined, to.lock);
      const places = { from: placeName(from.engine), to: placeName(to.engine) };
      return { ...places, size, root, objects, shared: this.shared() };
    } finally {
      await source.close();
    }
  }

  private shared(): MoveOutcome['shared'] {
    const { from, to } = this;
    const [there, here] = [from.engine.keysOf(from.folder).name, to.engine.keysOf(to.folder).name];
    const [theirs, ours] = [from, to].map(objectsName);
    return {
      ...(there === here ? { keys: here } : {}),
      ...(ours !== undefined && theirs === ours ? { objects: ours } : {}),
    };
  }

  /** Keys that both places have in one store stay there. */
  private async copyKeys(root: Uint8Array): Promise<void> {
    const { from, to } = this;
    const [there, here] = [from.engine.keysOf(from.folder, from.lock), to.engine.keysOf(to.folder, to.lock)];
    if (there.name !== here.name) {
      const theirs = await there.open({ root, readonly: true });
      try {
        const ours = await here.open({ root, readonly: false });
        await ours.takeStock(theirs.stock()).finally(() => ours.close());
      } finally {
        await theirs.close();
      }
    }
    const [recovery, copy] = [from.folder.file('recovery'), to.folder.file('recovery')];
    if (recovery !== copy && existsSync(recovery)) writeDurably(copy, readFileSync(recovery));
  }

  /** Resolves to how many objects stand at the target. */
  private async copyStorage(
    source: Storage<Tables>,
    rootKey: Uint8Array,
    signed: { readonly size: number; readonly root: string },
  ): Promise<number> {
    const { engine, folder, lock } = this.to;
    const opening = { folder, root: rootKey, readonly: false, writer: lock, arriving: true } as const;
    const target = await engine.openStorage<Tables>({ ...opening, migrations: PROJECTION_MIGRATIONS });
    try {
      await this.copyLog(source, target);
      this.reach('log');
      const onObject = (done: number): void => this.watch.progress('objects', done, 0);
      const objects = await copyObjects(source.objects, target.objects, onObject);
      this.reach('objects');
      await this.proveArrival(target, signed);
      return objects;
    } finally {
      await target.close();
    }
  }

  private async copyLog(source: Storage<Tables>, target: Storage<Tables>): Promise<void> {
    const { engine, folder } = this.to;
    const { origin, readBack: reader, signer } = target;
    const store = target.log;
    const log = await Log.open({ cellId: folder.cellId, origin, store, reader, signer, randomBytes, nowMs: Date.now });
    await copyLog({
      from: source.readBack,
      to: store,
      log,
      place: placeName(engine),
      onStretch: (done, total) => {
        this.watch.progress('log', done, total);
        this.reach('stretch');
      },
    });
  }

  /** Folds tables and index from what arrived, and verifies all of it. */
  private async proveArrival(target: Storage<Tables>, signed: { readonly size: number; readonly root: string }) {
    const { folder, place } = this.to;
    const index = indexOf(target, true);
    await downstreamOf(target, index).rebuild(signed.size, (done, total) => this.watch.progress('fold', done, total));
    this.reach('folded');
    const vault = readVault(place, folder, target, index);
    const report = await vault.verify(true, (done, total) => this.watch.progress('verify', done, total));
    const isSame = report.size === signed.size && Buffer.from(report.root).toString('base64') === signed.root;
    const verdict = isSame ? report.verdict : 'altered';
    if (verdict !== 'intact') throw new ServerError('move-unproven', { verdict });
    this.reach('verified');
  }

  /** Puts the move on record where the cell stands from now on, once. */
  private async record(size: number, root: string): Promise<void> {
    const { from, to } = this;
    const writer = await Writer.open({ ...to, lock: lent(to.lock) });
    const vault = writer.vault();
    try {
      const since = Array.from({ length: (await vault.log.size()) - size }, (_, at) => size + at);
      const records = await vault.reader.records(since);
      if ([...records.values()].some(({ kind }) => kind === 'move')) return;
      const [at, wide] = [new Date(), { subject: 0, conversation: 0, month: 0 }];
      const engines = { from: from.engine.kind, to: to.engine.kind };
      const move = {
        actor: actorNow(),
        ...engines,
        kind: 'move',
        recordedAt: at.toISOString(),
        root,
        size,
        v: 1,
      } as const;
      const note = noteOf({ command: 'move', count: size }, actorNow(), vault.blind);
      await vault.desk.append([
        { ...wide, record: move },
        { ...wide, record: auditRecord(note, at) },
      ]);
    } finally {
      await writer.close();
    }
  }

  private reach(point: MovePoint): void {
    this.watch.reached?.(point);
  }
}
