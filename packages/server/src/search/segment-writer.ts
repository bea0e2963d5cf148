/**
 * Builds sealed segments: buckets one after another, the term list and the document table behind them. It is the same for a new
 * segment and for the rewriting of old ones, and holds one open bucket at a time.
 */

import { createSecretKey, type KeyObject } from 'node:crypto';
import { BUCKETS, BucketSorter, BucketWriter } from './bucket.ts';
import { CHUNK_DOCS, type DocColumns, writeDocChunk } from './doc-table.ts';
import type { PostingsWriter } from './postings.ts';
import { sealPart } from './sealed-part.ts';
import { docPart, levelOf, sealHead, termPart } from './segment-layout.ts';
import type { SealedPart, SealedSegment, SegmentKey } from './segment-store.ts';
import type { SortedTokens, Tail } from './tail.ts';
import { TermListWriter } from './term-list.ts';
import { isListed, isPositioned } from './terms.ts';

/** The seqs that a segment covers. */
export interface Coverage {
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export class SegmentWriter {
  readonly #id: number;
  readonly #key: KeyObject;
  readonly #bucketKey: Uint8Array;
  readonly #parts: SealedPart[] = [];
  /** The terms of the term list, to be added before `finish`. */
  readonly list: TermListWriter = new TermListWriter();

  constructor(key: SegmentKey, bucketKey: Uint8Array) {
    this.#id = key.id;
    this.#key = createSecretKey(key.key);
    this.#bucketKey = bucketKey;
  }

  /** Seals a bucket. */
  bucket(number: number, plain: Uint8Array): void {
    this.#seal(number, plain);
  }

  /** Seals the rest. `docs` holds at least one document. */
  finish(docs: DocColumns, coverage: Coverage): SealedSegment {
    const messages = docs.at.length;
    const { firsts, chunks } = this.list.write();
    chunks.forEach((chunk, n) => {
      this.#seal(termPart(n), chunk);
    });
    const chunkAt: number[] = [];
    for (let from = 0; from < messages; from += CHUNK_DOCS) {
      this.#seal(docPart(chunkAt.length), writeDocChunk(docs, from, Math.min(messages, from + CHUNK_DOCS)));
      chunkAt.push(docs.at[from] ?? 0);
    }
    const id = this.#id;
    const head = sealHead(this.#key, id, { bucketKey: this.#bucketKey, documents: messages, firsts, chunkAt });
    const times = { minAt: docs.at[messages - 1] ?? 0, maxAt: docs.at[0] ?? 0 };
    return { info: { id, ...coverage, ...times, messages, level: levelOf(messages) }, head, parts: this.#parts };
  }

  #seal(part: number, plain: Uint8Array): void {
    this.#parts.push({ part, bytes: sealPart(this.#key, { segment: this.#id, part }, plain) });
  }
}

/** The segment of a tail that has messages. */
export function sealTail(tail: Tail, key: SegmentKey, bucketKey: Uint8Array): SealedSegment {
  const segment = new SegmentWriter(key, bucketKey);
  const { terms, ends } = termsByBucket(tail, bucketKey);
  const tokens = tail.sorted();
  const bucket = new BucketWriter();
  const { vocabulary } = tail;
  for (let number = 0, i = 0; number < BUCKETS; number++) {
    for (; i < (ends[number] ?? 0); i++) {
      const term = terms[i] ?? 0;
      const start = vocabulary.startOf(term);
      const first = vocabulary.pool[start] ?? 0;
      const documents = tail.documentsWith(term);
      writePostings(bucket.postings, { tokens, term, documents, positioned: isPositioned(first) });
      bucket.term.utf8(vocabulary.pool, start, vocabulary.endOf(term));
      const listed = isListed(first, vocabulary.pool[start + 1] ?? 0, bucket.term.length);
      if (listed) segment.list.add(vocabulary.pool, start, vocabulary.endOf(term), documents);
      bucket.endTerm(documents);
    }
    segment.bucket(number, bucket.take());
  }
  return segment.finish(tail.columns(), { firstSeq: tail.firstSeq, lastSeq: tail.lastSeq });
}

interface TermTokens {
  readonly tokens: SortedTokens;
  readonly term: number;
  readonly documents: number;
  readonly positioned: boolean;
}

function writePostings(into: PostingsWriter, { tokens, term, documents, positioned }: TermTokens): void {
  const { docs, positions, ends } = tokens;
  const end = ends[term] ?? 0;
  into.begin(documents);
  for (let from = term === 0 ? 0 : (ends[term - 1] ?? 0), to = 0; from < end; from = to) {
    const doc = docs[from] ?? 0;
    to = from + 1;
    while (to < end && docs[to] === doc) to++;
    if (!positioned) into.document(doc);
    else if (to === from + 1) into.once(doc, positions[from] ?? 0);
    else {
      into.many(doc, to - from);
      for (let token = from; token < to; token++) into.position(positions[token] ?? 0);
    }
  }
  into.end();
}

/** All terms sorted by bucket, and where each bucket's end. */
function termsByBucket(tail: Tail, bucketKey: Uint8Array): { readonly terms: Uint32Array; readonly ends: Uint32Array } {
  const sorter = new BucketSorter(bucketKey);
  const { vocabulary } = tail;
  for (let term = 0; term < tail.terms; term++) {
    sorter.add(vocabulary.pool, vocabulary.startOf(term), vocabulary.endOf(term));
  }
  const buckets = sorter.buckets();
  const ends = new Uint32Array(BUCKETS);
  for (const bucket of buckets) ends[bucket] = (ends[bucket] ?? 0) + 1;
  for (let i = 1; i < BUCKETS; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const terms = new Uint32Array(tail.terms);
  const next = ends.slice();
  for (let term = tail.terms - 1; term >= 0; term--) {
    const bucket = buckets[term] ?? 0;
    const place = (next[bucket] ?? 0) - 1;
    next[bucket] = place;
    terms[place] = term;
  }
  return { terms, ends };
}
