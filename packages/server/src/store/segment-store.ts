// What the server asks of the place where the search index's sealed segments stand, and their keys in the key store.

import type { SegmentKeys, SegmentStore } from '../search/segment-store.ts';
import { ServerError } from '../server-error.ts';
import type { KeyStore } from './key-store.ts';

export interface StoredSegments extends SegmentStore {
  /** Whether something read here was damaged: the store is to be dropped and filled again. */
  readonly isDamaged: boolean;
  /** The store is no longer what its ledger says, whatever its bytes. */
  noteDamage(): void;
  /** Drops every segment. The keys are the caller's to destroy. */
  drop(): Promise<void>;
  /** Takes note that another connection may have dropped the segments. */
  reopen(): Promise<void>;
  /** Resolves when no byte of a removed part is left, as far as the engine can promise it. */
  truncateLog(): Promise<void>;
  close(): Promise<void>;
}

/** The segments' keys in the key store. A segment that stands without its key is not of this vault's present: `projections-behind`. */
export function segmentKeysIn(keys: KeyStore, segments: StoredSegments): SegmentKeys {
  return {
    mint: () => keys.mintFor('segment'),
    open: async (id) => (await keys.open([id])).get(id) ?? lostKey(segments),
    destroy: (ids) => keys.destroy(ids, 0),
    list: () => keys.keysOfUse('segment'),
  };
}

function lostKey(segments: StoredSegments): never {
  segments.noteDamage();
  throw new ServerError('projections-behind', { file: 'search.db' });
}
