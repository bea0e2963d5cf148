/** Cursors over cursors: all of, any of, all but. */

import { type Cursor, END } from './cursor.ts';

/** Every document of a shard. */
export class AllDocuments implements Cursor {
  doc = -1;
  readonly documents: number;

  constructor(documents: number) {
    this.documents = documents;
  }

  next(): number {
    return this.advance(this.doc + 1);
  }

  advance(target: number): number {
    if (target > this.doc) this.doc = target < this.documents ? target : END;
    return this.doc;
  }

  frequency(): number {
    return 1;
  }

  positions(into: number[]): void {
    into.length = 0;
  }
}

/** The documents that all of some cursors have. */
export class Intersection implements Cursor {
  doc = -1;
  readonly documents: number;
  readonly #lead: Cursor;
  readonly #others: readonly Cursor[];

  /** Of one cursor or more. */
  constructor(cursors: readonly Cursor[]) {
    const [lead, ...others] = [...cursors].sort((one, other) => one.documents - other.documents);
    this.#lead = lead ?? new AllDocuments(0);
    this.#others = others;
    this.documents = this.#lead.documents;
  }

  next(): number {
    return this.#settle(this.#lead.next());
  }

  advance(target: number): number {
    return this.doc >= target ? this.doc : this.#settle(this.#lead.advance(target));
  }

  frequency(): number {
    return this.#others.reduce((least, other) => Math.min(least, other.frequency()), this.#lead.frequency());
  }

  positions(into: number[]): void {
    into.length = 0;
  }

  #settle(from: number): number {
    let doc = from;
    for (let i = 0; i < this.#others.length && doc !== END; i++) {
      const found = this.#others[i]?.advance(doc) ?? END;
      if (found === doc) continue;
      doc = this.#lead.advance(found);
      i = -1;
    }
    this.doc = doc;
    return doc;
  }
}

/** The documents that any of some cursors has: a heap by document. */
export class Union implements Cursor {
  doc = -1;
  readonly documents: number;
  readonly #heap: Cursor[];

  constructor(cursors: readonly Cursor[]) {
    this.#heap = [...cursors];
    this.documents = cursors.reduce((sum, { documents }) => sum + documents, 0);
  }

  next(): number {
    return this.advance(this.doc + 1);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    if (this.doc === -1) this.#start(target);
    for (let top = this.#heap[0]; top !== undefined && top.doc < target; top = this.#heap[0]) {
      top.advance(target);
      this.#sink(0);
    }
    this.doc = this.#heap[0]?.doc ?? END;
    return this.doc;
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

  #start(target: number): void {
    for (const cursor of this.#heap) cursor.advance(target);
    for (let at = this.#heap.length >> 1; at >= 0; at--) this.#sink(at);
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
  readonly documents: number;
  readonly #from: Cursor;
  readonly #without: readonly Cursor[];

  constructor(from: Cursor, without: readonly Cursor[]) {
    this.#from = from;
    this.#without = without;
    this.documents = from.documents;
  }

  next(): number {
    return this.#settle(this.#from.next());
  }

  advance(target: number): number {
    return this.doc >= target ? this.doc : this.#settle(this.#from.advance(target));
  }

  frequency(): number {
    return this.#from.frequency();
  }

  positions(into: number[]): void {
    this.#from.positions(into);
  }

  #settle(from: number): number {
    let doc = from;
    while (doc !== END && this.#without.some((cursor) => cursor.advance(doc) === doc)) doc = this.#from.next();
    this.doc = doc;
    return doc;
  }
}
