/**
 * Records on their way into a batch: canonical bytes one behind another, and where each ends. What is gathered here is what an
 * adversary wants, so that nothing of it stays where the buffer grew, nor after `wipe`.
 */

const FIRST_RECORDS = 16;
const MOST_KEPT_BYTES = 8 * 1024 * 1024;
/** Shared memory is made for much at once: what is not written to costs nothing, what is grown out of costs till it is collected. */
const FIRST_BYTES: Readonly<Record<RecordMemory, number>> = { own: 4096, shared: MOST_KEPT_BYTES };

/** Writes records of one sort as canonical JSON (RFC 8785) in UTF-8. */
export interface RecordWriter<T> {
  /** No fewer bytes than the record takes. */
  mostBytes(record: T): number;
  /** Writes it into `target` from `at` on; returns the offset behind it. */
  write(record: T, target: Uint8Array, at: number): number;
}

/** Where the records lie: in memory of this thread alone, or in memory that a batch of them shares with whichever thread it is sent to. */
export type RecordMemory = 'own' | 'shared';

/** Gathers records, one after another, in a buffer that grows. */
export class RecordBuffer {
  readonly #memory: RecordMemory;
  #bytes: Buffer;
  #ends: Float64Array<ArrayBuffer> = new Float64Array(FIRST_RECORDS);
  #count = 0;
  #at = 0;
  /** What lies behind it was never written to. */
  #touched = 0;

  constructor(memory: RecordMemory = 'own') {
    this.#memory = memory;
    this.#bytes = this.#allocated(FIRST_BYTES[this.#memory]);
  }

  /** How many records there are. */
  get count(): number {
    return this.#count;
  }

  /** Bytes of all records. */
  get sizeBytes(): number {
    return this.#at;
  }

  /** The records: a view that the next one outdates. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, 0, this.#at);
  }

  /** Where each record ends in `bytes`: a view that the next one outdates. */
  get ends(): Float64Array<ArrayBuffer> {
    return this.#ends.subarray(0, this.#count);
  }

  /** Adds a record by its canonical text or bytes. */
  add(record: string | Uint8Array): void {
    if (typeof record === 'string') {
      // A UTF-16 code unit takes at most three bytes of UTF-8.
      this.#reserve(record.length * 3);
      this.#at += this.#bytes.write(record, this.#at, 'utf8');
    } else {
      this.#reserve(record.length);
      this.#bytes.set(record, this.#at);
      this.#at += record.length;
    }
    this.#close();
  }

  /** Adds a record as its writer writes it. Where that throws, nothing is added. */
  addWritten<T>(record: T, writer: RecordWriter<T>): void {
    this.#reserve(writer.mostBytes(record));
    this.#at = writer.write(record, this.#bytes, this.#at);
    this.#close();
  }

  /** Overwrites all records; the buffer is empty afterwards and keeps its memory, unless that is much. */
  wipe(): void {
    this.#bytes.fill(0, 0, this.#touched);
    this.#touched = 0;
    if (this.#bytes.length > MOST_KEPT_BYTES) this.#bytes = this.#allocated(FIRST_BYTES[this.#memory]);
    this.#at = 0;
    this.#count = 0;
  }

  #close(): void {
    if (this.#count === this.#ends.length) {
      const grown = new Float64Array(this.#count * 2);
      grown.set(this.#ends);
      this.#ends = grown;
    }
    this.#ends[this.#count++] = this.#at;
  }

  #reserve(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed > this.#bytes.length) this.#grow(needed);
    if (needed > this.#touched) this.#touched = needed;
  }

  #grow(needed: number): void {
    const grown = this.#allocated(needed * 2);
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes.fill(0, 0, this.#touched);
    this.#bytes = grown;
  }

  #allocated(bytes: number): Buffer {
    return this.#memory === 'own' ? Buffer.allocUnsafeSlow(bytes) : Buffer.from(new SharedArrayBuffer(bytes));
  }
}
