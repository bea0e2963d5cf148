/**
 * What search needs of the world: messages to index, a place for sealed segments, and keys that can be destroyed. The server
 * implements the last two over its databases; memory-segments.ts holds both in memory.
 */

/** A message as search sees it. */
export interface IndexedMessage {
  /** Its record's number in the ledger. */
  readonly seq: number;
  /** Message time in whole seconds: local wall time as if it were UTC. */
  readonly at: number;
  readonly chat: number;
  /** Person id; 0 for none. */
  readonly author: number;
  /** Everything with words in it (content, caption, file name, a poll's question …), joined by line ends. */
  readonly text: string;
  /** What it carries: see HAS_WORDS. */
  readonly has: readonly string[];
}

/** Messages as columns, their seqs ascending: what the index is built from. Plain numbers, so that it can be posted to another thread as it is. */
export interface MessageBatch {
  readonly seqs: Float64Array;
  readonly ats: Float64Array;
  readonly chats: Float64Array;
  readonly authors: Float64Array;
  /** Bit n: the nth of HAS_WORDS. */
  readonly has: Uint16Array;
  /** The code units of all texts, in any order, and where the text of each message begins and ends in them. */
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** What stands in the open about a segment: sizes, times and counts. */
export interface SegmentInfo {
  /** The number of its key, and its own. */
  readonly id: number;
  /** The seqs it covers, erased ones included. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly minAt: number;
  readonly maxAt: number;
  readonly messages: number;
  /** 0 below 65,536 messages, 1 from there, 2 from 2,949,120 (never merged again). */
  readonly level: number;
}

export interface SealedPart {
  readonly part: number;
  readonly bytes: Uint8Array;
}

/** A segment ready to be stored. */
export interface SealedSegment {
  readonly info: SegmentInfo;
  readonly head: Uint8Array;
  /** But for those that the store was given before. */
  readonly parts: readonly SealedPart[];
}

export interface SegmentStore {
  /** All segments, in any order. */
  list(): Promise<readonly SegmentInfo[]>;
  /** A segment's sealed head; undefined if there is no such segment. */
  head(id: number): Promise<Uint8Array | undefined>;
  /** One sealed part; undefined if there is no such segment or part. */
  blob(id: number, part: number): Promise<Uint8Array | undefined>;
  /**
   * Takes parts of a segment that is still being written: they stand for nothing until `replace` adds the segment. Those of a segment that
   * is never added are gone after the next `replace`.
   */
  stage(segment: number, parts: readonly SealedPart[]): Promise<void>;
  /** Takes segments away and puts others in their place, in one transaction. */
  replace(change: { readonly remove: readonly number[]; readonly add: readonly SealedSegment[] }): Promise<void>;
}

/** A segment's key: 32 bytes under a number that is never given twice. */
export interface SegmentKey {
  readonly id: number;
  readonly key: Uint8Array;
}

export interface SegmentKeys {
  mint(): Promise<SegmentKey>;
  /** Throws if there is no such key, or it was destroyed. */
  open(id: number): Promise<Uint8Array>;
  /** For good: no backup brings them back. Keys that are gone already are no error. */
  destroy(ids: readonly number[]): Promise<void>;
  /** All live keys of segments, so that a crash leaves none behind. */
  list(): Promise<readonly number[]>;
}
