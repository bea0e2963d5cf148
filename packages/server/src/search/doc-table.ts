/**
 * Which message each document of a run is. Documents are numbered from 0, newest first: by message time, then by seq. The table
 * stands in chunks that are opened one at a time; the head keeps the time of the first document of each.
 *
 *     chunk = varint unit, zigzag at, zigzag seq, k: 8 bits, then for each document but the first a Rice time difference in units
 *             and its seq
 *     seq   = bit 1, gamma stream     one less than the last seq of a stream; the stream lately used is 1
 *           | bit 0, zigzag (24 bits in gamma, or 0 and two halves of 24 and 29 bits)   the difference from the document before
 *
 * Messages of several chats that were recorded one after another make several descending streams of seqs.
 */

import { BitReader, BitWriter, riceParameter } from './bits.ts';
import { ByteReader, ByteWriter } from './byte-writer.ts';

/** Documents in a chunk: who looks at one reads those before it, and their times are kept. */
export const CHUNK_DOCS = 256;

const STREAMS = 64;
const MOST_K = 20;
const MINUTE = 60;
const HALF = 2 ** 24;
const MOST_GAMMA = 2 ** 24 - 1;

/** Message times (seconds) and seqs of consecutive documents, newest first. */
export interface DocColumns {
  readonly at: Float64Array;
  readonly seq: Float64Array;
}

/** Writes documents [from, to). */
export function writeDocChunk(docs: DocColumns, from: number, to: number): Uint8Array {
  const unit = unitOf(docs.at, from, to);
  const first = docs.at[from] ?? 0;
  const span = (first - (docs.at[to - 1] ?? 0)) / unit;
  const k = Math.min(MOST_K, riceParameter(span / (to - from) + 0.5));
  const start = new ByteWriter(32);
  start.varint(unit);
  start.zigzag(first);
  start.zigzag(docs.seq[from] ?? 0);
  const out = new BitWriter((to - from) * 4 + 64);
  out.copy(start.bytes, 0, start.length);
  out.write(k, 8);
  const streams = new SeqStreams(docs.seq[from] ?? 0);
  const longGap = longGapOf(k);
  let before = first;
  for (let doc = from + 1; doc < to; doc++) {
    const at = docs.at[doc] ?? 0;
    const gap = (before - at) / unit;
    before = at;
    if (gap < longGap) out.rice(gap, k);
    else writeLongGap(out, gap);
    writeSeq(out, streams, docs.seq[doc] ?? 0);
  }
  out.align();
  return out.take();
}

/** Reads a chunk of so many documents. */
export function readDocChunk(chunk: Uint8Array, count: number): DocColumns {
  return new DocChunk(chunk, count).upTo(count - 1);
}

/** A chunk that is read as far as somebody looks and no further: each document follows from the one before. */
export class DocChunk {
  readonly #docs: DocColumns;
  readonly #count: number;
  readonly #reader: BitReader;
  readonly #streams: SeqStreams;
  readonly #unit: number;
  readonly #k: number;
  #known = 1;

  constructor(chunk: Uint8Array, count: number) {
    const start = new ByteReader(chunk);
    this.#count = count;
    this.#docs = { at: new Float64Array(count), seq: new Float64Array(count) };
    this.#unit = start.varint();
    this.#docs.at[0] = start.zigzag();
    this.#docs.seq[0] = start.zigzag();
    this.#reader = new BitReader(chunk, start.at);
    this.#k = this.#reader.bits(8);
    this.#streams = new SeqStreams(this.#docs.seq[0] ?? 0);
  }

  /** Memory that it holds, about. */
  get heldBytes(): number {
    return this.#docs.at.byteLength * 2 + this.#reader.bytes.length;
  }

