/**
 * Terms ⇄ small numbers, for the newest messages. An open-addressing table over one pool of code units: a term seen before costs no
 * allocation. The hash is seeded at random, so that nobody can write messages whose words all collide.
 */

const FIRST_SLOTS = 1 << 12;

/** Grows with each new term; forgets only as a whole. */
export class Vocabulary {
  readonly #seed: number;
  #slots: Uint32Array = new Uint32Array(FIRST_SLOTS);
  #hashes: Uint32Array = new Uint32Array(FIRST_SLOTS);
  #starts: Uint32Array = new Uint32Array(FIRST_SLOTS);
  #pool: Uint16Array = new Uint16Array(FIRST_SLOTS * 8);
  #size = 0;

  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  /** How many terms there are; they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  /** The number of a term, new if it was not there. */
  intern(codes: Uint16Array, length: number): number {
    const hash = this.#hash(codes, length);
    let slot = hash & (this.#slots.length - 1);
    for (;;) {
      const id = (this.#slots[slot] ?? 0) - 1;
      if (id < 0) return this.#add(codes, length, hash, slot);
      if (this.#hashes[id] === hash && this.#equals(id, codes, length)) return id;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
  }

  /** The number of a term, or -1. */
  find(codes: Uint16Array, length: number): number {
    const hash = this.#hash(codes, length);
    let slot = hash & (this.#slots.length - 1);
    for (;;) {
      const id = (this.#slots[slot] ?? 0) - 1;
      if (id < 0 || (this.#hashes[id] === hash && this.#equals(id, codes, length))) return id;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
  }

  /** The code units of a term, as a view that stands until the next `intern`. */
  codes(id: number): Uint16Array {
    return this.#pool.subarray(this.#starts[id] ?? 0, this.#starts[id + 1] ?? 0);
  }

  /** The term as a string. */
  term(id: number): string {
    return String.fromCharCode(...this.codes(id));
  }

  #hash(codes: Uint16Array, length: number): number {
    let hash = this.#seed ^ length;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ (codes[i] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x85ebca6b);
    return (hash ^ (hash >>> 13)) >>> 0;
  }

  #equals(id: number, codes: Uint16Array, length: number): boolean {
    const start = this.#starts[id] ?? 0;
    if ((this.#starts[id + 1] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#pool[start + i] !== codes[i]) return false;
    return true;
  }

  #add(codes: Uint16Array, length: number, hash: number, slot: number): number {
    const id = this.#size++;
    if (id + 2 > this.#hashes.length) {
      this.#hashes = widened(this.#hashes);
      this.#starts = widened(this.#starts);
    }
    const start = this.#starts[id] ?? 0;
    if (start + length > this.#pool.length) {
      const pool = new Uint16Array(this.#pool.length * 2 + length);
      pool.set(this.#pool);
      this.#pool = pool;
    }
    for (let i = 0; i < length; i++) this.#pool[start + i] = codes[i] ?? 0;
    this.#starts[id + 1] = start + length;
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let id = 0; id < this.#size; id++) {
      let slot = (this.#hashes[id] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

/** The same numbers in twice the room. */
export function widened(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
