/**
 * The stream of a sealed segment read from its beginning to its end without holding it: a dictionary's blocks one after another, each with
 * the postings of its terms. The piece that was opened last is kept, for what is read next begins in it.
 */

import { readStream } from './sealed-stream.ts';
import type { DictionaryBlock, Place } from './segment-layout.ts';

/** Opens a piece of a stream. */
export type OpenPiece = (part: number) => Promise<Uint8Array>;

class ForwardStream {
  readonly #open: OpenPiece;
  #part = -1;
  #piece: Uint8Array = NOTHING;

  constructor(open: OpenPiece) {
    this.#open = open;
  }

  /** The bytes of a place. */
  read({ from, to }: Place): Promise<Uint8Array> {
    return readStream((part) => this.#pieceOf(part), from, to);
  }

  async #pieceOf(part: number): Promise<Uint8Array> {
    if (part !== this.#part) {
      this.#piece = await this.#open(part);
      this.#part = part;
    }
    return this.#piece;
  }
}

/** A block of a dictionary with the postings of its terms, opened. */
export interface OpenBlock<First> {
  readonly first: First;
  readonly terms: Uint8Array;
  readonly postings: Uint8Array;
}

/** The blocks of a dictionary one after another, one of them opened ahead, so that who walks over them need not wait at each term. */
export class BlockFeed<First> {
  readonly #blocks: readonly DictionaryBlock<First>[];
  readonly #terms: ForwardStream;
  readonly #postings: ForwardStream;
  #next = 0;
  #ahead: OpenBlock<First> | undefined;

  constructor(blocks: readonly DictionaryBlock<First>[], open: OpenPiece) {
    this.#blocks = blocks;
    this.#terms = new ForwardStream(open);
    this.#postings = new ForwardStream(open);
  }

  /** Whether `fill` has something to do. */
  get isHungry(): boolean {
    return this.#ahead === undefined && this.#next < this.#blocks.length;
  }

  /** Opens the block that `take` gives next. */
  async fill(): Promise<void> {
    const block = this.#blocks[this.#next];
    if (this.#ahead !== undefined || block === undefined) return;
    this.#next++;
    this.#ahead = {
      first: block.first,
      terms: await this.#terms.read(block.terms),
      postings: await this.#postings.read(block.postings),
    };
  }

  /** The next block, which must be filled in; undefined after the last. */
  take(): OpenBlock<First> | undefined {
    const block = this.#ahead;
    this.#ahead = undefined;
    return block;
  }
}

const NOTHING = new Uint8Array(0);