  /** The columns, of which everything up to this document is there. */
  upTo(doc: number): DocColumns {
    const { at, seq } = this.#docs;
    const end = Math.min(doc + 1, this.#count);
    if (end <= this.#known) return this.#docs;
    const [reader, streams, unit, k] = [this.#reader, this.#streams, this.#unit, this.#k];
    let last = at[this.#known - 1] ?? 0;
    for (let known = this.#known; known < end; known++) {
      last -= readGap(reader, k) * unit;
      at[known] = last;
      seq[known] = readSeq(reader, streams);
    }
    this.#known = end;
    return this.#docs;
  }

  /** The first document that is earlier than the bound; their count if none is. */
  firstEarlier(bound: number): number {
    const { at } = this.#docs;
    while (this.#known < this.#count && (at[this.#known - 1] ?? 0) >= bound) this.upTo(this.#known + STRIDE);
    return firstEarlier(at, this.#known, bound);
  }
}

/** Documents that are read at once where a time is looked for. */
const STRIDE = 64;

/** Minutes where all times are whole ones, as in most exports. A remainder of numbers with a point takes five times as long. */
function unitOf(at: Float64Array, from: number, to: number): number {
  for (let doc = from; doc < to; doc++) {
    const time = at[doc] ?? 0;
    if (Math.floor(time / MINUTE) * MINUTE !== time) return 1;
  }
  return MINUTE;
}

/** A quotient of 20 and more is 20 ones and the number itself. */
const LONG_GAP = 20;

/** The shortest gap whose quotient is so large. */
function longGapOf(k: number): number {
  return LONG_GAP * 2 ** k;
}

function writeLongGap(out: BitWriter, gap: number): void {
  out.write(2 ** LONG_GAP - 1, LONG_GAP);
  writeWide(out, gap);
}

function readGap(reader: BitReader, k: number): number {
  if (Math.clz32(~reader.peek()) < LONG_GAP) return reader.rice(k);
  reader.at += LONG_GAP;
  return readWide(reader);
}

/** A whole number up to 2^53 − 1: its gamma code plus one, or a zero of 24 bits and two halves. */
function writeWide(out: BitWriter, value: number): void {
  if (value < MOST_GAMMA) {
    out.gamma(value + 1);
    return;
  }
  out.write(0, 24);
  const high = Math.floor(value / HALF);
  out.write(Math.floor(high / HALF), 5);
  out.write(high % HALF, 24);
  out.write(value % HALF, 24);
}

function readWide(reader: BitReader): number {
  if (Math.clz32(reader.peek() | 0x7f) < 24) return reader.gamma() - 1;
  reader.at += 24;
  const top = reader.bits(5) * HALF;
  const high = top + reader.bits(24);
  return high * HALF + reader.bits(24);
}

/** The last seqs of the streams, the lately used first. */
class SeqStreams {
  readonly #last: Float64Array = new Float64Array(STREAMS).fill(Number.NaN);
  /** The seq of the document before. */
  before: number;

  constructor(first: number) {
    this.before = first;
    this.#last[0] = first;
  }

  /** The stream that this seq continues, or −1. */
  find(seq: number): number {
    for (let n = 0; n < STREAMS; n++) if (this.#last[n] === seq + 1) return n;
    return -1;
  }

  /** The seq that continues a stream. */
  follow(stream: number): number {
    return this.use(stream, (this.#last[stream] ?? 0) - 1);
  }

  /** Moves a stream to the front with a new last seq; with none, a new stream takes the place of the last. */
  use(stream: number, seq: number): number {
    const last = this.#last;
    // The streams lately used are mostly the same few: a loop costs less than a call that moves them.
    for (let n = stream < 0 ? STREAMS - 1 : stream; n > 0; n--) last[n] = last[n - 1] ?? 0;
    last[0] = seq;
    this.before = seq;
    return seq;
  }
}

function writeSeq(out: BitWriter, streams: SeqStreams, seq: number): void {
  const difference = seq - streams.before;
  const stream = streams.find(seq);
  out.write(stream < 0 ? 0 : 1, 1);
  if (stream >= 0) out.gamma(stream + 1);
  else writeWide(out, difference < 0 ? -2 * difference - 1 : 2 * difference);
  streams.use(stream, seq);
}

function readSeq(reader: BitReader, streams: SeqStreams): number {
  if (reader.bits(1) === 1) return streams.follow(reader.gamma() - 1);
  const value = readWide(reader);
  return streams.use(-1, streams.before + (value % 2 === 0 ? value / 2 : -(value + 1) / 2));
}

/** The first of `count` documents, newest first, whose time is earlier than the bound; `count` if none is. */
export function firstEarlier(at: ArrayLike<number>, count: number, bound: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
