/**
 * The documents that any of many lists has, all of them in memory: those of the words with a prefix. Of each list the first document is
 * looked at; it is walked only when the walk comes so far, so that who wants the newest documents walks few of them.
 */

import { Union } from './combined-cursors.ts';
import type { Cursor } from './cursor.ts';
import { ListGlance, type ListKind } from './postings.ts';
import { wholeList } from './postings-blocks.ts';
import { PostingsCursor } from './postings-cursor.ts';
import type { SomeLists } from './prefix-lists.ts';

/** More than there are lists: first documents stand before their numbers. */
const LISTS = 2 ** 32;

export class PrefixCursor implements Cursor {
  doc = -1;
  readonly size: number;
  readonly documents: number;
  readonly #lists: SomeLists;
  readonly #kind: ListKind;
  /** The lists that are not walked, a heap by their first document: that and the list's number as one. */
  readonly #waiting: Float64Array;
  #left: number;
  readonly #union = new Union([]);

  constructor(lists: SomeLists, kind: ListKind) {
    this.#lists = lists;
    this.#kind = kind;
    this.size = lists.bytes;
    this.#waiting = new Float64Array(lists.count);
    let documents = 0;
    for (let n = 0, list = lists.last; list >= 0; n++, list = lists.before(list)) {
      glance.look(lists.bytesOf(list), lists.startOf(list), kind);
      this.#waiting[n] = glance.first * LISTS + list;
      documents += glance.count;
    }
    this.documents = documents;
    this.#left = lists.count;
    for (let at = this.#left >> 1; at >= 0; at--) this.#sink(at);
  }

  begin(): Promise<void> {
    return Promise.resolve();
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    while (this.#begins(target)) this.#walk(target);
    this.doc = this.#union.advance(target);
    // All lists that have the document: it is their positions that are asked for.
    while (this.#begins(this.doc)) {
      this.#walk(target);
      this.doc = this.#union.doc;
    }
    return this.doc;
  }

  fetch(): Promise<void> {
    return Promise.resolve();
  }

  frequency(): number {
    return this.#union.frequency();
  }

  positions(into: number[]): void {
    this.#union.positions(into);
  }

  /** Whether a list that is not walked begins at a document or before it. */
  #begins(doc: number): boolean {
    return this.#left > 0 && Math.floor((this.#waiting[0] ?? 0) / LISTS) <= doc;
  }

  #walk(target: number): void {
    const list = (this.#waiting[0] ?? 0) % LISTS;
    this.#waiting[0] = this.#waiting[--this.#left] ?? 0;
    this.#sink(0);
    const place = { bytes: this.#lists.bytesOf(list), start: this.#lists.startOf(list) };
    const cursor = new PostingsCursor(wholeList(place, place.bytes.length - place.start), this.#kind);
    cursor.advance(target);
    this.#union.add(cursor);
  }

  #sink(from: number): void {
    const heap = this.#waiting;
    const left = this.#left;
    const moved = heap[from] ?? 0;
    let at = from;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= left) break;
      if (child + 1 < left && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
      const least = heap[child] ?? 0;
      if (least >= moved) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = moved;
  }
}

const glance = new ListGlance();
