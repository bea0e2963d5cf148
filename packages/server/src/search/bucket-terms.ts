/** The terms of one bucket in several segments, each with its lists: what merging and erasing walk. */

import { randomInt } from 'node:crypto';
import { type BucketEntry, eachEntry } from './bucket.ts';
import { Vocabulary } from './vocabulary.ts';

/** A term's place in one source, and which of the same term's places comes before it. */
interface PlacedEntry extends BucketEntry {
  readonly source: number;
  readonly before: PlacedEntry | undefined;
}

/** Reused for one bucket after another. */
export class BucketTerms {
  readonly #terms = new Vocabulary(randomInt(2 ** 32));
  readonly #entries: PlacedEntry[] = [];
  #units = new Uint16Array(256);

  /** How many different terms there are; they are numbered from 0. */
  get size(): number {
    return this.#terms.size;
  }

  /** Forgets them all. */
  clear(): void {
    this.#terms.clear();
    this.#entries.length = 0;
  }

  /** Takes the open bucket of a source. */
  add(bucket: Uint8Array, source: number): void {
    eachEntry(bucket, (entry) => {
      const { termStart, termEnd, documents, start, end } = entry;
      const length = termEnd - termStart;
      if (length > this.#units.length) this.#units = new Uint16Array(length * 2);
      for (let i = 0; i < length; i++) this.#units[i] = bucket[termStart + i] ?? 0;
      const term = this.#terms.intern(this.#units, length);
      const before = this.#entries[term];
      this.#entries[term] = { bytes: bucket, termStart, termEnd, documents, start, end, source, before };
      return false;
    });
  }

  /** A place where the term stands. */
  entry(term: number): BucketEntry {
    const entry = this.#entries[term];
    if (entry === undefined) throw new RangeError('no such term');
    return entry;
  }

  /** Calls back for each of the term's lists. */
  eachList(term: number, see: (list: BucketEntry, source: number) => void): void {
    for (let entry = this.#entries[term]; entry !== undefined; entry = entry.before) see(entry, entry.source);
  }
}
