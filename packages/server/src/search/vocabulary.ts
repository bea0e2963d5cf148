/**
 * Terms ⇄ small numbers, for the newest messages: an open-addressing table, and one pool of code units. A term of up to ten digits and
 * Latin letters, as most are, is its own key in the table: to look it up reads one place. Of any other the table holds a hash, and
 * the pool decides. Hashes are seeded at random, so that nobody can write messages whose words all collide.
 */

const FIRST_SLOTS = 1 << 12;
/** Numbers of a slot: two of the key, and the term's number plus one (0: nothing). The fourth keeps a slot in one cache line. */
const SLOT = 4;
/** A packed term: five letters of six bits in each half of its key. */
const BITS = 6;
export const PACKED_HALF = 5;
export const MOST_PACKED = 10;
const LETTER_MASK = 2 ** BITS - 1;
const DIGITS = 10;
/** In the first half of a key: it is a hash. */
const HASHED = 0x80000000;
const NOTHING = 0;
/** Of the slots. */
const MOST_FILLED = 0.6;

/** What a packed term holds for a folded code unit: digits 1 to 10, Latin letters 11 to 36; 0 for all that none can hold. */
export function packedLetter(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61 + DIGITS + 1;
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 1 : 0;
}

/** True for the letter of a digit. */
export function isPackedDigit(letter: number): boolean {
  return letter <= DIGITS;
}

function unpacked(letter: number): number {
  return letter > DIGITS ? letter - DIGITS - 1 + 0x61 : letter - 1 + 0x30;
}

/** Grows with each new term and forgets none but all. */
export class Vocabulary {
  #seed: number;
  #slots: Uint32Array;
  /** By term: where it starts in the pool, which is where the one before ends. */
  #starts: Uint32Array;
  #pool: Uint16Array;
  #size = 0;
  readonly #letters = new Uint16Array(MOST_PACKED);
  /** The key of the term that is looked up. */
  #high = 0;
  #low = 0;

  /** With room for so many terms from the start. */
  constructor(seed: number, room = 0) {
    this.#seed = seed | 0;
    const slots = 2 ** Math.ceil(Math.log2(Math.max(FIRST_SLOTS, room * 1.5)));
    this.#slots = new Uint32Array(slots * SLOT);
    this.#starts = new Uint32Array(slots);
    this.#pool = new Uint16Array(slots * 5);
  }

  /** Forgets all terms and keeps the room. */
  clear(seed: number): void {
    this.#seed = seed | 0;
    this.#slots.fill(NOTHING);
    this.#size = 0;
  }

