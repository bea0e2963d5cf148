// Sealed strips on their way to another thread: what is many small arrays here goes as a few large ones. A view that is posted as it
// is would take the whole buffer behind it along.

import type { KeyObject } from 'node:crypto';
import type { KeyId, StripsToOpen } from '@acta/ledger';

/** Strips as they are posted. */
export interface PackedStrips {
  readonly cellId: Uint8Array;
  /** By strip: first seq of its page, key id, slots and sealed bytes. */
  readonly heads: Float64Array;
  /** The slots of all strips, one after another. */
  readonly slots: Uint8Array;
  /** The sealed bytes of all strips, one after another. */
  readonly sealed: Uint8Array;
  readonly keys: ReadonlyMap<KeyId, KeyObject>;
}

const HEAD = 4;

export function packedStrips({ cellId, strips }: StripsToOpen): PackedStrips {
  const heads = new Float64Array(strips.length * HEAD);
  const slots = new Uint8Array(strips.reduce((sum, strip) => sum + strip.slots.length, 0));
  const sealed = new Uint8Array(strips.reduce((sum, strip) => sum + strip.sealed.length, 0));
  let [slotsAt, sealedAt] = [0, 0];
  for (const [at, strip] of strips.entries()) {
    heads.set([strip.pageSeq, strip.keyId, strip.slots.length, strip.sealed.length], at * HEAD);
    slots.set(strip.slots, slotsAt);
    sealed.set(strip.sealed, sealedAt);
    slotsAt += strip.slots.length;
    sealedAt += strip.sealed.length;
  }
  return { cellId, heads, slots, sealed, keys: new Map(strips.map(({ key, keyId }) => [keyId, key])) };
}

export function unpackedStrips({ cellId, heads, keys, sealed, slots }: PackedStrips): StripsToOpen {
  const strips: StripsToOpen['strips'][number][] = [];
  let [slotsAt, sealedAt] = [0, 0];
  for (let at = 0; at < heads.length; at += HEAD) {
    const [pageSeq = 0, keyId = 0, slotCount = 0, sealedBytes = 0] = heads.subarray(at, at + HEAD);
    const key = keys.get(keyId);
    if (key === undefined) throw new TypeError('a strip came without its key');
    const [slotsEnd, sealedEnd] = [slotsAt + slotCount, sealedAt + sealedBytes];
    const own = [...slots.subarray(slotsAt, slotsEnd)];
    strips.push({ pageSeq, keyId, key, slots: own, sealed: sealed.subarray(sealedAt, sealedEnd) });
    [slotsAt, sealedAt] = [slotsEnd, sealedEnd];
  }
  return { cellId, strips };
}
