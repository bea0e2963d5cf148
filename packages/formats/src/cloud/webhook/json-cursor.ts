// A place in the bytes of a JSON text (RFC 8259), moved forward by whoever knows which parts matter. It checks every byte it
// passes, builds no value, and never calls itself on what a stranger nested: hostile depth costs a counter, not the stack.
import { FormatsError, type FormatsErrorCode } from '../../formats-error.ts';
import type { BodyText } from './body-text.ts';

/** Deeper than anything the platform writes; what is deeper is hostile or broken. */
const maxDepth = 64;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const unicode = 0x75;
const byteOrderMark = 0xfeff;
const [zero, nine, minus, plus, dot] = [0x30, 0x39, 0x2d, 0x2b, 0x2e];
const literals: ReadonlyMap<number, string> = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
]);
/** More members, elements and decimal numbers than a delivery has: the platform sends a thousand updates at once, and histories of some thousand messages. */
const maxSteps = 50_000;
/** Integers of so many bytes survive JSON.parse. */
const safeDigits = 15;

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;
/** A character of two to four bytes has one to three that continue it; one of four is two UTF-16 units. */
const surplusOf = (byte: number): number => (byte < 0xc0 ? 1 : byte < 0xf0 ? 0 : -1);
const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** A place in a JSON text. */
export interface JsonPlace {
  /** In bytes. */
  readonly at: number;
  /** In UTF-16 units of the text. */
  readonly textAt: number;
  /** How many of `oddNumbers` stand before it. */
  readonly oddNumbers: number;
}

/** What a value is, by its first byte. */
export type JsonShape = 'object' | 'array' | 'scalar';

export class JsonCursor {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  #at: number;
  /** How many bytes more than characters were passed. */
  #surplus: number;
  #depth = 0;
  readonly #oddNumbers: number[] = [];
  #steps = 0;
  /** Which brackets are open inside a value that is skipped. */
  readonly #open: number[] = [];

  /** Starts behind a byte order mark, if there is one. */
  constructor({ bytes, text }: BodyText) {
    this.#bytes = bytes;
    this.#text = text;
    const isMarked = text.charCodeAt(0) === byteOrderMark;
    this.#at = isMarked ? 3 : 0;
    this.#surplus = isMarked ? 2 : 0;
  }

