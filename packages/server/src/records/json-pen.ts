// Canonical JSON (RFC 8785) written as bytes, value behind value, into a buffer that has room for it. Strings are turned
// into UTF-8 and escaped in one pass, with no string made on the way. What JSON may not hold is refused as
// `canonicalise` refuses it.

import { canonicalise } from '@acta/verifier';

/** A UTF-16 code unit takes at most the six bytes of `\u0000`. */
export const MOST_BYTES_A_UNIT = 6;

const [QUOTE, BACKSLASH, MINUS, ZERO] = [0x22, 0x5c, 0x2d, 0x30];
const SPACE = 0x20;
/** The largest whole number that ten times itself is one still. */
const MOST_SMALL = 99_999_999;
const HEX = Buffer.from('0123456789abcdef', 'latin1');
/** The letter behind the backslash of a control character that has a short escape: \b \t \n \f \r. */
const SHORT_ESCAPES = Buffer.from('\0\0\0\0\0\0\0\0btn\0fr', 'latin1');

/** The bytes of a member's name and colon, with the comma before it. */
export function memberName(name: string): Uint8Array {
  return Buffer.from(`,${JSON.stringify(name)}:`, 'utf8');
}

/** Writes one value behind another. */
export class JsonPen {
  readonly #target: Uint8Array;
  #at: number;

  constructor(target: Uint8Array, at: number) {
    this.#target = target;
    this.#at = at;
  }

  /** Where the next byte will stand. */
  get at(): number {
    return this.#at;
  }

  /** Bytes that are JSON already. */
  copy(bytes: Uint8Array): this {
    const target = this.#target;
    const at = this.#at;
    const { length } = bytes;
    for (let i = 0; i < length; i++) target[at + i] = bytes[i] ?? 0;
    this.#at = at + length;
    return this;
  }

  /** What stands in the target from `start` to `end` already, once more. */
  again(start: number, end: number): this {
    const target = this.#target;
    let at = this.#at;
    for (let from = start; from < end; from++) target[at++] = target[from] ?? 0;
    this.#at = at;
    return this;
  }

  /** A whole number. Throws `json-number`. */
  integer(value: number): this {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) canonicalise(value);
    const target = this.#target;
    if (value < 0) target[this.#at++] = MINUS;
    if (value >= 0 && value <= MOST_SMALL) return this.#small(value);
    let digits = 1;
    let rest = Math.abs(value);
    for (let bound = 10; bound <= rest; bound *= 10) digits++;
    for (let at = this.#at + digits - 1; at >= this.#at; at--) {
      const tenth = Math.floor(rest / 10);
      // In this order: so near to 2^53 a sum with the character's number is no longer exact.
      target[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    this.#at += digits;
    return this;
  }

  /** The same of one that is small: with whole numbers alone division is cheap. */
  #small(value: number): this {
    const target = this.#target;
    let rest = value | 0;
    let digits = 1;
    for (let bound = 10; bound <= rest; bound *= 10) digits++;
    for (let at = this.#at + digits - 1; at >= this.#at; at--) {
      const tenth = (rest / 10) | 0;
      target[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.#at += digits;
    return this;
  }

  /** A string of few characters, which mostly are ASCII. Throws `json-surrogate`. */
  word(value: string): this {
    const target = this.#target;
    const { length } = value;
    let at = this.#at;
    target[at++] = QUOTE;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      if (isMarked(unit)) return this.text(value);
      target[at++] = unit;
    }
    target[at++] = QUOTE;
    this.#at = at;
    return this;
  }

  /** A string. Its code units stay behind until `wipePen`. Throws `json-surrogate`. */
  text(value: string): this {
    const target = this.#target;
    const { length } = value;
    const units = unitsOf(value, length);
    let at = this.#at;
    target[at++] = QUOTE;
    let i = 0;
    // Most strings are plain to their end, or nearly.
    for (; i < length; i++) {
      const unit = units[i] ?? 0;
      if (isMarked(unit)) break;
      target[at++] = unit;
    }
    if (i < length) at = writeUnits(target, at, units, { from: i, to: length });
    target[at++] = QUOTE;
    this.#at = at;
    return this;
  }
}

/** Whether JSON writes the unit in another way than as the byte that it is. */
function isMarked(unit: number): boolean {
  return unit >= 0x80 || unit < SPACE || unit === QUOTE || unit === BACKSLASH;
}

/** Code units of the string that is being written. Strings are of many sorts inside, arrays of one: those are read fast. */
const UNITS = new Uint16Array(16 * 1024);
const UNIT_BYTES = Buffer.from(UNITS.buffer);

/** Overwrites what is left of the strings that were written. */
export function wipePen(): void {
  UNITS.fill(0);
}

function unitsOf(value: string, length: number): Uint16Array {
  if (length <= UNITS.length) {
    UNIT_BYTES.write(value, 0, 'utf16le');
    return UNITS;
  }
  const units = new Uint16Array(length);
  Buffer.from(units.buffer).write(value, 0, 'utf16le');
  return units;
}

/** Writes the characters in [from, to); returns the offset behind them. */
function writeUnits(
  target: Uint8Array,
  start: number,
  units: Uint16Array,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let at = start;
  for (let i = from; i < to; i++) {
    const unit = units[i] ?? 0;
    if (unit < 0x80) {
      if (unit > BACKSLASH || (unit >= SPACE && unit !== QUOTE && unit !== BACKSLASH)) target[at++] = unit;
      else at = writeEscape(target, at, unit);
    } else if (unit < 0x800) {
      target[at++] = 0xc0 | (unit >> 6);
      target[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit >= 0xe000) {
      target[at++] = 0xe0 | (unit >> 12);
      target[at++] = 0x80 | ((unit >> 6) & 0x3f);
      target[at++] = 0x80 | (unit & 0x3f);
    } else {
      at = writePair(target, at, unit, ++i < to ? (units[i] ?? 0) : 0);
    }
  }
  return at;
}

function writeEscape(target: Uint8Array, start: number, unit: number): number {
  let at = start;
  target[at++] = BACKSLASH;
  const letter = unit < SPACE ? (SHORT_ESCAPES[unit] ?? 0) : unit;
  if (letter !== 0) {
    target[at++] = letter;
    return at;
  }
  for (const byte of [0x75, ZERO, ZERO, ZERO + (unit >> 4), HEX[unit & 15] ?? 0]) target[at++] = byte;
  return at;
}

/** Writes the character of two surrogates; the general writer throws where they are no pair. */
function writePair(target: Uint8Array, at: number, high: number, low: number): number {
  if (high >= 0xdc00 || (low & 0xfc00) !== 0xdc00) canonicalise(String.fromCharCode(high));
  const point = 0x1_0000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
  target[at] = 0xf0 | (point >> 18);
  target[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  target[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  target[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
