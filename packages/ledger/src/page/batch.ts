/**
 * Records on their way to be sealed, and pages that come back: plain values over typed arrays, with no function and no
 * class among them, so that another thread can take them. Both hold what an adversary wants: see `wipeBatch`.
 */
import { LedgerError } from '../error.ts';
import type { KeyId, PageRow } from '../store.ts';
import { RecordBuffer } from './record-buffer.ts';

/** Bytes of a data key. */
const KEY_BYTES = 32;
const HASH_BYTES = 32;

/** Consecutive entries to be, with all that sealing them needs. */
export interface RecordBatch {
  /** 16 bytes. */
  readonly cellId: Uint8Array<ArrayBuffer>;
  /** The ledger's size before this commit. */
  readonly firstSeq: number;
  /** Canonical JSON (RFC 8785) as UTF-8, in any order. Of shared memory it is that of whoever gathered it, on any thread. */
  readonly bytes: Uint8Array;
  /** Where each record begins in `bytes`. */
  readonly starts: Float64Array<ArrayBuffer>;
  /** Where each record ends in `bytes`. */
  readonly ends: Float64Array<ArrayBuffer>;
  /** For each record the place of its key in `keyIds`. */
  readonly keyOf: Uint32Array<ArrayBuffer>;
  /** Each key's id, once. */
  readonly keyIds: Float64Array<ArrayBuffer>;
  /** Each key, 32 bytes, in the order of `keyIds`. */
  readonly keys: Uint8Array<ArrayBuffer>;
}

/** A commit ready to be appended. */
export interface SealedPages {
  readonly firstSeq: number;
  readonly count: number;
  /** 32 bytes an entry. */
  readonly commitments: Uint8Array<ArrayBuffer>;
  /** The tree's leaf hash of each entry, 32 bytes. */
  readonly leafHashes: Uint8Array<ArrayBuffer>;
  /** The pages one behind another. */
  readonly pages: Uint8Array<ArrayBuffer>;
  /** Where each page ends in `pages`. */
  readonly pageEnds: Float64Array<ArrayBuffer>;
  readonly pageSeqs: Float64Array<ArrayBuffer>;
  /** Each page's own hash, 32 bytes. */
  readonly pageHashes: Uint8Array<ArrayBuffer>;
}

/** The buffers to hand over with sealed pages. */
export function buffersOfSealed(sealed: SealedPages): ArrayBuffer[] {
  const { commitments, leafHashes, pageEnds, pageHashes, pageSeqs, pages } = sealed;
  return [commitments, leafHashes, pageEnds, pageHashes, pageSeqs, pages].map(({ buffer }) => buffer);
}

/** Overwrites a batch's records and keys. */
export function wipeBatch({ bytes, keys }: RecordBatch): void {
  bytes.fill(0);
  keys.fill(0);
}

/** The sealed pages as rows; their bytes are views. */
export function pageRowsOf({ pageEnds, pageHashes, pageSeqs, pages }: SealedPages): PageRow[] {
  return Array.from(pageSeqs, (firstSeq, at) => ({
    firstSeq,
    bytes: pages.subarray(pageEnds[at - 1] ?? 0, pageEnds[at]),
    sha256: pageHashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  }));
}

/** Gathers a batch of records in their order. */
export class BatchBuilder {
  readonly #records = new RecordBuffer();
  readonly #keyOf: number[] = [];
  readonly #keyIds: KeyId[] = [];
  readonly #placeOf = new Map<KeyId, number>();

  /** Adds a record by its canonical text or bytes. */
  add(keyId: KeyId, record: string | Uint8Array): void {
    this.#records.add(record);
    this.#keyOf.push(this.#placeOfKey(keyId));
  }

  /** The batch; the builder is spent. Throws `key-missing`. */
  finish(of: {
    readonly cellId: Uint8Array;
    readonly firstSeq: number;
    /** The data key (32 bytes) of an id. */
    readonly keyOf: (id: KeyId) => Uint8Array | undefined;
  }): RecordBatch {
    const { bytes, ends } = this.#records;
    const starts = ends.map((_, at) => ends[at - 1] ?? 0);
    const keyIds = Float64Array.from(this.#keyIds);
    return batchOf({ ...of, bytes, starts, ends, keyIds, keyOfRecord: Uint32Array.from(this.#keyOf) });
  }

  #placeOfKey(keyId: KeyId): number {
    const known = this.#placeOf.get(keyId);
    if (known !== undefined) return known;
    this.#placeOf.set(keyId, this.#keyIds.length);
    return this.#keyIds.push(keyId) - 1;
  }
}

/** A batch of records whose keys are given by their ids. Throws `key-missing`. */
export function batchOf({
  keyOf,
  keyOfRecord,
  ...records
}: Omit<RecordBatch, 'cellId' | 'keyOf' | 'keys'> & {
  readonly cellId: Uint8Array;
  /** For each record the place of its key in `keyIds`. */
  readonly keyOfRecord: Uint32Array<ArrayBuffer>;
  /** The data key (32 bytes) of an id. */
  readonly keyOf: (id: KeyId) => Uint8Array | undefined;
}): RecordBatch {
  const { cellId, firstSeq, keyIds } = records;
  const keys = new Uint8Array(keyIds.length * KEY_BYTES);
  for (const [place, keyId] of keyIds.entries()) {
    const key = keyOf(keyId);
    if (key === undefined) throw new LedgerError('key-missing', { keyId, seq: firstSeq + keyOfRecord.indexOf(place) });
    keys.set(key, place * KEY_BYTES);
  }
  return { ...records, cellId: new Uint8Array(cellId), keyOf: keyOfRecord, keys };
}
