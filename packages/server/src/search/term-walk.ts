/** All terms of one segment in order, a block of its stream open in memory at a time: what rewriting walks. */

import { compareBytes, EastReader, WordReader } from './dictionary.ts';
import type { BlockFeed } from './forward-stream.ts';

/** A dictionary being walked: where the postings of the term it stands at are. */
interface Walk {
  /** The number of its segment among those that are rewritten. */
  readonly source: number;
  /** Where its blocks come from: filled before every `next`. */
  readonly feed: Pick<BlockFeed<unknown>, 'fill' | 'isHungry'>;
  /** Moves to the next term; false after the last. */
  next(): boolean;
  readonly postings: Uint8Array;
  /** In `postings`. */
  readonly from: number;
  readonly to: number;
}

export class WordWalk implements Walk {
  readonly source: number;
  readonly feed: BlockFeed<Uint8Array>;
  postings: Uint8Array = NOTHING;
  #reader: WordReader = new WordReader(NOTHING);
  /** The first six bytes as a number, −1 while nobody has asked for it: most terms differ there. */
  #key = -1;

  constructor(source: number, feed: BlockFeed<Uint8Array>) {
    this.source = source;
    this.feed = feed;
  }

  next(): boolean {
    this.#key = -1;
    if (this.#reader.next()) return true;
    const block = this.feed.take();
    if (block === undefined) return false;
    this.postings = block.postings;
    this.#reader = new WordReader(block.terms);
    return this.#reader.next();
  }

  get bytes(): Uint8Array {
    return this.#reader.term.bytes;
  }

  get length(): number {
    return this.#reader.term.length;
  }

  get from(): number {
    return this.#reader.postingsAt;
  }

  get to(): number {
    return this.from + this.#reader.postings;
  }

  /** Less than 0 if its term comes first. */
  compare(other: WordWalk): number {
    return this.#start() - other.#start() || compareBytes(this.bytes, this.length, other.bytes, other.length);
  }

  #start(): number {
    if (this.#key >= 0) return this.#key;
    const { bytes, length } = this;
    let key = 0;
    for (let i = 0; i < 6; i++) key = key * 256 + (i < length ? (bytes[i] ?? 0) : 0);
    this.#key = key;
    return key;
  }
}

export class EastWalk implements Walk {
  readonly source: number;
  readonly feed: BlockFeed<number>;
  postings: Uint8Array = NOTHING;
  #reader: EastReader = new EastReader(0, NOTHING);

  constructor(source: number, feed: BlockFeed<number>) {
    this.source = source;
    this.feed = feed;
  }

  next(): boolean {
    if (this.#reader.next()) return true;
    const block = this.feed.take();
    if (block === undefined) return false;
    this.postings = block.postings;
    this.#reader = new EastReader(block.first, block.terms);
    return this.#reader.next();
  }

  get code(): number {
    return this.#reader.code;
  }

  get from(): number {
    return this.#reader.postingsAt;
  }

  get to(): number {
    return this.from + this.#reader.postings;
  }

  compare(other: EastWalk): number {
    return this.code - other.code;
  }
}

/** Walks several dictionaries together: a group of walks for each term, those that have it. */
export class TermMerge<W extends Walk & { compare(other: W): number }> {
  /** Walks that are not at their end; a heap by term. */
  readonly #heap: W[] = [];
  /** Those that stand at the term, in the order of their segments. */
  readonly group: W[] = [];

  readonly #walks: readonly W[];

  private constructor(walks: readonly W[]) {
    this.#walks = walks;
  }

  /** Starts before the first term. */
  static async over<W extends Walk & { compare(other: W): number }>(walks: readonly W[]): Promise<TermMerge<W>> {
    const merge = new TermMerge(walks);
    await merge.fill();
    for (const walk of walks) if (walk.next()) merge.#push(walk);
    await merge.fill();
    return merge;
  }

  /** Whether `fill` must be called before `next`. */
  get isHungry(): boolean {
    for (const { feed } of this.group) if (feed.isHungry) return true;
    return false;
  }

  /** Opens what the walks come to next. */
  async fill(): Promise<void> {
    for (const { feed } of this.#walks) if (feed.isHungry) await feed.fill();
  }

  /** Moves to the next term; false after the last. */
  next(): boolean {
    if (this.#heap.length === 0 && this.group.length === 1) return this.#nextOfLast();
    // Emptied from its end, the group keeps its room.
    for (let walk = this.group.pop(); walk !== undefined; walk = this.group.pop()) if (walk.next()) this.#push(walk);
    const first = this.#heap[0];
    if (first === undefined) return false;
    do this.group.push(this.#pop());
    while (this.#heap[0]?.compare(first) === 0);
    return true;
  }

  /** One walk is left: nothing is to be compared any more. */
  #nextOfLast(): boolean {
    if (this.group[0]?.next() === true) return true;
    this.group.length = 0;
    return false;
  }

  #push(walk: W): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(walk);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || order(above, walk) <= 0) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = walk;
  }

  #pop(): W {
    const heap = this.#heap;
    const [top] = heap;
    const moved = heap.pop();
    if (top === undefined || moved === undefined) throw new RangeError('nothing to take');
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && order(right, left) < 0) child++;
      const least = heap[child];
      if (least === undefined || order(least, moved) >= 0) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = moved;
    return top;
  }
}

/** By term, then by segment. */
function order<W extends Walk & { compare(other: W): number }>(one: W, other: W): number {
  return one.compare(other) || one.source - other.source;
}

const NOTHING = new Uint8Array(0);
