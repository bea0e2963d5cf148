/** The blocks of one list of postings (postings.ts): in which of them a document would stand, and where its codes begin. */

import { BitReader } from './bits.ts';
import { END } from './cursor.ts';
import {
  BLOCK,
  gapParameter,
  K_BITS,
  K_FROM,
  type ListKind,
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

export class PostingsBlocks {
  readonly positioned: boolean;
  /** Occurrences: no fewer than documents. Known when it has begun, like what follows. */
  documents = 0;
  gapK = 0;
  positionK: number = USUAL_K;
  /** How many there are; −1 while what stands before them is not read. */
  blocks = -1;
  /** Of the block that was opened last: its occurrences, the document before and its last one (or more), and the bit where its gaps begin. */
  count = 0;
  before = -1;
  last = -1;
  at = 0;
  readonly #list: ListBytes;
  /** Documents of the run. */
  readonly #inRun: number;
  /** Where the skips start, and the blocks behind them, in bytes; 0 if there are none. */
  #skips = 0;
  #data = 0;

  constructor(list: ListBytes, { documents, positioned }: ListKind) {
    this.#list = list;
    this.positioned = positioned;
    this.#inRun = documents;
  }

  get bytes(): Uint8Array {
    return this.#list.bytes;
  }

  /** Gets some of what was missing. */
  fetch(): Promise<void> {
    return this.#list.fetch();
  }

  /** Reads what stands before the blocks; false if it is not here. */
  hasBegun(): boolean {
    if (this.blocks >= 0) return true;
    const list = this.#list;
    if (!list.has(0, HEAD_BYTES)) return false;
    if (list.length === 0) {
      this.blocks = 0;
      return true;
    }
    reader.bytes = list.bytes;
    reader.at = list.start * 8;
    const count = reader.gamma();
    const isShort = count <= BLOCK;
    const blocks = isShort ? 1 : reader.gamma();
    if (this.positioned && count >= K_FROM) this.positionK = reader.bits(K_BITS);
    this.#skips = isShort ? 0 : reader.align();
    this.#data = isShort ? reader.at : this.#skips + blocks * SKIP_BYTES;
    if (!list.has(0, isShort ? list.length : this.#data - list.start)) return false;
    this.documents = count;
    this.gapK = gapParameter({ positioned: this.positioned, documents: this.#inRun }, count);
    this.blocks = blocks;
    return true;
  }

  /** The first block, from one on, whose last document is not before the target; `blocks` if there is none. */
  blockWith(target: number, from: number): number {
    let low = from;
    let high = this.blocks;
    if (this.#skips === 0) return low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#skip(middle, 0, 2) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Opens a block; false if it is not here. */
  open(block: number): boolean {
    if (this.#skips === 0) {
      this.at = this.#data;
      this.count = this.documents;
      this.last = END;
      return true;
    }
    const from = this.#data + (block === 0 ? 0 : this.#skip(block - 1, 2, 3));
    const { start } = this.#list;
    if (!this.#list.has(from - start, this.#data + this.#skip(block, 2, 3) - start)) return false;
    reader.bytes = this.#list.bytes;
    reader.at = from * 8;
    this.count = reader.gamma() + (block === this.blocks - 1 ? 0 : BLOCK - 1);
    this.at = reader.at;
    this.before = block === 0 ? -1 : this.#skip(block - 1, 0, 2);
    this.last = this.#skip(block, 0, 2);
    return true;
  }

  /** A number of the skip of a block: so many bytes from its nth on. */
  #skip(block: number, nth: number, bytes: number): number {
    const from = this.#list.bytes;
    const at = this.#skips + block * SKIP_BYTES + nth;
    let value = 0;
    for (let i = 0; i < bytes; i++) value = (value << 8) | (from[at + i] ?? 0);
    return value;
  }
}

const reader = new BitReader(new Uint8Array(0));
