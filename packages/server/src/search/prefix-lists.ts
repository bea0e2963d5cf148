/** The postings of words with one prefix in a segment, in memory: for each run which lists there are, in columns and not as objects. */

import { eachRunList } from './dictionary.ts';
import type { PostingsPlace } from './postings.ts';
import type { TermLists } from './term-lists.ts';

/** Some lists of one run. */
export interface SomeLists {
  readonly count: number;
  /** Of all lists together. */
  readonly bytes: number;
  /** Where the nth list stands. */
  at(n: number): PostingsPlace;
  /** How long it is. */
  lengthOf(n: number): number;
}

/** All words with one prefix. */
export interface StartingLists {
  readonly short: PrefixLists;
  /** Not in memory: who wants the newest reads little of them. */
  readonly long: readonly TermLists[];
}

export class PrefixLists {
  readonly #runs: readonly RunColumns[];

  /** Of the postings of words in a segment of so many runs. */
  constructor(runs: number, words: readonly (PostingsPlace & { readonly length: number })[]) {
    this.#runs = Array.from({ length: runs }, () => new RunColumns(words));
    for (const [word, { bytes, length, start }] of words.entries()) {
      if (runs === 1) this.#runs[0]?.add(word, start, length);
      else eachRunList(bytes, start, length, (run, from, to) => this.#runs[run]?.add(word, start + from, to - from));
    }
  }

  ofRun(run: number): SomeLists {
    return this.#runs[run] ?? new RunColumns([]);
  }
}

class RunColumns implements SomeLists {
  count = 0;
  bytes = 0;
  readonly #words: readonly PostingsPlace[];
  readonly #word: number[] = [];
  readonly #start: number[] = [];
  readonly #length: number[] = [];

  constructor(words: readonly PostingsPlace[]) {
    this.#words = words;
  }

  add(word: number, start: number, length: number): void {
    this.#word.push(word);
    this.#start.push(start);
    this.#length.push(length);
    this.count++;
    this.bytes += length;
  }

  at(n: number): PostingsPlace {
    const bytes = this.#words[this.#word[n] ?? 0]?.bytes ?? NOTHING;
    return { bytes, start: this.#start[n] ?? 0 };
  }

  lengthOf(n: number): number {
    return this.#length[n] ?? 0;
  }
}

const NOTHING = new Uint8Array(0);
