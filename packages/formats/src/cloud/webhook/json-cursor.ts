// A place in the bytes of a JSON text (RFC 8259), moved forward by whoever knows which parts matter. It checks every byte it
// passes, builds no value, and never calls itself on what a stranger nested: hostile depth costs a counter, not the stack.
import { FormatsError, type FormatsErrorCode } from '../../formats-error.ts';
import type { BodyText } from './body-text.ts';

/** Deeper than anything the platform writes; what is deeper is hostile or broken. */
const maxDepth = 64;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const unicode = 0x75;
const [zero, nine, minus, plus, dot] = [0x30, 0x39, 0x2d, 0x2b, 0x2e];
const literals: ReadonlyMap<number, string> = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
]);
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Without escapes and other than ASCII. */
const plain = /^[\x20-\x5b\x5d-\x7f]*$/;
/** Integers of so many bytes survive JSON.parse. */
const safeDigits = 15;

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;
const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** What a value is, by its first byte. */
export type JsonShape = 'object' | 'array' | 'scalar';

export class JsonCursor {
  readonly #bytes: Uint8Array;
  /** One character for each byte; right where the bytes are ASCII. */
  readonly #characters: string;
  #at: number;
  #depth = 0;
  #oddNumbers = 0;
  /** Which brackets are open inside a value that is skipped. */
  readonly #open: number[] = [];

  constructor({ bytes, characters }: BodyText, at = 0) {
    this.#bytes = bytes;
    this.#characters = characters;
    this.#at = at;
  }

  /** The byte offset reached. */
  get at(): number {
    return this.#at;
  }

  /** How many numbers passed that JSON.parse might not give back digit by digit. */
  get oddNumbers(): number {
    return this.#oddNumbers;
  }

  /** Moves to the next value. @returns what it is */
  shape(): JsonShape {
    const byte = this.#next();
    if (byte === openBrace) return 'object';
    return byte === openBracket ? 'array' : 'scalar';
  }

  /** Reads the object that starts here. `member` is called at each value, with its key and where that began, and must pass the value. */
  members(member: (key: string, keyStart: number) => void): void {
    this.#enter(openBrace);
    if (!this.#take(closeBrace)) {
      do {
        this.#next();
        const keyStart = this.#at;
        const key = this.#key();
        this.#next();
        member(key, keyStart);
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
        this.#next();
        element();
      } while (this.#take(comma));
      this.#expect(closeBracket);
    }
    this.#depth--;
  }

  /** @returns the string that is written from `start` to `end`, quotes included */
  string(start: number, end: number): string {
    const text = this.#characters.slice(start + 1, end - 1);
    return plain.test(text) ? text : String(JSON.parse(utf8.decode(this.#bytes.subarray(start, end))));
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

  #enter(bracket: number): void {
    this.#expect(bracket);
    if (++this.#depth > maxDepth) throw this.#error('webhook-too-deep');
  }

  #key(): string {
    const start = this.#at;
    this.#skipKey();
    let end = this.#at - 1;
    while (this.#bytes[end] !== quote) end--;
    return this.string(start, end + 1);
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
    if (this.#at > integerEnd || integerEnd - start > safeDigits) this.#oddNumbers++;
  }

  #digits(): void {
    if (!isDigit(this.#bytes[this.#at] ?? 0)) throw this.#error();
    while (isDigit(this.#bytes[this.#at] ?? 0)) this.#at++;
  }

  #error(code: FormatsErrorCode = 'webhook-not-json', offset: number = this.#at): FormatsError {
    return new FormatsError(code, { offset });
  }
}
