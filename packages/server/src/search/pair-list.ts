/** The pairs of neighbouring characters in messages, sorted by code (see `eastCode`) for sealing: a radix sort, three passes. */

import type { Pace } from './pace.ts';

/** Pairs by code, and the document of each, ascending among equals. */
export interface SortedPairs {
  readonly codes: Uint32Array;
  readonly docs: Uint16Array;
}

/** Bits of each pass, from the lowest on. */
const PASSES = [
  { from: 0, bits: 11 },
  { from: 11, bits: 11 },
  { from: 22, bits: 10 },
] as const;

/** Takes pairs in the order of their documents. */
export class PairList {
  readonly #codes: Uint32Array;
  readonly #docs: Uint16Array;
  #count = 0;

  /** Of so many pairs at most. */
  constructor(most: number) {
    this.#codes = new Uint32Array(most);
    this.#docs = new Uint16Array(most);
  }

  add(first: number, second: number, doc: number): void {
    this.#codes[this.#count] = first * 0x10000 + second;
    this.#docs[this.#count] = doc;
    this.#count++;
  }

  /** All pairs, sorted. Nothing may be added any more. */
  async sorted(pace: Pace): Promise<SortedPairs> {
    let from: SortedPairs = {
      codes: this.#codes.subarray(0, this.#count),
      docs: this.#docs.subarray(0, this.#count),
    };
    let to: SortedPairs = { codes: new Uint32Array(this.#count), docs: new Uint16Array(this.#count) };
    for (const pass of PASSES) {
      if (pace.isDue) await pace.rest();
      sortInto(to, from, pass);
      [from, to] = [to, from];
    }
    return from;
  }
}

function sortInto(to: SortedPairs, { codes, docs }: SortedPairs, pass: (typeof PASSES)[number]): void {
  const mask = 2 ** pass.bits - 1;
  const ends = new Uint32Array(mask + 2);
  for (const code of codes) {
    const next = ((code >>> pass.from) & mask) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    const digit = (code >>> pass.from) & mask;
    const at = ends[digit] ?? 0;
    ends[digit] = at + 1;
    to.codes[at] = code;
    to.docs[at] = docs[i] ?? 0;
  }
}
