/**
 * Documents of one list (postings.ts) that are still in question, in columns, and where their word positions are. It is filled block by
 * block with those documents of a set that the list has; nothing is made for each of them.
 */

import { BitReader } from './bits.ts';
import { BLOCK, RUN_DOCUMENTS } from './postings.ts';
import type { PostingsBlocks } from './postings-blocks.ts';

/** A set of documents, a bit for each. */
export class DocSet {
  readonly words: Int32Array = new Int32Array(RUN_DOCUMENTS / 32);

  add({ count, docs }: BlockColumn): void {
    const { words } = this;
    for (let n = 0; n < count; n++) {
      const doc = docs[n] ?? 0;
      words[doc >>> 5] = (words[doc >>> 5] ?? 0) | (1 << (doc & 31));
    }
  }

  /** Takes out what `add` took in. */
  remove({ count, docs }: BlockColumn): void {
    for (let n = 0; n < count; n++) this.words[(docs[n] ?? 0) >>> 5] = 0;
  }
}

/** With so many bits or fewer at hand as many more are taken. */
const REFILL = 16;

export class BlockColumn {
  count = 0;
  /** Ascending, each once: a block has no more documents than these, and what is in question comes from one block. */
  readonly docs: Uint16Array = new Uint16Array(BLOCK);
  /** How often each stands there, and which occurrence of its block is its first. */
  readonly #times = new Uint32Array(BLOCK);
  readonly #firsts = new Uint32Array(BLOCK);
  /** Where the reading of its block stopped: the bit, and so many gaps before the block's positions. */
  readonly #stops = new Float64Array(BLOCK);
  readonly #rests = new Uint32Array(BLOCK);
  /** The block whose positions were read last: where its reading stopped and where they begin, and which comes next, and the bit where. */
  #of = -1;
  #start = 0;
  #next = 0;
  #nextAt = 0;

  clear(): void {
    this.count = 0;
    this.#of = -1;
  }

  /** Adds those documents of the list's open block that are in a set, as far as `most`. */
  addFrom(blocks: PostingsBlocks, set: DocSet, most: number): void {
    const { before, bytes, count, gapK } = blocks;
    const { words } = set;
    const { docs } = this;
    const had = this.count;
    let found = had;
    let byte = blocks.at >>> 3;
    let bits = 8 - (blocks.at & 7);
    let word = (bytes[byte++] ?? 0) << (32 - bits);
    let doc = before;
    let i = 0;
    for (; i < count && doc <= most; i++) {
      if (bits <= REFILL) {
        word |= (((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0)) << (REFILL - bits);
        byte += 2;
        bits += REFILL;
      }
      const ones = Math.clz32(~word);
      const length = ones + 1 + gapK;
      if (length <= bits) {
        doc += (ones << gapK) | (((word << (ones + 1)) >>> 1) >>> (31 - gapK));
        word <<= length;
        bits -= length;
      } else {
        reader.bytes = bytes;
        reader.at = byte * 8 - bits;
        doc += reader.rice(gapK);
        byte = reader.at >>> 3;
        bits = 8 - (reader.at & 7);
        word = (bytes[byte++] ?? 0) << (32 - bits);
      }
      if ((((words[doc >>> 5] ?? 0) >>> (doc & 31)) & 1) === 0) continue;
      if (found > had && docs[found - 1] === doc) this.#times[found - 1] = (this.#times[found - 1] ?? 0) + 1;
      else if (found < BLOCK) {
        docs[found] = doc;
        this.#times[found] = 1;
        this.#firsts[found++] = i;
      }
    }
    this.#stops.fill(byte * 8 - bits, had, found);
    this.#rests.fill(count - i, had, found);
    this.count = found;
  }

  /** Keeps only the documents that another column has, which are all among them. */
  keep({ count, docs }: BlockColumn): void {
    let at = 0;
    for (let n = 0; n < count; n++) {
      const doc = docs[n] ?? 0;
      while ((this.docs[at] ?? doc) < doc) at++;
      this.docs[n] = doc;
      this.#times[n] = this.#times[at] ?? 0;
      this.#firsts[n] = this.#firsts[at] ?? 0;
      this.#stops[n] = this.#stops[at] ?? 0;
      this.#rests[n] = this.#rests[at] ?? 0;
    }
    this.count = count;
  }

  /** Fills in the positions in the nth document, ascending. */
  positions(n: number, { bytes, gapK, positionK }: PostingsBlocks, into: number[]): void {
    const first = this.#firsts[n] ?? 0;
    const times = this.#times[n] ?? 0;
    reader.bytes = bytes;
    if (this.#of !== this.#stops[n]) {
      this.#of = this.#stops[n] ?? 0;
      reader.at = this.#of;
      reader.skipRices(this.#rests[n] ?? 0, gapK);
      this.#start = reader.at;
      this.#nextAt = reader.at;
      this.#next = 0;
    }
    const isBehind = this.#next <= first;
    reader.at = isBehind ? this.#nextAt : this.#start;
    reader.skipPositions(first - (isBehind ? this.#next : 0), positionK);
    if (keys.length < times) keys = new Uint32Array(times);
    keys.fill(0, 0, times);
    reader.positions(keys, 0, times, positionK);
    this.#next = first + times;
    this.#nextAt = reader.at;
    into.length = 0;
    for (let i = 0; i < times; i++) into.push(keys[i] ?? 0);
  }
}

const reader = new BitReader(new Uint8Array(0));
let keys = new Uint32Array(64);
