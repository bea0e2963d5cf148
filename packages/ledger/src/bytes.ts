/**
 * Reading and writing the ledger's binary formats: bytes, unsigned LEB128 numbers and slices. The reader's input is
 * hostile: each step is bounds-checked and a number has exactly one spelling.
 */
import { LedgerError, type LedgerErrorCode } from './error.ts';

/** The most bytes a number takes: 2^53 - 1 in groups of seven bits. */
const MAX_VARINT_BYTES = 8;

/** Walks over bytes; every fault throws LedgerError with the code given, and the offset. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #code: LedgerErrorCode;
  #offset = 0;

  constructor(bytes: Uint8Array, code: LedgerErrorCode) {
    this.#bytes = bytes;
    this.#code = code;
  }

  get offset(): number {
    return this.#offset;
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  fail(): LedgerError {
    return new LedgerError(this.#code, { offset: this.#offset });
  }

  u8(): number {
    const byte = this.#bytes[this.#offset];
    if (byte === undefined) throw this.fail();
    this.#offset++;
    return byte;
  }

  /** An unsigned LEB128 number up to 2^53 - 1 in its shortest spelling. */
  varint(): number {
    let value = 0;
    for (let i = 0, weight = 1; i < MAX_VARINT_BYTES; i++, weight *= 128) {
      const byte = this.u8();
      value += (byte & 127) * weight;
      if (byte >= 128) continue;
      if ((byte === 0 && i > 0) || value > Number.MAX_SAFE_INTEGER) throw this.fail();
      return value;
    }
    throw this.fail();
  }

  /** Passes over the next `length` bytes. */
  skip(length: number): void {
    if (length > this.remaining) throw this.fail();
    this.#offset += length;
  }

  /** The next `length` bytes, a view. */
  take(length: number): Uint8Array {
    this.skip(length);
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }
}

/** Bytes that `writeVarint` uses for a value. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

/** Writes a safe integer ≥ 0 as unsigned LEB128; returns the offset behind it. */
export function writeVarint(target: Uint8Array, offset: number, value: number): number {
  let at = offset;
  let rest = value;
  while (rest >= 128) {
    target[at++] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
  }
  target[at++] = rest;
  return at;
}

/** Whether every byte is zero. */
export function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}

/** Whether both hold the same bytes. For hashes and public bytes: it takes no constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
