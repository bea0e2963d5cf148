/**
 * Which message each document of a segment is. Documents are numbered from 0, newest first: by message time, then by seq. The table
 * stands in chunks that are opened one at a time; the head keeps the time of the first document of each.
 *
 *     chunk = zigzag at, zigzag seq, (varint earlier, zigzag seq difference)*
 */

import { ByteReader, ByteWriter } from './byte-writer.ts';

/** Documents in a chunk. */
export const CHUNK_DOCS = 2048;

/** Message times (seconds) and seqs of consecutive documents, newest first. */
export interface DocColumns {
  readonly at: Float64Array;
  readonly seq: Float64Array;
}

/** Writes documents [from, to). */
export function writeDocChunk(docs: DocColumns, from: number, to: number): Uint8Array {
  const out = new ByteWriter((to - from) * 4);
  let at = docs.at[from] ?? 0;
  let seq = docs.seq[from] ?? 0;
  out.zigzag(at);
  out.zigzag(seq);
  for (let doc = from + 1; doc < to; doc++) {
    const nextAt = docs.at[doc] ?? 0;
    const nextSeq = docs.seq[doc] ?? 0;
    out.varint(at - nextAt);
    out.zigzag(nextSeq - seq);
    at = nextAt;
    seq = nextSeq;
  }
  return out.take();
}

/** Reads a chunk of so many documents. */
export function readDocChunk(chunk: Uint8Array, count: number): DocColumns {
  const docs = { at: new Float64Array(count), seq: new Float64Array(count) };
  const reader = new ByteReader(chunk);
  let at = reader.zigzag();
  let seq = reader.zigzag();
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      at -= reader.varint();
      seq += reader.zigzag();
    }
    docs.at[i] = at;
    docs.seq[i] = seq;
  }
  return docs;
}

/** The first of `count` documents, newest first, whose time is earlier than the bound; `count` if none is. */
export function firstEarlier(at: ArrayLike<number>, count: number, bound: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
