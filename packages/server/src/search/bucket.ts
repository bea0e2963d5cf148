/**
 * One of the 256 parts that hold a segment's terms with their postings.
 *
 *     bucket = entry*
 *     entry  = varint (length·8), UTF-8 term, varint documents, varint bytes, postings
 *            | varint (length·8 + bytes), UTF-8 term, postings     in one document, with less than 8 bytes of postings
 *
 * Which bucket a term is in follows from AES-256 as a keyed function, so sizes tell nothing about words without the key: the block
 * is the term's length and UTF-8 up to 15 bytes, or 255 and 15 bytes of SHA-256(key ‖ term). All terms of a segment take one
 * call of the cipher. The key is the archive's, not the segment's, so that bucket n of a merged segment comes of buckets n.
 */

import { createCipheriv, hash } from 'node:crypto';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { PostingsCursor, PostingsWriter } from './postings.ts';
import { isPositioned } from './terms.ts';

export const BUCKETS = 256;

const BLOCK_BYTES = 16;
const DIGESTED = 255;
const SHORT_POSTINGS = 8;

/** The bucket of each term, in the order added. */
export class BucketSorter {
  readonly #key: Uint8Array;
  readonly #blocks = new ByteWriter(1 << 12);

  constructor(bucketKey: Uint8Array) {
    this.#key = bucketKey;
  }

  /** Adds the term whose code units stand in [start, end). */
  add(codes: Uint16Array, start: number, end: number): void {
    const blocks = this.#blocks;
    const block = blocks.length;
    blocks.reserve(BLOCK_BYTES + (end - start) * 3);
    blocks.length++;
    blocks.utf8(codes, start, end);
    const length = blocks.length - block - 1;
    const isShort = length < BLOCK_BYTES;
    if (!isShort) blocks.bytes.set(this.#digest(blocks.bytes.subarray(block + 1, blocks.length)), block + 1);
    else while (blocks.length < block + BLOCK_BYTES) blocks.bytes[blocks.length++] = 0;
    blocks.bytes[block] = isShort ? length : DIGESTED;
    blocks.length = block + BLOCK_BYTES;
  }

  /** The buckets, 0 to 255. */
  buckets(): Uint8Array {
    const cipher = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    const blocks = cipher.update(this.#blocks.view());
    const buckets = new Uint8Array(blocks.length / BLOCK_BYTES);
    for (let i = 0; i < buckets.length; i++) buckets[i] = blocks[i * BLOCK_BYTES] ?? 0;
    return buckets;
  }

  #digest(term: Uint8Array): Uint8Array {
    return hash('sha256', Buffer.concat([this.#key, term]), 'buffer').subarray(0, BLOCK_BYTES - 1);
  }
}

/** The bucket of one term. */
export function bucketOf(bucketKey: Uint8Array, term: string): number {
  const sorter = new BucketSorter(bucketKey);
  sorter.add(
    Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i)),
    0,
    term.length,
  );
  return sorter.buckets()[0] ?? 0;
}

/** Writes one bucket after another: a term and its postings, in any order, then `endTerm`. */
export class BucketWriter {
  /** Where the next term goes, as UTF-8. */
  readonly term: ByteWriter = new ByteWriter(256);
  /** Where the next term's postings go. */
  readonly postings: PostingsWriter;
  readonly #postings = new ByteWriter(1 << 14);
  readonly #bucket = new ByteWriter(1 << 16);

  constructor() {
    this.postings = new PostingsWriter(this.#postings);
  }

  /** Ends the term whose UTF-8 and postings were just written. */
  endTerm(documents: number): void {
    const bucket = this.#bucket;
    const length = this.#postings.length;
    const isShort = documents === 1 && length < SHORT_POSTINGS;
    bucket.varint(this.term.length * SHORT_POSTINGS + (isShort ? length : 0));
    bucket.copy(this.term.bytes, 0, this.term.length);
    if (!isShort) {
      bucket.varint(documents);
      bucket.varint(length);
    }
    bucket.copy(this.#postings.bytes, 0, length);
    this.term.clear();
    this.#postings.clear();
  }

  /** The bucket, and an empty one in its place. */
  take(): Uint8Array {
    const bucket = this.#bucket.take();
    this.#bucket.clear();
    return bucket;
  }
}

/** A term in a bucket: its UTF-8 and its postings as places in the bucket's bytes. */
export interface BucketEntry {
  readonly bytes: Uint8Array;
  termStart: number;
  termEnd: number;
  documents: number;
  start: number;
  end: number;
}

/** Calls back for each term of a bucket, always with the same object, until `see` returns true. */
export function eachEntry(bucket: Uint8Array, see: (entry: BucketEntry) => boolean | undefined): void {
  const reader = new ByteReader(bucket);
  const entry: BucketEntry = { bytes: bucket, termStart: 0, termEnd: 0, documents: 0, start: 0, end: 0 };
  while (reader.at < bucket.length) {
    const head = reader.varint();
    const short = head % SHORT_POSTINGS;
    entry.termStart = reader.at;
    entry.termEnd = reader.at + Math.floor(head / SHORT_POSTINGS);
    reader.at = entry.termEnd;
    entry.documents = short === 0 ? reader.varint() : 1;
    const length = short === 0 ? reader.varint() : short;
    entry.start = reader.at;
    entry.end = reader.at + length;
    reader.at = entry.end;
    if (see(entry) === true) return;
  }
}

/** The postings of one term, or undefined if the bucket does not hold it. */
export function findTerm(bucket: Uint8Array, term: string): PostingsCursor | undefined {
  const wanted = Buffer.from(term, 'utf8');
  let found: PostingsCursor | undefined;
  eachEntry(bucket, (entry) => {
    if (entry.termEnd - entry.termStart !== wanted.length || !holds(bucket, entry.termStart, wanted)) return false;
    found = new PostingsCursor().open(entry, isPositioned(term.charCodeAt(0)));
    return true;
  });
  return found;
}

function holds(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
