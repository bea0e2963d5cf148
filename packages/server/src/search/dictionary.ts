/**
 * The terms of a segment in their order, and how long the postings of each are; those stand in the same order. Words are sorted by
 * their UTF-8, so that all words with one prefix and their postings lie together; characters and pairs (see `eastCode`) by code.
 * Both in blocks of about 4 KB, of which the head knows the first terms.
 *
 *     word  = shared · 16 + length of the rest, [varint shared − 15,] [varint length − 15,] UTF-8 of the rest, varint bytes of postings
 *     east  = varint code less the one before (in a block's first: 0), varint bytes of postings
 *
 * Where a segment has one run, a term's postings are its list (postings.ts). Where it has several, a directory stands before the
 * lists of the runs that have the term:
 *
 *     directory = (skipped · 16 + length of the list, [varint skipped − 15,] [varint length − 15])*
 *
 * What is skipped are runs without a list behind the one before. It ends where its bytes and the lists' together are the bytes of the postings.
 */

import { ByteReader, ByteWriter } from './byte-writer.ts';
import { MOST_RUNS } from './segment-layout.ts';

/** Bytes after which a block ends. */
export const BLOCK_BYTES = 4096;

const MORE = 15;

/** Writes the words of one block after another. */
export class WordWriter {
  readonly out: ByteWriter = new ByteWriter(1 << 16);
  readonly #before = new ByteWriter(256);
  #isFirst = true;

  /** The next term starts a block. */
  startBlock(): void {
    this.#isFirst = true;
  }

  /** Terms as another block spells them; the last of them shares so much with the next. */
  copy(bytes: Uint8Array, start: number, end: number, sharedWithNext: Uint8Array): void {
    this.out.copy(bytes, start, end);
    this.#before.length = 0;
    this.#before.copy(sharedWithNext, 0, sharedWithNext.length);
    this.#isFirst = false;
  }

  /** The next term, greater than the one before, as UTF-8 in [start, end). */
  add(bytes: Uint8Array, start: number, end: number, postings: number): void {
    const shared = this.#isFirst ? 0 : this.#shared(bytes, start, end);
    const rest = end - start - shared;
    const { out } = this;
    out.reserve(16);
    out.bytes[out.length++] = Math.min(shared, MORE) * 16 + Math.min(rest, MORE);
    if (shared >= MORE) out.varint(shared - MORE);
    if (rest >= MORE) out.varint(rest - MORE);
    out.copy(bytes, start + shared, end);
    out.varint(postings);
    this.#before.length = shared;
    this.#before.copy(bytes, start + shared, end);
    this.#isFirst = false;
  }

  #shared(bytes: Uint8Array, start: number, end: number): number {
    const before = this.#before;
    const most = Math.min(before.length, end - start);
    let shared = 0;
    while (shared < most && before.bytes[shared] === bytes[start + shared]) shared++;
    return shared;
  }
}

/** Walks the words of a block, or of blocks one after another. */
export class WordReader {
  /** The term it stands at, as UTF-8 in `length` bytes. */
  readonly term: ByteWriter = new ByteWriter(256);
  /** The bytes of its postings, and how many bytes they stand behind those of the block's first term. */
  postings = 0;
  postingsAt = 0;
  /** How much of the term before is also this one's. */
  shared = 0;
  readonly #reader: ByteReader;
  readonly #end: number;

  constructor(bytes: Uint8Array, from = 0, to: number = bytes.length) {
    this.#reader = new ByteReader(bytes, from);
    this.#end = to;
  }

  /** Where the term's spelling ends in the bytes that are read. */
  get end(): number {
    return this.#reader.at;
  }

