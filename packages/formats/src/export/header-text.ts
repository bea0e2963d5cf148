/**
 * The start of a line as its shadow, and a cursor over it. Bounded; nothing here makes a string of it but the words that
 * are asked for.
 */
import { farDigit, shadowOf, strangeCode } from './shadow.ts';
import { type HeaderWord, WordReader } from './word-reader.ts';

/** Longest header that is looked at, in characters of the shadow. */
export const shadowLimit = 80;

export const SPACE = 32;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const OPEN = 91;
export const CLOSE = 93;

export class HeaderText {
  readonly codes: Uint16Array = new Uint16Array(shadowLimit + 2);
  /** Index in the line's text of each character of the shadow. */
  readonly places: Int32Array = new Int32Array(shadowLimit + 2);
  size = 0;
  at = 0;
  /** The last number read, and how many digits it had. */
  value = 0;
  width = 0;
  readonly #words = new WordReader();

  /** Takes the start of a line, as far as a header can reach. */
  fill(text: string, start: number, end: number): void {
    const codes = this.codes;
    let size = 0;
    let stop = false;
    for (let at = start; at < end && size < shadowLimit; at++) {
      const code = text.charCodeAt(at);
      let shadow = code < 128 ? code : (shadowOf[code] ?? 0);
      if (shadow === 0) continue;
      if (shadow === 9) shadow = SPACE;
      let place = at;
      if (shadow === strangeCode && code >= 0xd801 && code <= 0xdbff) {
        const digit = farDigit(text.codePointAt(at) ?? 0);
        if (digit >= 0) {
          shadow = 48 + digit;
          place = ++at;
        }
      }
      codes[size] = shadow;
      this.places[size++] = place;
      // A few characters behind what may end a header are enough.
      if (stop) {
        if (shadow === SPACE && codes[0] !== OPEN) break;
        stop = false;
        if (shadow === SPACE) {
          this.#fillMore(text, at + 1, end, size);
          return;
        }
      }
      if (
        shadow === CLOSE ||
        (codes[0] !== OPEN && (shadow === COLON || (shadow === DASH && codes[size - 2] === SPACE)))
      )
        stop = true;
    }
    codes[size] = 0;
    this.size = size;
    this.at = 0;
  }

  /** Behind `] ` a dash may follow. */
  #fillMore(text: string, start: number, end: number, filled: number): void {
    let size = filled;
    for (let at = start; at < end && at < start + 2 && size < shadowLimit; at++) {
      const code = text.charCodeAt(at);
      const shadow = code < 128 ? code : (shadowOf[code] ?? 0);
      if (shadow === 0) break;
      this.codes[size] = shadow;
      this.places[size++] = at;
    }
    this.codes[size] = 0;
    this.size = size;
    this.at = 0;
  }

  get code(): number {
    return this.codes[this.at] ?? 0;
  }

  skipSpaces(): void {
    while (this.codes[this.at] === SPACE) this.at++;
  }

  /** Reads a number of at most `maxWidth` digits into `value` and `width`. */
  number(maxWidth: number): boolean {
    const codes = this.codes;
    let value = 0;
    let width = 0;
    let code = codes[this.at] ?? 0;
    while (code >= 48 && code <= 57) {
      if (++width > maxWidth) return false;
      value = value * 10 + code - 48;
      code = codes[++this.at] ?? 0;
    }
    this.value = value;
    this.width = width;
    return width > 0;
  }

  /** A word with its inner dots. */
  word(): HeaderWord {
    const from = this.at;
    while (isWordCode(this.code) || (this.at > from && (this.code === DOT || this.#hyphen()))) this.at++;
    return this.#words.read(this.codes, from, this.at);
  }

  /** `après-midi`: a dash between letters. */
  #hyphen(): boolean {
    return this.code === DASH && isWordCode(this.codes[this.at - 1] ?? 0) && isWordCode(this.codes[this.at + 1] ?? 0);
  }

  /** Letters only. */
  letters(): HeaderWord {
    const from = this.at;
    while (isWordCode(this.code)) this.at++;
    return this.#words.read(this.codes, from, this.at);
  }
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 39;
  return true;
}
