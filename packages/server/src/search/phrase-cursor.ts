/** The documents in which terms stand side by side. */

import { Intersection } from './combined-cursors.ts';
import { type Cursor, END, MISSING } from './cursor.ts';

/** A term's cursor and how many positions it stands behind the first. */
export interface PhraseElement<C extends Cursor = Cursor> {
  readonly cursor: C;
  readonly step: number;
}

export class PhraseCursor implements Cursor {
  doc = -1;
  /** The rarest first: where it rules a document out, the positions of the others are not read. */
  readonly #elements: readonly PhraseElement[];
  readonly #together: Cursor;
  readonly #places: number[] = [];
  /** Documents before are ruled out: where the next one was missed, the cursors stand behind them already. */
  #from = 0;
  /** Positions of the phrase's first term, in the document it stands at. */
  #starts: number[] = [];

  /** Of one element or more; no cursor may be used twice. */
  constructor(elements: readonly PhraseElement[]) {
    this.#elements = [...elements].sort((one, other) => one.cursor.size - other.cursor.size);
    this.#together = new Intersection(elements.map(({ cursor }) => cursor));
  }

  get size(): number {
    return this.#together.size;
  }

  get documents(): number {
    return this.#together.documents;
  }

  begin(): Promise<void> {
    return this.#together.begin();
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    let doc = this.#together.advance(Math.max(target, this.#from));
    while (doc !== END && doc !== MISSING && !this.#matches()) {
      this.#from = doc + 1;
      doc = this.#together.advance(this.#from);
    }
    if (doc !== MISSING) this.doc = doc;
    return doc;
  }

  fetch(): Promise<void> {
    return this.#together.fetch();
  }

  frequency(): number {
    return this.#starts.length;
  }

  positions(into: number[]): void {
    into.length = 0;
    for (const start of this.#starts) into.push(start);
  }

  /** Narrows the starts that the first element gives by each of the others; both lists ascend. */
  #matches(): boolean {
    const places = this.#places;
    let starts: number[] | undefined;
    for (const { cursor, step } of this.#elements) {
      cursor.positions(places);
      starts = starts === undefined ? places.map((place) => place - step) : narrowed(starts, places, step);
      if (starts.length === 0) break;
    }
    this.#starts = starts ?? [];
    return this.#starts.length > 0;
  }
}

/** Those of a phrase's starts, ascending, behind which a term stands at a step; so do its places. */
export function narrowed(starts: readonly number[], places: readonly number[], step: number): number[] {
  const left: number[] = [];
  let at = 0;
  for (const start of starts) {
    while (at < places.length && (places[at] ?? 0) < start + step) at++;
    if (places[at] === start + step) left.push(start);
  }
  return left;
}
