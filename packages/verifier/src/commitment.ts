/**
 * Commitments: the 32 bytes that stand for a record in the ledger and are the data of its entry,
 * SHA-256("acta/record/v1\n" ‖ cell id (16) ‖ salt (16) ‖ canonical record). Without the salt they tell nothing.
 */
import { expectLength, utf8 } from './bytes.ts';
import { isCount } from './decimal.ts';
import { VerifierError } from './error.ts';
import { HASH_BYTES, type Sha256, type Sha256Into } from './hashing.ts';

/** Bytes in a cell id. */
export const CELL_ID_BYTES = 16;
/** Bytes in a record's salt. */
export const SALT_BYTES = 16;
/** Bytes in a commitment. */
export const COMMITMENT_BYTES: number = HASH_BYTES;

const TAG = utf8('acta/record/v1\n');
const SALT_AT = TAG.length + CELL_ID_BYTES;
const RECORD_AT = SALT_AT + SALT_BYTES;
const FIRST_SCRATCH_BYTES = 4096;
const encoder = new TextEncoder();

/** What one commitment is made of. The record's bytes must be canonical; this is not checked here. */
export interface CommitmentParts {
  readonly sha256: Sha256;
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  readonly record: Uint8Array;
}

/** The commitment of one record: 32 bytes. Throws `wrong-length`. */
export function commitmentOf({ sha256, cellId, salt, record }: CommitmentParts): Uint8Array {
  const commitment = new Uint8Array(COMMITMENT_BYTES);
  new Committer({ sha256, cellId }).commit({ salt, record, out: commitment, offset: 0 });
  return commitment;
}

/** Makes many commitments of one cell through one scratch buffer, which holds plaintext until `wipe` or the next record. */
export class Committer {
  readonly #sha256: Sha256;
  #scratch: Uint8Array = new Uint8Array(FIRST_SCRATCH_BYTES);

  /** Throws `wrong-length`. */
  constructor({ sha256, cellId }: Pick<CommitmentParts, 'sha256' | 'cellId'>) {
    expectLength(cellId, CELL_ID_BYTES, 'cell id');
    this.#sha256 = sha256;
    this.#scratch.set(TAG);
    this.#scratch.set(cellId, TAG.length);
  }

  /**
   * Writes the commitment of `record` (canonical JSON, as text or UTF-8) into `out` at `offset`. Throws `wrong-length`
   * for a salt that is not 16 bytes and `out-of-range` where 32 bytes do not fit.
   */
  commit(part: {
    readonly salt: Uint8Array;
    readonly record: string | Uint8Array;
    readonly out: Uint8Array;
    readonly offset: number;
  }): void {
    expectLength(part.salt, SALT_BYTES, 'salt');
    if (!isCount(part.offset) || part.offset + COMMITMENT_BYTES > part.out.length)
      throw new VerifierError('out-of-range', { what: 'commitment' });
    const end = this.#fill(part.record);
    this.#scratch.set(part.salt, SALT_AT);
    part.out.set(this.#sha256(this.#scratch.subarray(0, end)), part.offset);
  }

  /**
   * Writes the commitments of `records` one after another into `out` (32 bytes each); `salts` holds 16 bytes for each, in
   * the same order. Throws `wrong-length` when the three do not fit each other.
   */
  commitAll(parts: {
    readonly salts: Uint8Array;
    readonly records: readonly (string | Uint8Array)[];
    readonly out: Uint8Array;
  }): void {
    const { salts, records, out } = parts;
    expectLength(salts, records.length * SALT_BYTES, 'salts');
    expectLength(out, records.length * COMMITMENT_BYTES, 'commitments');
    for (const [index, record] of records.entries()) {
      const end = this.#fill(record);
      for (let i = 0; i < SALT_BYTES; i++) this.#scratch[SALT_AT + i] = salts[index * SALT_BYTES + i] ?? 0;
      out.set(this.#sha256(this.#scratch.subarray(0, end)), index * COMMITMENT_BYTES);
    }
  }

  /**
   * Writes the commitments of records that stand one behind another in `bytes`, each up to its end, into `out`, as
   * `commitAll` does. Throws `wrong-length` when these do not fit each other.
   */
  commitJoined(
    parts: {
      readonly salts: Uint8Array;
      readonly bytes: Uint8Array;
      readonly ends: readonly number[];
      readonly out: Uint8Array;
    },
    sha256Into: Sha256Into,
  ): void {
    const { bytes, ends, out, salts } = parts;
    expectLength(salts, ends.length * SALT_BYTES, 'salts');
    expectLength(out, ends.length * COMMITMENT_BYTES, 'commitments');
    let start = 0;
    for (let index = 0; index < ends.length; index++) {
      const end = ends[index] ?? 0;
      if (end < start || end > bytes.length) throw new VerifierError('wrong-length', { what: 'record', index });
      this.#reserve(end - start);
      for (let i = 0; i < SALT_BYTES; i++) this.#scratch[SALT_AT + i] = salts[index * SALT_BYTES + i] ?? 0;
      this.#scratch.set(bytes.subarray(start, end), RECORD_AT);
      sha256Into(this.#scratch.subarray(0, RECORD_AT + end - start), out, index * COMMITMENT_BYTES);
      start = end;
    }
  }

  /** Overwrites the plaintext and salt of the last record. */
  wipe(): void {
    this.#scratch.fill(0, SALT_AT);
  }

  /** Places a record in the scratch buffer and returns where it ends. */
  #fill(record: string | Uint8Array): number {
    if (typeof record !== 'string') {
      this.#reserve(record.length);
      this.#scratch.set(record, RECORD_AT);
      return RECORD_AT + record.length;
    }
    // A UTF-16 code unit takes at most three bytes of UTF-8.
    this.#reserve(record.length * 3);
    return RECORD_AT + encoder.encodeInto(record, this.#scratch.subarray(RECORD_AT)).written;
  }

  #reserve(bytes: number): void {
    if (RECORD_AT + bytes <= this.#scratch.length) return;
    const grown = new Uint8Array((RECORD_AT + bytes) * 2);
    grown.set(this.#scratch.subarray(0, SALT_AT));
    this.wipe();
    this.#scratch = grown;
  }
}
