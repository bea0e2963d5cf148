/**
 * The form in which phrases of the app are compared: no direction marks, plain spaces, lower case, no full stop, no
 * angle brackets. Tables and lines go through the same function.
 */
import { withoutMarks } from './shadow.ts';

/** Longest phrase that a table holds whole; longer text is never looked up. */
export const phraseLimit = 120;

/** The key of a phrase. */
export function phraseKey(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/[’`´]/g, "'")
    .replace(/^[<\s]+|[.。।!>\s]+$/g, '');
}

const separators = /[|\n]/;

/** A table from a list of phrases that are separated by `|` or line ends. */
export function phraseSet(lists: readonly string[]): ReadonlySet<string> {
  return new Set(
    lists
      .flatMap((list) => list.split(separators))
      .map(phraseKey)
      .filter((key) => key !== ''),
  );
}
