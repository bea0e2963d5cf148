// Triples of numbers as dense numbers: an exact hash table on typed arrays (no collision is ever taken for a match),
// seeded, so that hostile times and texts cannot line up in it.

import type { Seed } from './text-table.ts';

/** Keys (a, b, c) numbered 0, 1, 2, … in the order they are met. `a` and `c` are whole numbers, `b` fits 32 bits. */
export class KeyTable {
  readonly #seed: Seed;
  #slots: Int32Array;
  #a: Float64Array;
  #b: Int32Array;
  #c: Float64Array;
  #count = 0;

  constructor(seed: Seed, expected = 256) {
    let capacity = 256;
    while (capacity < expected) capacity *= 2;
    this.#seed = seed;
    this.#slots = new Int32Array(capacity * 2).fill(-1);
    this.#a = new Float64Array(capacity);
    this.#b = new Int32Array(capacity);
    this.#c = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** The key's number, given to it now if it is new. */
  intern(a: number, b: number, c: number): number {
    const slot = this.#slotOf(a, b, c);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    const id = this.#count++;
    this.#slots[slot] = id;
    this.#a[id] = a;
    this.#b[id] = b;
    this.#c[id] = c;
    if (this.#count === this.#a.length) this.#grow();
    return id;
  }

  /** The key's number, or -1. */
  find(a: number, b: number, c: number): number {
    return this.#slots[this.#slotOf(a, b, c)] ?? -1;
  }

  #slotOf(a: number, b: number, c: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = this.#hash(a, b, c) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0 || (this.#c[id] === c && this.#a[id] === a && this.#b[id] === b)) return slot;
    }
  }

  #hash(a: number, b: number, c: number): number {
    let hash = mix(this.#seed[0] ^ a, 0x85ebca6b);
    hash = mix(hash ^ b ^ this.#seed[1], 0xc2b2ae35);
    hash = mix(hash ^ c, 0x9e3779b1);
    return mix(hash ^ Math.floor(c / 0x100000000) ^ Math.floor(a / 0x100000000), 0x27d4eb2f);
  }

  #grow(): void {
    const capacity = this.#a.length * 2;
    const [a, b, c] = [this.#a, this.#b, this.#c];
    this.#a = new Float64Array(capacity);
    this.#b = new Int32Array(capacity);
    this.#c = new Float64Array(capacity);
    this.#a.set(a);
    this.#b.set(b);
    this.#c.set(c);
    this.#slots = new Int32Array(capacity * 2).fill(-1);
    for (let id = 0; id < this.#count; id++) this.#slots[this.#slotOf(a[id] ?? 0, b[id] ?? 0, c[id] ?? 0)] = id;
  }
}

function mix(value: number, factor: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), factor);
  return mixed ^ (mixed >>> 13);
}
