/**
 * The query language. Words must all occur; `"a phrase"` side by side; `-` before a word, phrase or filter leaves out; `word*` is the
 * start of a word; `from:` and `in:` take a name or id, `has:` a word of HAS_WORDS, `after:` (included) and `before:` (not included) a
 * date YYYY, YYYY-MM or YYYY-MM-DD. Values may be quoted. What is typed without a space is looked for as it stands: `e-mail` is a
 * phrase, and so is a run of Chinese. Digits that can be a telephone number find it in any writing. Case, accents and the form
 * of quotation marks do not matter.
 */

import { classOf, DIGIT, foldOf } from './character-classes.ts';
import { startOf } from './period.ts';
import { isPhoneLength, isPhoneSeparator, MOST_DIGITS } from './phone-run.ts';
import { phraseTerms } from './phrase-terms.ts';
import type { Clause, NameClause, NumberClause, Period, Query, WordsClause } from './query.ts';
import { SearchError } from './search-error.ts';
import { HAS_WORDS, type HasWord } from './terms.ts';

/** The longest query, in UTF-16 code units. */
export const LONGEST_QUERY = 1000;

const MOST_CLAUSES = 64;
const SHORTEST_PREFIX = 2;
const SPACE = /\s/u;
const QUOTES = new Set('"\u201c\u201d\u201e\u201f\uff02\u00ab\u00bb');
const MINUS = new Set('-\u2212\uff0d');
const FILTER = /^(from|in|has|before|after)[:\uff1a]/i;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** What stands between two spaces: a minus, a filter's name, then a quoted or a bare text. */
interface Item {
  readonly offset: number;
  readonly minus: boolean;
  readonly filter: string | undefined;
  readonly quoted: boolean;
  readonly text: string;
  readonly end: number;
}

/** Parses a query. Throws {@link SearchError} with the offset of what is wrong. */
export function parseQuery(typed: string): Query {
  if (typed.length > LONGEST_QUERY) throw new SearchError('query-too-long', { offset: LONGEST_QUERY });
  const must: Clause[] = [];
  const not: Clause[] = [];
  let period: Period = {};
  let asked = 0;
  for (let at = skipSpaces(typed, 0); at < typed.length; at = skipSpaces(typed, at)) {
    const item = readItem(typed, at);
    at = item.end;
    if (item.filter === 'before' || item.filter === 'after') {
      period = narrowed(period, item);
      asked++;
      continue;
    }
    const clauses = clausesOf(typed, item);
    (item.minus ? not : must).push(...clauses.found);
    at = clauses.end;
  }
  if (must.length + not.length > MOST_CLAUSES) throw new SearchError('query-too-long', { offset: 0 });
  if (must.length + asked === 0) throw new SearchError(not.length === 0 ? 'empty' : 'only-minus', { offset: 0 });
  return { must, not, period };
}

function skipSpaces(typed: string, from: number): number {
  let at = from;
  while (at < typed.length && SPACE.test(typed[at] ?? '')) at++;
  return at;
}

function readItem(typed: string, offset: number): Item {
  const minus = MINUS.has(typed[offset] ?? '') && offset + 1 < typed.length && !SPACE.test(typed[offset + 1] ?? '');
  const start = minus ? offset + 1 : offset;
  const filter = FILTER.exec(typed.slice(start, start + 8));
  const from = start + (filter?.[0].length ?? 0);
  const quoted = QUOTES.has(typed[from] ?? '');
  const end = quoted ? closingQuote(typed, from) : endOfBare(typed, from);
  const text = quoted ? typed.slice(from + 1, end - 1) : typed.slice(from, end);
  return { offset, minus, filter: filter?.[1]?.toLowerCase(), quoted, text, end };
}

/** The offset behind the closing quote. */
function closingQuote(typed: string, opening: number): number {
  for (let at = opening + 1; at < typed.length; at++) if (QUOTES.has(typed[at] ?? '')) return at + 1;
  throw new SearchError('unbalanced-quote', { offset: opening });
}

/** A quotation mark between two letters belongs to the word, as in Hebrew abbreviations; any other has lost its partner. */
function endOfBare(typed: string, from: number): number {
  let at = from;
  for (; at < typed.length && !SPACE.test(typed[at] ?? ''); at++) {
    if (!QUOTES.has(typed[at] ?? '')) continue;
    const isInWord = WORD_CHARACTER.test(typed[at - 1] ?? '') && WORD_CHARACTER.test(typed[at + 1] ?? '');
    if (!isInWord) throw new SearchError('unbalanced-quote', { offset: at });
  }
  return at;
}

