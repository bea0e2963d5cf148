/**
 * The sorted list of a segment's words and numbers, for prefixes and near-misses, in chunks that are opened one at a time.
 *
 *     chunk = varint terms, (varint shared, varint length, UTF-8 rest, varint documents)*
 *
 * `shared` counts the code units that a term has in common with the one before. Order is by code units. The first term of each
 * chunk stands in the segment's head.
 */

import { ByteReader, ByteWriter } from './byte-writer.ts';
import { LONGEST_TERM } from './scanner.ts';

const CHUNK_TERMS = 256;

export interface ListedTerm {
  readonly term: string;
  readonly documents: number;
}

export interface TermListChunks {
  /** The first term of each chunk. */
  readonly firsts: readonly string[];
  readonly chunks: readonly Uint8Array[];
}

/** Sorts the terms and writes them. */
export function writeTermList(terms: readonly ListedTerm[]): TermListChunks {
  const sorted = sortTerms(terms);
  const firsts: string[] = [];
  const chunks: Uint8Array[] = [];
  const out = new ByteWriter(4096);
  const rest = new ByteWriter(256);
  const units = new Uint16Array(LONGEST_TERM * 2);
  for (let from = 0; from < sorted.length; from += CHUNK_TERMS) {
    const chunk = sorted.slice(from, from + CHUNK_TERMS);
    out.clear();
    out.varint(chunk.length);
    let before = '';
    for (const { term, documents } of chunk) {
      const shared = sharedStart(before, term);
      rest.clear();
      for (let i = shared; i < term.length; i++) units[i] = term.charCodeAt(i);
      rest.utf8(units, shared, term.length);
      out.varint(shared);
      out.varint(rest.length);
      out.copy(rest.bytes, 0, rest.length);
      out.varint(documents);
      before = term;
    }
    firsts.push(chunk[0]?.term ?? '');
    chunks.push(out.take());
  }
  return { firsts, chunks };
}

/**
 * Terms by code units. The first five units of six bits each, in one number with the place, are sorted as numbers first: most terms
 * are Latin letters and digits and differ in these. From the first unit that is neither on, the number says no more.
 */
function sortTerms(terms: readonly ListedTerm[]): ListedTerm[] {
  const keys = Float64Array.from(terms, ({ term }, place) => prefixNumber(term) * PLACES + place).sort();
  const sorted: ListedTerm[] = [];
  for (const key of keys) {
    const listed = terms[key % PLACES];
    if (listed !== undefined) sorted.push(listed);
  }
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const prefix = Math.floor((keys[from] ?? 0) / PLACES);
    to = from + 1;
    while (to < keys.length && Math.floor((keys[to] ?? 0) / PLACES) === prefix) to++;
    if (to === from + 1) continue;
    const alike = sorted.slice(from, to).sort(byTerm);
    for (let i = from; i < to; i++) sorted[i] = alike[i - from] ?? EMPTY;
  }
  return sorted;
}

const EMPTY: ListedTerm = { term: '', documents: 0 };
const PLACES = 2 ** 22;
const NEITHER = 63;

function prefixNumber(term: string): number {
  let number = 0;
  let last = 0;
  for (let i = 0; i < 5; i++) {
    if (last !== NEITHER) last = i < term.length ? orderOf(term.charCodeAt(i)) : 0;
    number = number * 64 + last;
  }
  return number;
}

/** Ascends with the unit: marks, digits, letters, then everything else alike. No folded term holds any other unit below `z`. */
function orderOf(unit: number): number {
  if (unit < 0x30) return 1;
  if (unit < 0x3a) return unit - 0x30 + 2;
  return unit >= 0x61 && unit < 0x7b ? unit - 0x61 + 12 : NEITHER;
}

function byTerm(one: ListedTerm, other: ListedTerm): number {
  return one.term < other.term ? -1 : 1;
}

/** The terms of a chunk. */
export function readTermChunk(chunk: Uint8Array): ListedTerm[] {
  const reader = new ByteReader(chunk);
  const terms: ListedTerm[] = [];
  let term = '';
  for (let left = reader.varint(); left > 0; left--) {
    const shared = reader.varint();
    term = term.slice(0, shared) + reader.utf8(reader.varint());
    terms.push({ term, documents: reader.varint() });
  }
  return terms;
}

/** The chunks [from, to) that can hold terms with a prefix. */
export function chunksWithPrefix(
  firsts: readonly string[],
  prefix: string,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, countBefore(firsts, prefix) - 1);
  const to = countBefore(firsts, `${prefix}\uffff`);
  return { from, to: Math.max(from, to) };
}

/** How many of the sorted strings are smaller. */
function countBefore(sorted: readonly string[], bound: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  const inPair = shared > 0 && (one.charCodeAt(shared - 1) & 0xfc00) === 0xd800;
  return inPair ? shared - 1 : shared;
}
