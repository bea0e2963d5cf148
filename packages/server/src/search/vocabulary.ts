/**
 * Terms ⇄ small numbers, for the newest messages. An open-addressing table over one pool of code units: a term seen before costs no
 * allocation and two look-ups that may miss the processor's cache. The hash is seeded at random, so that nobody can write messages
 * whose words all collide.
 */

const FIRST_SLOTS = 1 << 12;
/** Before a term's code units stand its number (low and high half) and its length. */
const HEADER = 3;

/** Grows with each new term and forgets none. */
export class Vocabulary {
  readonly #seed: number;
  /** Two numbers a slot: the hash, and where the term's header stands in the pool (0: nothing). */
  #slots: Uint32Array;
  #starts: Uint32Array;
  #pool: Uint16Array;
  #end = 1;
  #size = 0;

  /** With room for so many terms from the start. */
  constructor(seed: number, room = 0) {
    this.#seed = seed | 0;
    const slots = 2 ** Math.ceil(Math.log2(Math.max(FIRST_SLOTS, room * 2)));
    this.#slots = new Uint32Array(slots * 2);
    this.#starts = new Uint32Array(slots);
    this.#pool = new Uint16Array(slots * 8);
  }

  /** How many terms there are; they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  /** The number of a term, new if it was not there. */
  intern(codes: Uint16Array, length: number): number {
    const hash = this.#hash(codes, length);
    const slot = this.#slotOf(codes, length, hash);
    const start = this.#slots[slot + 1] ?? 0;
    return start === 0 ? this.#add(codes, length, hash, slot) : this.#idAt(start);
  }

  /** The number of a term, or -1. */
  find(codes: Uint16Array, length: number): number {
    const start = this.#slots[this.#slotOf(codes, length, this.#hash(codes, length)) + 1] ?? 0;
    return start === 0 ? -1 : this.#idAt(start);
  }

  /** The buffer that holds all terms, each from `startOf` to `endOf`; it stands until the next `intern`. */
  get pool(): Uint16Array {
    return this.#pool;
  }

  startOf(id: number): number {
    return (this.#starts[id] ?? 0) + HEADER;
  }

  endOf(id: number): number {
    const start = this.startOf(id);
    return start + (this.#pool[start - 1] ?? 0);
  }

  /** The term as a string. */
  term(id: number): string {
    return String.fromCharCode(...this.codesOf(id));
  }

  /** Its code units; they stand until the next `intern`. */
  codesOf(id: number): Uint16Array {
    return this.#pool.subarray(this.startOf(id), this.endOf(id));
  }

  #idAt(start: number): number {
    return (this.#pool[start] ?? 0) + (this.#pool[start + 1] ?? 0) * 0x10000;
  }

  /** The slot that holds the term, or the empty one where it would go. */
  #slotOf(codes: Uint16Array, length: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let slot = (hash * 2) & mask; ; slot = (slot + 2) & mask) {
      const start = slots[slot + 1] ?? 0;
      if (start === 0 || (slots[slot] === hash && this.#equals(start, codes, length))) return slot;
    }
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

  #equals(start: number, codes: Uint16Array, length: number): boolean {
    const pool = this.#pool;
    const first = start + HEADER;
    if (pool[first - 1] !== length) return false;
    for (let i = 0; i < length; i++) if (pool[first + i] !== codes[i]) return false;
    return true;
  }

  #add(codes: Uint16Array, length: number, hash: number, slot: number): number {
    const id = this.#size++;
    if (id === this.#starts.length) this.#starts = widened(this.#starts);
    const start = this.#end;
    this.#end += HEADER + length;
    if (this.#end > this.#pool.length) {
      const pool = new Uint16Array(this.#pool.length * 2 + length);
      pool.set(this.#pool);
      this.#pool = pool;
    }
    this.#pool[start] = id & 0xffff;
    this.#pool[start + 1] = id >>> 16;
    this.#pool[start + 2] = length;
    for (let i = 0; i < length; i++) this.#pool[start + HEADER + i] = codes[i] ?? 0;
    this.#starts[id] = start;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = start;
    if (this.#size * 4 > this.#slots.length) this.#widenSlots();
    return id;
  }

  #widenSlots(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      const hash = old[from] ?? 0;
      if (old[from + 1] === 0) continue;
      let slot = (hash * 2) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = old[from + 1] ?? 0;
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
