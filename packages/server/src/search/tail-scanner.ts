/**
 * Texts into the tokens of the tail. Most texts hold only plain letters, digits and Chinese characters: those it divides by itself, in
 * one loop, into the very terms that scanner.ts gives; every other text it hands to scanner.ts.
 */

import * as characters from './character-classes.ts';
import { type ScannedTerm, Scanner } from './scanner.ts';
import { eastCode, isCharacter, isPositioned } from './terms.ts';
import type { TokenList } from './token-list.ts';
import { isPackedDigit, MOST_PACKED, PACKED_HALF, packedLetter, type Vocabulary } from './vocabulary.ts';

const { characterOf, classIn, KNOWN, LETTER, DIGIT, BREAK, IDEOGRAPH } = characters;
/** Words of this length are the scanner's to divide. */
const LONG_WORD = 64;
/** Fewer digits make no telephone number. */
const PHONE_DIGITS = 7;
/** Its positions could be too many. */
const LONG_TEXT = 30_000;

export class TailScanner {
  readonly #words: Vocabulary;
  readonly #tokens: TokenList;
  readonly #codes = new Uint16Array(LONG_WORD);
  readonly #scanner = new Scanner();
  #position = 0;
  /** Of words of digits alone. */
  #digits = 0;
  readonly #see = ({ codes, length, position }: ScannedTerm): void => {
    const east = eastCode(codes, length);
    if (east < 0) this.#tokens.add(this.#words.intern(codes, length) * 2, isPositioned(codes[0] ?? 0) ? position : 0);
    else if (isCharacter(east)) this.#tokens.add(east * 2 + 1, position);
  };

  constructor(words: Vocabulary, tokens: TokenList) {
    this.#words = words;
    this.#tokens = tokens;
  }

  /** Adds a token for each term of the text that stands in [from, to). */
  scan(units: Uint16Array, from: number, to: number): void {
    const before = this.#tokens.count;
    if (to - from < LONG_TEXT && this.#isPlain(units, from, to)) return;
    this.#tokens.count = before;
    this.#scanner.scan(textIn(units, from, to), this.#see);
  }

  /** Adds the tokens; false, and some too many, if there is more in the text than plain words and characters. */
  #isPlain(text: Uint16Array, from: number, to: number): boolean {
    this.#position = 0;
    this.#digits = 0;
    let isBehindCharacter = false;
    for (let at = from; at < to; ) {
      const unit = text[at] ?? 0;
      const found = (KNOWN[unit] || characterOf(unit)) >>> 16;
      if (found === BREAK) {
        at++;
        continue;
      }
      if (found === IDEOGRAPH) {
        if (isBehindCharacter) this.#position++;
        at = this.#characters(text, at, to);
      } else if (found === LETTER || found === DIGIT) at = this.#word(text, at, to);
      else return false;
      if (at < 0) return false;
      isBehindCharacter = found === IDEOGRAPH;
    }
    return this.#digits < PHONE_DIGITS;
  }

  /** One word, and where it ends; −1 if it is longer than a term. */
  #word(text: Uint16Array, from: number, to: number): number {
    let high = 0;
    let low = 0;
    let size = 0;
    let letters = 0;
    let at = from;
    for (; at < to && size <= MOST_PACKED; at++, size++) {
      const letter = PACKED[text[at] ?? 0] ?? 0;
      if (letter === 0) break;
      if (size < PACKED_HALF) high = (high << 6) | letter;
      else low = (low << 6) | letter;
      if (!isPackedDigit(letter)) letters++;
    }
    if (size > MOST_PACKED || (at < to && isInWord(text[at] ?? 0))) return this.#longWord(text, from, to);
    if (letters === 0) this.#digits += size;
    this.#tokens.add(this.#words.internPacked(high, low) * 2, this.#position++);
    return at;
  }

  /** The same of any letters. */
  #longWord(text: Uint16Array, from: number, to: number): number {
    const codes = this.#codes;
    let at = from;
    let length = 0;
    let isNumber = true;
    for (; at < to; at++) {
      const unit = text[at] ?? 0;
      const character = characterOf(unit);
      const found = classIn(character);
      if (found === LETTER) isNumber = false;
      else if (found !== DIGIT) break;
      if (length === LONG_WORD) return -1;
      codes[length] = character;
      PACKED[unit] = packedLetter(codes[length++] ?? 0);
    }
    if (length === LONG_WORD) return -1;
    if (isNumber) this.#digits += length;
    this.#tokens.add(this.#words.intern(codes, length) * 2, this.#position++);
    return at;
  }

  /** Characters that stand together, and where they end. */
  #characters(text: Uint16Array, from: number, to: number): number {
    let at = from;
    for (; at < to; at++) {
      const unit = text[at] ?? 0;
      const character = KNOWN[unit] || characterOf(unit);
      if (character >>> 16 !== IDEOGRAPH) break;
      this.#tokens.add((character & 0xffff) * 2 + 1, this.#position++);
    }
    return at;
  }
}

function textIn(units: Uint16Array, from: number, to: number): string {
  return Buffer.from(units.buffer, units.byteOffset + from * 2, (to - from) * 2).toString('utf16le');
}

/** By code unit, what it folds to in a packed term; 0 as well for what nobody has met yet. */
const PACKED = new Uint8Array(0x10000);

function isInWord(unit: number): boolean {
  const found = classIn(characterOf(unit));
  return found === LETTER || found === DIGIT;
}
