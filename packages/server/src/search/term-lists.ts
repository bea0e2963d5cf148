/**
 * The lists of one term in a segment. How many bytes they have stands in the dictionary; which run has which of them stands before the
 * lists, and is read when somebody wants one.
 */

import { eachRunList, RUN_LIST_BYTES } from './dictionary.ts';
import type { Place } from './segment-layout.ts';

/** What each run of a segment has. */
export type ByRun<T> = readonly T[];

/** Reads a place of the segment's stream. */
type ReadPlace = (place: Place) => Promise<Uint8Array>;

export class TermLists {
  /** Of all lists together, and what stands before them. */
  readonly bytes: number;
  /** By run where its list is; undefined until `find` has read it. */
  byRun: ByRun<Place | undefined> | undefined;
  readonly #read: ReadPlace;
  readonly #place: Place;
  readonly #runs: number;
  #finding: Promise<void> | undefined;

  /** The postings of a term in a segment of so many runs. */
  constructor(read: ReadPlace, place: Place, runs: number) {
    this.#read = read;
    this.#place = place;
    this.#runs = runs;
    this.bytes = place.to - place.from;
    if (runs === 1) this.byRun = [place];
  }

  /** False if it is known that a run has no list. */
  mayHave(run: number): boolean {
    return this.byRun === undefined || this.byRun[run] !== undefined;
  }

  /** Fills in `byRun`. */
  async find(): Promise<void> {
    if (this.byRun !== undefined) return;
    this.#finding ??= this.#readDirectory();
    try {
      await this.#finding;
    } catch (error) {
      this.#finding = undefined;
      throw error;
    }
  }

  async #readDirectory(): Promise<void> {
    const { from, to } = this.#place;
    const directory = await this.#read({ from, to: Math.min(to, from + this.#runs * RUN_LIST_BYTES) });
    const lists: (Place | undefined)[] = Array.from({ length: this.#runs }, () => undefined);
    eachRunList(directory, 0, to - from, (run, start, end) => {
      lists[run] = { from: from + start, to: from + end };
    });
    this.byRun = lists;
  }
}
