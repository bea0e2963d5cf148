/**
 * Text into search terms, in one pass and without regular expressions on the hot path. It knows nothing of the index: it calls a
 * sink for each term with its word position and its place in the text.
 *
 * Words are runs of letters, marks and digits (UAX #29 but for these: `_`, `.` and `,` end a word; an apostrophe gives the parts
 * as words and, at the place of the first, the parts joined: `O'Brien` is found by o'brien, brien and obrien). Han and Kana: each
 * character, and each pair at the place of its first; between two runs of them one position stays free. Hangul: the same, and the word between spaces. Thai, Lao, Khmer, Burmese:
 * Intl.Segmenter. Each emoji is a word. Telephone numbers: see phone-run.ts.
 */

import * as characters from './character-classes.ts';
import { readEmoji } from './emoji-sequence.ts';
import { PhoneRun } from './phone-run.ts';

const { characterOf, classIn, classOf, classOfCodePoint, foldIn, foldOf } = characters;

/** A word between breaks, an emoji, or a piece of a word of more than 64 code units. */
export const WORD = 0;
/** One character of Chinese, Japanese or Korean. */
export const CHARACTER = 1;
/** Two such characters that stand together. */
export const PAIR = 2;
/** What finds a text but is no part of a query: joined words, Hangul words, the pictographs of one emoji. */
export const EXTRA = 3;
/** A telephone number: {@link NUMBER_MARK} and its digits in reverse. It has no position. */
export const NUMBER = 4;

export type TermKind = 0 | 1 | 2 | 3 | 4;

/** The longest term in code units; a longer word is several terms side by side. */
const LONGEST_TERM = 64;
/** Word positions of one text, but for those of a last character; what follows is not found by its words. They fit 16 bits. */
const MOST_POSITIONS = 2 ** 16 - 64;
/** Opens the terms that no text can hold by itself. */
export const NUMBER_MARK = '\u0001n';

