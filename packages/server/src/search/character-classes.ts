/**
 * What each character is to search, and what it folds to. Classes are learned from Unicode properties on first sight and kept in
 * flat tables, so that the scanner pays one array look-up a character. Folding is NFKD with the accents, points and harakat
 * stripped, then lower case, then letters that Unicode does not decompose (ø, ß, ı, ى …). It is the same for text and query.
 */

/** Ends a word: spaces, punctuation, symbols. */
export const BREAK = 1;
/** Part of a word, folds to one code unit. */
export const LETTER = 2;
/** A decimal digit of any script, folds to ASCII. */
export const DIGIT = 3;
/** Of no meaning to search, does not end a word: accents on their own, bidi marks, joiners, variation selectors, tatweel. */
export const IGNORED = 4;
/** Han, Kana, Bopomofo, Yi: written without spaces, each character counts. */
export const IDEOGRAPH = 5;
/** Hangul syllables and letters: words stand between spaces, and parts of them count. */
export const HANGUL = 6;
/** Joins the parts of `O'Brien`. */
export const APOSTROPHE = 7;
/** An emoji or pictograph that starts a sequence. */
export const EMOJI = 8;
/** Thai, Lao, Khmer, Burmese: words without spaces that only a dictionary finds. */
export const UNSPACED = 9;
/** Folds to several code units, or needs its neighbours: see {@link expansionOf}. */
export const COMPLEX = 10;

export type CharacterClass = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Class · 2^16 + fold, by code point up to U+1FFFF; 0 is "not yet learned": ask {@link characterOf}. */
export const KNOWN: Uint32Array = new Uint32Array(0x20000);
/** What stands behind the end of a text. */
const NOTHING = BREAK * 0x10000;

const APOSTROPHES = new Set("'\u2018\u2019\u02bc\uff07\u0060\u00b4\u05f3");
const PICTOGRAPH = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;
const FORMAT = /^[\p{Cf}\p{Variation_Selector}\u0640\u3099\u309a\uff9e\uff9f\u{1f3fb}-\u{1f3ff}]$/u;
const HANGUL_LETTER = /^[\uac00-\ud7a3\u3131-\u318e]$/u;
const JAMO = /^[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/u;
const IDEOGRAPHIC =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u30fc\uff70](?<![\p{So}\p{Sk}]))$/u;
const NO_SPACES = /^(?:[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}](?<=[\p{L}\p{M}]))$/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const DECIMAL = /^\p{Nd}$/u;
/** Marks that never tell two words apart: Latin, Greek and Cyrillic accents, Hebrew points, Arabic harakat, enclosing marks. */
const STRIPPED =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** Letters that Unicode leaves whole and people do not. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
};

/** A code unit's class and fold in one number: see {@link classIn} and {@link foldIn}. NaN, behind the end of a text, is a BREAK. */
export function characterOf(unit: number): number {
  const known = KNOWN[unit] ?? NOTHING;
  return known === 0 ? learn(unit) : known;
}

/** The class in a character's number. */
export function classIn(character: number): number {
  return character >>> 16;
}

/** What a character of class LETTER, DIGIT, IDEOGRAPH or HANGUL folds to, in its number: one code unit. */
export function foldIn(character: number): number {
  return character & 0xffff;
}

/** The class of a UTF-16 code unit. Surrogates are COMPLEX. */
export function classOf(unit: number): number {
  return classIn(characterOf(unit));
}

/** What a unit of class LETTER, DIGIT, IDEOGRAPH or HANGUL folds to: one code unit. */
export function foldOf(unit: number): number {
  return foldIn(characterOf(unit));
}

/** The class of a code point; above U+1FFFF only ideographs are anything but a BREAK. */
export function classOfCodePoint(point: number): number {
  if (point < 0x20000) return classIn(characterOf(point));
  if (point >= 0xe0000) return IGNORED;
  return IDEOGRAPHIC.test(String.fromCodePoint(point)) ? IDEOGRAPH : BREAK;
}

/** The folded form of a COMPLEX code point, of any length; it may hold characters of every class. */
export function expansionOf(point: number): string {
  return fold(String.fromCodePoint(point));
}

/** True for conjoining Hangul letters, which are composed into syllables before they are looked at. */
export function isConjoiningJamo(unit: number): boolean {
  return (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0xa960 && unit <= 0xa97f) || (unit >= 0xd7b0 && unit <= 0xd7ff);
}

function learn(point: number): number {
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  const character = isSurrogate ? COMPLEX * 0x10000 : classify(point, String.fromCodePoint(point));
  KNOWN[point] = character;
  return character;
}

function classify(point: number, character: string): number {
  if (character === '\u200b') return unfolded(BREAK);
  if (APOSTROPHES.has(character)) return unfolded(APOSTROPHE);
  if (PICTOGRAPH.test(character)) return unfolded(EMOJI);
  if (FORMAT.test(character) || fold(character) === '') return unfolded(IGNORED);
  if (JAMO.test(character)) return unfolded(COMPLEX);
  if (HANGUL_LETTER.test(character)) return folding(point, character, HANGUL);
  if (IDEOGRAPHIC.test(character)) {
    return point > 0xffff ? unfolded(IDEOGRAPH) : folding(point, character.normalize('NFKC'), IDEOGRAPH);
  }
  if (DECIMAL.test(character)) return folding(point, String(digitValue(point)), DIGIT);
  if (NO_SPACES.test(character)) return unfolded(UNSPACED);
  if (WORD_CHARACTER.test(character)) return letter(point, character);
  const compatible = character.normalize('NFKC');
  return unfolded(compatible !== character && WORD_CHARACTER.test(compatible) ? COMPLEX : BREAK);
}

/** A circled ideograph is the ideograph, and counts as one. */
function letter(point: number, character: string): number {
  const folded = fold(character);
  return folded !== character && NOT_LETTERS.test(folded) ? unfolded(COMPLEX) : folding(point, folded, LETTER);
}

function unfolded(found: CharacterClass): number {
  return found * 0x10000;
}

/** With a fold of one unit; anything longer, or beyond the first plane, is COMPLEX. */
function folding(point: number, folded: string, found: CharacterClass): number {
  return point > 0xffff || folded.length !== 1 ? unfolded(COMPLEX) : found * 0x10000 + folded.charCodeAt(0);
}

/** Decimal digits stand in runs of ten from zero to nine. */
function digitValue(point: number): number {
  let first = point;
  while (first > 0 && DECIMAL.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}

function fold(character: string): string {
  const plain = character.normalize('NFKD').replace(STRIPPED, '').toLowerCase().normalize('NFKD').replace(STRIPPED, '');
  let folded = '';
  for (const letter of plain) folded += UNDECOMPOSED[letter] ?? letter;
  return folded;
}

const words = new Map<number, string>();
const LETTERS_ONLY = /^[\p{L}\p{M}\p{N}]+$/u;
const NOT_LETTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What a COMPLEX code point adds to a word (`ß` → `ss`, `㎏` → `kg`), or '' if it does not belong in one. */
export function lettersOf(point: number): string {
  const known = words.get(point);
  if (known !== undefined) return known;
  const folded = point >= 0xd800 && point <= 0xdfff ? '' : expansionOf(point);
  const letters = LETTERS_ONLY.test(folded) && !NOT_LETTERS.test(folded) ? folded : '';
  if (words.size < 4096) words.set(point, letters);
  return letters;
}
