/**
 * Where a query matches in a text, for showing hits: the same scanner and the same rules as the index, on one text. Filters and what
 * is left out mark nothing.
 */

import { reversedSuffix, sameNumber } from './phone-run.ts';
import type { Clause, NumberClause, QueryOf, ResolvedClause, WordsClause } from './query.ts';
import { NUMBER, NUMBER_MARK, Scanner } from './scanner.ts';

/** [start, end) in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Place extends TextRange {
  readonly position: number;
}

interface ScannedText {
  readonly words: ReadonlyMap<string, readonly Place[]>;
  readonly numbers: readonly (TextRange & { readonly reversed: string })[];
}

const scanner = new Scanner();

/** The ranges that match, in order, none touching another. */
export function matchRanges(text: string, query: QueryOf<Clause | ResolvedClause>): TextRange[] {
  const scanned = scanText(text, firstCodesOf(query));
  const found: TextRange[] = [];
  for (const clause of query.must) {
    if (clause.kind === 'words') found.push(...phraseRanges(scanned, clause));
    else if (clause.kind === 'number') found.push(...numberRanges(scanned, clause));
  }
  return merged(found);
}

/** The first code units of the words that are looked for: most words of a text need no second look. */
function firstCodesOf({ must }: QueryOf<Clause | ResolvedClause>): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const clause of must) {
    const words = clause.kind === 'words' ? [clause] : clause.kind === 'number' ? clause.words : [];
    for (const { terms } of words) for (const { term } of terms) codes.add(term.charCodeAt(0));
  }
  return codes;
}

/** The words of a text that begin with one of these, and its numbers. */
function scanText(text: string, firstCodes: ReadonlySet<number>): ScannedText {
  const words = new Map<string, Place[]>();
  const numbers: (TextRange & { readonly reversed: string })[] = [];
  scanner.scan(text, ({ codes, length, kind, position, start, end }) => {
    if (kind !== NUMBER && !firstCodes.has(codes[0] ?? 0)) return;
    const term = String.fromCharCode(...codes.subarray(0, length));
    if (kind === NUMBER) numbers.push({ start, end, reversed: term.slice(NUMBER_MARK.length) });
    else {
      const places = words.get(term);
      if (places === undefined) words.set(term, [{ position, start, end }]);
      else places.push({ position, start, end });
    }
  });
  return { words, numbers };
}

function phraseRanges({ words }: ScannedText, { terms, prefix }: WordsClause): TextRange[] {
  let ranges: Place[] = [];
  for (const [n, { term, step }] of terms.entries()) {
    const places = prefix && n === terms.length - 1 ? prefixPlaces(words, term) : (words.get(term) ?? []);
    if (n === 0) {
      ranges = places.map(({ position, start, end }) => ({ position: position - step, start, end }));
      continue;
    }
    const ends = new Map(places.map(({ position, end }) => [position - step, end]));
    ranges = ranges.flatMap((range) => {
      const end = ends.get(range.position);
      return end === undefined ? [] : [{ ...range, end: Math.max(range.end, end) }];
    });
  }
  return ranges;
}

function prefixPlaces(words: ScannedText['words'], prefix: string): Place[] {
  return [...words].flatMap(([term, places]) => (term.startsWith(prefix) ? places : []));
}

function numberRanges(scanned: ScannedText, { digits, words }: NumberClause): TextRange[] {
  const suffix = reversedSuffix(digits);
  const same = scanned.numbers.filter(
    ({ reversed }) => reversed.startsWith(suffix) && sameNumber([...reversed].reverse().join(''), digits),
  );
  if (same.length > 0) return same;
  const pieces = words.map((clause) => phraseRanges(scanned, clause));
  return pieces.every((ranges) => ranges.length > 0) ? pieces.flat() : [];
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = out.at(-1);
    if (last === undefined || start > last.end) out.push({ start, end });
    else out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return out;
}
