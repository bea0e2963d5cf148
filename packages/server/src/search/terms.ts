/**
 * The terms that no text holds: who wrote a message, in which chat, and what it carries. They stand among the words under a mark
 * that folding never gives, have no positions, and intersect like any word.
 */

import { classOfCodePoint, HANGUL, IDEOGRAPH } from './character-classes.ts';
import { NUMBER_MARK } from './scanner.ts';

const MARK = 1;
/** Three syllables in UTF-8: what is shorter is a character or a pair. */
const SHORTEST_HANGUL_WORD = 9;
/** No ideograph comes before. */
const FIRST_IDEOGRAPH = 0x2e80;

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

/** True for the terms of the term list, by their first two code points and their length in UTF-8: words and numbers, which a prefix or near-miss can be. */
export function isListed(first: number, second: number, bytes: number): boolean {
  if (first === MARK) return second === NUMBER_MARK.charCodeAt(1);
  if (first < FIRST_IDEOGRAPH) return true;
  const found = classOfCodePoint(first);
  return found !== IDEOGRAPH && (found !== HANGUL || bytes >= SHORTEST_HANGUL_WORD);
}
