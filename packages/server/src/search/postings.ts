/**
 * Where a term stands in one run of messages: document numbers, ascending (newest first), and in each document the word positions.
 *
 *     postings = gamma occurrences, [k: 3 bits,] body                               up to 128 occurrences
 *              | gamma occurrences, gamma blocks, [k: 3 bits,] align, skips, blocks  more
 *     skip     = last document (16 bits), where its block ends (24 bits, in bytes behind the skips)
 *     block    = gamma occurrences (less 127, but for the last block), body, align
 *     body     = Rice document gaps, then Rice positions
 *
 * A gap is the document less the one before (the first from −1); a term that stands twice in a document has a gap of 0 there.
 * Terms without positions have each document once, and gaps less one. The gaps' parameter follows from the documents of the
 * run and the occurrences; k is the positions', 3 where it is not given (fewer than 8 occurrences). A position is the position, or in the
 * same document the distance from the one before, less one; a quotient of 10 or more is ten ones and 16 bits of position.
 * A block ends with a document. It knows nothing of terms or keys.
 */

import { BitReader, type BitWriter, riceParameter } from './bits.ts';

/** Documents of one run at most: document numbers take 16 bits. */
export const RUN_DOCUMENTS = 65_536;

/** Occurrences in a block, or more. */
export const BLOCK = 128;
export const SKIP_BYTES = 5;
export const USUAL_K = 3;
export const K_BITS = 3;
/** From so many occurrences on, k is given. */
export const K_FROM = 8;
/** A key is document · 2^16 + position. */
export const POSITIONS = 0xffff;

/** Occurrences of one term, ascending and each once, as keys: document · 2^16 + position (0 for terms without). [from, to) of the array. */
export interface Occurrences {
  readonly keys: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** What a list alone does not tell. */
export interface ListKind {
  readonly positioned: boolean;
  /** Documents of the run. */
  readonly documents: number;
}

interface Parameters extends ListKind {
  readonly gapK: number;
  readonly positionK: number;
}

/** Where a list stands. */
export interface PostingsPlace {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** The parameter of the gaps of a list. */
export function gapParameter({ documents }: ListKind, occurrences: number): number {
  return riceParameter(documents / occurrences);
}

/** Writes one list of one occurrence or more; it starts and ends with a byte. */
export class PostingsWriter {
  readonly out: BitWriter;
  readonly #block: BitWriter;
  readonly #range: { from: number; to: number; before: number; less: number } = { from: 0, to: 0, before: -1, less: 0 };
  #skips: number[] = [];

  constructor(out: BitWriter, block: BitWriter) {
    this.out = out;
    this.#block = block;
  }

  write(list: Occurrences, kind: ListKind): void {
    const { keys, from, to } = list;
    const count = to - from;
    const gapK = gapParameter(kind, count);
    const isLong = count >= K_FROM;
    const positionK = kind.positioned && isLong ? positionParameter(list) : USUAL_K;
    this.out.gamma(count);
    if (count > BLOCK) {
      this.#writeBlocks(list, { positioned: kind.positioned, documents: kind.documents, gapK, positionK });
      return;
    }
    if (kind.positioned && isLong) this.out.write(positionK, K_BITS);
    const range = this.#range;
    range.from = from;
    range.to = to;
    range.less = kind.positioned ? 0 : 1;
    this.out.gaps(keys, range, gapK);
    if (kind.positioned) this.out.positions(keys, from, to, positionK);
    this.out.align();
  }

