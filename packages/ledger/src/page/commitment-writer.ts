/**
 * The writer's side of commitments (`commitment.ts` of the verifier says what one is): many of one cell, through one
 * scratch buffer, each to its entry's place. What it writes is checked by the verifier's code, which shares none of it.
 */
import { sha256Into } from '../hashing.ts';
import type { RecordSpans } from './member-table.ts';
import { SALT_BYTES } from './salts.ts';

const TAG = Buffer.from('acta/record/v1\n', 'latin1');
const FIRST_SCRATCH_BYTES = 4096;

/** Writes commitments into one array of 32 bytes an entry. */
export class CommitmentWriter {
  readonly #out: Buffer;
  readonly #saltAt: number;
  #scratch: Buffer = Buffer.alloc(FIRST_SCRATCH_BYTES);

  constructor(cellId: Uint8Array, out: Uint8Array<ArrayBuffer>) {
    this.#out = Buffer.from(out.buffer, out.byteOffset, out.length);
    this.#scratch.set(TAG);
    this.#scratch.set(cellId, TAG.length);
    this.#saltAt = TAG.length + cellId.length;
  }

  /** Commits to records with their salts (16 bytes each); `entryOf` says which entry each is. */
  write({ bytes, ends, starts }: RecordSpans, salts: Uint8Array, entryOf: (index: number) => number): void {
    const recordAt = this.#saltAt + SALT_BYTES;
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let index = 0; index < starts.length; index++) {
      const [start, end] = [starts[index] ?? 0, ends[index] ?? 0];
      this.#reserve(recordAt + end - start);
      for (let i = 0; i < SALT_BYTES; i++) this.#scratch[this.#saltAt + i] = salts[index * SALT_BYTES + i] ?? 0;
      source.copy(this.#scratch, recordAt, start, end);
      sha256Into(this.#scratch.subarray(0, recordAt + end - start), this.#out, entryOf(index) * 32);
    }
  }

  /** Overwrites the plaintext and salt of the last record. */
  wipe(): void {
    this.#scratch.fill(0, this.#saltAt);
  }

  #reserve(bytes: number): void {
    if (bytes <= this.#scratch.length) return;
    const grown = Buffer.alloc(bytes * 2);
    grown.set(this.#scratch.subarray(0, this.#saltAt));
    this.wipe();
    this.#scratch = grown;
  }
}