  /** How many terms there are; they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  /** The number of a term, new if it was not there. */
  intern(codes: Uint16Array, length: number): number {
    this.#setKey(codes, length);
    if (this.#high < HASHED) return this.internPacked(this.#high, this.#low);
    const slot = this.#slotOf(codes, length);
    const found = this.#slots[slot + 2] ?? NOTHING;
    return found === NOTHING ? this.#add(slot, codes, length) : found - 1;
  }

  /**
   * The same of a term by its letters (see `packedLetter`), MOST_PACKED at most: the first half of them in one number, the others in a
   * second, later ones in lower bits.
   */
  internPacked(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    for (let slot = this.#placeOf(high, low) & mask; ; slot = (slot + SLOT) & mask) {
      const found = slots[slot + 2] ?? NOTHING;
      if (found === NOTHING) return this.#addPacked(slot, high, low);
      if (slots[slot] === high && slots[slot + 1] === low) return found - 1;
    }
  }

  /** The number of a term, or -1. */
  find(codes: Uint16Array, length: number): number {
    this.#setKey(codes, length);
    return (this.#slots[this.#slotOf(codes, length) + 2] ?? NOTHING) - 1;
  }

  /** The buffer that holds all terms, each from `startOf` to `endOf`; it stands until the next `intern`. */
  get pool(): Uint16Array {
    return this.#pool;
  }

  startOf(id: number): number {
    return this.#starts[id] ?? 0;
  }

  endOf(id: number): number {
    return this.#starts[id + 1] ?? 0;
  }

  /** The term as a string. */
  term(id: number): string {
    return String.fromCharCode(...this.codesOf(id));
  }

  /** Its code units; they stand until the next `intern`. */
  codesOf(id: number): Uint16Array {
    return this.#pool.subarray(this.startOf(id), this.endOf(id));
  }

  /** Sets the key: the letters of a term that can be packed, of any other a hash. */
  #setKey(codes: Uint16Array, length: number): void {
    let high = 0;
    let low = 0;
    let i = 0;
    for (let letter = 1; i < length && i < MOST_PACKED; i++) {
      letter = packedLetter(codes[i] ?? 0);
      if (letter === 0) break;
      if (i < PACKED_HALF) high = (high << BITS) | letter;
      else low = (low << BITS) | letter;
    }
    this.#high = i === length ? high : this.#hash(codes, length);
    this.#low = i === length ? low : length;
  }

  /** The slot that holds the term of the key, or the empty one where it would go. */
  #slotOf(codes: Uint16Array, length: number): number {
    const slots = this.#slots;
    const high = this.#high;
    const low = this.#low;
    const mask = slots.length - SLOT;
    for (let slot = this.#placeOf(high, low) & mask; ; slot = (slot + SLOT) & mask) {
      const found = slots[slot + 2] ?? NOTHING;
      if (found === NOTHING) return slot;
      if (slots[slot] !== high || slots[slot + 1] !== low) continue;
      if (high < HASHED || this.#equals(found - 1, codes, length)) return slot;
    }
  }

  /** Where to look for a key first, before the mask. */
  #placeOf(high: number, low: number): number {
    let hash = Math.imul(high ^ this.#seed, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ low, 0x85ebca6b);
    return (hash ^ (hash >>> 13)) << 2;
  }

  #hash(codes: Uint16Array, length: number): number {
    let hash = this.#seed ^ length;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ (codes[i] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return (hash | HASHED) >>> 0;
  }

  #equals(id: number, codes: Uint16Array, length: number): boolean {
    const start = this.startOf(id);
    if (this.endOf(id) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#pool[start + i] !== codes[i]) return false;
    return true;
  }

  #addPacked(slot: number, high: number, low: number): number {
    this.#high = high;
    this.#low = low;
    const codes = this.#letters;
    let length = 0;
    for (let shift = BITS * (PACKED_HALF - 1); shift >= 0; shift -= BITS) {
      if (high >>> shift > 0) codes[length++] = unpacked((high >>> shift) & LETTER_MASK);
    }
    for (let shift = BITS * (PACKED_HALF - 1); shift >= 0; shift -= BITS) {
      if (low >>> shift > 0) codes[length++] = unpacked((low >>> shift) & LETTER_MASK);
    }
    return this.#add(slot, codes, length);
  }

  /** Adds the term of the key. */
  #add(slot: number, codes: Uint16Array, length: number): number {
    const id = this.#size++;
    if (id + 1 === this.#starts.length) this.#starts = widened(this.#starts);
    const start = this.startOf(id);
    if (start + length > this.#pool.length) {
      const pool = new Uint16Array(this.#pool.length * 2 + length);
      pool.set(this.#pool);
      this.#pool = pool;
    }
    for (let i = 0; i < length; i++) this.#pool[start + i] = codes[i] ?? 0;
    this.#starts[id + 1] = start + length;
    this.#slots[slot] = this.#high;
    this.#slots[slot + 1] = this.#low;
    this.#slots[slot + 2] = id + 1;
    if (this.#size * SLOT > this.#slots.length * MOST_FILLED) this.#widenSlots();
    return id;
  }

  #widenSlots(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    const mask = slots.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 2] === NOTHING) continue;
      let slot = this.#placeOf(old[from] ?? 0, old[from + 1] ?? 0) & mask;
      while (slots[slot + 2] !== NOTHING) slot = (slot + SLOT) & mask;
      for (let i = 0; i < SLOT; i++) slots[slot + i] = old[from + i] ?? 0;
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
