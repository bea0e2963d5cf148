/**
 * DEFLATE (RFC 1951) for small strips: one block of fixed codes behind a preset dictionary, which is what zlib makes of so little
 * too. The dictionary is hashed once and not with each call, and no memory outside the heap is taken: a strip of one live message
 * costs a fraction of a call of zlib. It writes only; what it wrote is opened by zlib like any other frame.
 */

/** More is for zlib: there a block's own codes begin to be worth their table. */
export const MAX_SMALL_BYTES = 768;

const MIN_MATCH = 3;
const MAX_MATCH = 258;
/** Candidates that are looked at for one match. */
const MAX_CHAIN = 16;
/** A match so long is taken without a look at what the next byte begins. */
const LONG_MATCH = 24;
/** Three bytes from further back cost more than three literals save. */
const FAR_FOR_THREE = 2048;
const HASH_BITS = 12;
const HASH_SIZE = 1 << HASH_BITS;
const NONE = -1;
/** Final, and of fixed codes (3.2.3). */
const BLOCK_HEAD = 0b011;
const END_OF_BLOCK = 256;
/** A literal takes nine bits at most; before and behind them stand a head and an end of ten bits. */
const MAX_OUT_BYTES = MAX_SMALL_BYTES + (MAX_SMALL_BYTES >> 3) + 4;

/** What stands for a value: bits, of which the lowest is written first, and how many. */
interface Codes {
  readonly bits: Uint32Array;
  readonly counts: Uint8Array;
}

/** Compresses small inputs behind one dictionary, one after another: its memory is used again, and wiped after each. */
export class SmallDeflate {
  readonly #start: number;
  /** The dictionary, and behind it the input. */
  readonly #window: Uint8Array;
  readonly #dictionaryHeads: Int16Array;
  /** The newest place of each hash. */
  readonly #heads: Int16Array = new Int16Array(HASH_SIZE).fill(NONE);
  /** For each place the one before it with the same hash. */
  readonly #before: Int16Array;
  readonly #out: Uint8Array<ArrayBuffer> = new Uint8Array(MAX_OUT_BYTES);
  #outAt = 0;
  #held = 0;
  #heldCount = 0;
  #distance = 0;

  /** Throws `RangeError` for a dictionary that a distance could not reach back over, or one of fewer than three bytes. */
  constructor(dictionary: Uint8Array) {
    if (dictionary.length + MAX_SMALL_BYTES > DISTANCES.bits.length || dictionary.length < MIN_MATCH)
      throw new RangeError('no dictionary for small strips');
    this.#start = dictionary.length;
    this.#window = new Uint8Array(dictionary.length + MAX_SMALL_BYTES);
    this.#window.set(dictionary);
    this.#before = new Int16Array(this.#window.length).fill(NONE);
    for (let at = 0; at + MIN_MATCH <= this.#start; at++) this.#insert(at);
    this.#dictionaryHeads = this.#heads.slice();
  }

  /** A frame that inflates to the input behind the dictionary. Throws `RangeError` beyond `MAX_SMALL_BYTES`. */
  compress(input: Uint8Array): Uint8Array {
    if (input.length > MAX_SMALL_BYTES) throw new RangeError('too much for a small block');
    const end = this.#start + input.length;
    this.#window.set(input, this.#start);
    this.#heads.set(this.#dictionaryHeads);
    [this.#outAt, this.#held, this.#heldCount] = [0, BLOCK_HEAD, 3];
    this.#write(end);
    this.#put(LITERALS, END_OF_BLOCK);
    if (this.#heldCount > 0) this.#out[this.#outAt++] = this.#held;
    const frame = this.#out.slice(0, this.#outAt);
    this.#window.fill(0, this.#start, end);
    this.#out.fill(0, 0, this.#outAt);
    return frame;
  }

  #write(end: number): void {
    let at = this.#start;
    let length = this.#longest(at, end);
    while (at < end) {
      const distance = this.#distance;
      // A match waits for one byte: where the next begins a longer one, this is a literal.
      const next = length < LONG_MATCH ? this.#longest(at + 1, end) : 0;
      if (length === 0 || next > length) {
        this.#put(LITERALS, this.#window[at] ?? 0);
        at++;
        length = next;
        continue;
      }
      this.#put(LENGTHS, length);
      this.#put(DISTANCES, distance);
      const known = length < LONG_MATCH ? at + 2 : at + 1;
      at += length;
      for (let inside = known; inside < at; inside++) this.#insert(inside);
      length = this.#longest(at, end);
    }
  }

  /** The longest match of what begins here, 0 for none; its distance stands in `#distance`. The place is known from then on. */
  #longest(at: number, end: number): number {
    const most = Math.min(end - at, MAX_MATCH);
    if (most < MIN_MATCH) return 0;
    const window = this.#window;
    let candidate = this.#insert(at);
    let longest = MIN_MATCH - 1;
    for (let left = MAX_CHAIN; candidate !== NONE && left > 0; left--) {
      if (window[candidate + longest] === window[at + longest]) {
        let length = 0;
        while (length < most && window[candidate + length] === window[at + length]) length++;
        if (length > longest && (length > MIN_MATCH || at - candidate <= FAR_FOR_THREE)) {
          longest = length;
          this.#distance = at - candidate;
          if (length === most) break;
        }
      }
      candidate = this.#before[candidate] ?? NONE;
    }
    return longest < MIN_MATCH ? 0 : longest;
  }

  /** Puts a place among those of its hash. Returns the one before it. */
  #insert(at: number): number {
    const window = this.#window;
    const three = ((window[at] ?? 0) << 16) | ((window[at + 1] ?? 0) << 8) | (window[at + 2] ?? 0);
    const hash = Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
    const before = this.#heads[hash] ?? NONE;
    this.#before[at] = before;
    this.#heads[hash] = at;
    return before;
  }

