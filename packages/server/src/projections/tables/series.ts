// Columns of whole numbers as bytes: each written in the shortest of its three forms (runs of equal values, values packed
// into 1, 2 or 4 bits, values of seven bits a byte). It knows no table; what the numbers mean is its callers'. Bytes that
// do not hold what they should are refused, never guessed at.

import { ServerError } from '../../server-error.ts';

/** The forms: 0 runs as pairs of (value, further times), 1 values, 2 packed into 1 bit, 3 into 2, 4 into 4. */
const RUNS = 0;
const VALUES = 1;
const PACKED_BITS = [1, 2, 4];
const FIRST_PACKED = 2;
/** The most bytes of a number below 2^53. */
const WIDEST_BYTES = 8;

/** Appends numbers to bytes. */
export class SeriesWriter {
  private bytes = new Uint8Array(4096);
  private length = 0;

  /** A whole number from 0 to 2^53 − 1, seven bits a byte, the lowest first. */
  whole(value: number): void {
    if (this.length + WIDEST_BYTES > this.bytes.length) this.widen();
    let rest = value;
    while (rest > 0x7fffffff) {
      this.bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.whole(zigzag(value));
  }

  /** The first `count` values, each from 0 to 2^53 − 1, in their shortest form. */
  series(values: ArrayLike<number>, count: number): void {
    let changes = 1;
    let most = values[0] ?? 0;
    for (let at = 1; at < count; at++) {
      const value = values[at] ?? 0;
      if (value !== values[at - 1]) changes++;
      if (value > most) most = value;
    }
    const packing = PACKED_BITS.findIndex((bits) => most < 2 ** bits);
    const packedBytes = packing < 0 ? count : Math.ceil((count * (PACKED_BITS[packing] ?? 0)) / 8);
    if (changes * 2 <= packedBytes) this.runs(values, count);
    else if (packing >= 0) this.packed(values, count, packing);
    else {
      this.whole(VALUES);
      for (let at = 0; at < count; at++) this.whole(values[at] ?? 0);
    }
  }

  private runs(values: ArrayLike<number>, count: number): void {
    this.whole(RUNS);
    for (let at = 0; at < count; ) {
      const value = values[at] ?? 0;
      let next = at + 1;
      while (next < count && values[next] === value) next++;
      this.whole(value);
      this.whole(next - at - 1);
      at = next;
    }
  }

  private packed(values: ArrayLike<number>, count: number, packing: number): void {
    const bits = PACKED_BITS[packing] ?? 1;
    this.whole(FIRST_PACKED + packing);
    while (this.length + count > this.bytes.length) this.widen();
    let byte = 0;
    let filled = 0;
    for (let at = 0; at < count; at++) {
      byte |= (values[at] ?? 0) << filled;
      filled += bits;
      if (filled < 8) continue;
      this.bytes[this.length++] = byte;
      byte = 0;
      filled = 0;
    }
    if (filled > 0) this.bytes[this.length++] = byte;
  }

  private widen(): void {
    const wider = new Uint8Array(this.bytes.length * 2);
    wider.set(this.bytes);
    this.bytes = wider;
  }

  /** What was written, as bytes of its own; the writer is empty afterwards. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

/** Reads what a `SeriesWriter` wrote, in the same order. Throws `vault-damaged` where the bytes end or say what cannot be. */
export class SeriesReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  whole(): number {
    const first = this.bytes[this.at++] ?? refuse();
    return first < 128 ? first : this.wider(first & 127);
  }

  private wider(low: number): number {
    let value = low;
    let scale = 128;
    for (let read = 1; read < WIDEST_BYTES; read++) {
      const byte = this.bytes[this.at++] ?? refuse();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
    return refuse();
  }

  signed(): number {
    return unzigzag(this.whole());
  }

  /** Fills `into`. */
  series<T extends Float64Array | Uint8Array>(into: T): T {
    const form = this.whole();
    const count = into.length;
    if (form === RUNS) {
      for (let at = 0; at < count; ) {
        const value = this.whole();
        const next = at + 1 + this.whole();
        if (next > count) refuse();
        into.fill(value, at, next);
        at = next;
      }
    } else if (form === VALUES) for (let at = 0; at < count; at++) into[at] = this.whole();
    else this.packed(into, PACKED_BITS[form - FIRST_PACKED] ?? refuse());
    return into;
  }

  private packed(into: Float64Array | Uint8Array, bits: number): void {
    const mask = 2 ** bits - 1;
    const each = 8 / bits;
    const start = this.at;
    for (let at = 0; at < into.length; at++) {
      const byte = this.bytes[start + Math.floor(at / each)] ?? refuse();
      into[at] = (byte >>> ((at % each) * bits)) & mask;
    }
    this.at = start + Math.ceil(into.length / each);
  }

  /** Whether everything was read. */
  get isDone(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Throws unless everything was read. */
  end(): void {
    if (!this.isDone) refuse();
  }
}

/** 0, −1, 1, −2 … as 0, 1, 2, 3 … */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/** The number of which `zigzag` made this one. */
export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function refuse(): never {
  throw new ServerError('vault-damaged', { file: 'projections.db' });
}
