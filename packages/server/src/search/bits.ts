/**
 * Bits, the highest of a byte first, and the codes that postings and the document table are made of: Rice codes (a quotient in
 * ones, a zero, k bits of remainder; Golomb 1966, Rice 1979) and Elias' gamma. Past the end it reads zeros, so that damaged bytes
 * end every loop over a count.
 */

/** The most bits of one `write` or `bits`. */
const MOST_BITS = 24;
const ALL_ONES = 0xffffff;
/** Word positions: a longer quotient is written in full. */
const ESCAPE_ONES = 10;
const ESCAPED_BITS = 16;

/** Appends; `bytes` is the room, `length` how many of them are whole. */
export class BitWriter {
  bytes: Uint8Array;
  length = 0;
  #rest = 0;
  #restBits = 0;

  constructor(room = 1024) {
    this.bytes = new Uint8Array(room);
  }

  /** Empties it and keeps the room. */
  clear(): void {
    this.length = 0;
    this.#rest = 0;
    this.#restBits = 0;
  }

  /** The lowest `count` (0 to 24) bits of a value that has no others. */
  write(value: number, count: number): void {
    let bits = this.#restBits + count;
    const all = (this.#rest << count) | value;
    if (this.length + 8 > this.bytes.length) this.#widen(8);
    while (bits >= 8) {
      bits -= 8;
      this.bytes[this.length++] = all >>> bits;
    }
    this.#rest = all & ((1 << bits) - 1);
    this.#restBits = bits;
  }

  /** A whole number below 2^24 · 2^k by a Rice code. */
  rice(value: number, k: number): void {
    let ones = value >>> k;
    while (ones >= MOST_BITS) {
      this.write(ALL_ONES, MOST_BITS);
      ones -= MOST_BITS;
    }
    if (ones + 1 + k <= MOST_BITS) {
      this.write((((1 << (ones + 1)) - 2) << k) | (value & ((1 << k) - 1)), ones + 1 + k);
      return;
    }
    this.write((1 << (ones + 1)) - 2, ones + 1);
    this.write(value & ((1 << k) - 1), k);
  }

  /** A whole number from 1 to 2^24 − 1: as many zeros as it has bits after the first, then its bits. */
  gamma(value: number): void {
    const bits = 32 - Math.clz32(value);
    if (bits * 2 <= MOST_BITS) {
      this.write(value, bits * 2 - 1);
      return;
    }
    this.write(0, bits - 1);
    this.write(value, bits);
  }

  /** Fills the last byte with zeros. */
  align(): void {
    if (this.#restBits > 0) this.write(0, 8 - this.#restBits);
  }

  /**
   * Rice codes of the gaps between the documents of keys [from, to), each less `less`; the first is counted from `before`. A key is
   * document · 2^16 + position. The same as many calls of `rice`, in one loop.
   */
  gaps(keys: Uint32Array, { from, to, before, less }: KeyRange, k: number): void {
    this.#reserve(((1 << 16) >>> k) + (to - from) * (k + 1));
    const { bytes } = this;
    let rest = this.#rest;
    let bits = this.#restBits;
    let at = this.length;
    let last = before;
    for (let i = from; i < to; i++) {
      const doc = (keys[i] ?? 0) >>> 16;
      const value = doc - last - less;
      last = doc;
      const ones = value >>> k;
      const count = ones + 1 + k;
      if (count > MOST_BITS) {
        this.#rest = rest;
        this.#restBits = bits;
        this.length = at;
        this.rice(value, k);
        rest = this.#rest;
        bits = this.#restBits;
        at = this.length;
        continue;
      }
      rest = (rest << count) | (((1 << (ones + 1)) - 2) << k) | (value & ((1 << k) - 1));
      for (bits += count; bits >= 8; ) {
        bits -= 8;
        bytes[at++] = rest >>> bits;
      }
      rest &= (1 << bits) - 1;
    }
    this.#rest = rest;
    this.#restBits = bits;
    this.length = at;
  }

  /**
   * The word positions of keys [from, to): Rice codes of the position, or in the same document of the distance from the one before, less
   * one. A quotient of ESCAPE_ONES or more is so many ones, and the number in 16 bits.
   */
  positions(keys: Uint32Array, from: number, to: number, k: number): void {
    this.#reserve((to - from) * (ESCAPE_ONES + ESCAPED_BITS));
    const { bytes } = this;
    let rest = this.#rest;
    let bits = this.#restBits;
    let at = this.length;
    let last = -1;
    for (let i = from; i < to; i++) {
      const key = keys[i] ?? 0;
      const value = (key ^ last) >>> 16 === 0 && i > from ? key - last - 1 : key & 0xffff;
      last = key;
      const ones = value >>> k;
      if (ones < ESCAPE_ONES) {
        const count = ones + 1 + k;
        rest = (rest << count) | (((1 << (ones + 1)) - 2) << k) | (value & ((1 << k) - 1));
        bits += count;
      } else {
        rest = (rest << ESCAPE_ONES) | ((1 << ESCAPE_ONES) - 1);
        for (bits += ESCAPE_ONES; bits >= 8; ) {
          bits -= 8;
          bytes[at++] = rest >>> bits;
        }
        rest = ((rest & ((1 << bits) - 1)) << ESCAPED_BITS) | value;
        bits += ESCAPED_BITS;
      }
      while (bits >= 8) {
        bits -= 8;
        bytes[at++] = rest >>> bits;
      }
      rest &= (1 << bits) - 1;
    }
    this.#rest = rest;
    this.#restBits = bits;
    this.length = at;
  }

  /** Whole bytes from elsewhere, where a byte starts. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.#reserve((end - start) * 8);
    if (end - start > 32) this.bytes.set(from.subarray(start, end), this.length);
    else for (let i = start; i < end; i++) this.bytes[this.length + i - start] = from[i] ?? 0;
    this.length += end - start;
  }

  /** A copy of the whole bytes. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  #reserve(bits: number): void {
    const more = (bits >>> 3) + 16;
    if (this.length + more > this.bytes.length) this.#widen(more);
  }

  #widen(more: number): void {
    const wider = new Uint8Array(this.bytes.length * 2 + more);
    wider.set(this.bytes);
    this.bytes = wider;
  }
}

/** Which keys: [from, to), the document before them, and what each gap is less. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly less: number;
}

/** Reads the same codes back. `at` counts bits. */
export class BitReader {
  bytes: Uint8Array;
  at: number;

  /** From a byte on. */
  constructor(bytes: Uint8Array, byte = 0) {
    this.bytes = bytes;
    this.at = byte * 8;
  }

  /** The next 25 bits or more, at the top of 32. */
  peek(): number {
    const bytes = this.bytes;
    const from = this.at >>> 3;
    const word =
      ((bytes[from] ?? 0) << 24) |
      ((bytes[from + 1] ?? 0) << 16) |
      ((bytes[from + 2] ?? 0) << 8) |
      (bytes[from + 3] ?? 0);
    return word << (this.at & 7);
  }

  /** The next `count` (0 to 24) bits. */
  bits(count: number): number {
    if (count === 0) return 0;
    const value = this.peek() >>> (32 - count);
    this.at += count;
    return value;
  }

  rice(k: number): number {
    const word = this.peek();
    const ones = Math.clz32(~word);
    if (ones + 1 + k <= MOST_BITS) {
      this.at += ones + 1 + k;
      return (ones << k) | (k === 0 ? 0 : (word << (ones + 1)) >>> (32 - k));
    }
    const all = this.#ones();
    return all * (1 << k) + this.bits(k);
  }

  /** Reads what `BitWriter.gaps` wrote: the keys, with position 0, from `from` on. */
  gaps(into: Uint32Array, { from, to, before, less }: KeyRange, k: number): void {
    const { bytes } = this;
    let at = this.at;
    let last = before;
    for (let i = from; i < to; i++) {
      const byte = at >>> 3;
      const word =
        (((bytes[byte] ?? 0) << 24) |
          ((bytes[byte + 1] ?? 0) << 16) |
          ((bytes[byte + 2] ?? 0) << 8) |
          (bytes[byte + 3] ?? 0)) <<
        (at & 7);
      const ones = Math.clz32(~word);
      if (ones + 1 + k <= MOST_BITS) {
        at += ones + 1 + k;
        last += less + ((ones << k) | (((word << (ones + 1)) >>> 1) >>> (31 - k)));
      } else {
        this.at = at;
        last += less + this.rice(k);
        at = this.at;
      }
      into[i] = last << 16;
    }
    this.at = at;
  }

  /** Reads `count` such gaps from document 0 on, and says whether one of their documents is set in a set of bits. */
  gapsMeet(set: Uint8Array, count: number, less: number, k: number): boolean {
    const { bytes } = this;
    let at = this.at;
    let doc = -1;
    for (let i = 0; i < count; i++) {
      const byte = at >>> 3;
      const word =
        (((bytes[byte] ?? 0) << 24) |
          ((bytes[byte + 1] ?? 0) << 16) |
          ((bytes[byte + 2] ?? 0) << 8) |
          (bytes[byte + 3] ?? 0)) <<
        (at & 7);
      const ones = Math.clz32(~word);
      if (ones + 1 + k <= MOST_BITS) {
        at += ones + 1 + k;
        doc += less + ((ones << k) | (((word << (ones + 1)) >>> 1) >>> (31 - k)));
      } else {
        this.at = at;
        doc += less + this.rice(k);
        at = this.at;
      }
      if ((((set[doc >>> 3] ?? 0) >>> (doc & 7)) & 1) === 1) return true;
    }
    return false;
  }

  /** Reads what `BitWriter.positions` wrote into keys [from, to), whose documents are there; they go on behind a key that was read. */
  positions(keys: Uint32Array, from: number, to: number, k: number, behind = -1): void {
    const { bytes } = this;
    let at = this.at;
    let doc = behind < 0 ? -1 : behind >>> 16;
    let position = behind & 0xffff;
    for (let i = from; i < to; i++) {
      const byte = at >>> 3;
      const word =
        (((bytes[byte] ?? 0) << 24) |
          ((bytes[byte + 1] ?? 0) << 16) |
          ((bytes[byte + 2] ?? 0) << 8) |
          (bytes[byte + 3] ?? 0)) <<
        (at & 7);
      const ones = Math.clz32(~word);
      let value: number;
      if (ones < ESCAPE_ONES) {
        at += ones + 1 + k;
        value = (ones << k) | (((word << (ones + 1)) >>> 1) >>> (31 - k));
      } else {
        this.at = at + ESCAPE_ONES;
        value = this.bits(ESCAPED_BITS);
        at = this.at;
      }
      const key = keys[i] ?? 0;
      const next = key >>> 16;
      position = next === doc ? position + value + 1 : value;
      doc = next;
      keys[i] = key | position;
    }
    this.at = at;
  }

  /** Passes over so many codes of `rice`. */
  skipRices(count: number, k: number): void {
    for (let i = 0; i < count; i++) {
      const ones = Math.clz32(~this.peek());
      if (ones < MOST_BITS) this.at += ones + 1 + k;
      else this.rice(k);
    }
  }

  /** Passes over so many of the codes that `BitWriter.positions` wrote. */
  skipPositions(count: number, k: number): void {
    for (let i = 0; i < count; i++) {
      const ones = Math.clz32(~this.peek());
      this.at += ones < ESCAPE_ONES ? ones + 1 + k : ESCAPE_ONES + ESCAPED_BITS;
    }
  }

  gamma(): number {
    const zeros = Math.clz32(this.peek() | 0xff);
    this.at += zeros;
    return this.bits(zeros + 1);
  }

  /** On to the next byte, and which one it is. */
  align(): number {
    const byte = (this.at + 7) >>> 3;
    this.at = byte * 8;
    return byte;
  }

  #ones(): number {
    let all = 0;
    for (;;) {
      const ones = Math.min(MOST_BITS, Math.clz32(~this.peek()));
      all += ones;
      this.at += ones;
      if (ones < MOST_BITS) break;
    }
    this.at++;
    return all;
  }
}

/** The Rice parameter of whole numbers with this mean: the one nearest to the best for a geometric distribution. */
export function riceParameter(mean: number): number {
  return Math.max(0, 31 - Math.clz32(Math.floor(mean * 0.6875)));
}
