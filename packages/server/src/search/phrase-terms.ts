/**
 * A piece of a query as the terms that must stand side by side: the words of it, and for Chinese, Japanese and Korean its pairs, or
 * the character where it stands alone. It leaves out what the scanner gives beside (joined words, numbers).
 */

import type { PhraseTerm } from './query.ts';
import { CHARACTER, PAIR, Scanner, type TermKind, WORD } from './scanner.ts';

export interface Phrase {
  readonly terms: readonly PhraseTerm[];
  /** True if the last term is a word of letters or digits, so that more letters could follow. */
  readonly endsInWord: boolean;
}

interface Found extends PhraseTerm {
  readonly kind: TermKind;
}

const scanner = new Scanner();

/** The terms of a text, by position. */
export function phraseTerms(text: string): Phrase {
  const found: Found[] = [];
  scanner.scan(text, ({ codes, length, kind, position }) => {
    if (kind > PAIR) return;
    found.push({ term: String.fromCharCode(...codes.subarray(0, length)), step: position, kind });
  });
  const paired = new Set<number>();
  for (const { kind, step } of found) if (kind === PAIR) paired.add(step).add(step + 1);
  const needed = found.filter(({ kind, step }) => kind !== CHARACTER || !paired.has(step));
  needed.sort((one, other) => one.step - other.step);
  return { terms: needed.map(({ term, step }) => ({ term, step })), endsInWord: needed.at(-1)?.kind === WORD };
}
