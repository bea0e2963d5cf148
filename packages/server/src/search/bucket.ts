/**
 * One of the 256 parts that hold a segment's terms with their postings.
 *
 *     bucket = varint terms, (varint length, UTF-8 term, varint documents, varint bytes)*, postings*
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

/** The bucket of each term, in the order added. */
export class BucketSorter {
  readonly #key: Uint8Array;
  readonly #blocks = new ByteWriter(1 << 12);

  constructor(bucketKey: Uint8Array) {
    this.#key = bucketKey;
  }

  /** Adds a term by its code units. */
  add(codes: Uint16Array): void {
    const blocks = this.#blocks;
    const start = blocks.length;
    blocks.reserve(BLOCK_BYTES + codes.length * 3);
    blocks.length++;
    blocks.utf8(codes);
    const length = blocks.length - start - 1;
    const isShort = length < BLOCK_BYTES;
    if (!isShort) blocks.bytes.set(this.#digest(blocks.bytes.subarray(start + 1, blocks.length)), start + 1);
    else blocks.bytes.fill(0, blocks.length, start + BLOCK_BYTES);
    blocks.bytes[start] = isShort ? length : DIGESTED;
    blocks.length = start + BLOCK_BYTES;
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
  sorter.add(Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i)));
  return sorter.buckets()[0] ?? 0;
}

/** Writes one bucket after another: postings first, then `endTerm` for the term they belong to. */
export class BucketWriter {
  /** Where the next term's postings go. */
  readonly postings: PostingsWriter;
  readonly #directory = new ByteWriter(1 << 14);
  readonly #body = new ByteWriter(1 << 16);
  readonly #term = new ByteWriter(256);
  #terms = 0;
  #written = 0;

  constructor() {
    this.postings = new PostingsWriter(this.#body);
  }

  /** Ends the term whose postings were just written, by its code units. */
  endTerm(codes: Uint16Array, documents: number): void {
    this.#term.clear();
    this.#term.utf8(codes);
    this.endTermBytes(this.#term.bytes, 0, this.#term.length, documents);
  }

  /** The same for a term that stands as UTF-8 in [start, end) of a buffer. */
  endTermBytes(bytes: Uint8Array, start: number, end: number, documents: number): void {
    this.#directory.varint(end - start);
    this.#directory.copy(bytes, start, end);
    this.#directory.varint(documents);
    this.#directory.varint(this.#body.length - this.#written);
    this.#written = this.#body.length;
    this.#terms++;
  }

  /** The bucket, and an empty one in its place. */
  take(): Uint8Array {
    const out = new ByteWriter(this.#directory.length + this.#body.length + 8);
    out.varint(this.#terms);
    out.copy(this.#directory.bytes, 0, this.#directory.length);
    out.copy(this.#body.bytes, 0, this.#body.length);
    this.#directory.clear();
    this.#body.clear();
    this.#terms = 0;
    this.#written = 0;
    return out.view();
  }
}

/** A term's line in a bucket: its UTF-8 and its postings as places in the bucket's bytes. */
export interface BucketEntry {
  termStart: number;
  termEnd: number;
  documents: number;
  start: number;
  end: number;
}

/** Calls back for each term of a bucket, always with the same object. */
export function eachEntry(bucket: Uint8Array, see: (entry: BucketEntry) => void): void {
  const reader = new ByteReader(bucket);
  const terms = reader.varint();
  const directory = reader.at;
  for (let i = 0; i < terms; i++) skipLine(reader);
  const entry: BucketEntry = { termStart: 0, termEnd: 0, documents: 0, start: reader.at, end: reader.at };
  reader.at = directory;
  for (let i = 0; i < terms; i++) {
    const length = reader.varint();
    entry.termStart = reader.at;
    entry.termEnd = reader.at + length;
    reader.at = entry.termEnd;
    entry.documents = reader.varint();
    entry.start = entry.end;
    entry.end += reader.varint();
    see(entry);
  }
}

/** The cursor over an entry's postings. */
export function entryCursor(bucket: Uint8Array, entry: BucketEntry): PostingsCursor {
  return new PostingsCursor({
    bytes: bucket,
    start: entry.start,
    end: entry.end,
    documents: entry.documents,
    positioned: isPositioned(bucket[entry.termStart] ?? 0),
  });
}

/** The postings of one term, or undefined if the bucket does not hold it. */
export function findTerm(bucket: Uint8Array, term: string): PostingsCursor | undefined {
  const wanted = Buffer.from(term, 'utf8');
  const reader = new ByteReader(bucket);
  const terms = reader.varint();
  let line: { readonly before: number; readonly documents: number; readonly bytes: number } | undefined;
  let before = 0;
  for (let i = 0; i < terms; i++) {
    const length = reader.varint();
    const isWanted = line === undefined && length === wanted.length && holds(bucket, reader.at, wanted);
    reader.at += length;
    const documents = reader.varint();
    const bytes = reader.varint();
    if (isWanted) line = { before, documents, bytes };
    before += bytes;
  }
  if (line === undefined) return undefined;
  const start = reader.at + line.before;
  const positioned = isPositioned(term.charCodeAt(0));
  return new PostingsCursor({ bytes: bucket, start, end: start + line.bytes, documents: line.documents, positioned });
}

function skipLine(reader: ByteReader): void {
  const length = reader.varint();
  reader.at += length;
  reader.varint();
  reader.varint();
}

function holds(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
