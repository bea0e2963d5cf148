/**
 * Where a term stands: document numbers, ascending, and in each document the word positions.
 *
 *     postings  = entries                                        up to 128 documents
 *               | (varint last−before, varint bytes, entries)*   more: blocks of 128, so that a reader can step over them
 *     entry     = varint (gap·16 + position)                     it stands once, at a position below 14
 *               | varint (gap·16 + 14), varint (position − 14)   it stands once, further on
 *               | varint (gap·16 + 15), varint count, count × varint position gap
 *               | varint gap                                     terms without positions
 *
 * A gap is the document less the document before, less one; the first counts from −1. It knows nothing of terms or keys.
 */

import { ByteWriter } from './byte-writer.ts';
import { type Cursor, END } from './cursor.ts';

const BLOCK = 128;
/** The codes that stand for a position further on, and for several positions; smaller ones are the position. */
const FAR = 14;
const MANY = 15;

/** An entry's code and what follows its first number, as they stand in another list. */
export interface CopiedEntry {
  readonly code: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Where a list stands. */
export interface PostingsPlace {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly documents: number;
}

/** Encodes one list after another. */
export class PostingsWriter {
  readonly #out: ByteWriter;
  readonly #block = new ByteWriter(4096);
  #into: ByteWriter = this.#block;
  #inBlock = 0;
  #blocked = false;
  #blockBase = -1;
  #last = -1;
  #position = 0;

  constructor(out: ByteWriter) {
    this.#out = out;
  }

  /** Starts a list of exactly so many documents. */
  begin(documents: number): void {
    this.#blocked = documents > BLOCK;
    this.#into = this.#blocked ? this.#block : this.#out;
    this.#block.clear();
    this.#inBlock = 0;
    this.#blockBase = -1;
    this.#last = -1;
  }

  /** The next document, of a list without positions. */
  document(doc: number): void {
    this.#into.varint(this.#gapTo(doc));
  }

  /** The next document, in which the term stands once. */
  once(doc: number, position: number): void {
    const head = this.#gapTo(doc) * 16;
    if (position < FAR) this.#into.varint(head + position);
    else {
      this.#into.varint(head + FAR);
      this.#into.varint(position - FAR);
    }
  }

  /** The next document, in which the term stands `count` times; as many calls of `position` must follow. */
  many(doc: number, count: number): void {
    this.#into.varint(this.#gapTo(doc) * 16 + MANY);
    this.#into.varint(count);
    this.#position = 0;
  }

  /** The next position in the document, ascending. */
  position(position: number): void {
    this.#into.varint(position - this.#position);
    this.#position = position;
  }

  /** The next document, its positions as a cursor found them encoded. */
  copied(doc: number, entry: CopiedEntry): void {
    this.#into.varint(this.#gapTo(doc) * 16 + entry.code);
    this.#into.copy(entry.bytes, entry.start, entry.end);
  }

  /** Ends the list. */
  end(): void {
    if (this.#blocked && this.#inBlock > 0) this.#endBlock();
  }

  #gapTo(doc: number): number {
    if (this.#blocked && this.#inBlock === BLOCK) this.#endBlock();
    const gap = doc - this.#last - 1;
    this.#last = doc;
    this.#inBlock++;
    return gap;
  }

  #endBlock(): void {
    this.#out.varint(this.#last - this.#blockBase);
    this.#out.varint(this.#block.length);
    this.#out.copy(this.#block.bytes, 0, this.#block.length);
    this.#block.clear();
    this.#blockBase = this.#last;
    this.#inBlock = 0;
  }
}

/** Walks one list, or one after another. */
export class PostingsCursor implements Cursor {
  doc = -1;
  documents = 0;
  #bytes: Uint8Array = NOTHING;
  #end = 0;
  #positioned = false;
  #blocked = false;
  #at = 0;
  #blockLast = -1;
  #blockEnd = 0;
  #code = 0;
  #count = 1;
  /** Where what follows the entry's first number starts, where its positions do, and whether `#at` is already behind them. */
  #restAt = 0;
  #positionsAt = 0;
  #passed = true;

  /** Starts on the list in [start, end) of a buffer. */
  open(list: PostingsPlace, positioned: boolean): this {
    this.doc = -1;
    this.documents = list.documents;
    this.#bytes = list.bytes;
    this.#at = list.start;
    this.#end = list.end;
    this.#positioned = positioned;
    this.#blocked = list.documents > BLOCK;
    this.#blockEnd = this.#blocked ? list.start : list.end;
    this.#blockLast = this.#blocked ? -1 : END - 1;
    this.#count = 1;
    this.#passed = true;
    return this;
  }

  next(): number {
    if (!this.#passed) this.#passPositions();
    if (this.#at >= this.#blockEnd && !this.#nextBlock()) {
      this.doc = END;
      return END;
    }
    const head = this.#varint();
    if (!this.#positioned) {
      this.doc += head + 1;
      return this.doc;
    }
    this.doc += (head >>> 4) + 1;
    this.#code = head & 15;
    this.#restAt = this.#at;
    this.#passed = this.#code < FAR;
    this.#count = this.#code === MANY ? this.#varint() : 1;
    this.#positionsAt = this.#at;
    return this.doc;
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    while (this.#blocked && this.#blockLast < target && this.#skipBlock());
    let doc = this.doc;
    while (doc < target) doc = this.next();
    return doc;
  }

  frequency(): number {
    return this.#count;
  }

  positions(into: number[]): void {
    into.length = 0;
    if (!this.#positioned) return;
    if (this.#code < FAR) {
      into.push(this.#code);
      return;
    }
    this.#at = this.#positionsAt;
    let position = this.#code === FAR ? FAR : 0;
    for (let i = 0; i < this.#count; i++) {
      position += this.#varint();
      into.push(position);
    }
    this.#passed = true;
  }

  /** The code of the entry it stands at, and where what follows it starts in the list's bytes. */
  get code(): number {
    return this.#code;
  }

  get restStart(): number {
    return this.#restAt;
  }

  /** Where that ends. */
  restEnd(): number {
    if (!this.#passed) this.#passPositions();
    return this.#at;
  }

  #passPositions(): void {
    for (let left = this.#count; left > 0 && this.#at < this.#end; left--) {
      while ((this.#bytes[this.#at++] ?? 0) > 127);
    }
    this.#passed = true;
  }

  #nextBlock(): boolean {
    if (!this.#blocked || this.#at >= this.#end) return false;
    const before = this.#blockLast;
    this.doc = before;
    this.#blockLast = before + this.#varint();
    const bytes = this.#varint();
    this.#blockEnd = this.#at + bytes;
    return true;
  }

  /** Steps over the rest of the block it is in and reads the head of the next; false after the last. */
  #skipBlock(): boolean {
    this.#at = this.#blockEnd;
    this.#passed = true;
    if (this.#nextBlock()) return true;
    this.doc = END;
    return false;
  }

  #varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}

const NOTHING = new Uint8Array(0);
