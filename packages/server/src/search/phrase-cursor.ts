/** The documents in which terms stand side by side. */

import { Intersection } from './combined-cursors.ts';
import { type Cursor, END, MISSING } from './cursor.ts';

/** A term's cursor and how many positions it stands behind the first. */
export interface PhraseElement {
  readonly cursor: Cursor;
  readonly step: number;
}

export class PhraseCursor implements Cursor {
  doc = -1;
  readonly #elements: readonly PhraseElement[];
  readonly #together: Cursor;
  readonly #places: readonly number[][];
  /** Documents before are ruled out: where the next one was missed, the cursors stand behind them already. */
  #from = 0;
  /** Positions of the phrase's first term, in the document it stands at. */
  #starts: number[] = [];

  /** Of one element or more, in documents that the filters also have; no cursor may be used twice. */
  constructor(elements: readonly PhraseElement[], filters: readonly Cursor[] = []) {
    this.#elements = elements;
    this.#together = new Intersection([...elements.map(({ cursor }) => cursor), ...filters]);
    this.#places = elements.map(() => []);
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
    this.#starts = [];
    this.#elements.forEach(({ cursor, step }, n) => {
      const places = this.#places[n] ?? [];
      cursor.positions(places);
      if (n === 0) this.#starts = places.map((place) => place - step);
      else this.#starts = narrowed(this.#starts, places, step);
    });
    return this.#starts.length > 0;
  }
}

function narrowed(starts: readonly number[], places: readonly number[], step: number): number[] {
  const left: number[] = [];
  let at = 0;
  for (const start of starts) {
    while (at < places.length && (places[at] ?? 0) < start + step) at++;
    if (places[at] === start + step) left.push(start);
  }
  return left;
}
