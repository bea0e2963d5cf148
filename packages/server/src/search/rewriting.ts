/**
 * Segments into one, less some messages: merging and erasing are the same work. Bucket by bucket, so that memory holds one open
 * bucket of each source and the document numbers, whatever the size. It asks for no word of what it leaves out: messages go by
 * number, and a term with no message left goes with them.
 */

import { BUCKETS, BucketWriter } from './bucket.ts';
import { BucketTerms } from './bucket-terms.ts';
import { codePointAt } from './byte-writer.ts';
import type { DocColumns } from './doc-table.ts';
import { PostingsMerger } from './postings-merger.ts';
import type { Segment } from './segment.ts';
import type { SealedSegment, SegmentKey } from './segment-store.ts';
import { SegmentWriter } from './segment-writer.ts';
import { isListed, isPositioned } from './terms.ts';

export interface Rewriting {
  readonly sources: readonly Segment[];
  /** Seqs of the messages to leave out. */
  readonly without: ReadonlySet<number>;
  readonly key: SegmentKey;
}

/** The segment under a new key; undefined if no message is left. */
export async function rewriteSegments({ sources, without, key }: Rewriting): Promise<SealedSegment | undefined> {
  const first = sources[0];
  if (first === undefined) return undefined;
  const tables: DocColumns[] = [];
  for (const source of sources) tables.push(await source.columns());
  const { docs, maps } = renumber(tables, without);
  if (docs.at.length === 0) return undefined;
  const segment = new SegmentWriter(key, first.head.bucketKey);
  const writers = { segment, bucket: new BucketWriter(), merger: new PostingsMerger(), terms: new BucketTerms() };
  for (let number = 0; number < BUCKETS; number++) {
    for (const [source, segment] of sources.entries()) writers.terms.add(await segment.part(number), source);
    writeBucket(writers, maps);
    segment.bucket(number, writers.bucket.take());
    writers.terms.clear();
  }
  const firstSeq = Math.min(...sources.map(({ info }) => info.firstSeq));
  const lastSeq = Math.max(...sources.map(({ info }) => info.lastSeq));
  return segment.finish(docs, { firstSeq, lastSeq });
}

interface Writers {
  readonly terms: BucketTerms;
  readonly merger: PostingsMerger;
  readonly bucket: BucketWriter;
  readonly segment: SegmentWriter;
}

function writeBucket({ terms, merger, bucket, segment }: Writers, maps: readonly Int32Array[]): void {
  for (let term = 0; term < terms.size; term++) {
    const { bytes, termStart, termEnd } = terms.entry(term);
    const positioned = isPositioned(bytes[termStart] ?? 0);
    merger.clear();
    terms.eachList(term, (list, source) => {
      const map = maps[source];
      if (map !== undefined) merger.add(list, positioned, map);
    });
    if (merger.documents === 0) continue;
    merger.write(bucket.postings, positioned);
    bucket.term.copy(bytes, termStart, termEnd);
    const first = codePointAt(bytes, termStart);
    if (isListed(first, bytes[termStart + 1] ?? 0, termEnd - termStart)) {
      segment.list.addUtf8(bytes, termStart, termEnd, merger.documents);
    }
    bucket.endTerm(merger.documents);
  }
}

/** All remaining documents, newest first, and for each source the new number of each of its documents (−1: left out). */
function renumber(
  tables: readonly DocColumns[],
  without: ReadonlySet<number>,
): { readonly docs: DocColumns; readonly maps: readonly Int32Array[] } {
  const maps = tables.map(({ seq }) => Int32Array.from(seq, (value) => (without.has(value) ? -1 : 0)));
  let left = 0;
  for (const map of maps) for (const kept of map) left += kept + 1;
  const docs = { at: new Float64Array(left), seq: new Float64Array(left) };
  const next = tables.map(() => 0);
  for (let doc = 0; doc < left; doc++) {
    const source = newestOf(tables, maps, next);
    const from = next[source] ?? 0;
    docs.at[doc] = tables[source]?.at[from] ?? 0;
    docs.seq[doc] = tables[source]?.seq[from] ?? 0;
    const map = maps[source];
    if (map !== undefined) map[from] = doc;
    next[source] = from + 1;
  }
  return { docs, maps };
}

/** The table whose next remaining document is the newest; moves each table to that document. */
function newestOf(tables: readonly DocColumns[], maps: readonly Int32Array[], next: number[]): number {
  let newest = -1;
  let at = 0;
  let seq = 0;
  for (let source = 0; source < tables.length; source++) {
    const map = maps[source];
    const table = tables[source];
    let doc = next[source] ?? 0;
    while (map?.[doc] === -1) doc++;
    next[source] = doc;
    if (table === undefined || doc >= table.at.length) continue;
    const docAt = table.at[doc] ?? 0;
    const docSeq = table.seq[doc] ?? 0;
    if (newest >= 0 && (docAt < at || (docAt === at && docSeq < seq))) continue;
    newest = source;
    at = docAt;
    seq = docSeq;
  }
  return newest;
}
