// What goes along when the keys of a cell move to another store under the same root: each key as it is wrapped, with its id and
// scope; what was destroyed; what is suppressed; secrets. Keys of index segments stay: the index is made anew. Nothing is unwrapped
// on the way, and nothing is held whole in memory but what is suppressed.

import type { KeyId } from '@acta/ledger';

export interface StockedKey {
  readonly id: KeyId;
  readonly subject: number;
  readonly conversation: number;
  readonly month: number;
  readonly wrapped: Uint8Array;
}

export interface DestroyedKey {
  readonly id: KeyId;
  /** Seq of the order. */
  readonly seq: number;
}

export interface SuppressedHash {
  readonly hash: Uint8Array;
  readonly seq: number;
}

export interface WrappedSecret {
  readonly name: string;
  readonly wrapped: Uint8Array;
}

/** The stock of a store; batches in the order of ids. */
export interface KeyStock {
  readonly keys: () => AsyncIterable<readonly StockedKey[]>;
  readonly destroyed: () => AsyncIterable<readonly DestroyedKey[]>;
  readonly suppressed: () => Promise<readonly SuppressedHash[]>;
  readonly secrets: () => Promise<readonly WrappedSecret[]>;
  /** The highest id that a key ever had, of a segment too: none of these is minted again. */
  readonly highestId: () => Promise<KeyId>;
}

/** Keys in a batch of a stock. */
export const STOCK_BATCH = 5_000;

/** Ids by the order that destroyed them. */
export function idsByOrder(destroyed: readonly DestroyedKey[]): ReadonlyMap<number, KeyId[]> {
  const found = new Map<number, KeyId[]>();
  for (const { id, seq } of destroyed) {
    const ids = found.get(seq);
    if (ids === undefined) found.set(seq, [id]);
    else ids.push(id);
  }
  return found;
}
