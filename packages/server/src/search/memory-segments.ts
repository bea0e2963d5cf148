/** A segment store and segment keys that live in memory: for tests, for measurements, and for an index nobody wants to keep. */

import { randomBytes } from 'node:crypto';
import type { SealedPart, SealedSegment, SegmentInfo, SegmentKey, SegmentKeys, SegmentStore } from './segment-store.ts';

interface Stored {
  readonly info: SegmentInfo;
  readonly head: Uint8Array;
  readonly parts: ReadonlyMap<number, Uint8Array>;
}

export class MemorySegments implements SegmentStore {
  readonly #segments = new Map<number, Stored>();
  readonly #staged = new Map<number, readonly SealedPart[]>();

  async list(): Promise<readonly SegmentInfo[]> {
    return [...this.#segments.values()].map(({ info }) => info);
  }

  async head(id: number): Promise<Uint8Array | undefined> {
    return this.#segments.get(id)?.head;
  }

  async blob(id: number, part: number): Promise<Uint8Array | undefined> {
    return this.#segments.get(id)?.parts.get(part);
  }

  async stage(segment: number, parts: readonly SealedPart[]): Promise<void> {
    this.#staged.set(segment, [...(this.#staged.get(segment) ?? []), ...parts]);
  }

  async replace(change: { readonly remove: readonly number[]; readonly add: readonly SealedSegment[] }): Promise<void> {
    for (const id of change.remove) this.#segments.delete(id);
    for (const { info, head, parts } of change.add) {
      const all = [...(this.#staged.get(info.id) ?? []), ...parts];
      this.#segments.set(info.id, { info, head, parts: new Map(all.map(({ part, bytes }) => [part, bytes])) });
    }
    this.#staged.clear();
  }

  /** All sealed bytes of a segment, the head first. */
  blobs(id: number): readonly { readonly part: number | undefined; readonly bytes: Uint8Array }[] {
    const stored = this.#segments.get(id);
    if (stored === undefined) return [];
    return [{ part: undefined, bytes: stored.head }, ...[...stored.parts].map(([part, bytes]) => ({ part, bytes }))];
  }
}

export class MemorySegmentKeys implements SegmentKeys {
  readonly #keys = new Map<number, Uint8Array>();
  #last = 0;

  async mint(): Promise<SegmentKey> {
    const id = ++this.#last;
    const key = randomBytes(32);
    this.#keys.set(id, key);
    return { id, key };
  }

  async open(id: number): Promise<Uint8Array> {
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error('no such segment key');
    return key;
  }

  async destroy(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      this.#keys.get(id)?.fill(0);
      this.#keys.delete(id);
    }
  }

  async list(): Promise<readonly number[]> {
    return [...this.#keys.keys()];
  }
}