  #put(codes: Codes, value: number): void {
    this.#held |= (codes.bits[value] ?? 0) << this.#heldCount;
    this.#heldCount += codes.counts[value] ?? 0;
    while (this.#heldCount >= 8) {
      this.#out[this.#outAt++] = this.#held;
      this.#held >>>= 8;
      this.#heldCount -= 8;
    }
  }
}

/** Codes of literals and of the end (3.2.6). */
const LITERALS: Codes = codesOf(END_OF_BLOCK + 1, fixedCode);
/** Codes of lengths, their extra bits behind them (3.2.5). */
const LENGTHS: Codes = codesOf(MAX_MATCH + 1, (length) => {
  if (length < MIN_MATCH) return [0, 0];
  if (length === MAX_MATCH) return fixedCode(285);
  const { extra, extraCount, symbol } = stepped(length - MIN_MATCH, 4);
  const [bits, count] = fixedCode(257 + symbol);
  return [bits | (extra << count), count + extraCount];
});
/** Codes of distances (3.2.5), as far as they are needed. */
const DISTANCES: Codes = codesOf(8192, (distance) => {
  if (distance === 0) return [0, 0];
  const { extra, extraCount, symbol } = stepped(distance - 1, 2);
  return [reversed(symbol, 5) | (extra << 5), 5 + extraCount];
});

function codesOf(size: number, codeOf: (value: number) => readonly [bits: number, count: number]): Codes {
  const codes = { bits: new Uint32Array(size), counts: new Uint8Array(size) };
  for (let value = 0; value < size; value++)
    [codes.bits[value], codes.counts[value]] = codeOf(value) as [number, number];
  return codes;
}

/** The fixed code of a literal, an end or a length (3.2.6), its first bit lowest. */
function fixedCode(symbol: number): readonly [bits: number, count: number] {
  if (symbol < 144) return [reversed(0x30 + symbol, 8), 8];
  if (symbol < 256) return [reversed(0x190 + symbol - 144, 9), 9];
  if (symbol < 280) return [reversed(symbol - 256, 7), 7];
  return [reversed(0xc0 + symbol - 280, 8), 8];
}

/** Values whose symbols take one more extra bit every `symbolsAStep` symbols, after two such steps without any. */
function stepped(value: number, symbolsAStep: number): { symbol: number; extra: number; extraCount: number } {
  if (value < 2 * symbolsAStep) return { symbol: value, extra: 0, extraCount: 0 };
  const extraCount = Math.floor(Math.log2(value / symbolsAStep));
  const step = value >> extraCount;
  return { symbol: extraCount * symbolsAStep + step, extra: value & ((1 << extraCount) - 1), extraCount };
}

function reversed(code: number, count: number): number {
  let bits = 0;
  for (let at = 0; at < count; at++) bits |= ((code >> at) & 1) << (count - 1 - at);
  return bits;
}
