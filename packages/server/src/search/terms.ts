/**
 * The terms that no text holds: who wrote a message, in which chat, and what it carries. They stand among the words under a mark
 * that folding never gives, have no positions, and intersect like any word.
 */

import { classOf, classOfCodePoint, HANGUL, IDEOGRAPH } from './character-classes.ts';
import { NUMBER_MARK } from './scanner.ts';

const MARK = 1;
/** Three syllables in UTF-8: what is shorter is a character or a pair. */
const SHORTEST_HANGUL_WORD = 9;
/** No ideograph comes before. */
const FIRST_IDEOGRAPH = 0x2e80;
/** Conjoining Hangul comes first. */
const FIRST_EAST = 0x1100;

/** What `has:` can ask for. */
export const HAS_WORDS = [
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'gif',
  'location',
  'contact',
  'poll',
  'link',
  'media',
  'edited',
  'deleted',
] as const;

export type HasWord = (typeof HAS_WORDS)[number];

/** Written by a person (a person id above 0). */
export function authorTerm(person: number): string {
  return `\u0001f${person.toString(36)}`;
}

/** In a chat. */
export function chatTerm(chat: number): string {
  return `\u0001i${chat.toString(36)}`;
}

/** Carrying something. */
export function hasTerm(word: string): string {
  return `\u0001h${word}`;
}

/** Telephone numbers that start so, read from the end. */
export function numberTerm(reversedDigits: string): string {
  return NUMBER_MARK + reversedDigits;
}

/** False for the marked terms: they have no word positions. */
export function isPositioned(firstUnit: number): boolean {
  return firstUnit !== MARK;
}

/** No code is smaller; a pair's is larger than any character's. */
const FIRST_PAIR = 0x10000;

/**
 * The code of a term that is one Chinese, Japanese or Korean character, or two of them: the code unit, or both, the first one
 * higher. −1 for every other term. Both have positions; a pair has that of its first character.
 */
export function eastCode(codes: ArrayLike<number>, length: number): number {
  const first = codes[0] ?? 0;
  const second = codes[1] ?? 0;
  if (length > 2 || !isEast(first) || (length === 2 && !isEast(second))) return -1;
  return length === 1 ? first : first * FIRST_PAIR + second;
}

/** The same of a term as a string. */
export function eastCodeOf(term: string): number {
  return term.length > 2 ? -1 : eastCode([term.charCodeAt(0), term.charCodeAt(1)], term.length);
}

/** The two characters of a pair; undefined for every other term. */
export function charactersOf(term: string): readonly [string, string] | undefined {
  return eastCodeOf(term) < FIRST_PAIR ? undefined : [term.charAt(0), term.charAt(1)];
}

/** Whether the term of a code is one character. */
export function isCharacter(east: number): boolean {
  return east < FIRST_PAIR;
}

function isEast(unit: number): boolean {
  if (unit < FIRST_EAST) return false;
  const found = classOf(unit);
  return found === IDEOGRAPH || found === HANGUL;
}

/** True for the terms of the term list, by their first two code points and their length in UTF-8: words and numbers, which a prefix or near-miss can be. */
export function isListed(first: number, second: number, bytes: number): boolean {
  if (first === MARK) return second === NUMBER_MARK.charCodeAt(1);
  if (first < FIRST_IDEOGRAPH) return true;
  const found = classOfCodePoint(first);
  return found !== IDEOGRAPH && (found !== HANGUL || bytes >= SHORTEST_HANGUL_WORD);
}
