/**
 * Whether bytes are canonical JSON, told from the bytes alone: it builds no value, so that checking millions of records
 * costs a walk over each. What it takes for canonical is what `parseCanonical` reads, and nothing else.
 */
import { MAX_CANONICAL_DEPTH, parseCanonical } from './canonical.ts';
import { VerifierError } from './error.ts';

const [QUOTE, COMMA, COLON, BACKSLASH, MINUS, ZERO, NINE] = [0x22, 0x2c, 0x3a, 0x5c, 0x2d, 0x30, 0x39];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const SPACE = 0x20;
/** More digits may be beyond 2^53 - 1. */
const SURE_DIGITS = 15;
const LITERALS: readonly (readonly number[])[] = ['true', 'false', 'null'].map((word) =>
  [...word].map((c) => c.charCodeAt(0)),
);
/** What may stand behind a backslash, `u` apart: " \ b f n r t. */
const SHORT_ESCAPES: ReadonlySet<number> = new Set([0x22, 0x5c, 0x62, 0x66, 0x6e, 0x72, 0x74]);
/** Control characters that have a short escape: \b \t \n \f \r. */
const HAVE_SHORT: ReadonlySet<number> = new Set([8, 9, 10, 12, 13]);

/** True exactly where `parseCanonical` would not throw. */
export function isCanonical(bytes: Uint8Array): boolean {
  const walk = new Walk(bytes);
  const end = walk.value(0, 0);
  if (end !== UNSURE) return end === bytes.length;
  try {
    parseCanonical(bytes);
    return true;
  } catch (error) {
    if (error instanceof VerifierError) return false;
    throw error;
  }
}

/** Whether bytes are sure to be canonical JSON inside one object; false where only the reader could tell. */
export function isCanonicalMember(bytes: Uint8Array): boolean {
  return new Walk(bytes).value(0, 1) === bytes.length;
}

/** Whether bytes from `start` to `end` may stand between the quotes of a canonical string. */
export function isCanonicalText(bytes: Uint8Array, start: number, end: number): boolean {
  return new Walk(bytes).text(start, end) === end;
}

/** No value; or a name or number whose judging is left to the reader that builds values. */
const [NO, UNSURE] = [-1, -2];

class Walk {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The offset behind the value at `at`, or `NO` or `UNSURE`. */
  value(at: number, depth: number): number {
    const byte = this.#bytes[at];
    if (byte === QUOTE) return this.#string(at + 1);
    if (byte === OPEN_BRACE) return depth === MAX_CANONICAL_DEPTH ? NO : this.#object(at + 1, depth + 1);
    if (byte === OPEN_BRACKET) return depth === MAX_CANONICAL_DEPTH ? NO : this.#array(at + 1, depth + 1);
    if (byte === MINUS || (byte !== undefined && byte >= ZERO && byte <= NINE)) return this.#number(at);
    const word = LITERALS.find((letters) => letters.every((letter, i) => this.#bytes[at + i] === letter));
    return word === undefined ? NO : at + word.length;
  }

  #object(start: number, depth: number): number {
    const bytes = this.#bytes;
    if (bytes[start] === CLOSE_BRACE) return start + 1;
    let [previous, previousEnd] = [0, 0];
    for (let at = start; ; at++) {
      if (bytes[at] !== QUOTE) return NO;
      const name = at + 1;
      const nameEnd = this.#plainName(name);
      if (nameEnd < 0) return nameEnd;
      if (previous > 0 && !this.#isBefore([previous, previousEnd], [name, nameEnd])) return NO;
      [previous, previousEnd] = [name, nameEnd];
      if (bytes[nameEnd + 1] !== COLON) return NO;
      at = this.value(nameEnd + 2, depth);
      if (at < 0) return at;
      if (bytes[at] === CLOSE_BRACE) return at + 1;
      if (bytes[at] !== COMMA) return NO;
    }
  }

  #array(start: number, depth: number): number {
    const bytes = this.#bytes;
    if (bytes[start] === CLOSE_BRACKET) return start + 1;
    for (let at = start; ; at++) {
      at = this.value(at, depth);
      if (at < 0) return at;
      if (bytes[at] === CLOSE_BRACKET) return at + 1;
      if (bytes[at] !== COMMA) return NO;
    }
  }

  /** Where the name's closing quote is; only ASCII without escapes is in the order of its bytes. */
  #plainName(start: number): number {
    let at = start;
    for (; ; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (byte === QUOTE) return at;
      if (byte < SPACE) return NO;
      if (byte === BACKSLASH || byte > 0x7e) return UNSURE;
    }
  }

  #isBefore([a, aEnd]: readonly [number, number], [b, bEnd]: readonly [number, number]): boolean {
    const shared = Math.min(aEnd - a, bEnd - b);
    for (let i = 0; i < shared; i++) {
      const difference = (this.#bytes[a + i] ?? 0) - (this.#bytes[b + i] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return aEnd - a < bEnd - b;
  }

  #number(start: number): number {
    const bytes = this.#bytes;
    const first = bytes[start] === MINUS ? start + 1 : start;
    let at = first;
    while ((bytes[at] ?? 0) >= ZERO && (bytes[at] ?? 0) <= NINE) at++;
    if (at === first) return NO;
    if (bytes[first] === ZERO) return at - first === 1 && first === start ? at : NO;
    return at - first > SURE_DIGITS ? UNSURE : at;
  }

  /** The offset behind the closing quote. */
  #string(start: number): number {
    const at = this.text(start, this.#bytes.length);
    return at >= 0 && this.#bytes[at] === QUOTE ? at + 1 : NO;
  }

  /** How far from `start` on there is the inside of a string: to a quote, or to `end`. */
  text(start: number, end: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) return at;
      if (byte < SPACE) return NO;
      if (byte === BACKSLASH) at = this.#escape(at + 1);
      else at = byte < 0x80 ? at + 1 : this.#character(at, byte);
      if (at < 0) return NO;
    }
    return at;
  }

  /** Behind an escape: a short one, or \\u00 and two digits for a control character that has none. */
  #escape(at: number): number {
    const bytes = this.#bytes;
    if (SHORT_ESCAPES.has(bytes[at] ?? 0)) return at + 1;
    const isUnicode = bytes[at] === 0x75 && bytes[at + 1] === ZERO && bytes[at + 2] === ZERO;
    const [high, low] = [(bytes[at + 3] ?? 0) - ZERO, hexDigit(bytes[at + 4] ?? 0)];
    if (!isUnicode || (high !== 0 && high !== 1) || low < 0 || HAVE_SHORT.has(high * 16 + low)) return NO;
    return at + 5;
  }

  /** Behind a character of two to four bytes of UTF-8 (RFC 3629 §4). */
  #character(at: number, lead: number): number {
    const bytes = this.#bytes;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const second = bytes[at + 1] ?? 0;
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (lead < 0xc2 || lead > 0xf4 || second < lowest || second > highest) return NO;
    for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return NO;
    return at + length;
  }
}

/** A lower-case hexadecimal digit, or -1. */
function hexDigit(byte: number): number {
  if (byte >= ZERO && byte <= NINE) return byte - ZERO;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x61 + 10 : -1;
}
