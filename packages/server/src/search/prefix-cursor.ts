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
  /** The lists by their first document: that and the list's number as one. */
  readonly #waiting: Float64Array;
  /** So many of them are walked. */
  #walked = 0;
  readonly #union = new Union([]);

  constructor(lists: SomeLists, kind: ListKind) {
    this.#lists = lists;
    this.#kind = kind;
    this.size = lists.bytes;
    this.#waiting = new Float64Array(lists.count);
    let documents = 0;
    for (let n = 0; n < lists.count; n++) {
      const { bytes, start } = lists.at(n);
      glance.look(bytes, start, kind);
      this.#waiting[n] = glance.first * LISTS + n;
      documents += glance.count;
    }
    this.documents = documents;
    this.#waiting.sort();
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
    const next = this.#waiting[this.#walked];
    return next !== undefined && Math.floor(next / LISTS) <= doc;
  }

  #walk(target: number): void {
    const n = (this.#waiting[this.#walked++] ?? 0) % LISTS;
    const length = this.#lists.lengthOf(n);
    const cursor = new PostingsCursor(wholeList(this.#lists.at(n), length), this.#kind);
    cursor.advance(target);
    this.#union.add(cursor);
  }
}

const glance = new ListGlance();
