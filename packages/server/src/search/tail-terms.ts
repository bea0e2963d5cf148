/** The terms of a tail in the order of a segment's dictionaries, and every occurrence by term: what sealing walks. */

import type { Pace } from '../records/pace.ts';
import { ByteWriter } from './byte-writer.ts';
import { PairList, type SortedPairs } from './pair-list.ts';
import type { Tail } from './tail.ts';

/** Messages between two looks at the clock. */
const STRIDE = 1 << 10;
/** Tokens between two looks at the clock. */
const MANY = 1 << 16;

/** All occurrences by term, as keys (see postings.ts), ascending; twice at one place may be there twice. */
export interface SortedTokens {
  readonly keys: Uint32Array;
  /** By term: where its occurrences end; they start where those of the term before end. Words by number, then characters by code. */
  readonly ends: Uint32Array;
  readonly pairs: SortedPairs;
}

const CHARACTERS = 0x10000;

/** Sorts the tail's tokens: by counting, one pass over the messages, newest first. */
export async function sortedTokens(tail: Tail, pace: Pace): Promise<SortedTokens> {
  const { count } = tail.tokens;
  const ends = new Uint32Array(tail.words.size + CHARACTERS);
  for (let token = 0; token < count; token += MANY) {
    countTokens(tail, ends, { from: token, to: Math.min(count, token + MANY) });
    if (pace.isDue) await pace.rest();
  }
  const characters = count - countsToStarts(ends, tail.words.size);
  const keys = new Uint32Array(count);
  const pairs = new PairList(characters);
  const newestFirst = tail.order.newestFirst();
  for (let rank = 0; rank < newestFirst.length; rank += STRIDE) {
    placeTokens(tail, { ranks: newestFirst.subarray(rank, rank + STRIDE), rank }, { keys, ends, pairs });
    if (pace.isDue) await pace.rest();
  }
  return { keys, ends, pairs: await pairs.sorted(pace) };
}

/** Counts by term into where each term starts. Returns how many the words have. */
function countsToStarts(counts: Uint32Array, words: number): number {
  let start = 0;
  let ofWords = 0;
  for (let term = 0; term < counts.length; term++) {
    const tokens = counts[term] ?? 0;
    counts[term] = start;
    start += tokens;
    if (term < words) ofWords = start;
  }
  return ofWords;
}

/** Counts tokens [from, to) by term. */
function countTokens(
  tail: Tail,
  counts: Uint32Array,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { terms } = tail.tokens;
  const words = tail.words.size;
  for (let token = from; token < to; token++) {
    const index = indexOf(terms[token] ?? 0, words);
    counts[index] = (counts[index] ?? 0) + 1;
  }
}

/** The tokens of some messages, by rank, to where they belong. */
function placeTokens(
  tail: Tail,
  { rank: firstRank, ranks }: { readonly ranks: Uint32Array; readonly rank: number },
  { ends, keys, pairs }: { readonly keys: Uint32Array; readonly ends: Uint32Array; readonly pairs: PairList },
): void {
  const { terms, positions } = tail.tokens;
  const words = tail.words.size;
  for (let n = 0; n < ranks.length; n++) {
    const rank = firstRank + n;
    const arrival = ranks[n] ?? 0;
    const end = tail.endOf(arrival);
    let before = 0;
    let behind = -1;
    for (let token = tail.firsts[arrival] ?? 0; token < end; token++) {
      const term = terms[token] ?? 0;
      const position = positions[token] ?? 0;
      const index = indexOf(term, words);
      const at = ends[index] ?? 0;
      keys[at] = (rank << 16) | position;
      ends[index] = at + 1;
      if ((term & 1) === 0) continue;
      if (position === behind) pairs.add(before, term >>> 1, (rank << 16) | (position - 1));
      before = term >>> 1;
      behind = position + 1;
    }
  }
}

function indexOf(term: number, words: number): number {
  return (term & 1) === 1 ? words + (term >>> 1) : term >>> 1;
}

/** The words of a tail as UTF-8, and their numbers in order. */
export interface SortedWords {
  readonly bytes: Uint8Array;
  /** By number: where its UTF-8 starts; one more than there are words. */
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
}

