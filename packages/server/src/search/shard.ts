/** What a query walks: the newest messages in memory, or a run of a sealed segment. Both answer alike. */

import type { Cursor } from './cursor.ts';

/** A message that matches: its record's number and its time. */
export interface Hit {
  readonly seq: number;
  readonly at: number;
}

/** A term, and a number that grows with how often it stands somewhere. */
export interface ListedTerm {
  readonly term: string;
  readonly weight: number;
}

/** The words of one shard or more. */
export interface Dictionary {
  /** Words and numbers with a prefix, in any order, in pieces. '' gives all. */
  listed(prefix: string): AsyncIterable<readonly ListedTerm[]>;
}

export interface Shard {
  readonly documents: number;
  readonly minAt: number;
  readonly maxAt: number;
  /** Shards of one segment share it. */
  readonly dictionary: Dictionary;
  /** Where a term stands; undefined if nowhere. */
  cursor(term: string): Promise<Cursor | undefined>;
  /** Where the words with a prefix stand. */
  starting(prefix: string): Promise<readonly Cursor[]>;
  /** Every message. */
  all(): Promise<Cursor>;
  /** The first document whose message is earlier than a time; `documents` if none is. */
  firstEarlier(bound: number): Promise<number>;
  /** A time that no message from this document on is later than, told without opening anything. */
  latest(doc: number): number;
  /** The messages of ascending documents. */
  hits(docs: readonly number[]): Promise<Hit[]>;
}

/** Newest first; of two in the same second, the later record first. */
export function newerFirst(one: Hit, other: Hit): number {
  return other.at - one.at || other.seq - one.seq;
}
