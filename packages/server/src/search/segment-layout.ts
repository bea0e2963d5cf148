/**
 * What a segment is made of: a head, and one stream of bytes (sealed-stream.ts) that holds, in this order, the postings of its words, the
 * postings of its characters, both dictionaries, and the document tables of its runs.
 *
 *     head  = 4, varint runs, run*, words, east          (each block's place follows from the lengths before it)
 *     run   = varint documents, varint messages, zigzag minAt, varint maxAt − minAt, chunk*, varint bytes of holes
 *     chunk = varint earlier than the chunk before, varint bytes            (one for every 256 documents)
 *     words = varint blocks, (varint length, first term, varint bytes, varint bytes of postings)*
 *     east  = varint blocks, (varint first code less the one before, varint bytes, varint bytes of postings)*
 *
 * A run, of up to 128, is up to 65,536 messages with document numbers of their own, newest first; holes are documents that were erased: a list as in
 * postings.ts. Runs of one segment share its dictionaries: see dictionary.ts.
 */

import type { KeyObject } from 'node:crypto';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { CHUNK_DOCS } from './doc-table.ts';
import { HEAD_PART, openPart, sealPart } from './sealed-part.ts';
import { SearchError } from './search-error.ts';

/** A segment of so many messages is full: it is sealed, and merges with nine others. */
export const FULL_SEGMENT = 65_536;
/** The most messages that come of full ones; five of these merge again. */
export const LARGE_SEGMENT = 655_360;
/** The most messages of any segment: a search looks into few, and erasing a message writes its segment anew. */
export const LARGEST_SEGMENT = 3_276_800;
/** From here on a segment is never merged again. */
export const FINAL_SEGMENT = 2_949_120;
/** The most runs of a segment. */
export const MOST_RUNS = 128;

const VERSION = 5;

/** Bytes of the stream. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export interface DocChunk extends Place {
  /** The message time of its first document. */
  readonly at: number;
}

export interface RunHead {
  /** With holes. */
  readonly documents: number;
  /** Without. */
  readonly messages: number;
  readonly minAt: number;
  readonly maxAt: number;
  readonly chunks: readonly DocChunk[];
  /** Empty if there are none. */
  readonly holes: Place;
}

/** A block of a dictionary and where the postings of its terms are; `first` is its first term, as UTF-8 or as a code. */
export interface DictionaryBlock<First> {
  readonly first: First;
  readonly terms: Place;
  readonly postings: Place;
}

/** What a reader must know before it opens a part. */
export interface SegmentHead {
  readonly runs: readonly RunHead[];
  readonly words: readonly DictionaryBlock<Uint8Array>[];
  readonly east: readonly DictionaryBlock<number>[];
  /** The bytes of the whole stream. */
  readonly length: number;
}

/** The level that SegmentInfo shows. */
export function levelOf(messages: number): number {
  if (messages < FULL_SEGMENT) return 0;
  return messages < FINAL_SEGMENT ? 1 : 2;
}

/** Seals a head under its segment's key. */
export function sealHead(key: KeyObject, segment: number, head: SegmentHead): Uint8Array {
  const out = new ByteWriter(1 << 14);
  out.varint(VERSION);
  out.varint(head.runs.length);
  for (const run of head.runs) writeRun(out, run);
  out.varint(head.words.length);
  for (const { first, postings, terms } of head.words) {
    out.varint(first.length);
    out.copy(first, 0, first.length);
    writeLengths(out, terms, postings);
  }
  out.varint(head.east.length);
  let before = 0;
  for (const { first, postings, terms } of head.east) {
    out.varint(first - before);
    before = first;
    writeLengths(out, terms, postings);
  }
  return sealPart(key, { segment, part: HEAD_PART }, out.view());
}

function writeRun(out: ByteWriter, { chunks, documents, holes, maxAt, messages, minAt }: RunHead): void {
  out.varint(documents);
  out.varint(messages);
  out.zigzag(minAt);
  out.varint(maxAt - minAt);
  let before = maxAt;
  for (const { at, from, to } of chunks) {
    out.varint(before - at);
    out.varint(to - from);
    before = at;
  }
  out.varint(holes.to - holes.from);
}

function writeLengths(out: ByteWriter, terms: Place, postings: Place): void {
  out.varint(terms.to - terms.from);
  out.varint(postings.to - postings.from);
}

/** Opens a head. Throws `index-damaged`, also for a head of another version: the index is filled again then. */
export function openHead(key: KeyObject, segment: number, sealed: Uint8Array): SegmentHead {
  const reader = new ByteReader(openPart(key, { segment, part: HEAD_PART }, sealed));
  if (reader.varint() !== VERSION) throw new SearchError('index-damaged', { segment, part: HEAD_PART });
  const runs = times(reader.varint(), () => readRun(reader));
  const words = times(reader.varint(), () => {
    const length = reader.varint();
    const first = reader.bytes.subarray(reader.at, reader.at + length);
    reader.at += length;
    return { first, terms: reader.varint(), postings: reader.varint() };
  });
  let code = 0;
  const east = times(reader.varint(), () => {
    code += reader.varint();
    return { first: code, terms: reader.varint(), postings: reader.varint() };
  });
  return placed(runs, words, east);
}

/** A place that is still only its length. */
type Unplaced<T> = { readonly [K in keyof T]: T[K] extends Place ? number : T[K] };

type UnplacedRun = Omit<RunHead, 'chunks' | 'holes'> & {
  readonly chunks: readonly { readonly at: number; readonly bytes: number }[];
  readonly holes: number;
};

function readRun(reader: ByteReader): UnplacedRun {
  const documents = reader.varint();
  const messages = reader.varint();
  const minAt = reader.zigzag();
  const maxAt = minAt + reader.varint();
  let at = maxAt;
  const chunks = times(Math.ceil(documents / CHUNK_DOCS), () => {
    at -= reader.varint();
    return { at, bytes: reader.varint() };
  });
  return { documents, messages, minAt, maxAt, chunks, holes: reader.varint() };
}

/** The places that follow from the lengths: postings, dictionaries, tables, one behind the other. */
function placed(
  runs: readonly UnplacedRun[],
  words: readonly Unplaced<DictionaryBlock<Uint8Array>>[],
  east: readonly Unplaced<DictionaryBlock<number>>[],
): SegmentHead {
  let at = 0;
  const next = (bytes: number): Place => {
    at += bytes;
    return { from: at - bytes, to: at };
  };
  const wordPostings = words.map(({ postings }) => next(postings));
  const eastPostings = east.map(({ postings }) => next(postings));
  const wordTerms = words.map(({ terms }) => next(terms));
  const eastTerms = east.map(({ terms }) => next(terms));
  return {
    words: words.map(({ first }, n) => blockAt(first, wordTerms[n], wordPostings[n])),
    east: east.map(({ first }, n) => blockAt(first, eastTerms[n], eastPostings[n])),
    runs: runs.map((run) => ({
      ...run,
      chunks: run.chunks.map(({ at: first, bytes }) => ({ at: first, ...next(bytes) })),
      holes: next(run.holes),
    })),
    length: at,
  };
}

const NOWHERE: Place = { from: 0, to: 0 };

function blockAt<First>(first: First, terms = NOWHERE, postings = NOWHERE): DictionaryBlock<First> {
  return { first, terms, postings };
}

function times<T>(count: number, read: () => T): T[] {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(read());
  return all;
}