/** Bytes of a word in a sorting key, and behind them its number. */
const KEY_BYTES = 5;
const NUMBER_BITS = 24;
/** Up to so many words with one key are put in order one by one. */
const FEW = 16;

/** Sorts the words by their UTF-8: as numbers, by the first bytes, then what is still equal by the next ones. */
export async function sortedWords(tail: Tail, pace: Pace): Promise<SortedWords> {
  const { words } = tail;
  const starts = new Uint32Array(words.size + 1);
  const bytes = utf8Of(words, starts);
  if (pace.isDue) await pace.rest();
  const order = new Uint32Array(words.size).map((_, word) => word);
  await sortWords(order, { bytes, starts, from: 0 }, pace);
  return { bytes, starts, order };
}

/** The words one behind another, and where each starts. */
function utf8Of(words: Tail['words'], starts: Uint32Array): Uint8Array {
  const out = new ByteWriter(words.size * 10 + 64);
  for (let word = 0; word < words.size; word++) {
    out.utf8(words.pool, words.startOf(word), words.endOf(word));
    starts[word + 1] = out.length;
  }
  return out.bytes;
}

interface WordBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Byte of a word from which on they may differ. */
  readonly from: number;
}

async function sortWords(order: Uint32Array, words: WordBytes, pace: Pace): Promise<void> {
  const keys = new BigUint64Array(order.length);
  const halves = new Uint32Array(keys.buffer);
  writeKeys(halves, order, words);
  if (pace.isDue) await pace.rest();
  keys.sort();
  readNumbers(halves, order);
  for (let from = 0, to = 0, n = 1; from < order.length; from = to, n++) {
    to = from + 1;
    while (to < order.length && sameBytes(halves, to, from)) to++;
    if (to - from > FEW) await sortWords(order.subarray(from, to), { ...words, from: words.from + KEY_BYTES }, pace);
    else if (to - from > 1) sortFew(order, from, to, words);
    if (n % STRIDE === 0 && pace.isDue) await pace.rest();
  }
}

function writeKeys(halves: Uint32Array, order: Uint32Array, words: WordBytes): void {
  for (let i = 0; i < order.length; i++) writeKey(halves, i, order[i] ?? 0, words);
}

function readNumbers(halves: Uint32Array, order: Uint32Array): void {
  for (let i = 0; i < order.length; i++) order[i] = (halves[i * 2] ?? 0) & (2 ** NUMBER_BITS - 1);
}

/** The next bytes of a word, as far as there are any, and its number: on a little-endian machine a number of 64 bits. */
function writeKey(halves: Uint32Array, at: number, word: number, { bytes, from, starts }: WordBytes): void {
  const start = (starts[word] ?? 0) + from;
  const end = starts[word + 1] ?? 0;
  let high = 0;
  for (let i = start; i < start + KEY_BYTES - 1; i++) high = (high << 8) | (i < end ? (bytes[i] ?? 0) : 0);
  const last = start + KEY_BYTES - 1;
  halves[at * 2 + 1] = high;
  halves[at * 2] = ((last < end ? (bytes[last] ?? 0) : 0) << NUMBER_BITS) | word;
}

function sameBytes(halves: Uint32Array, one: number, other: number): boolean {
  const differs = (halves[one * 2] ?? 0) ^ (halves[other * 2] ?? 0);
  return halves[one * 2 + 1] === halves[other * 2 + 1] && differs >>> NUMBER_BITS === 0;
}

/** By insertion. */
function sortFew(order: Uint32Array, from: number, to: number, words: WordBytes): void {
  for (let next = from + 1; next < to; next++) {
    const word = order[next] ?? 0;
    let at = next;
    for (; at > from && isBefore(words, word, order[at - 1] ?? 0); at--) order[at] = order[at - 1] ?? 0;
    order[at] = word;
  }
}

function isBefore({ bytes, starts }: WordBytes, one: number, other: number): boolean {
  const [a, b] = [starts[one] ?? 0, starts[other] ?? 0];
  const [aEnd, bEnd] = [starts[one + 1] ?? 0, starts[other + 1] ?? 0];
  let i = 0;
  while (a + i < aEnd && b + i < bEnd && bytes[a + i] === bytes[b + i]) i++;
  return a + i === aEnd || (b + i < bEnd && (bytes[a + i] ?? 0) < (bytes[b + i] ?? 0));
}