/** A minus turns a bound around: not before a day is from that day on. */
function narrowed(period: Period, item: Item): Period {
  const bound = startOf(filterValue(item), item.offset);
  const isAfter = (item.filter === 'after') !== item.minus;
  return isAfter
    ? { ...period, after: Math.max(bound, period.after ?? bound) }
    : { ...period, before: Math.min(bound, period.before ?? bound) };
}

function clausesOf(typed: string, item: Item): { readonly found: readonly Clause[]; readonly end: number } {
  const { offset, end } = item;
  if (item.filter === 'from' || item.filter === 'in') return { found: [nameClause(item.filter, item)], end };
  if (item.filter === 'has') return { found: [{ kind: 'has', offset, value: hasWord(item) }], end };
  const number = item.quoted ? undefined : numberClause(typed, item);
  if (number !== undefined) return { found: [number.clause], end: number.end };
  const words = wordsClause(item);
  return { found: words === undefined ? [] : [words], end };
}

function nameClause(kind: 'from' | 'in', item: Item): NameClause {
  return { kind, offset: item.offset, value: filterValue(item) };
}

function hasWord(item: Item): HasWord {
  const value = filterValue(item).toLowerCase();
  const known = HAS_WORDS.find((word) => word === value);
  if (known === undefined) throw new SearchError('unknown-has', { offset: item.offset });
  return known;
}

function filterValue(item: Item): string {
  const value = item.text.trim();
  if (value === '') throw new SearchError('filter-without-value', { offset: item.offset });
  return value;
}

/** Undefined for punctuation alone. */
function wordsClause(item: Pick<Item, 'text' | 'quoted' | 'offset'>): WordsClause | undefined {
  const starred = !item.quoted && item.text.endsWith('*');
  const { terms, endsInWord } = phraseTerms(item.text);
  const last = terms.at(-1);
  if (last === undefined) {
    if (starred) throw new SearchError('prefix-too-short', { offset: item.offset });
    return undefined;
  }
  const prefix = starred && endsInWord;
  if (prefix && terms.length === 1 && last.term.length < SHORTEST_PREFIX) {
    throw new SearchError('prefix-too-short', { offset: item.offset });
  }
  return { kind: 'words', offset: item.offset, terms, prefix };
}

/** The item, and what follows it, read as a telephone number; a minus or a star reads the item alone. */
function numberClause(typed: string, item: Item): { readonly clause: NumberClause; readonly end: number } | undefined {
  let end = item.end;
  if (!isNumberLike(item.text)) return undefined;
  const words: WordsClause[] = [];
  addWords(words, item);
  let text = item.text;
  for (let at = skipSpaces(typed, end); !item.minus && at < typed.length; at = skipSpaces(typed, end)) {
    const next = bareEnd(typed, at);
    const more = typed.slice(at, next);
    const isMore = isNumberLike(more) && !more.startsWith('+') && !MINUS.has(more[0] ?? '');
    if (!isMore || digitsOf(text + more).length > MOST_DIGITS) break;
    addWords(words, { text: more, quoted: false, offset: at });
    text += more;
    end = next;
  }
  const digits = digitsOf(text);
  if (!isPhoneLength(digits.length)) return undefined;
  return { clause: { kind: 'number', offset: item.offset, digits, words }, end };
}

function addWords(words: WordsClause[], item: Pick<Item, 'text' | 'quoted' | 'offset'>): void {
  const clause = wordsClause(item);
  if (clause !== undefined) words.push(clause);
}

function bareEnd(typed: string, from: number): number {
  let at = from;
  while (at < typed.length && !SPACE.test(typed[at] ?? '')) at++;
  return at;
}

/** Digits with the marks of a written number, and at least one digit. */
function isNumberLike(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const isMark = isPhoneSeparator(text[i] ?? '') || (i === 0 && (text[i] === '+' || text[i] === '\uff0b'));
    if (!isMark && classOf(text.charCodeAt(i)) !== DIGIT) return false;
  }
  return digitsOf(text) !== '';
}

/** The decimal digits of a text, in ASCII. */
function digitsOf(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (classOf(unit) === DIGIT) digits += String.fromCharCode(foldOf(unit));
  }
  return digits;
}