/** A term as the sink sees it. The scanner reuses the object and its buffer: copy what you keep. */
export interface ScannedTerm {
  readonly codes: Uint16Array;
  readonly length: number;
  readonly kind: TermKind;
  readonly position: number;
  /** Offsets in the scanned text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export type TermSink = (term: ScannedTerm) => void;

interface OpenTerm {
  readonly codes: Uint16Array;
  length: number;
  kind: TermKind;
  position: number;
  start: number;
  end: number;
}

/** Scans one text after another. Not to be called from its own sink. */
export class Scanner {
  readonly #term: OpenTerm = {
    codes: new Uint16Array(LONGEST_TERM + 8),
    length: 0,
    kind: WORD,
    position: 0,
    start: 0,
    end: 0,
  };
  readonly #number: OpenTerm = {
    codes: Uint16Array.of(1, 'n'.charCodeAt(0), ...new Array<number>(16).fill(0)),
    length: 0,
    kind: NUMBER,
    position: 0,
    start: 0,
    end: 0,
  };
  readonly #joined: OpenTerm = { ...this.#term, codes: new Uint16Array(LONGEST_TERM + 8), kind: EXTRA };
  readonly #pair: OpenTerm = { ...this.#term, codes: new Uint16Array(8), kind: PAIR };
  readonly #run: PhoneRun = new PhoneRun();
  #sink: TermSink = ignore;
  #position = 0;
  #joinedParts = 0;
  /** Whether the last position is a character's. */
  #isBehindCharacter = false;

  /** Gives the sink every term of the text, in order, and returns the number of word positions. */
  scan(text: string, sink: TermSink): number {
    this.#sink = sink;
    this.#position = 0;
    this.#joinedParts = 0;
    this.#isBehindCharacter = false;
    this.#run.reset();
    for (let at = 0; at < text.length && this.#position < MOST_POSITIONS; ) at = this.#step(text, at);
    this.#sink = ignore;
    return this.#position;
  }

  #step(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    switch (classOf(unit)) {
      case characters.LETTER:
      case characters.DIGIT:
        return this.#word(text, at);
      case characters.IDEOGRAPH:
      case characters.HANGUL:
        return this.#characters(text, at);
      case characters.EMOJI:
        return this.#emoji(text, at);
      case characters.UNSPACED:
        return this.#unspaced(text, at);
      case characters.COMPLEX:
        return this.#complex(text, at);
      case characters.BREAK:
      case characters.APOSTROPHE:
        this.#run.separator(unit);
        return at + 1;
      default:
        return at + 1;
    }
  }

  /** Letters and digits up to the next break. */
  #word(text: string, from: number): number {
    const term = this.#term;
    const codes = term.codes;
    let at = from;
    let length = 0;
    let end = from;
    let digits = true;
    let found = 0;
    for (; at < text.length && length < LONGEST_TERM; at++) {
      const unit = text.charCodeAt(at);
      const character = characterOf(unit);
      found = classIn(character);
      if (found === characters.IGNORED) continue;
      if (found === characters.LETTER || found === characters.DIGIT) {
        codes[length++] = foldIn(character);
      } else {
        const longer = found === characters.COMPLEX ? this.#spell(text, at, length) : length;
        if (longer === length) break;
        length = longer;
        if (isHighSurrogate(unit)) at++;
      }
      if (found !== characters.DIGIT) digits = false;
      end = at + 1;
    }
    term.start = from;
    term.end = end;
    term.length = length;
    const joins = found === characters.APOSTROPHE && !digits && classOf(text.charCodeAt(at + 1)) === characters.LETTER;
    this.#endWord(digits && length < LONGEST_TERM, joins);
    return at;
  }

  /** Adds the letters that a character stands for to a word of some length, and returns the new length. */
  #spell(text: string, at: number, length: number): number {
    const letters = characters.lettersOf(text.codePointAt(at) ?? 0);
    const end = Math.min(LONGEST_TERM, length + letters.length);
    for (let i = length; i < end; i++) this.#term.codes[i] = letters.charCodeAt(i - length);
    return end;
  }

  #endWord(digits: boolean, joins: boolean): void {
    const term = this.#term;
    if (digits) this.#phone(term);
    else this.#run.reset();
    this.#emit(term, WORD);
    if (joins || this.#joinedParts > 0) this.#join(term, joins);
    this.#position++;
  }

  /** Adds a part of `l'homme` to the joined word, and gives the joined word after the last part. */
  #join(part: OpenTerm, more: boolean): void {
    const joined = this.#joined;
    if (this.#joinedParts === 0) {
      joined.length = 0;
      joined.position = part.position;
      joined.start = part.start;
    }
    this.#joinedParts++;
    const fits = joined.length + part.length <= LONGEST_TERM;
    if (fits) joined.codes.set(part.codes.subarray(0, part.length), joined.length);
    joined.length += fits ? part.length : LONGEST_TERM + 1;
    joined.end = part.end;
    if (more) return;
    if (this.#joinedParts > 1 && joined.length <= LONGEST_TERM) this.#sink(joined);
    this.#joinedParts = 0;
  }

  #phone(group: OpenTerm): void {
    const digits = this.#run.group(group.codes, group.length, group.start);
    if (digits === 0) return;
    const number = this.#number;
    this.#run.reversed(number.codes, NUMBER_MARK.length, digits);
    number.length = NUMBER_MARK.length + digits;
    number.position = this.#position;
    number.start = this.#run.start;
    number.end = group.end;
    this.#sink(number);
  }

  /** Leaves a position free between two runs of characters, so that characters of neighbouring positions are a pair. */
  #leaveGap(): void {
    if (this.#isBehindCharacter) this.#position++;
    this.#isBehindCharacter = false;
  }

  /** Characters that each count, and their pairs. */
  #characters(text: string, from: number): number {
    this.#run.reset();
    this.#leaveGap();
    const pair = this.#pair;
    const term = this.#term;
    const hangul = this.#joined;
    hangul.length = 0;
    let before = 0;
    let at = from;
    while (at < text.length && this.#position < MOST_POSITIONS) {
      const point = text.codePointAt(at) ?? 0;
      const width = point > 0xffff ? 2 : 1;
      const found = classOfCodePoint(point);
      if (found === characters.IGNORED) {
        at += width;
        continue;
      }
      if (found !== characters.IDEOGRAPH && found !== characters.HANGUL) break;
      const end = at + width + (isVoiced(text.charCodeAt(at + width)) ? 1 : 0);
      const length = this.#character(text, at, end);
      term.start = at;
      term.end = end;
      if (before > 0) this.#pairWith(pair, before, term);
      if (found === characters.HANGUL) this.#hangul(hangul, term);
      else this.#endHangul(hangul);
      pair.codes.set(term.codes.subarray(0, length), 0);
      pair.start = at;
      before = length;
      this.#emit(term, CHARACTER);
      this.#position++;
      at = end;
    }
    this.#endHangul(hangul);
    this.#isBehindCharacter = before > 0;
    return at === from ? at + 1 : at;
  }

  /** Folds one character, with a Kana voice mark where one follows, into the term's buffer. */
  #character(text: string, at: number, end: number): number {
    const term = this.#term;
    const unit = text.charCodeAt(at);
    const isPlain = end === at + 1;
    const folded = isPlain ? '' : text.slice(at, end).normalize('NFKC');
    term.length = isPlain ? 1 : Math.min(folded.length, 4);
    if (isPlain) term.codes[0] = foldOf(unit);
    else for (let i = 0; i < term.length; i++) term.codes[i] = folded.charCodeAt(i);
    return term.length;
  }

  /** The pair of the character before (in the pair's buffer) and this one, at the place of the one before. */
  #pairWith(pair: OpenTerm, before: number, term: OpenTerm): void {
    pair.codes.set(term.codes.subarray(0, term.length), before);
    pair.length = before + term.length;
    pair.position = this.#position - 1;
    pair.end = term.end;
    this.#sink(pair);
  }

  #hangul(word: OpenTerm, syllable: OpenTerm): void {
    if (word.length === 0) {
      word.position = this.#position;
      word.start = syllable.start;
    }
    if (word.length < LONGEST_TERM) word.codes[word.length++] = syllable.codes[0] ?? 0;
    word.end = syllable.end;
  }

  /** A Hangul word of one or two syllables is already there as a character or a pair. */
  #endHangul(word: OpenTerm): void {
    if (word.length > 2) this.#sink(word);
    word.length = 0;
  }

  #emoji(text: string, at: number): number {
    this.#run.reset();
    const emoji = readEmoji(text, at);
    this.#whole(emoji.term, WORD, at, emoji.end);
    if (emoji.parts.length > 1) for (const part of emoji.parts) this.#whole(part, EXTRA, at, emoji.end);
    this.#position++;
    return emoji.end;
  }

  /** A run that a dictionary divides. */
  #unspaced(text: string, from: number): number {
    this.#run.reset();
    let to = from;
    while (to < text.length && isUnspaced(classOf(text.charCodeAt(to)))) to++;
    for (const { segment, index, isWordLike } of segmenter().segment(text.slice(from, to))) {
      if (isWordLike !== true) continue;
      if (this.#position >= MOST_POSITIONS) break;
      this.#whole(segment.normalize('NFKC').slice(0, LONGEST_TERM), WORD, from + index, from + index + segment.length);
      this.#position++;
    }
    return to;
  }

  /** Surrogate pairs, conjoining Hangul letters, and characters that fold to several. */
  #complex(text: string, at: number): number {
    const point = text.codePointAt(at) ?? 0;
    const end = at + (point > 0xffff ? 2 : 1);
    if (point > 0xffff) {
      const found = classOfCodePoint(point);
      if (found === characters.EMOJI) return this.#emoji(text, at);
      if (found === characters.IDEOGRAPH) return this.#characters(text, at);
      if (found === characters.IGNORED) return end;
      if (found === characters.BREAK) this.#run.reset();
    }
    if (characters.isConjoiningJamo(point)) return this.#jamo(text, at);
    if (characters.lettersOf(point) !== '') return this.#word(text, at);
    if (point >= 0xd800 && point <= 0xdfff) return end;
    const expansion = characters.expansionOf(point);
    if (expansion !== text.slice(at, end)) this.#nested(expansion, at, end);
    else if (classOfCodePoint(point) !== characters.BREAK) this.#alone(expansion, at, end);
    return end;
  }

  #jamo(text: string, from: number): number {
    let to = from;
    while (to < text.length && characters.isConjoiningJamo(text.charCodeAt(to))) to++;
    const composed = text.slice(from, to).normalize('NFC');
    this.#nested(composed.replace(LOOSE_JAMO, ' '), from, to);
    return to;
  }

  /** A letter of a script without spaces that no dictionary knows: a word by itself. A clef, which also stands for itself, is none. */
  #alone(character: string, start: number, end: number): void {
    this.#run.reset();
    this.#whole(character, WORD, start, end);
    this.#position++;
  }

  /** Terms of what a character stands for, all at the place of the character. */
  #nested(expansion: string, start: number, end: number): void {
    this.#run.reset();
    this.#leaveGap();
    const base = this.#position;
    const sink = this.#sink;
    const nested = new Scanner();
    this.#position += nested.scan(expansion, (term) => {
      sink({ ...term, position: base + term.position, start, end });
    });
    this.#isBehindCharacter = nested.#isBehindCharacter;
  }

  #whole(folded: string, kind: TermKind, start: number, end: number): void {
    const term = this.#term;
    term.length = Math.min(folded.length, LONGEST_TERM);
    for (let i = 0; i < term.length; i++) term.codes[i] = folded.charCodeAt(i);
    term.start = start;
    term.end = end;
    this.#emit(term, kind);
  }

  #emit(term: OpenTerm, kind: TermKind): void {
    this.#isBehindCharacter = kind === CHARACTER;
    term.kind = kind;
    term.position = this.#position;
    this.#sink(term);
  }
}

const LOOSE_JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/g;

let dictionary: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  dictionary ??= new Intl.Segmenter('th', { granularity: 'word' });
  return dictionary;
}

function isUnspaced(found: number): boolean {
  return found === characters.UNSPACED || found === characters.IGNORED;
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

/** The voice marks that compose with the Kana before them. */
function isVoiced(unit: number): boolean {
  return unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f;
}

function ignore(): void {}
