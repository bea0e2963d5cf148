/** Cursors over cursors: all of, any of, all but. Each may be asked again after it missed something: what it passed over stays passed. */

import { beginAll, type Cursor, END, fetchAll, MISSING } from './cursor.ts';

/** Every document of a shard. */
export class AllDocuments implements Cursor {
  doc = -1;
  readonly documents: number;

  constructor(documents: number) {
    this.documents = documents;
  }

  get size(): number {
    return this.documents;
  }

  begin(): Promise<void> {
    return Promise.resolve();
  }

  advance(target: number): number {
    if (target > this.doc) this.doc = target < this.documents ? target : END;
    return this.doc;
  }

  fetch(): Promise<void> {
    return Promise.resolve();
  }

  frequency(): number {
    return 1;
  }

  positions(into: number[]): void {
    into.length = 0;
  }
}

/** The documents that all of some cursors have. The smallest leads, and the larger ones are asked only for what the smaller have. */
export class Intersection implements Cursor {
  doc = -1;
  readonly #cursors: readonly Cursor[];
  readonly #lead: Cursor;
  readonly #others: readonly Cursor[];
  /** The cursor that missed something last. */
  #short: Cursor;

  /** Of one cursor or more. */
  constructor(cursors: readonly Cursor[]) {
    this.#cursors = [...cursors].sort((one, other) => one.size - other.size);
    const [lead, ...others] = this.#cursors;
    this.#lead = lead ?? new AllDocuments(0);
    this.#others = others;
    this.#short = this.#lead;
  }

  get size(): number {
    return this.#lead.size;
  }

  get documents(): number {
    return this.#others.reduce((least, { documents }) => Math.min(least, documents), this.#lead.documents);
  }

  begin(): Promise<void> {
    return beginAll(this.#cursors);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    let doc = this.#lead.advance(target);
    for (let i = 0; i < this.#others.length && doc !== END && doc !== MISSING; i++) {
      const other = this.#others[i] ?? this.#lead;
      const found = other.advance(doc);
      if (found === doc) continue;
      if (found === MISSING) {
        this.#short = other;
        return MISSING;
      }
      doc = this.#lead.advance(found);
      i = -1;
    }
    if (doc === MISSING) this.#short = this.#lead;
    else this.doc = doc;
    return doc;
  }

  fetch(): Promise<void> {
    return this.#short.fetch();
  }

  frequency(): number {
    return this.#others.reduce((least, other) => Math.min(least, other.frequency()), this.#lead.frequency());
  }

  positions(into: number[]): void {
    into.length = 0;
  }
}

/** The documents that any of some cursors has: a heap by document. */
export class Union implements Cursor {
  doc = -1;
  readonly size: number;
  readonly #heap: Cursor[];

  constructor(cursors: readonly Cursor[]) {
    this.#heap = [...cursors];
    this.size = cursors.reduce((sum, { size }) => sum + size, 0);
  }

  get documents(): number {
    return this.#heap.reduce((sum, { documents }) => sum + documents, 0);
  }

  /** Takes one more, which stands at a document already, in place of one that was not looked at. */
  add(cursor: Cursor): void {
    const heap = this.#heap;
    let at = heap.push(cursor) - 1;
    while (at > 0) {
      const over = heap[(at - 1) >> 1];
      if (over === undefined || over.doc <= cursor.doc) break;
      heap[at] = over;
      at = (at - 1) >> 1;
    }
    heap[at] = cursor;
    this.doc = Math.min(this.doc, cursor.doc);
  }

  begin(): Promise<void> {
    return beginAll(this.#heap);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    if (this.doc === -1 && !this.#start(target)) return MISSING;
    for (let top = this.#heap[0]; top !== undefined && top.doc < target; top = this.#heap[0]) {
      if (top.advance(target) === MISSING) return MISSING;
      this.#sink(0);
    }
    this.doc = this.#heap[0]?.doc ?? END;
    return this.doc;
  }

  fetch(): Promise<void> {
    return fetchAll(this.#heap);
  }

  frequency(): number {
    return this.#matching(0).reduce((sum, cursor) => sum + cursor.frequency(), 0);
  }

  positions(into: number[]): void {
    const all: number[] = [];
    for (const cursor of this.#matching(0)) {
      cursor.positions(into);
      for (const position of into) all.push(position);
    }
    into.length = 0;
    for (const position of all.sort((one, other) => one - other)) if (position !== into.at(-1)) into.push(position);
  }

  /** The cursors at this document: they stand together at the top of the heap. */
  #matching(from: number): Cursor[] {
    const cursor = this.#heap[from];
    if (cursor === undefined || cursor.doc !== this.doc) return [];
    return [cursor, ...this.#matching(from * 2 + 1), ...this.#matching(from * 2 + 2)];
  }

  /** False where something is missing; all of it is known then. */
  #start(target: number): boolean {
    let isHere = true;
    for (const cursor of this.#heap) if (cursor.advance(target) === MISSING) isHere = false;
    for (let at = this.#heap.length >> 1; isHere && at >= 0; at--) this.#sink(at);
    return isHere;
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const moved = heap[from];
    if (moved === undefined) return;
    let at = from;
    for (;;) {
      let child = at * 2 + 1;
      const right = heap[child + 1];
      if (right !== undefined && right.doc < (heap[child]?.doc ?? END)) child++;
      const least = heap[child];
      if (least === undefined || least.doc >= moved.doc) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = moved;
  }
}

/** The documents of one cursor that none of the others has. */
export class Difference implements Cursor {
  doc = -1;
  readonly #from: Cursor;
  readonly #without: readonly Cursor[];

  constructor(from: Cursor, without: readonly Cursor[]) {
    this.#from = from;
    this.#without = without;
  }

  get size(): number {
    return this.#from.size;
  }

  get documents(): number {
    return this.#from.documents;
  }

  begin(): Promise<void> {
    return this.#from.begin();
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    let doc = this.#from.advance(target);
    for (let i = 0; i < this.#without.length && doc !== END && doc !== MISSING; i++) {
      const found = this.#without[i]?.advance(doc) ?? END;
      if (found === MISSING) return MISSING;
      if (found !== doc) continue;
      doc = this.#from.advance(doc + 1);
      i = -1;
    }
    if (doc !== MISSING) this.doc = doc;
    return doc;
  }

  fetch(): Promise<void> {
    return fetchAll([this.#from, ...this.#without]);
  }

  frequency(): number {
    return this.#from.frequency();
  }

  positions(into: number[]): void {
    this.#from.positions(into);
  }
}
