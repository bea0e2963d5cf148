// A file as intake reads it, wherever it lies: on disk, or sealed in the vault, so that a quarantined one can be read again.

import type { RandomAccess } from '@acta/formats';

/** Bytes of known size that can be read from the start or at an offset. */
export interface InputFile extends RandomAccess {
  readonly name: string;
  /** `YYYY-MM-DD`, when the file was last changed. */
  readonly madeAt?: string;
  /** The bytes from `start` up to `end`, in pieces, each of which stands until the next one is asked for. */
  open(start?: number, end?: number): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}
