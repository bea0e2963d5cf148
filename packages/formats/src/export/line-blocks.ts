/**
 * Bytes into blocks of whole lines. Nothing is decoded here. A physical line ends at LF (a CR before it belongs to the line end). Lines
 * longer than `lineLimitBytes` arrive in pieces cut at fixed places, so any chunking of the input gives the same lines.
 */
import { detectEncoding, encodingProbeBytes, type TextEncodingName } from './encoding.ts';

/** Some whole lines, or a piece of a very long one. Its bytes are the reader's and stand only until the next block. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  /** Where `bytes` start in the file. */
  readonly offset: number;
  /** The first line goes on from the block before. */
  readonly joins: boolean;
  readonly encoding: TextEncodingName;
}

/** A line of more than this many bytes comes in pieces; entries of that size are `oversize` anyway. */
const lineLimitBytes = 1_048_578;
/** Blocks are small: their texts then lie among the short-lived objects, which cost least. */
const blockBytes = 32_768;

/** Reads a whole stream as blocks. Memory: one block, at most one line limit. */
export async function* lineBlocks(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<LineBlock, void, undefined> {
  const cutter = new BlockCutter();
  for await (const chunk of open()) {
    if (chunk.length === 0) continue;
    // A chunk is sliced so that one huge chunk does not become one huge string.
    for (let at = 0; at < chunk.length; at += blockBytes) yield* cutter.push(chunk.subarray(at, at + blockBytes));
  }
  yield* cutter.finish();
}

class BlockCutter {
  /** Bytes that no block has been made of yet, at the start of a buffer that is used again and again. */
  #buffer: Uint8Array = new Uint8Array(blockBytes * 3);
  #size = 0;
  /** A byte among them may end a line. */
  #hasLineEnd = false;
  #offset = 0;
  #joins = false;
  #encoding: TextEncodingName | undefined;

  *push(chunk: Uint8Array): Generator<LineBlock, void, undefined> {
    this.#hold(chunk);
    if (this.#encoding === undefined) {
      if (this.#size < encodingProbeBytes) return;
      this.#decide();
      this.#hasLineEnd = this.#held().includes(10);
    } else if (!this.#hasLineEnd) this.#hasLineEnd = chunk.includes(10);
    if (this.#size > lineLimitBytes || (this.#hasLineEnd && this.#size >= blockBytes)) yield* this.#emit();
  }

  *finish(): Generator<LineBlock, void, undefined> {
    if (this.#size === 0) return;
    if (this.#encoding === undefined) this.#decide();
    yield* this.#emit();
    if (this.#size > 0) yield this.#block(this.#held(), false);
  }

  #held(): Uint8Array {
    return this.#buffer.subarray(0, this.#size);
  }

  #hold(chunk: Uint8Array): void {
    const size = this.#size + chunk.length;
    if (size > this.#buffer.length) {
      const wider = new Uint8Array(size * 2);
      wider.set(this.#held());
      this.#buffer = wider;
    }
    this.#buffer.set(chunk, this.#size);
    this.#size = size;
  }

  *#emit(): Generator<LineBlock, void, undefined> {
    const all = this.#held();
    const cut = lastLineEnd(all, this.#encoding ?? 'utf-8');
    yield* this.#pieces(all.subarray(0, cut));
    this.#hasLineEnd = false;
    let rest = all.subarray(cut);
    while (rest.length > lineLimitBytes) {
      const at = this.#boundary(rest, lineLimitBytes);
      yield this.#block(rest.subarray(0, at), true);
      rest = rest.subarray(at);
    }
    this.#buffer.copyWithin(0, all.length - rest.length, all.length);
    this.#size = rest.length;
  }

  /** Whole lines; the first one is cut like any other when it is too long. */
  *#pieces(lines: Uint8Array): Generator<LineBlock, void, undefined> {
    let rest = lines;
    for (;;) {
      const long = firstLongLine(rest, this.#encoding ?? 'utf-8');
      if (long < 0) break;
      if (long > 0) {
        yield this.#block(rest.subarray(0, long), false);
        rest = rest.subarray(long);
      }
      const at = this.#boundary(rest, lineLimitBytes);
      yield this.#block(rest.subarray(0, at), true);
      rest = rest.subarray(at);
    }
    if (rest.length > 0) yield this.#block(rest, false);
  }

  #decide(): void {
    this.#encoding = detectEncoding(this.#held());
  }

  #block(bytes: Uint8Array, open: boolean): LineBlock {
    const block: LineBlock = {
      bytes,
      offset: this.#offset,
      joins: this.#joins,
      encoding: this.#encoding ?? 'utf-8',
    };
    this.#offset += bytes.length;
    this.#joins = open;
    return block;
  }

  /** The last code point boundary at or before `at`. */
  #boundary(bytes: Uint8Array, at: number): number {
    if (this.#encoding === 'utf-8') {
      for (let back = 0; back < 4; back++) if (((bytes[at - back] ?? 0) & 0xc0) !== 0x80) return at - back;
      return at;
    }
    const even = at & ~1;
    const high = this.#encoding === 'utf-16le' ? bytes[even - 1] : bytes[even - 2];
    return high !== undefined && high >= 0xd8 && high <= 0xdb ? even - 2 : even;
  }
}

function lastLineEnd(bytes: Uint8Array, encoding: TextEncodingName): number {
  if (encoding === 'utf-8') return bytes.lastIndexOf(10) + 1;
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = (bytes.length & ~1) - 2; at >= 0; at -= 2) {
    if (bytes[at + low] === 10 && bytes[at + 1 - low] === 0) return at + 2;
  }
  return 0;
}

/** Where the first line longer than the limit starts, or -1. */
function firstLongLine(bytes: Uint8Array, encoding: TextEncodingName): number {
  if (bytes.length <= lineLimitBytes) return -1;
  let start = 0;
  while (bytes.length - start > lineLimitBytes) {
    const end = nextLineEnd(bytes, start, encoding);
    if (end - start > lineLimitBytes) return start;
    start = end;
  }
  return -1;
}

/** Index after the next line end from `start`, or the end of the bytes. */
export function nextLineEnd(bytes: Uint8Array, start: number, encoding: TextEncodingName): number {
  if (encoding === 'utf-8') {
    const at = bytes.indexOf(10, start);
    return at < 0 ? bytes.length : at + 1;
  }
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = start; at + 1 < bytes.length; at += 2) {
    if (bytes[at + low] === 10 && bytes[at + 1 - low] === 0) return at + 2;
  }
  return bytes.length;
}