  /** Where it stands. */
  get place(): JsonPlace {
    return { at: this.#at, textAt: this.#at - this.#surplus, oddNumbers: this.#oddNumbers.length };
  }

  /** Where in the text numbers were passed that JSON.parse might not give back digit by digit: from, before, from, before, … */
  get oddNumbers(): readonly number[] {
    return this.#oddNumbers;
  }

  /** Moves to the next value. @returns what it is */
  shape(): JsonShape {
    const byte = this.#next();
    if (byte === openBrace) return 'object';
    return byte === openBracket ? 'array' : 'scalar';
  }

  /** Reads the object that starts here. `member` is called at each value, with its key and where that began, and must pass the value. */
  members(member: (key: string, from: JsonPlace) => void): void {
    this.#enter(openBrace);
    if (!this.#take(closeBrace)) {
      do {
        this.#step();
        const from = this.place;
        const key = this.#key(from.textAt);
        this.#next();
        member(key, from);
      } while (this.#take(comma));
      this.#expect(closeBrace);
    }
    this.#depth--;
  }

  /** Reads the array that starts here. `element` is called at each element and must pass it. */
  elements(element: () => void): void {
    this.#enter(openBracket);
    if (!this.#take(closeBracket)) {
      do {
        this.#step();
        element();
      } while (this.#take(comma));
      this.#expect(closeBracket);
    }
    this.#depth--;
  }

  /** Passes one value, whatever it is. */
  pass(): void {
    const base = this.#depth;
    do {
      this.#start();
    } while (!this.#finish(base));
  }

  /** Passes what may follow the last value. @throws FormatsError `webhook-not-json` if that is more than white space */
  end(): void {
    if (this.#next() !== -1) throw this.#error();
  }

  /** Passes the beginning of a value: all of it, or its opening brackets and keys as far as the next value that follows them. */
  #start(): void {
    for (;;) {
      const byte = this.#next();
      if (byte !== openBrace && byte !== openBracket) {
        this.#scalar(byte);
        return;
      }
      this.#enter(byte);
      this.#open[this.#depth] = byte;
      if (this.#next() === (byte === openBrace ? closeBrace : closeBracket)) return;
      if (byte === openBrace) this.#skipKey();
    }
  }

  /** Closes what ends here. @returns true at the end of the value; false if another one follows inside it */
  #finish(base: number): boolean {
    while (this.#depth > base) {
      const byte = this.#next();
      const isObject = this.#open[this.#depth] === openBrace;
      if (byte === comma) {
        this.#at++;
        this.#next();
        if (isObject) this.#skipKey();
        return false;
      }
      this.#expect(isObject ? closeBrace : closeBracket);
      this.#depth--;
    }
    return true;
  }

  #step(): void {
    this.#next();
    this.#count();
  }

  #count(): void {
    if (++this.#steps > maxSteps) throw this.#error('webhook-too-many');
  }

  #enter(bracket: number): void {
    this.#expect(bracket);
    if (++this.#depth > maxDepth) throw this.#error('webhook-too-deep');
  }

  #key(textStart: number): string {
    if (this.#bytes[this.#at] !== quote) throw this.#error();
    this.#string();
    const written = this.#text.slice(textStart, this.#at - this.#surplus);
    this.#expect(colon);
    return written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
  }

  #skipKey(): void {
    if (this.#bytes[this.#at] !== quote) throw this.#error();
    this.#string();
    this.#expect(colon);
  }

  /** Passes white space. @returns the byte that follows, −1 at the end */
  #next(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    let byte = bytes[at] ?? -1;
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at] ?? -1;
    this.#at = at;
    return byte;
  }

  #take(wanted: number): boolean {
    if (this.#next() !== wanted) return false;
    this.#at++;
    return true;
  }

  #expect(wanted: number): void {
    if (!this.#take(wanted)) throw this.#error();
  }

  #string(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) break;
      if (byte < 0x20) throw this.#error('webhook-not-json', at);
      if (byte >= 0x80) this.#surplus += surplusOf(byte);
      at = byte === backslash ? this.#escape(at) : at + 1;
    }
    this.#at = at + 1;
  }

  /** @returns where the escape that starts at `at` ends */
  #escape(at: number): number {
    const letter = this.#bytes[at + 1] ?? 0;
    if ('"\\/bfnrt'.includes(String.fromCharCode(letter))) return at + 2;
    if (letter !== unicode) throw this.#error('webhook-not-json', at);
    for (let digit = at + 2; digit < at + 6; digit++)
      if (!isHex(this.#bytes[digit] ?? 0)) throw this.#error('webhook-not-json', at);
    return at + 6;
  }

  #scalar(first: number): void {
    if (first === quote) {
      this.#string();
      return;
    }
    const literal = literals.get(first);
    if (literal === undefined) this.#number();
    else this.#literal(literal);
  }

  #literal(literal: string): void {
    for (let index = 0; index < literal.length; index++)
      if (this.#bytes[this.#at + index] !== literal.charCodeAt(index)) throw this.#error();
    this.#at += literal.length;
  }

  #number(): void {
    const start = this.#at;
    if (this.#bytes[this.#at] === minus) this.#at++;
    if (this.#bytes[this.#at] === zero) this.#at++;
    else this.#digits();
    const integerEnd = this.#at;
    if (this.#bytes[this.#at] === dot) {
      this.#at++;
      this.#digits();
    }
    if (((this.#bytes[this.#at] ?? 0) | 0x20) === 0x65) {
      this.#at++;
      const sign = this.#bytes[this.#at];
      if (sign === plus || sign === minus) this.#at++;
      this.#digits();
    }
    if (this.#at === integerEnd && integerEnd - start <= safeDigits) return;
    this.#count();
    this.#oddNumbers.push(start - this.#surplus, this.#at - this.#surplus);
  }

  #digits(): void {
    if (!isDigit(this.#bytes[this.#at] ?? 0)) throw this.#error();
    while (isDigit(this.#bytes[this.#at] ?? 0)) this.#at++;
  }

  #error(code: FormatsErrorCode = 'webhook-not-json', offset: number = this.#at): FormatsError {
    return new FormatsError(code, { offset });
  }
}
