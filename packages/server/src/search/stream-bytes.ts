/** A list in the stream of a segment, which is looked up and whose pieces are opened as somebody comes to them. */

import type { ListBytes } from './postings-blocks.ts';
import { PIECE_BYTES, partOf } from './sealed-stream.ts';
import type { TermLists } from './term-lists.ts';

/** The opened pieces of one stream. */
export interface StreamPieces {
  /** A piece that is open already. */
  held(part: number): Uint8Array | undefined;
  open(part: number): Promise<Uint8Array>;
}

export class StreamBytes implements ListBytes {
  bytes: Uint8Array = NOTHING;
  start = 0;
  length = 0;
  readonly #pieces: StreamPieces;
  readonly #lists: TermLists;
  readonly #run: number;
  #isFound = false;
  #from = 0;
  #isOnePiece = false;
  /** Of several pieces those that are here. */
  #here: Set<number> | undefined;
  #missing = -1;

  /** The list of a run; there are no bytes where it has none. */
  constructor(pieces: StreamPieces, lists: TermLists, run: number) {
    this.#pieces = pieces;
    this.#lists = lists;
    this.#run = run;
  }

  has(from: number, to: number): boolean {
    if (!this.#isFound && !this.#find()) return false;
    if (this.length === 0 || (this.#isOnePiece && this.bytes !== NOTHING)) return true;
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
    if (!this.#isFound) {
      await this.#lists.find();
      return;
    }
    const part = this.#missing;
    this.#missing = -1;
    if (part >= 0) this.#take(part, await this.#pieces.open(part));
  }

  /** False while nobody has read where the list is. */
  #find(): boolean {
    const { byRun } = this.#lists;
    if (byRun === undefined) return false;
    this.#isFound = true;
    const place = byRun[this.#run];
    if (place === undefined) return true;
    this.#from = place.from;
    this.length = place.to - place.from;
    this.#isOnePiece = partOf(place.from) === partOf(place.to - 1);
    return true;
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

const NOTHING = new Uint8Array(0);
