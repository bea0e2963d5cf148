/**
 * Segments into one, less some messages: merging and erasing are the same work. Bucket by bucket, so that memory holds one open
 * bucket of each source and the document numbers, whatever the size. It asks for no word of what it leaves out: messages go by
 * number, and a term with no message left goes with them.
 */

import { BUCKETS, type BucketEntry, BucketWriter, eachEntry, entryCursor } from './bucket.ts';
import { utf8Of } from './byte-writer.ts';
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
  const bucket = new BucketWriter();
  const merger = new PostingsMerger();
  for (let number = 0; number < BUCKETS; number++) {
    const buckets: Uint8Array[] = [];
    for (const source of sources) buckets.push(await source.part(number));
    for (const [term, lines] of termsOf(buckets)) {
      merger.clear();
      for (const { source, entry } of lines) {
        const bytes = buckets[source];
        const map = maps[source];
        if (bytes !== undefined && map !== undefined) merger.add(entryCursor(bytes, entry), bytes, map);
      }
      if (merger.documents === 0) continue;
      writeTerm(term, { merger, bucket, segment });
    }
    segment.bucket(number, bucket.take());
  }
  const firstSeq = Math.min(...sources.map(({ info }) => info.firstSeq));
  const lastSeq = Math.max(...sources.map(({ info }) => info.lastSeq));
  return segment.finish(docs, { firstSeq, lastSeq });
}

interface Writers {
  readonly merger: PostingsMerger;
  readonly bucket: BucketWriter;
  readonly segment: SegmentWriter;
}

function writeTerm(latin1: string, { merger, bucket, segment }: Writers): void {
  const bytes = Buffer.from(latin1, 'latin1');
  merger.write(bucket.postings, isPositioned(bytes[0] ?? 0));
  bucket.endTermBytes(bytes, 0, bytes.length, merger.documents);
  const term = utf8Of(bytes, 0, bytes.length);
  if (isListed(Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i)))) {
    segment.list(term, merger.documents);
  }
}

interface Line {
  readonly source: number;
  readonly entry: BucketEntry;
}

/** The terms of some buckets, as UTF-8 read as Latin-1, with where each stands. */
function termsOf(buckets: readonly Uint8Array[]): Map<string, Line[]> {
  const terms = new Map<string, Line[]>();
  buckets.forEach((bytes, source) => {
    const bucket = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    eachEntry(bytes, (entry) => {
      const term = bucket.toString('latin1', entry.termStart, entry.termEnd);
      const line = { source, entry: { ...entry } };
      const lines = terms.get(term);
      if (lines === undefined) terms.set(term, [line]);
      else lines.push(line);
    });
  });
  return terms;
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
