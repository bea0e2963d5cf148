/**
 * The sorted list of a segment's words and numbers, for prefixes and near-misses, in chunks that are opened one at a time.
 *
 *     chunk = varint terms, (varint shared, varint length, UTF-8 rest, varint documents)*
 *
 * `shared` counts the code units that a term has in common with the one before. Order is by code units. The first term of each
 * chunk stands in the segment's head.
 */

import { ByteReader, ByteWriter } from './byte-writer.ts';

const CHUNK_TERMS = 256;

export interface ListedTerm {
  readonly term: string;
  readonly documents: number;
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

export interface TermListChunks {
  /** The first term of each chunk. */
  readonly firsts: readonly string[];
  readonly chunks: readonly Uint8Array[];
}

/** Terms differ in their first units mostly: see `#key`. */
const KEY_UNITS = 5;
const PLACES = 2 ** 22;
const NEITHER = 63;

/** Collects terms in any order, then writes them in theirs. It makes no string of a term. */
export class TermListWriter {
  #units: Uint16Array = new Uint16Array(1 << 12);
  readonly #ends: number[] = [0];
  readonly #documents: number[] = [];

  /** Adds the term whose code units stand in [start, end). */
  add(units: Uint16Array, start: number, end: number, documents: number): void {
    let to = this.#reserve(end - start);
    for (let i = start; i < end; i++) this.#units[to++] = units[i] ?? 0;
    this.#ends.push(to);
    this.#documents.push(documents);
  }

  /** Adds the term that stands as UTF-8 in [start, end). */
  addUtf8(bytes: Uint8Array, start: number, end: number, documents: number): void {
    let to = this.#reserve(end - start);
    for (let at = start; at < end; ) {
      const first = bytes[at++] ?? 0;
      if (first < 0x80) {
        this.#units[to++] = first;
        continue;
      }
      const followers = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let point = first & (0x3f >> followers);
      for (let i = 0; i < followers; i++) point = (point << 6) | ((bytes[at++] ?? 0) & 0x3f);
      if (point > 0xffff) this.#units[to++] = 0xd800 + ((point - 0x10000) >> 10);
      this.#units[to++] = point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
    }
    this.#ends.push(to);
    this.#documents.push(documents);
  }

  /** The chunks. */
  write(): TermListChunks {
    const order = this.#sorted();
    const firsts: string[] = [];
    const chunks: Uint8Array[] = [];
    const out = new ByteWriter(4096);
    const rest = new ByteWriter(256);
    for (let from = 0; from < order.length; from += CHUNK_TERMS) {
      const to = Math.min(order.length, from + CHUNK_TERMS);
      out.clear();
      out.varint(to - from);
      for (let i = from; i < to; i++) {
        const place = order[i] ?? 0;
        const shared = i === from ? 0 : this.#shared(order[i - 1] ?? 0, place);
        rest.clear();
        rest.utf8(this.#units, (this.#ends[place] ?? 0) + shared, this.#ends[place + 1] ?? 0);
        out.varint(shared);
        out.varint(rest.length);
        out.copy(rest.bytes, 0, rest.length);
        out.varint(this.#documents[place] ?? 0);
      }
      firsts.push(this.#term(order[from] ?? 0));
      chunks.push(out.take());
    }
    return { firsts, chunks };
  }

  /** Room for a term at the end, and where that is. */
  #reserve(length: number): number {
    const end = this.#ends.at(-1) ?? 0;
    if (end + length > this.#units.length) {
      const wider = new Uint16Array(this.#units.length * 2 + length);
      wider.set(this.#units);
      this.#units = wider;
    }
    return end;
  }

  #term(place: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#ends[place] ?? 0, this.#ends[place + 1] ?? 0));
  }

  /** The terms' places, sorted: by key as numbers, and where keys are equal by code units. */
  #sorted(): Float64Array {
    const keys = new Float64Array(this.#documents.length);
    for (let place = 0; place < keys.length; place++) keys[place] = this.#key(place) * PLACES + place;
    keys.sort();
    for (let from = 0, to = 0; from < keys.length; from = to) {
      const key = Math.floor((keys[from] ?? 0) / PLACES);
      to = from + 1;
      while (to < keys.length && Math.floor((keys[to] ?? 0) / PLACES) === key) to++;
      if (to > from + 1) keys.subarray(from, to).sort((one, other) => this.#compare(one % PLACES, other % PLACES));
    }
    for (let i = 0; i < keys.length; i++) keys[i] = (keys[i] ?? 0) % PLACES;
    return keys;
  }

  /**
   * The first units, six bits each: marks, digits, Latin letters; folded terms hold no other unit below `z`. From the first unit
   * beyond on it says no more.
   */
  #key(place: number): number {
    const start = this.#ends[place] ?? 0;
    const length = (this.#ends[place + 1] ?? 0) - start;
    let key = 0;
    let last = 0;
    for (let i = 0; i < KEY_UNITS; i++) {
      if (last !== NEITHER) last = i < length ? orderOf(this.#units[start + i] ?? 0) : 0;
      key = key * 64 + last;
    }
    return key;
  }

  #compare(one: number, other: number): number {
    const [start, otherStart] = [this.#ends[one] ?? 0, this.#ends[other] ?? 0];
    const length = (this.#ends[one + 1] ?? 0) - start;
    const otherLength = (this.#ends[other + 1] ?? 0) - otherStart;
    for (let i = 0; i < length && i < otherLength; i++) {
      const difference = (this.#units[start + i] ?? 0) - (this.#units[otherStart + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** How many units two terms start with alike, without dividing a surrogate pair. */
  #shared(one: number, other: number): number {
    const [start, otherStart] = [this.#ends[one] ?? 0, this.#ends[other] ?? 0];
    const most = Math.min((this.#ends[one + 1] ?? 0) - start, (this.#ends[other + 1] ?? 0) - otherStart);
    let shared = 0;
    while (shared < most && this.#units[start + shared] === this.#units[otherStart + shared]) shared++;
    const isInPair = shared > 0 && ((this.#units[start + shared - 1] ?? 0) & 0xfc00) === 0xd800;
    return isInPair ? shared - 1 : shared;
  }
}

function orderOf(unit: number): number {
  if (unit < 0x30) return 1;
  if (unit < 0x3a) return unit - 0x30 + 2;
  return unit >= 0x61 && unit < 0x7b ? unit - 0x61 + 12 : NEITHER;
}
