/**
 * Which part of a segment is what, and its head: the one part that names the others.
 *
 *     parts 0 … 255            buckets
 *     parts 2^16 + n           chunks of the term list
 *     parts 2^24 + n           chunks of the document table
 *     head (a blob apart)      JSON: version, bucketKey, documents, firsts (of term chunks), chunkAt (of document chunks)
 */

import type { CipherKey } from 'node:crypto';
import { HEAD_PART, openPart, sealPart } from './sealed-part.ts';
import { SearchError } from './search-error.ts';

/** A segment of so many messages is full: it is sealed, and merges with nine others. */
export const FULL_SEGMENT = 65_536;
/** The most messages of a merged segment. */
export const LARGEST_SEGMENT = 655_360;
/** From here on a segment is never merged again. */
export const FINAL_SEGMENT = 589_824;

const VERSION = 1;

/** What a reader must know before it opens a part. */
export interface SegmentHead {
  readonly bucketKey: Uint8Array;
  readonly documents: number;
  /** The first term of each chunk of the term list. */
  readonly firsts: readonly string[];
  /** The message time of the first document of each chunk of the table. */
  readonly chunkAt: readonly number[];
}

/** The part of a chunk of the term list. */
export function termPart(chunk: number): number {
  return 2 ** 16 + chunk;
}

/** The part of a chunk of the document table. */
export function docPart(chunk: number): number {
  return 2 ** 24 + chunk;
}

/** The level that SegmentInfo shows. */
export function levelOf(messages: number): number {
  if (messages < FULL_SEGMENT) return 0;
  return messages < FINAL_SEGMENT ? 1 : 2;
}

/** Seals a head under its segment's key. */
export function sealHead(key: CipherKey, segment: number, head: SegmentHead): Uint8Array {
  const { documents, firsts, chunkAt } = head;
  const bucketKey = Buffer.from(head.bucketKey).toString('base64');
  const plain = Buffer.from(JSON.stringify({ version: VERSION, bucketKey, documents, firsts, chunkAt }), 'utf8');
  return sealPart(key, { segment, part: HEAD_PART }, plain);
}

/** Opens a head. Throws `index-damaged`. */
export function openHead(key: CipherKey, segment: number, sealed: Uint8Array): SegmentHead {
  const plain = openPart(key, { segment, part: HEAD_PART }, sealed);
  const head: Readonly<Record<string, unknown>> = JSON.parse(new TextDecoder().decode(plain));
  const { version, bucketKey, documents, firsts, chunkAt } = head;
  const isWhole =
    version === VERSION &&
    typeof bucketKey === 'string' &&
    typeof documents === 'number' &&
    isArrayOf(firsts, isString) &&
    isArrayOf(chunkAt, isNumber);
  if (!isWhole) throw new SearchError('index-damaged', { segment, part: HEAD_PART });
  return { bucketKey: Buffer.from(bucketKey, 'base64'), documents, firsts, chunkAt };
}

function isArrayOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
