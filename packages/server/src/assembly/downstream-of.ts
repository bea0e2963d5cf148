// The downstream of storage that is open for writing: tables and search index over what the engine opened. Whichever thread
// opened it runs it.

import { StoredDownstream } from '../projections/downstream.ts';
import { LazyIndex } from '../projections/lazy-index.ts';
import type { Tables } from '../projections/tables.ts';
import { segmentKeysIn } from '../store/segment-store.ts';
import type { Storage } from '../store/storage.ts';

/** The search index of open storage. Who may write makes it anew where it is of no use. */
export function indexOf({ keys, log, records, segments }: Storage<Tables>, mayWrite: boolean): LazyIndex {
  const drop = async (): Promise<void> => {
    const ids = await keys.keysOfUse('segment');
    await segments.drop();
    await keys.destroy(ids, 0);
  };
  return new LazyIndex({
    options: { store: segments, keys: segmentKeysIn(keys, segments), ...(mayWrite ? {} : { readOnly: true }) },
    stretches: (from) => records.stretches(from),
    size: () => log.size(),
    ...(mayWrite ? { drop } : {}),
  });
}

/** Tables and index over open storage, kept in step on this thread. */
export function downstreamOf(storage: Storage<Tables>, index: LazyIndex): StoredDownstream {
  const { blind, projections, records, segments } = storage;
  return new StoredDownstream({
    tables: projections,
    segments,
    index,
    blind,
    stretches: (from) => records.stretches(from),
  });
}
