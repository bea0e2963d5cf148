// A vault open for reading, joined from its rooms: views over the projections, records from the pages, the log for proofs.

import { type LogReader, verifyLog } from '@acta/ledger';
import type { ReadVault } from '../cli/vault.ts';
import type { LazyIndex } from '../projections/lazy-index.ts';
import { PROJECTION_MIGRATIONS, type Tables } from '../projections/tables.ts';
import { entriesUnder, keysToReplace } from '../recorder/erase.ts';
import type { Engine } from '../store/engine.ts';
import type { EnginePlace } from '../store/engines.ts';
import { readLastSeen } from '../store/last-seen.ts';
import type { RootKeyPlace } from '../store/root-key.ts';
import type { Storage } from '../store/storage.ts';
import type { VaultFolder } from '../store/vault-folder.ts';
import type { WriterClaim } from '../store/writer-lock.ts';
import { erasedByOrder } from '../views/assurance.ts';
import { planErasure } from '../views/erasure-plan.ts';
import { referredObjects } from '../views/objects.ts';
import { withObjects } from './object-check.ts';
import { stripThreadsFor, withStripThreads } from './thread/strip-threads.ts';

/** Where a vault and its keys lie, and whether a person sees what is said. */
export interface Place extends EnginePlace {
  readonly keys: Omit<RootKeyPlace, 'cellHex'>;
  readonly isSeen: boolean;
  /** The zone of phones whose files name none; UTC where it is left out. */
  readonly timeZone?: string;
}

/** Where the keys of this cell lie. */
export function keyPlace(place: Place, folder: VaultFolder): RootKeyPlace {
  return { ...place.keys, cellHex: folder.cellHex };
}

/** Opens the cell's storage. */
export function storageOf(
  engine: Engine,
  folder: VaultFolder,
  options: { readonly root: Uint8Array; readonly readonly: boolean; readonly writer?: WriterClaim },
): Promise<Storage<Tables>> {
  return engine.openStorage<Tables>({ ...options, folder, migrations: PROJECTION_MIGRATIONS });
}

/** What reading needs, over open storage. */
export function readVault(place: Place, folder: VaultFolder, storage: Storage<Tables>, index: LazyIndex): ReadVault {
  const { blind, keys, log, objects, origin, projections, records, vkey } = storage;
  const views = { db: projections.read, reader: records };
  const eraser = { cellId: folder.cellId, store: log };
  return {
    dir: folder.dir,
    cellId: folder.cellId,
    origin,
    vkey,
    views,
    reader: records,
    log,
    blind,
    index: () => index.get(),
    openObject: (ref, name) => objects.open(ref, name),
    verify: async (deep, onProgress) => {
      const last = readLastSeen(keyPlace(place, folder));
      const expected =
        last === undefined ? {} : { expected: { size: last.size, root: Buffer.from(last.root, 'base64') } };
      const isErasedByOrder = await erasedByOrder(views);
      const { cellId } = folder;
      const claim = {
        reader: yielding(storage.readBack),
        cellId,
        vkey,
        origin,
        isErasedByOrder,
        onProgress,
        ...expected,
      };
      if (!deep) return verifyLog(claim);
      const report = await withStripThreads(stripThreadsFor(await log.size()), (others) =>
        verifyLog({ ...claim, deep: { keys, ...others } }),
      );
      return withObjects(report, { referred: await referredObjects(views), objects, isErasedByOrder });
    },
    signed: () => signedIn(storage),
    bytes: () => storage.bytes(),
    planErasure: (target) =>
      planErasure(
        {
          ...views,
          blind,
          size: () => log.size(),
          keysOfSubject: (person) => keys.keysOfSubject(person),
          keysOfConversation: (chat) => keys.keysOfConversation(chat),
          entriesUnder: (ids) => entriesUnder(eraser, ids),
          keysToReplace: (seqs, whole) => keysToReplace(eraser, seqs, whole),
        },
        target,
      ),
    close: () => storage.close(),
  };
}

/** The newest signed checkpoint. */
export async function signedIn({ log }: Storage<Tables>): Promise<{ size: number; root: string }> {
  const [, size = '0', root = ''] = ((await log.checkpoint()) ?? '').split('\n');
  return { size: Number(size), root };
}

/** Reads between which the process does what else waits: verifying a large ledger must not hold up a server. */
function yielding(reader: LogReader): LogReader {
  const after = async <T>(read: () => Promise<T>): Promise<T> => {
    await new Promise((resume) => setImmediate(resume));
    return read();
  };
  return {
    size: () => reader.size(),
    checkpoint: () => reader.checkpoint(),
    bundles: (first, count) => after(() => reader.bundles(first, count)),
    tile: (level, index) => reader.tile(level, index),
    pages: (fromSeq, limit) => after(() => reader.pages(fromSeq, limit)),
    pagesOf: (seqs) => after(() => reader.pagesOf(seqs)),
  };
}
