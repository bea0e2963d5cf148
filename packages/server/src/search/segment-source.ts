/** Where segments are read from, and what was opened lately: two caches, bounded by bytes. */

import type { DocChunk } from './doc-table.ts';
import { PartCache } from './part-cache.ts';
import type { SegmentKeys, SegmentStore } from './segment-store.ts';

export class SegmentSource {
  readonly store: SegmentStore;
  readonly keys: SegmentKeys;
  readonly parts: PartCache<Uint8Array>;
  readonly docs: PartCache<DocChunk>;

  constructor(store: SegmentStore, keys: SegmentKeys, cacheBytes: number) {
    this.store = store;
    this.keys = keys;
    this.parts = new PartCache(cacheBytes, (part) => part.length);
    this.docs = new PartCache(cacheBytes / 2, ({ heldBytes }) => heldBytes);
  }

  /** Keeps more from now on, if it is more. */
  widen(cacheBytes: number): void {
    this.parts.widen(cacheBytes);
    this.docs.widen(cacheBytes / 2);
  }

  /** Forgets what was opened of some segments. */
  forget(segments: ReadonlySet<number>): void {
    this.parts.forget(segments);
    this.docs.forget(segments);
  }
}
