/**
 * The start of a line as its shadow, and a cursor over it. Bounded; nothing here makes a string of it but the words that
 * are asked for.
 */
import { farDigit, shadowOf, strangeCode } from './shadow.ts';
import { type HeaderWord, WordReader } from './word-reader.ts';

/** Longest header that is looked at, in characters of the shadow. */
export const shadowLimit = 80;

const TAB = 9;
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
    let size = 0;
    let limit = shadowLimit;
    // Marks do not count, but they are bounded too.
    const last = Math.min(end, start + shadowLimit * 4);
    for (let at = start; at < last && size < limit; at++) {
      const code = text.charCodeAt(at);
      let shadow = code < 128 ? code : (shadowOf[code] ?? 0);
      if (shadow === 0) continue;
      if (shadow === strangeCode) {
        shadow = far(text, at);
        if (shadow !== strangeCode) at++;
      } else if (shadow === TAB) shadow = SPACE;
      this.codes[size] = shadow;
      this.places[size++] = at;
      // Three characters behind what may end a header are enough.
      if (limit === shadowLimit && this.#mayEnd(shadow, size)) limit = Math.min(size + 3, shadowLimit);
      else if (limit < shadowLimit && size === limit && !this.#ended(size)) limit = shadowLimit;
    }
    this.codes[size] = 0;
    this.size = size;
    this.at = 0;
  }

  #mayEnd(shadow: number, size: number): boolean {
    if (this.codes[0] === OPEN) return shadow === CLOSE;
    return shadow === COLON || (shadow === DASH && this.codes[size - 2] === SPACE);
  }

  /** A space stood behind what might have ended the header: colons inside a time are followed by digits. */
  #ended(size: number): boolean {
    return this.codes[size - 3] === SPACE;
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

/** The digit that a surrogate pair stands for, as its ASCII code, or {@link strangeCode}. */
function far(text: string, at: number): number {
  const digit = farDigit(text.codePointAt(at) ?? 0);
  return digit < 0 ? strangeCode : 48 + digit;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 39;
  return true;
}
