/**
 * The postings of one term from several segments, under new document numbers. Positions are copied as they are encoded.
 */

import { END } from './cursor.ts';
import { PostingsCursor, type PostingsPlace, type PostingsWriter } from './postings.ts';
import { widened } from './vocabulary.ts';

const ORDER_UNIT = 2 ** 21;

/** Collects what remains, then writes it; reused for one term after another. */
export class PostingsMerger {
  readonly #cursor = new PostingsCursor();
  #docs: Uint32Array = new Uint32Array(256);
  #codes: Uint32Array = new Uint32Array(256);
  #starts: Uint32Array = new Uint32Array(256);
  #ends: Uint32Array = new Uint32Array(256);
  /** The buffers that postings came from, and the first document of each. */
  readonly #buffers: { readonly bytes: Uint8Array; readonly from: number }[] = [];
  #count = 0;
  #isSorted = true;

  /** In how many documents the term remains. */
  get documents(): number {
    return this.#count;
  }

  /** Starts another term. */
  clear(): void {
    this.#count = 0;
    this.#isSorted = true;
    this.#buffers.length = 0;
  }

  /** Takes one segment's postings; `map` gives the new number of each document, −1 for none. */
  add(list: PostingsPlace, positioned: boolean, map: Int32Array): void {
    const cursor = this.#cursor.open(list, positioned);
    this.#buffers.push({ bytes: list.bytes, from: this.#count });
    for (let old = cursor.next(); old !== END; old = cursor.next()) {
      const doc = map[old] ?? -1;
      if (doc < 0) continue;
      if (this.#count === this.#docs.length) this.#widen();
      const place = this.#count++;
      if (place > 0 && doc < (this.#docs[place - 1] ?? 0)) this.#isSorted = false;
      this.#docs[place] = doc;
      this.#codes[place] = cursor.code;
      this.#starts[place] = cursor.restStart;
      this.#ends[place] = cursor.restEnd();
    }
  }

  /** Writes the list. */
  write(into: PostingsWriter, positioned: boolean): void {
    into.begin(this.#count);
    if (this.#isSorted) this.#writeInOrder(into, positioned);
    else for (const key of this.#order()) this.#writeOne(into, positioned, key % ORDER_UNIT);
    into.end();
  }

  #writeInOrder(into: PostingsWriter, positioned: boolean): void {
    for (let place = 0; place < this.#count; place++) this.#writeOne(into, positioned, place);
  }

  #writeOne(into: PostingsWriter, positioned: boolean, place: number): void {
    const doc = this.#docs[place] ?? 0;
    if (!positioned) into.document(doc);
    else {
      const [start, end] = [this.#starts[place] ?? 0, this.#ends[place] ?? 0];
      into.copied(doc, { code: this.#codes[place] ?? 0, bytes: this.#bufferOf(place), start, end });
    }
  }

  #bufferOf(place: number): Uint8Array {
    let at = this.#buffers.length - 1;
    while (at > 0 && (this.#buffers[at]?.from ?? 0) > place) at--;
    return this.#buffers[at]?.bytes ?? NOTHING;
  }

  /** Document · 2^21 + place, ascending. */
  #order(): Float64Array {
    const keys = new Float64Array(this.#count);
    for (let place = 0; place < this.#count; place++) keys[place] = (this.#docs[place] ?? 0) * ORDER_UNIT + place;
    return keys.sort();
  }

  #widen(): void {
    this.#docs = widened(this.#docs);
    this.#codes = widened(this.#codes);
    this.#starts = widened(this.#starts);
    this.#ends = widened(this.#ends);
  }
}

const NOTHING = new Uint8Array(0);
