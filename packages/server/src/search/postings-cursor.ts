/** One list of postings (postings.ts) being walked, block by block; of a list that is not in memory only the blocks it comes to. */

import { BitReader } from './bits.ts';
import { type Cursor, END, MISSING } from './cursor.ts';
import {
  BLOCK,
  gapParameter,
  K_BITS,
  K_FROM,
  type ListKind,
  POSITIONS,
  type PostingsPlace,
  SKIP_BYTES,
  USUAL_K,
} from './postings.ts';

/** The bytes of a list, all of them or as far as they were fetched. */
export interface ListBytes {
  /** Once the first are here they stay where they are, and so does where the list starts in them. */
  readonly bytes: Uint8Array;
  readonly start: number;
  /** Known when the first are here; 0 if there is no such list. */
  readonly length: number;
  /** Whether the bytes [from, to) of the list are here; `fetch` gets some of what is not. */
  has(from: number, to: number): boolean;
  fetch(): Promise<void>;
}

/** A list that is in memory. */
export function wholeList({ bytes, start }: PostingsPlace, length: number): ListBytes {
  return { bytes, start, length, has: () => true, fetch: () => Promise.resolve() };
}

/** What stands before the skips is no longer. */
const HEAD_BYTES = 16;

export class PostingsCursor implements Cursor {
  doc = -1;
  /** Occurrences: no fewer than documents. */
  documents = 0;
  readonly size: number;
  readonly #list: ListBytes;
  readonly #reader: BitReader;
  readonly #positioned: boolean;
  /** Documents of the run. */
  readonly #inRun: number;
  #gapK = 0;
  #positionK = USUAL_K;
  /** How many there are; −1 while what stands before them is not read. */
  #blocks = -1;
  /** Where the skips start, and the blocks behind them, in bytes. */
  #skips = 0;
  #data = 0;
  #block = -1;
  #blockLast = -1;
  #keys: Uint32Array = NOTHING;
  #count = 0;
  #at = 0;
  /** Where the block's positions start, in bits; −1 once they are read. */
  #positionsAt = -1;

  /** Of two lists the one of less `size` is walked first. */
  constructor(list: ListBytes, { documents, positioned }: ListKind, size: number = list.length) {
    this.#list = list;
    this.#reader = new BitReader(NOTHING_READ);
    this.#positioned = positioned;
    this.#inRun = documents;
    this.size = size;
  }

  async begin(): Promise<void> {
    while (!this.#hasBegun()) await this.#list.fetch();
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    if (this.#block < 0 || this.#blockLast < target) {
      if (!this.#hasBegun()) return MISSING;
      const block = this.#blockWith(target);
      if (block >= this.#blocks) return this.#end();
      if (!this.#open(block)) return MISSING;
    }
    let at = this.#at;
    while (at < this.#count && (this.#keys[at] ?? 0) >>> 16 < target) at++;
    if (at >= this.#count) return this.#end();
    this.#at = at;
    this.doc = (this.#keys[at] ?? 0) >>> 16;
    return this.doc;
  }

  fetch(): Promise<void> {
    return this.#list.fetch();
  }

  frequency(): number {
    let count = 1;
    while (this.#at + count < this.#count && (this.#keys[this.#at + count] ?? 0) >>> 16 === this.doc) count++;
    return count;
  }

  positions(into: number[]): void {
    into.length = 0;
    if (!this.#positioned) return;
    if (this.#positionsAt >= 0) {
      this.#reader.at = this.#positionsAt;
      this.#reader.positions(this.#keys, 0, this.#count, this.#positionK);
      this.#positionsAt = -1;
    }
    for (let at = this.#at; at < this.#count; at++) {
      const key = this.#keys[at] ?? 0;
      if (key >>> 16 !== this.doc) break;
      into.push(key & POSITIONS);
    }
  }

  /** The first block whose last document is not before the target, from the next one on. */
  #blockWith(target: number): number {
    let low = this.#block + 1;
    let high = this.#blocks;
    if (this.#skips === 0) return low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#skip(middle, 0, 2) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Reads what stands before the blocks; false if it is not here. */
  #hasBegun(): boolean {
    if (this.#blocks >= 0) return true;
    const list = this.#list;
    if (!list.has(0, HEAD_BYTES)) return false;
    if (list.length === 0) {
      this.#blocks = 0;
      return true;
    }
    const reader = this.#reader;
    reader.bytes = list.bytes;
    reader.at = list.start * 8;
    const count = reader.gamma();
    const isShort = count <= BLOCK;
    const blocks = isShort ? 1 : reader.gamma();
    if (this.#positioned && count >= K_FROM) this.#positionK = reader.bits(K_BITS);
    this.#skips = isShort ? 0 : reader.align();
    this.#data = this.#skips + blocks * SKIP_BYTES;
    if (!list.has(0, isShort ? list.length : this.#data - list.start)) return false;
    this.documents = count;
    this.#gapK = gapParameter({ positioned: this.#positioned, documents: this.#inRun }, count);
    this.#blocks = blocks;
    return true;
  }

  /** Reads the documents of a block; false if it is not here. */
  #open(block: number): boolean {
    const reader = this.#reader;
    let count = this.documents;
    let before = -1;
    if (this.#skips > 0) {
      const from = this.#data + (block === 0 ? 0 : this.#skip(block - 1, 2, 3));
      const { start } = this.#list;
      if (!this.#list.has(from - start, this.#data + this.#skip(block, 2, 3) - start)) return false;
      if (block > 0) before = this.#skip(block - 1, 0, 2);
      reader.at = from * 8;
      count = reader.gamma() + (block === this.#blocks - 1 ? 0 : BLOCK - 1);
    }
    this.#blockLast = this.#skips > 0 ? this.#skip(block, 0, 2) : END;
    if (this.#keys.length < count) this.#keys = new Uint32Array(count);
    reader.gaps(this.#keys, { from: 0, to: count, before, less: this.#positioned ? 0 : 1 }, this.#gapK);
    this.#block = block;
    this.#count = count;
    this.#at = 0;
    this.#positionsAt = reader.at;
    return true;
  }

  #end(): typeof END {
    this.doc = END;
    this.#at = this.#count;
    return END;
  }

  /** A number of the skip of a block: so many bytes from its nth on. */
  #skip(block: number, nth: number, bytes: number): number {
    const at = this.#skips + block * SKIP_BYTES + nth;
    let value = 0;
    for (let i = 0; i < bytes; i++) value = (value << 8) | (this.#reader.bytes[at + i] ?? 0);
    return value;
  }
}

const NOTHING = new Uint32Array(0);
const NOTHING_READ = new Uint8Array(0);
