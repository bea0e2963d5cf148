// Triples of numbers as dense numbers: an exact hash table on typed arrays (no collision is ever taken for a match),
// seeded, so that hostile times and texts cannot line up in it.

import type { Seed } from './text-table.ts';

/** Keys (a, b, c) numbered 0, 1, 2, … in the order they are met. `a` and `c` are whole numbers, `b` fits 32 bits. */
export class KeyTable {
  readonly #seed: Seed;
  #slots: Int32Array;
  #hashes: Int32Array;
  #a: Float64Array;
  #b: Int32Array;
  #c: Float64Array;
  #count = 0;

  constructor(seed: Seed, expected = 256) {
    let capacity = 256;
    while (capacity < expected) capacity *= 2;
    this.#seed = seed;
    this.#slots = new Int32Array(capacity * 2).fill(-1);
    this.#hashes = new Int32Array(capacity);
    this.#a = new Float64Array(capacity);
    this.#b = new Int32Array(capacity);
    this.#c = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** The key's number, given to it now if it is new. */
  intern(a: number, b: number, c: number): number {
    const hash = this.#hash(a, b, c);
    const slot = this.#slotOf(hash, a, b, c);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    const id = this.#count++;
    this.#slots[slot] = id;
    this.#hashes[id] = hash;
    this.#a[id] = a;
    this.#b[id] = b;
    this.#c[id] = c;
    if (this.#count === this.#a.length) this.#grow();
    return id;
  }

  /** The key's number, or -1. */
  find(a: number, b: number, c: number): number {
    return this.#slots[this.#slotOf(this.#hash(a, b, c), a, b, c)] ?? -1;
  }

  #slotOf(hash: number, a: number, b: number, c: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0) return slot;
      if (this.#hashes[id] === hash && this.#c[id] === c && this.#a[id] === a && this.#b[id] === b) return slot;
    }
  }

  #hash(a: number, b: number, c: number): number {
    let hash = mix(this.#seed[0] ^ a, 0x85ebca6b);
    hash = mix(hash ^ b ^ this.#seed[1], 0xc2b2ae35);
    hash = mix(hash ^ c, 0x9e3779b1);
    return mix(hash ^ Math.floor(c / 0x100000000) ^ Math.floor(a / 0x100000000), 0x27d4eb2f);
  }

  #grow(): void {
    const capacity = this.#a.length * (this.#a.length < 100_000 ? 4 : 2);
    const [hashes, a, b, c] = [this.#hashes, this.#a, this.#b, this.#c];
    this.#hashes = new Int32Array(capacity);
    this.#a = new Float64Array(capacity);
    this.#b = new Int32Array(capacity);
    this.#c = new Float64Array(capacity);
    this.#hashes.set(hashes);
    this.#a.set(a);
    this.#b.set(b);
    this.#c.set(c);
    this.#slots = new Int32Array(capacity * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.#count; id++) {
      let slot = (hashes[id] ?? 0) & mask;
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

function mix(value: number, factor: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), factor);
  return mixed ^ (mixed >>> 13);
}
