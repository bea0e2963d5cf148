/** One list of postings (postings.ts) being walked, block by block; of a list that is not in memory only the blocks it comes to. */

import { BitReader } from './bits.ts';
import { type Cursor, END, MISSING } from './cursor.ts';
import { type ListKind, POSITIONS } from './postings.ts';
import { type ListBytes, PostingsBlocks } from './postings-blocks.ts';

/** Documents of a block that are read at once: who looks for the newest, or for one document, needs few of them. */
const STRIDE = 16;

export class PostingsCursor implements Cursor {
  doc = -1;
  readonly size: number;
  readonly blocks: PostingsBlocks;
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
  constructor(list: ListBytes, kind: ListKind, size: number = list.length) {
    this.blocks = new PostingsBlocks(list, kind);
    this.size = size;
  }

  /** Occurrences: no fewer than documents. */
  get documents(): number {
    return this.blocks.documents;
  }

  async begin(): Promise<void> {
    while (!this.blocks.hasBegun()) await this.blocks.fetch();
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    if (this.#block < 0 || this.#blockLast < target) {
      const { blocks } = this;
      if (!blocks.hasBegun()) return MISSING;
      const block = blocks.blockWith(target, this.#block + 1);
      if (block >= blocks.blocks) return this.#end();
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
    return this.blocks.fetch();
  }

  frequency(): number {
    this.#read(this.#count);
    let count = 1;
    while (this.#at + count < this.#count && (this.#keys[this.#at + count] ?? 0) >>> 16 === this.doc) count++;
    return count;
  }

  positions(into: number[]): void {
    into.length = 0;
    if (!this.blocks.positioned) return;
    const end = this.#at + this.frequency();
    if (end > this.#placed) this.#place(end);
    for (let at = this.#at; at < end; at++) into.push((this.#keys[at] ?? 0) & POSITIONS);
  }

  /** Begins a block; false if it is not here. */
  #open(block: number): boolean {
    const { blocks } = this;
    if (!blocks.open(block)) return false;
    if (this.#keys.length < blocks.count) this.#keys = new Uint32Array(blocks.count);
    this.#block = block;
    this.#blockLast = blocks.last;
    this.#count = blocks.count;
    this.#known = 0;
    this.#gapsAt = blocks.at;
    this.#lastKnown = blocks.before;
    this.#at = 0;
    this.#placed = 0;
    return true;
  }

  /** Reads the block's documents up to a number of them, if they are not read. */
  #read(to: number): void {
    const from = this.#known;
    if (to <= from) return;
    const { bytes, gapK, positioned } = this.blocks;
    reader.bytes = bytes;
    reader.at = this.#gapsAt;
    range.from = from;
    range.to = to;
    range.before = this.#lastKnown;
    range.less = positioned ? 0 : 1;
    reader.gaps(this.#keys, range, gapK);
    this.#gapsAt = reader.at;
    this.#lastKnown = (this.#keys[to - 1] ?? 0) >>> 16;
    this.#known = to;
  }

  /** Reads the block's positions up to a number of them; its documents are read. */
  #place(to: number): void {
    const { bytes, positionK } = this.blocks;
    const from = this.#placed;
    reader.bytes = bytes;
    reader.at = from === 0 ? this.#gapsAt : this.#placesAt;
    reader.positions(this.#keys, from, to, positionK, from === 0 ? -1 : this.#keys[from - 1]);
    this.#placesAt = reader.at;
    this.#placed = to;
  }

  #end(): typeof END {
    this.doc = END;
    this.#at = this.#count;
    return END;
  }
}

const NOTHING = new Uint32Array(0);
/** Nobody waits while one of them is in use. */
const reader = new BitReader(new Uint8Array(0));
const range = { from: 0, to: 0, before: -1, less: 0 };