  /** Moves to the next term; false after the last. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.at >= this.#end) return false;
    this.postingsAt += this.postings;
    const head = reader.bytes[reader.at++] ?? 0;
    const shared = wholeOf(head >>> 4, reader);
    const rest = wholeOf(head & 15, reader);
    this.shared = shared;
    this.term.length = shared;
    this.term.copy(reader.bytes, reader.at, reader.at + rest);
    reader.at += rest;
    this.postings = reader.varint();
    return true;
  }

  startsWith(prefix: Uint8Array): boolean {
    if (this.term.length < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (this.term.bytes[i] !== prefix[i]) return false;
    return true;
  }
}

/** A number of which a head has the first four bits. */
function wholeOf(bits: number, reader: ByteReader): number {
  return bits < MORE ? bits : reader.varint() + MORE;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the postings of a term stand behind those of its block's first. */
export interface FoundTerm {
  readonly postingsAt: number;
  readonly postings: number;
}

/**
 * Looks a word up in a block, and takes no term out on the way: a term that shares more with the one before than that does with the
 * wanted one stands before the wanted one, as that did; one that shares less stands behind it.
 */
export function findWord(block: Uint8Array, wanted: Uint8Array): FoundTerm | undefined {
  const reader = new ByteReader(block);
  let postingsAt = 0;
  /** Bytes that the wanted word has in common with the term. */
  let same = 0;
  while (reader.at < block.length) {
    const head = block[reader.at++] ?? 0;
    const shared = wholeOf(head >>> 4, reader);
    const rest = wholeOf(head & 15, reader);
    const from = reader.at;
    reader.at += rest;
    const postings = reader.varint();
    if (shared < same) return undefined;
    if (shared === same) {
      const more = sharedBytes(block, { from, to: from + rest }, wanted.subarray(same));
      same += more;
      const isWhole = same === wanted.length;
      if (isWhole && more === rest) return { postingsAt, postings };
      if (isWhole || (more < rest && (block[from + more] ?? 0) > (wanted[same] ?? 0))) return undefined;
    }
    postingsAt += postings;
  }
  return undefined;
}

/** How many bytes from the start of a range are also the first of others. */
function sharedBytes(bytes: Uint8Array, { from, to }: Place, others: Uint8Array): number {
  const most = Math.min(to - from, others.length);
  let shared = 0;
  while (shared < most && bytes[from + shared] === others[shared]) shared++;
  return shared;
}

/** Writes the codes of one block after another. */
export class EastWriter {
  readonly out: ByteWriter = new ByteWriter(1 << 16);
  #before = -1;

  startBlock(): void {
    this.#before = -1;
  }

  /** Codes as another block spells them, and the last of them. */
  copy(bytes: Uint8Array, start: number, end: number, last: number): void {
    this.out.copy(bytes, start, end);
    this.#before = last;
  }

  /** The next code, greater than the one before. */
  add(code: number, postings: number): void {
    this.out.varint(this.#before < 0 ? 0 : code - this.#before);
    this.out.varint(postings);
    this.#before = code;
  }
}

/** Walks the codes of a block. */
export class EastReader {
  code: number;
  /** The code before it. */
  before = -1;
  postings = 0;
  postingsAt = 0;
  readonly #reader: ByteReader;
  readonly #end: number;

  constructor(first: number, bytes: Uint8Array, from = 0, to: number = bytes.length) {
    this.code = first;
    this.#reader = new ByteReader(bytes, from);
    this.#end = to;
  }

  /** Where the code's spelling ends in the bytes that are read. */
  get end(): number {
    return this.#reader.at;
  }

  /** Moves to the next code; false after the last. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.at >= this.#end) return false;
    this.postingsAt += this.postings;
    this.before = this.code;
    this.code += reader.varint();
    this.postings = reader.varint();
    return true;
  }
}

/** Looks a code up in a block. */
export function findEast(block: Uint8Array, first: number, wanted: number): FoundTerm | undefined {
  const reader = new ByteReader(block);
  let code = first;
  let postingsAt = 0;
  while (reader.at < block.length) {
    code += reader.varint();
    if (code > wanted) return undefined;
    const postings = reader.varint();
    if (code === wanted) return { postingsAt, postings };
    postingsAt += postings;
  }
  return undefined;
}

/** Before, equal (0) or after, by bytes and then by length. */
export function compareBytes(one: Uint8Array, oneLength: number, other: Uint8Array, otherLength: number): number {
  const both = Math.min(oneLength, otherLength);
  for (let i = 0; i < both; i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return oneLength - otherLength;
}

/** Adds a list to a directory, behind so many runs without one. */
export function writeRunList(directory: ByteWriter, skipped: number, length: number): void {
  directory.reserve(1);
  directory.bytes[directory.length++] = Math.min(skipped, MORE) * 16 + Math.min(length, MORE);
  if (skipped >= MORE) directory.varint(skipped - MORE);
  if (length >= MORE) directory.varint(length - MORE);
}

/** A directory has no more bytes for each run. */
export const RUN_LIST_BYTES = 6;

/** The lists of a directory; reused for one after another. */
export class RunLists {
  count = 0;
  /** The run of each of `count` lists, ascending. */
  readonly runs: Uint8Array = new Uint8Array(MOST_RUNS);
  /** Where each list ends; the first starts at `start`, each other where the one before ends. */
  readonly ends: Uint32Array = new Uint32Array(MOST_RUNS);
  start = 0;
  readonly #reader = new ByteReader(NOTHING);

  /** Reads the directory that stands at a place; `total` is the bytes of the term's postings. */
  read(bytes: Uint8Array, start: number, total: number): void {
    const reader = this.#reader;
    reader.bytes = bytes;
    reader.at = start;
    const { ends, runs } = this;
    let count = 0;
    let lists = 0;
    let run = -1;
    while (reader.at - start + lists < total && count < MOST_RUNS) {
      const head = bytes[reader.at++] ?? 0;
      run += 1 + wholeOf(head >>> 4, reader);
      const length = wholeOf(head & 15, reader);
      if (length === 0) break;
      lists += length;
      runs[count] = run;
      ends[count++] = lists;
    }
    this.start = reader.at;
    this.count = count;
    for (let i = 0; i < count; i++) ends[i] = (ends[i] ?? 0) + reader.at;
  }
}

/** Calls back for each list of a directory that starts at a place; `total` is the bytes of the term's postings. */
export function eachRunList(
  bytes: Uint8Array,
  start: number,
  total: number,
  see: (run: number, from: number, to: number) => void,
): void {
  const lists = oneAfterAnother;
  lists.read(bytes, start, total);
  let from = lists.start - start;
  for (let n = 0; n < lists.count; n++) {
    const to = (lists.ends[n] ?? 0) - start;
    see(lists.runs[n] ?? 0, from, to);
    from = to;
  }
}

const NOTHING = new Uint8Array(0);
const oneAfterAnother = new RunLists();
