/** The keys of one run, gathered in ascending ranges and put in order: a few by insertion, many by merging neighbouring ranges two by two. */

import type { Occurrences } from './postings.ts';

/** Up to so many keys go one by one to their places. */
const FEW = 24;

/** Reused for one list after another: `add`, then `take`. */
export class KeyMerger {
  #keys: Uint32Array = new Uint32Array(64);
  #other: Uint32Array = new Uint32Array(0);
  #count = 0;
  /** Where each range ends. */
  #ends: Uint32Array = new Uint32Array(16);
  #ranges = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Adds keys [from, to), ascending; no key comes twice. */
  add(keys: Uint32Array, from: number, to: number): void {
    const start = this.#count;
    const end = start + to - from;
    if (end > this.#keys.length) this.#keys = copied(this.#keys, start, end * 2);
    const all = this.#keys;
    for (let i = from, at = start; i < to; i++, at++) all[at] = keys[i] ?? 0;
    this.#count = end;
    const isNext = start > 0 && (all[start - 1] ?? 0) < (all[start] ?? 0);
    if (isNext) this.#ranges--;
    if (this.#ranges === this.#ends.length) this.#ends = copied(this.#ends, this.#ranges, this.#ranges * 2);
    this.#ends[this.#ranges++] = end;
  }

  /** All keys in order; they stand until the next `add`, which starts another list. */
  take(): Occurrences {
    const to = this.#count;
    if (this.#ranges > 1 && to <= FEW) this.#insert();
    else if (this.#ranges > 1) this.#merge();
    this.#count = 0;
    this.#ranges = 0;
    return { keys: this.#keys, from: 0, to };
  }

  #insert(): void {
    const keys = this.#keys;
    for (let next = this.#ends[0] ?? 0; next < this.#count; next++) {
      const key = keys[next] ?? 0;
      let at = next;
      for (; at > 0 && (keys[at - 1] ?? 0) > key; at--) keys[at] = keys[at - 1] ?? 0;
      keys[at] = key;
    }
  }

  #merge(): void {
    if (this.#other.length < this.#count) this.#other = new Uint32Array(this.#keys.length);
    const ends = this.#ends;
    while (this.#ranges > 1) {
      let merged = 0;
      let start = 0;
      for (let range = 0; range < this.#ranges; range += 2) {
        const middle = ends[range] ?? 0;
        const end = range + 1 < this.#ranges ? (ends[range + 1] ?? 0) : middle;
        mergeInto(this.#other, this.#keys, { start, middle, end });
        ends[merged++] = end;
        start = end;
      }
      this.#ranges = merged;
      [this.#keys, this.#other] = [this.#other, this.#keys];
    }
  }
}

function copied(numbers: Uint32Array, count: number, room: number): Uint32Array {
  const wider = new Uint32Array(room);
  wider.set(numbers.subarray(0, count));
  return wider;
}

interface Ranges {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** [start, middle) and [middle, end), each ascending, into one at the same place. */
function mergeInto(into: Uint32Array, from: Uint32Array, { start, middle, end }: Ranges): void {
  let one = start;
  let other = middle;
  let to = start;
  while (one < middle && other < end) {
    const first = from[one] ?? 0;
    const second = from[other] ?? 0;
    if (first < second) one++;
    else other++;
    into[to++] = first < second ? first : second;
  }
  while (one < middle) into[to++] = from[one++] ?? 0;
  while (other < end) into[to++] = from[other++] ?? 0;
}
