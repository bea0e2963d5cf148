/**
 * Records on their way to be sealed, and pages that come back: plain values over typed arrays, with no function and no
 * class among them, so that another thread can take them over whole. Both hold what an adversary wants: see `wipeBatch`.
 */
import { LedgerError } from '../error.ts';
import type { KeyId, PageRow } from '../store.ts';

/** Bytes of a data key. */
const KEY_BYTES = 32;
const HASH_BYTES = 32;
const FIRST_BYTES_A_RECORD = 512;

/** Consecutive entries to be, with all that sealing them needs. */
export interface RecordBatch {
  /** 16 bytes. */
  readonly cellId: Uint8Array<ArrayBuffer>;
  /** The ledger's size before this commit. */
  readonly firstSeq: number;
  /** Canonical JSON (RFC 8785) as UTF-8, record behind record. */
  readonly bytes: Uint8Array<ArrayBuffer>;
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

/** Writes records of one sort as canonical JSON (RFC 8785) in UTF-8. */
export interface RecordWriter<T> {
  /** No fewer bytes than the record takes. */
  mostBytes(record: T): number;
  /** Writes it into `target` from `at` on; returns the offset behind it. */
  write(record: T, target: Uint8Array, at: number): number;
}

/** The buffers to hand over with a batch, so that nothing is copied; it is empty afterwards. */
export function buffersOfBatch({ bytes, ends, keyIds, keyOf, keys }: RecordBatch): ArrayBuffer[] {
  return [bytes.buffer, ends.buffer, keyIds.buffer, keyOf.buffer, keys.buffer];
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

/** Consecutive stretches of one commit, sealed one after another, as one. Throws `out-of-range` where one does not follow the other. */
export function joinSealed(stretches: readonly SealedPages[]): SealedPages {
  const [first] = stretches;
  if (first === undefined) throw new LedgerError('out-of-range', { what: 'seq' });
  let count = 0;
  let bytes = 0;
  const ends: number[] = [];
  for (const stretch of stretches) {
    if (stretch.firstSeq !== first.firstSeq + count)
      throw new LedgerError('out-of-range', { what: 'seq', seq: stretch.firstSeq });
    for (const end of stretch.pageEnds) ends.push(bytes + end);
    count += stretch.count;
    bytes += stretch.pages.length;
  }
  const joined = (part: (stretch: SealedPages) => Uint8Array): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Buffer.concat(stretches.map(part)));
  return {
    firstSeq: first.firstSeq,
    count,
    commitments: joined(({ commitments }) => commitments),
    leafHashes: joined(({ leafHashes }) => leafHashes),
    pages: joined(({ pages }) => pages),
    pageEnds: Float64Array.from(ends),
    pageSeqs: Float64Array.from(stretches.flatMap(({ pageSeqs }) => [...pageSeqs])),
    pageHashes: joined(({ pageHashes }) => pageHashes),
  };
}

/** Gathers a batch, one record after another, in a buffer that grows. */
export class BatchBuilder {
  #bytes: Buffer<ArrayBuffer>;
  #at = 0;
  readonly #ends: number[] = [];
  readonly #keyOf: number[] = [];
  readonly #keyIds: KeyId[] = [];
  readonly #placeOf = new Map<KeyId, number>();

  /** `expected`: about how many records will come; `before`: a batch that is wiped, whose buffer this one takes. */
  constructor(expected = 1, before?: RecordBatch) {
    this.#bytes =
      before === undefined
        ? Buffer.allocUnsafeSlow(Math.max(expected, 1) * FIRST_BYTES_A_RECORD)
        : Buffer.from(before.bytes.buffer);
  }

  /** Adds a record by its canonical text or bytes. */
  add(keyId: KeyId, record: string | Uint8Array): void {
    if (typeof record === 'string') {
      // A UTF-16 code unit takes at most three bytes of UTF-8.
      this.#reserve(record.length * 3);
      this.#at += this.#bytes.write(record, this.#at, 'utf8');
    } else {
      this.#reserve(record.length);
      this.#bytes.set(record, this.#at);
      this.#at += record.length;
    }
    this.#close(keyId);
  }

  /** Adds a record as its writer writes it. Where that throws, nothing is added. */
  addWritten<T>(keyId: KeyId, record: T, writer: RecordWriter<T>): void {
    this.#reserve(writer.mostBytes(record));
    this.#at = writer.write(record, this.#bytes, this.#at);
    this.#close(keyId);
  }

  /** The batch; the builder is spent. Throws `key-missing`. */
  finish(of: {
    readonly cellId: Uint8Array;
    readonly firstSeq: number;
    /** The data key (32 bytes) of an id. */
    readonly keyOf: (id: KeyId) => Uint8Array | undefined;
  }): RecordBatch {
    const keys = new Uint8Array(this.#keyIds.length * KEY_BYTES);
    for (const [place, keyId] of this.#keyIds.entries()) {
      const key = of.keyOf(keyId);
      if (key === undefined) {
        throw new LedgerError('key-missing', { keyId, seq: of.firstSeq + this.#keyOf.indexOf(place) });
      }
      keys.set(key, place * KEY_BYTES);
    }
    return {
      cellId: new Uint8Array(of.cellId),
      firstSeq: of.firstSeq,
      bytes: new Uint8Array(this.#bytes.buffer, 0, this.#at),
      ends: Float64Array.from(this.#ends),
      keyOf: Uint32Array.from(this.#keyOf),
      keyIds: Float64Array.from(this.#keyIds),
      keys,
    };
  }

  #close(keyId: KeyId): void {
    this.#ends.push(this.#at);
    this.#keyOf.push(this.#placeOfKey(keyId));
  }

  #placeOfKey(keyId: KeyId): number {
    const last = this.#keyOf.at(-1);
    if (last !== undefined && this.#keyIds[last] === keyId) return last;
    const known = this.#placeOf.get(keyId);
    if (known !== undefined) return known;
    this.#placeOf.set(keyId, this.#keyIds.length);
    return this.#keyIds.push(keyId) - 1;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow((this.#at + bytes) * 2);
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes.fill(0, 0, this.#at);
    this.#bytes = grown;
  }
}
