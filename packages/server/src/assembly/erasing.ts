// What carrying out an erasure needs, joined from the rooms: pages and keys through the recorder's eraser, the index,
// the objects, and the files that are scanned in the end.

import { randomBytes } from 'node:crypto';
import type { Downstream } from '../projections/downstream.ts';
import type { Tables } from '../projections/tables.ts';
import { erase } from '../recorder/erase.ts';
import type { Storage } from '../store/storage.ts';
import type { VaultFolder } from '../store/vault-folder.ts';
import { type ByteScan, scanFolder } from '../workers/byte-scan.ts';
import type { EraseParts } from '../workers/erase.ts';
import { needlesIn } from '../workers/needles.ts';

/** What only the writer can give. */
export interface ErasingWriter {
  readonly folder: VaultFolder;
  readonly storage: Storage<Tables>;
  readonly downstream: Downstream;
  readonly append: EraseParts['append'];
  readonly publish: EraseParts['publish'];
  /** An order is being carried out. */
  readonly ordered: (order: number) => void;
}

/** The parts of erasing in a vault that is open for writing. */
export function erasePartsOf({ append, downstream, folder, ordered, publish, storage }: ErasingWriter): EraseParts {
  const { keys, log: store, objects, records } = storage;
  return {
    append,
    publish,
    erase: async (work) => {
      ordered(work.order);
      const changes = await erase({ cellId: folder.cellId, store, keys, randomBytes }, work);
      records.forget();
      return changes;
    },
    eraseFromIndex: (seqs) => downstream.eraseFromIndex(seqs),
    removeObject: (name) => objects.remove(name),
    truncateLogs: async () => {
      await store.truncateLog();
      await downstream.truncateLogs();
    },
    needlesOf: (seqs) => needlesIn(records, seqs),
    scan: (needles) => scanAll(folder, storage, needles),
    now: () => new Date(),
  };
}

/** The folder, and what the storage holds elsewhere. */
async function scanAll(
  folder: VaultFolder,
  { scan }: Storage<Tables>,
  needles: readonly Uint8Array[],
): Promise<ByteScan> {
  const here = await scanFolder(folder.dir, needles);
  if (scan === undefined) return here;
  const there = await scan(needles);
  return { files: here.files + there.files, bytes: here.bytes + there.bytes, found: here.found + there.found.length };
}
