/** A place in the stream of a segment whose pieces are opened as somebody comes to them. */

import type { ListBytes } from './postings-cursor.ts';
import { PIECE_BYTES } from './sealed-stream.ts';
import type { Place } from './segment-layout.ts';

/** The opened pieces of one stream. */
export interface StreamPieces {
  /** A piece that is open already. */
  held(part: number): Uint8Array | undefined;
  open(part: number): Promise<Uint8Array>;
}

export class StreamBytes implements ListBytes {
  bytes: Uint8Array = NOTHING;
  start = 0;
  readonly length: number;
  readonly #pieces: StreamPieces;
  readonly #from: number;
  readonly #isOnePiece: boolean;
  /** Of several pieces those that are here. */
  #here: Set<number> | undefined;
  #missing = -1;

  constructor(pieces: StreamPieces, { from, to }: Place) {
    this.#pieces = pieces;
    this.#from = from;
    this.length = to - from;
    this.#isOnePiece = partOf(from) === partOf(to - 1);
  }

  has(from: number, to: number): boolean {
    if (this.#isOnePiece && this.bytes !== NOTHING) return true;
    const last = partOf(this.#from + Math.min(to, this.length) - 1);
    for (let part = partOf(this.#from + from); part <= last; part++) {
      if (this.#here?.has(part) === true) continue;
      const opened = this.#pieces.held(part);
      if (opened === undefined) {
        this.#missing = part;
        return false;
      }
      this.#take(part, opened);
    }
    return true;
  }

  async fetch(): Promise<void> {
    const part = this.#missing;
    this.#missing = -1;
    if (part >= 0) this.#take(part, await this.#pieces.open(part));
  }

  #take(part: number, opened: Uint8Array): void {
    const at = part * PIECE_BYTES - this.#from;
    if (this.#isOnePiece) {
      this.bytes = opened;
      this.start = -at;
      return;
    }
    if (this.bytes === NOTHING) this.bytes = new Uint8Array(this.length);
    this.bytes.set(opened.subarray(Math.max(0, -at), Math.min(opened.length, this.length - at)), Math.max(0, at));
    this.#here ??= new Set();
    this.#here.add(part);
  }
}

function partOf(byte: number): number {
  return Math.floor(byte / PIECE_BYTES);
}

const NOTHING = new Uint8Array(0);
