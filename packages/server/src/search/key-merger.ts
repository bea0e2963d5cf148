/** Ascending ranges of keys into one: neighbours are merged two by two until one is left. */

import type { Occurrences } from './postings.ts';

/** Reused for one list after another. */
export class KeyMerger {
  #keys: Uint32Array = new Uint32Array(1024);
  #other: Uint32Array = new Uint32Array(1024);

  /** Merges ranges, given as starts and ends, of which no two share a key. What it gives stands until the next call. */
  merge(keys: Uint32Array, ranges: readonly number[]): Occurrences {
    if (ranges.length === 2) return { keys, from: ranges[0] ?? 0, to: ranges[1] ?? 0 };
    let ends = this.#gather(keys, ranges);
    const count = ends.at(-1) ?? 0;
    while (ends.length > 2) {
      const merged = [0];
      for (let i = 0; i + 1 < ends.length; i += 2) {
        const middle = ends[i + 1] ?? 0;
        const end = ends[i + 2] ?? middle;
        mergeInto(this.#other, this.#keys, { start: ends[i] ?? 0, middle, end });
        merged.push(end);
      }
      [this.#keys, this.#other] = [this.#other, this.#keys];
      ends = merged;
    }
    return { keys: this.#keys, from: 0, to: count };
  }

  /** The ranges one behind the other; their ends, after a 0. */
  #gather(keys: Uint32Array, ranges: readonly number[]): readonly number[] {
    const ends = [0];
    let count = 0;
    for (let i = 0; i < ranges.length; i += 2) {
      count += (ranges[i + 1] ?? 0) - (ranges[i] ?? 0);
      ends.push(count);
    }
    if (count > this.#keys.length) {
      this.#keys = new Uint32Array(count * 2);
      this.#other = new Uint32Array(count * 2);
    }
    for (let i = 0; i < ranges.length; i += 2) {
      const from = ranges[i] ?? 0;
      const to = ranges[i + 1] ?? 0;
      const at = ends[i / 2] ?? 0;
      if (to - from > 32) this.#keys.set(keys.subarray(from, to), at);
      else for (let n = 0; n < to - from; n++) this.#keys[at + n] = keys[from + n] ?? 0;
    }
    return ends;
  }
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
  for (let to = start; to < end; to++) {
    const takesOne = other >= end || (one < middle && (from[one] ?? 0) < (from[other] ?? 0));
    into[to] = from[takesOne ? one++ : other++] ?? 0;
  }
}
