/** The pairs of neighbouring characters in messages, sorted by code (see `eastCode`) for sealing: a radix sort, a character a pass. */

import type { Pace } from '../records/pace.ts';
import { letGo } from './let-go.ts';

/** Pairs by code, and where each stands: keys (see postings.ts), ascending among equals. */
export interface SortedPairs {
  readonly codes: Uint32Array;
  readonly keys: Uint32Array;
}

const CHARACTERS = 0x10000;
/** Bits that each pass leaves out: the second character comes first. */
const PASSES = [0, 16] as const;
/** Pairs between two looks at the clock. */
const STRIDE = 1 << 15;

/** Takes pairs in the order of their keys. */
export class PairList {
  readonly #codes: Uint32Array;
  readonly #keys: Uint32Array;
  #count = 0;

  /** Of so many pairs at most. */
  constructor(most: number) {
    this.#codes = new Uint32Array(most);
    this.#keys = new Uint32Array(most);
  }

  add(first: number, second: number, key: number): void {
    this.#codes[this.#count] = (first << 16) | second;
    this.#keys[this.#count] = key;
    this.#count++;
  }

  /** All pairs, sorted. Nothing may be added any more. */
  async sorted(pace: Pace): Promise<SortedPairs> {
    let from: SortedPairs = {
      codes: this.#codes.subarray(0, this.#count),
      keys: this.#keys.subarray(0, this.#count),
    };
    let to: SortedPairs = { codes: new Uint32Array(this.#count), keys: new Uint32Array(this.#count) };
    for (const shift of PASSES) {
      const next = startsOf(from.codes, shift);
      for (let at = 0; at < this.#count; at += STRIDE) {
        if (pace.isDue) await pace.rest();
        moveInto(to, from, { next, shift, start: at, end: Math.min(this.#count, at + STRIDE) });
      }
      [from, to] = [to, from];
    }
    letGo(to.codes, to.keys);
    return from;
  }
}

/** By character: where its pairs start. */
function startsOf(codes: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(CHARACTERS);
  for (const code of codes) {
    const character = (code >>> shift) & 0xffff;
    starts[character] = (starts[character] ?? 0) + 1;
  }
  let start = 0;
  for (let character = 0; character < CHARACTERS; character++) {
    const count = starts[character] ?? 0;
    starts[character] = start;
    start += count;
  }
  return starts;
}

interface Stretch {
  /** By character: where its next pair goes. */
  readonly next: Uint32Array;
  readonly shift: number;
  readonly start: number;
  readonly end: number;
}

function moveInto(to: SortedPairs, { codes, keys }: SortedPairs, { end, next, shift, start }: Stretch): void {
  for (let i = start; i < end; i++) {
    const code = codes[i] ?? 0;
    const character = (code >>> shift) & 0xffff;
    const at = next[character] ?? 0;
    next[character] = at + 1;
    to.codes[at] = code;
    to.keys[at] = keys[i] ?? 0;
  }
}
