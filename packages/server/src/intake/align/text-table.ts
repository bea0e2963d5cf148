// Texts as dense numbers, without keeping them: a text is known by its 64-bit HalfSipHash-1-3 under a secret seed, so
// that nobody can write two texts that alignment takes for one. (Aumasson and Bernstein, SipHash; the 32-bit variant.)

/** The secret of one alignment: two random 32-bit numbers. It decides no outcome. */
export type Seed = readonly [number, number];

/** The two halves of the last hash; read at once after `hashText`. */
export const lastHash: { low: number; high: number } = { low: 0, high: 0 };

/** Rounds a word and rounds an output. 1 and 3 is the choice for hash tables; the published vectors are for 2 and 4. */
export interface Rounds {
  readonly word: number;
  readonly output: number;
}

const TABLE_ROUNDS: Rounds = { word: 1, output: 3 };

/** HalfSipHash with 64 bits of output over the text's UTF-16 code units, little-endian; the result stands in `lastHash`. */
export function hashText(text: string, seed: Seed, rounds: Rounds = TABLE_ROUNDS): void {
  const lastWord = text.length >> 1;
  let v0 = seed[0] | 0;
  let v1 = (seed[1] ^ 0xee) | 0;
  let v2 = 0x6c796765 ^ seed[0];
  let v3 = 0x74656462 ^ seed[1];
  for (let index = 0; index <= lastWord + 2; index++) {
    const isInput = index <= lastWord;
    const word = isInput ? wordAt(text, index, lastWord) : 0;
    v3 ^= word;
    if (index === lastWord + 1) v2 ^= 0xee;
    if (index === lastWord + 2) {
      lastHash.low = v1 ^ v3;
      v1 ^= 0xdd;
    }
    for (let round = isInput ? rounds.word : rounds.output; round > 0; round--) {
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
    }
    v0 ^= word;
  }
  lastHash.high = v1 ^ v3;
}

/** Two code units; the last word holds the odd one and the length in bytes. */
function wordAt(text: string, index: number, lastWord: number): number {
  const at = index * 2;
  if (index < lastWord) return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
  return ((text.length * 2) << 24) | (at < text.length ? text.charCodeAt(at) : 0);
}

/** Texts numbered 0, 1, 2, … in the order they are met; '' is 0. */
export class TextTable {
  readonly #seed: Seed;
  #slots: Int32Array = new Int32Array(1024).fill(-1);
  #low: Int32Array = new Int32Array(512);
  #high: Int32Array = new Int32Array(512);
  #count = 0;

  constructor(seed: Seed) {
    this.#seed = seed;
    this.intern('');
  }

  get count(): number {
    return this.#count;
  }

  /** The text's number, given to it now if it is new. */
  intern(text: string): number {
    if (text === '' && this.#count > 0) return 0;
    hashText(text, this.#seed);
    const { low, high } = lastHash;
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0) return this.#add(slot, low, high);
      if (this.#low[id] === low && this.#high[id] === high) return id;
    }
  }

  #add(slot: number, low: number, high: number): number {
    const id = this.#count++;
    this.#slots[slot] = id;
    this.#low[id] = low;
    this.#high[id] = high;
    if (this.#count === this.#low.length) this.#grow();
    return id;
  }

  #grow(): void {
    this.#low = widen(this.#low);
    this.#high = widen(this.#high);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.#count; id++) {
      let slot = (this.#low[id] ?? 0) & mask;
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

function widen(array: Int32Array): Int32Array {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}