  #writeBlocks(list: Occurrences, parameters: Parameters): void {
    const { keys, to } = list;
    const block = this.#block;
    block.clear();
    this.#skips = [];
    let last = -1;
    for (let from = list.from; from < to; ) {
      let end = Math.min(to, from + BLOCK);
      while (end < to && (keys[end] ?? 0) >>> 16 === (keys[end - 1] ?? 0) >>> 16) end++;
      block.gamma(end === to ? end - from : end - from - BLOCK + 1);
      block.gaps(keys, { from, to: end, before: last, less: parameters.positioned ? 0 : 1 }, parameters.gapK);
      if (parameters.positioned) block.positions(keys, from, end, parameters.positionK);
      block.align();
      last = (keys[end - 1] ?? 0) >>> 16;
      this.#skips.push(last, block.length);
      from = end;
    }
    const { out } = this;
    out.gamma(this.#skips.length / 2);
    if (parameters.positioned) out.write(parameters.positionK, K_BITS);
    out.align();
    for (let i = 0; i < this.#skips.length; i += 2) {
      out.write(this.#skips[i] ?? 0, 16);
      out.write(this.#skips[i + 1] ?? 0, 24);
    }
    out.copy(block.bytes, 0, block.length);
  }
}

function positionParameter({ keys, from, to }: Occurrences): number {
  let sum = 0;
  let before = -1;
  for (let i = from; i < to; i++) {
    const key = keys[i] ?? 0;
    sum += (key ^ before) >>> 16 === 0 ? key - before : key & POSITIONS;
    before = key;
  }
  return Math.min(7, 31 - Math.clz32(sum / (to - from) + 1));
}

/** Looks at the documents of lists, one list after another, without a cursor for each. */
export class ListGlance {
  /** Of the list that `look` looked at last: occurrences, and the first document. */
  count = 0;
  first = 0;
  readonly #reader = new BitReader(NOTHING_READ);

  /** Looks at the beginning of the list that starts at a byte. */
  look(bytes: Uint8Array, start: number, kind: ListKind): void {
    const reader = this.#reader;
    reader.bytes = bytes;
    reader.at = start * 8;
    const count = reader.gamma();
    const blocks = count > BLOCK ? reader.gamma() : 0;
    if (kind.positioned && count >= K_FROM) reader.at += K_BITS;
    if (blocks > 0) {
      reader.at = (reader.align() + blocks * SKIP_BYTES) * 8;
      reader.gamma();
    }
    this.count = count;
    this.first = reader.rice(gapParameter(kind, count)) - (kind.positioned ? 1 : 0);
  }

  /** Whether the list that starts at a byte may hold a document of a set of bits: one of several blocks always may. */
  mayMeet(set: Uint8Array, { bytes, start }: PostingsPlace, kind: ListKind): boolean {
    const reader = this.#reader;
    reader.bytes = bytes;
    reader.at = start * 8;
    const count = reader.gamma();
    if (count > BLOCK) return true;
    if (kind.positioned && count >= K_FROM) reader.at += K_BITS;
    return reader.gapsMeet(set, count, kind.positioned ? 0 : 1, gapParameter(kind, count));
  }
}

/** Reads whole lists, one after another, without a cursor for each. */
export class ListReader {
  readonly #reader = new BitReader(NOTHING_READ);
  readonly #range: { from: number; to: number; before: number; less: number } = { from: 0, to: 0, before: -1, less: 0 };

  /** Appends every occurrence of the list that starts at a byte. */
  read(bytes: Uint8Array, start: number, kind: ListKind, into: OccurrenceList): void {
    const reader = this.#reader;
    reader.bytes = bytes;
    reader.at = start * 8;
    const count = reader.gamma();
    const gapK = gapParameter(kind, count);
    const blocks = count > BLOCK ? reader.gamma() : 1;
    const positionK = kind.positioned && count >= K_FROM ? reader.bits(K_BITS) : USUAL_K;
    if (count > BLOCK) reader.at = (reader.align() + blocks * SKIP_BYTES) * 8;
    const range = this.#range;
    range.less = kind.positioned ? 0 : 1;
    range.before = -1;
    for (let block = 0; block < blocks; block++) {
      const more = count <= BLOCK ? count : reader.gamma() + (block === blocks - 1 ? 0 : BLOCK - 1);
      into.room(more);
      range.from = into.count;
      range.to = into.count + more;
      reader.gaps(into.keys, range, gapK);
      if (kind.positioned) reader.positions(into.keys, range.from, range.to, positionK);
      range.before = (into.keys[range.to - 1] ?? 0) >>> 16;
      into.count = range.to;
      reader.align();
    }
  }
}

const NOTHING_READ = new Uint8Array(0);

/** Keys in room that grows: what is read from one list after another. */
export class OccurrenceList {
  keys: Uint32Array = new Uint32Array(1024);
  count = 0;

  /** Makes room for so many more. */
  room(more: number): void {
    if (this.count + more <= this.keys.length) return;
    const keys = new Uint32Array(Math.max(this.keys.length * 2, this.count + more));
    keys.set(this.keys);
    this.keys = keys;
  }
}
