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

export interface TermListChunks {
  /** The first term of each chunk. */
  readonly firsts: readonly string[];
  readonly chunks: readonly Uint8Array[];
}

/** Sorts the terms and writes them. */
export function writeTermList(terms: ListedTerm[]): TermListChunks {
  terms.sort((one, other) => (one.term < other.term ? -1 : 1));
  const firsts: string[] = [];
  const chunks: Uint8Array[] = [];
  const out = new ByteWriter(4096);
  for (let from = 0; from < terms.length; from += CHUNK_TERMS) {
    const chunk = terms.slice(from, from + CHUNK_TERMS);
    out.clear();
    out.varint(chunk.length);
    let before = '';
    for (const { term, documents } of chunk) {
      const shared = sharedStart(before, term);
      const rest = Buffer.from(term.slice(shared), 'utf8');
      out.varint(shared);
      out.varint(rest.length);
      out.copy(rest, 0, rest.length);
      out.varint(documents);
      before = term;
    }
    firsts.push(chunk[0]?.term ?? '');
    chunks.push(out.take());
  }
  return { firsts, chunks };
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
