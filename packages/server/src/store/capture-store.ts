// Where sealed frames of captures stand: deliveries that were accepted and that the ledger does not hold yet. Frames in the order in
// which they were added, under the key that seals them. It opens none.

import type { KeyId } from '@acta/ledger';

export interface CaptureStore {
  /**
   * Adds the next frame to those of a key, from 0 on. Durable when it resolves. Where it rejects nobody knows whether the frame stands, and none
   * may be added to this key any more. Rejects with `disk-full`, and with `writer-lost` where another writes by now.
   */
  append(key: KeyId, index: number, frame: Uint8Array): Promise<void>;
  /** The keys of all frames that stand, the oldest first. */
  keys(): Promise<readonly KeyId[]>;
  /** The frames of a key in their order. The last one is left out where its writing was cut off. */
  frames(key: KeyId): AsyncIterable<Uint8Array>;
  /** Removes the frames of a key. */
  drop(key: KeyId): Promise<void>;
  close(): Promise<void>;
}
