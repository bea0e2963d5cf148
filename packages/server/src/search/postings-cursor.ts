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

/** Documents of a block that are read at once: who looks for the newest, or for one document, needs few of them. */
const STRIDE = 16;
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
  /** So many of the block's documents are read, the next one stands there in bits, and the last one is the one it counts from. */
  #known = 0;
  #gapsAt = 0;
  #lastKnown = -1;
  #at = 0;
  /** So many of the block's positions, which stand behind its documents, are read, and the next one stands there. */
  #placed = 0;
  #placesAt = 0;

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
    for (;;) {
      while (at < this.#known && (this.#keys[at] ?? 0) >>> 16 < target) at++;
      if (at < this.#known || this.#known === this.#count) break;
      this.#read(Math.min(this.#count, this.#known + STRIDE));
    }
    if (at >= this.#count) return this.#end();
    this.#at = at;
    this.doc = (this.#keys[at] ?? 0) >>> 16;
    return this.doc;
  }

  fetch(): Promise<void> {
    return this.#list.fetch();
  }

  frequency(): number {
    this.#read(this.#count);
    let count = 1;
    while (this.#at + count < this.#count && (this.#keys[this.#at + count] ?? 0) >>> 16 === this.doc) count++;
    return count;
  }

  positions(into: number[]): void {
    into.length = 0;
    if (!this.#positioned) return;
    const end = this.#at + this.frequency();
    if (end > this.#placed) this.#place(end);
    for (let at = this.#at; at < end; at++) into.push((this.#keys[at] ?? 0) & POSITIONS);
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

  /** Begins a block; false if it is not here. */
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
    this.#block = block;
    this.#count = count;
    this.#known = 0;
    this.#gapsAt = reader.at;
    this.#lastKnown = before;
    this.#at = 0;
    this.#placed = 0;
    return true;
  }

  /** Reads the block's documents up to a number of them, if they are not read. */
  #read(to: number): void {
    const from = this.#known;
    if (to <= from) return;
    const reader = this.#reader;
    reader.at = this.#gapsAt;
    reader.gaps(this.#keys, { from, to, before: this.#lastKnown, less: this.#positioned ? 0 : 1 }, this.#gapK);
    this.#gapsAt = reader.at;
    this.#lastKnown = (this.#keys[to - 1] ?? 0) >>> 16;
    this.#known = to;
  }

  /** Reads the block's positions up to a number of them; its documents are read. */
  #place(to: number): void {
    const reader = this.#reader;
    const from = this.#placed;
    reader.at = from === 0 ? this.#gapsAt : this.#placesAt;
    reader.positions(this.#keys, from, to, this.#positionK, from === 0 ? -1 : this.#keys[from - 1]);
    this.#placesAt = reader.at;
    this.#placed = to;
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
