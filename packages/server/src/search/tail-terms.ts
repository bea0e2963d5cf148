/** The terms of a tail in the order of a segment's dictionaries, and every occurrence by term: what sealing walks. */

import { ByteWriter } from './byte-writer.ts';
import { compareBytes } from './dictionary.ts';
import type { Pace } from './pace.ts';
import { PairList, type SortedPairs } from './pair-list.ts';
import type { Tail } from './tail.ts';

/** Messages between two looks at the clock. */
const STRIDE = 1 << 10;

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
  const { terms, count } = tail.tokens;
  const words = tail.words.size;
  const ends = new Uint32Array(words + CHARACTERS);
  let characters = 0;
  for (let token = 0; token < count; token++) {
    const term = terms[token] ?? 0;
    const index = indexOf(term, words);
    ends[index] = (ends[index] ?? 0) + 1;
    characters += term & 1;
  }
  if (pace.isDue) await pace.rest();
  for (let term = 0, start = 0; term < ends.length; term++) {
    const next = start + (ends[term] ?? 0);
    ends[term] = start;
    start = next;
  }
  const keys = new Uint32Array(count);
  const pairs = new PairList(characters);
  const newestFirst = tail.order.newestFirst();
  for (let rank = 0; rank < newestFirst.length; rank += STRIDE) {
    placeTokens(tail, { ranks: newestFirst.subarray(rank, rank + STRIDE), rank }, { keys, ends, pairs });
    if (pace.isDue) await pace.rest();
  }
  return { keys, ends, pairs: await pairs.sorted(pace) };
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
      keys[at] = rank * 0x10000 + position;
      ends[index] = at + 1;
      if ((term & 1) === 0) continue;
      if (position === behind) pairs.add(before, term >>> 1, rank);
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

/** Terms differ in their first units mostly: see `keyOf`. */
const KEY_BYTES = 5;
const PLACES = 2 ** 22;
const NEITHER = 63;

/** Sorts the words by their UTF-8: by a key as numbers, and where keys are equal byte by byte. */
export async function sortedWords(tail: Tail, pace: Pace): Promise<SortedWords> {
  const { words } = tail;
  const out = new ByteWriter(words.size * 10 + 64);
  const starts = new Uint32Array(words.size + 1);
  for (let word = 0; word < words.size; word++) {
    out.utf8(words.pool, words.startOf(word), words.endOf(word));
    starts[word + 1] = out.length;
  }
  if (pace.isDue) await pace.rest();
  const { bytes } = out;
  const keys = new Float64Array(words.size);
  for (let word = 0; word < keys.length; word++) {
    keys[word] = keyOf(bytes, starts[word] ?? 0, starts[word + 1] ?? 0) * PLACES + word;
  }
  if (pace.isDue) await pace.rest();
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let from = 0, to = 0; from < keys.length; from = to) {
    if (from % STRIDE === 0 && pace.isDue) await pace.rest();
    const key = Math.floor((keys[from] ?? 0) / PLACES);
    to = from + 1;
    while (to < keys.length && Math.floor((keys[to] ?? 0) / PLACES) === key) to++;
    for (let i = from; i < to; i++) order[i] = (keys[i] ?? 0) % PLACES;
    if (to > from + 1) {
      const termOf = (word: number): Uint8Array => bytes.subarray(starts[word], starts[word + 1]);
      order.subarray(from, to).sort((one, other) => {
        const [a, b] = [termOf(one), termOf(other)];
        return compareBytes(a, a.length, b, b.length);
      });
    }
  }
  return { bytes, starts, order };
}

/**
 * The first bytes, six bits each: marks, digits, Latin letters; folded terms hold no other byte below `z`. From the first byte
 * beyond on it says no more.
 */
function keyOf(bytes: Uint8Array, start: number, end: number): number {
  let key = 0;
  let last = 0;
  for (let i = 0; i < KEY_BYTES; i++) {
    if (last !== NEITHER) last = start + i < end ? orderOf(bytes[start + i] ?? 0) : 0;
    key = key * 64 + last;
  }
  return key;
}

function orderOf(byte: number): number {
  if (byte < 0x30) return 1;
  if (byte < 0x3a) return byte - 0x30 + 2;
  return byte >= 0x61 && byte < 0x7b ? byte - 0x61 + 12 : NEITHER;
}
