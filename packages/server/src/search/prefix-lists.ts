/** The postings of words with one prefix in a segment, in memory: for each run which lists there are, in columns and not as objects. */

import { RunLists } from './dictionary.ts';
import type { PostingsPlace } from './postings.ts';
import type { TermLists } from './term-lists.ts';

/** Some lists of one run, each with a number: from the last one to the one before, and so on. */
export interface SomeLists {
  readonly count: number;
  /** Of all lists together. */
  readonly bytes: number;
  /** −1 if there is none. */
  readonly last: number;
  before(list: number): number;
  /** Where a list stands: in which bytes, and where in them. */
  bytesOf(list: number): Uint8Array;
  startOf(list: number): number;
}

/** All words with one prefix. */
export interface StartingLists {
  readonly short: PrefixLists;
  /** Not in memory: who wants the newest reads little of them. */
  readonly long: readonly TermLists[];
}

type Word = PostingsPlace & { readonly length: number };

export class PrefixLists {
  readonly #words: readonly Word[];
  /** By list: its word, where it starts, and the list of the same run before it. */
  #word: Uint32Array;
  #start: Uint32Array;
  #before: Int32Array;
  #count = 0;
  /** By run. */
  readonly #last: Int32Array;
  readonly #counts: Uint32Array;
  readonly #bytes: Float64Array;

  /** Of the postings of words in a segment of so many runs. */
  constructor(runs: number, words: readonly Word[]) {
    this.#words = words;
    this.#word = new Uint32Array(words.length);
    this.#start = new Uint32Array(words.length);
    this.#before = new Int32Array(words.length);
    this.#last = new Int32Array(runs).fill(-1);
    this.#counts = new Uint32Array(runs);
    this.#bytes = new Float64Array(runs);
    const lists = new RunLists();
    for (let word = 0; word < words.length; word++) {
      const { bytes, length, start } = words[word] ?? NO_WORD;
      if (runs === 1) this.#add(0, word, start, length);
      else {
        lists.read(bytes, start, length);
        this.#addAll(lists, word);
      }
    }
  }

  ofRun(run: number): SomeLists {
    return {
      count: this.#counts[run] ?? 0,
      bytes: this.#bytes[run] ?? 0,
      last: this.#last[run] ?? -1,
      before: (list) => this.#before[list] ?? -1,
      bytesOf: (list) => (this.#words[this.#word[list] ?? 0] ?? NO_WORD).bytes,
      startOf: (list) => this.#start[list] ?? 0,
    };
  }

  #addAll(lists: RunLists, word: number): void {
    let { start } = lists;
    for (let n = 0; n < lists.count; n++) {
      const end = lists.ends[n] ?? start;
      this.#add(lists.runs[n] ?? 0, word, start, end - start);
      start = end;
    }
  }

  #add(run: number, word: number, start: number, length: number): void {
    const list = this.#count++;
    if (list >= this.#word.length) this.#widen(list * 2 + 64);
    this.#word[list] = word;
    this.#start[list] = start;
    this.#before[list] = this.#last[run] ?? -1;
    this.#last[run] = list;
    this.#counts[run] = (this.#counts[run] ?? 0) + 1;
    this.#bytes[run] = (this.#bytes[run] ?? 0) + length;
  }

  #widen(room: number): void {
    const [word, start, before] = [new Uint32Array(room), new Uint32Array(room), new Int32Array(room)];
    word.set(this.#word);
    start.set(this.#start);
    before.set(this.#before);
    [this.#word, this.#start, this.#before] = [word, start, before];
  }
}

const NO_WORD: Word = { bytes: new Uint8Array(0), start: 0, length: 0 };
