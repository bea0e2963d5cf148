/**
 * Where a term stands: document numbers, ascending, and in each document the word positions.
 *
 *     postings  = entries                                up to 128 documents
 *               | (varint last−before, varint bytes, entries)*   more: blocks of 128, so that a reader can step over them
 *     entry     = varint (gap·2), varint position        the term stands once
 *               | varint (gap·2+1), varint count, count × varint position gap
 *               | varint gap                             terms without positions
 *
 * A gap is the document less the document before, less one; the first counts from −1. It knows nothing of terms or keys.
 */

import { ByteWriter } from './byte-writer.ts';
import { type Cursor, END } from './cursor.ts';

const BLOCK = 128;

/** Encodes one list after another. */
export class PostingsWriter {
  readonly #out: ByteWriter;
  readonly #block = new ByteWriter(4096);
  #into: ByteWriter = this.#block;
  #positioned = true;
  #inBlock = 0;
  #blocked = false;
  #blockBase = -1;
  #last = -1;
  #position = 0;

  constructor(out: ByteWriter) {
    this.#out = out;
  }

  /** Starts a list of exactly so many documents. */
  begin(documents: number, positioned: boolean): void {
    this.#positioned = positioned;
    this.#blocked = documents > BLOCK;
    this.#into = this.#blocked ? this.#block : this.#out;
    this.#block.clear();
    this.#inBlock = 0;
    this.#blockBase = -1;
    this.#last = -1;
  }

  /** The next document; `frequency` calls of `position`, or one of `copyPositions`, must follow if the list has positions. */
  document(doc: number, frequency: number): void {
    if (this.#blocked && this.#inBlock === BLOCK) this.#endBlock();
    const gap = doc - this.#last - 1;
    this.#last = doc;
    this.#inBlock++;
    this.#position = 0;
    if (!this.#positioned) this.#into.varint(gap);
    else if (frequency === 1) this.#into.varint(gap * 2);
    else {
      this.#into.varint(gap * 2 + 1);
      this.#into.varint(frequency);
    }
  }

  /** The next position in the document, ascending. */
  position(position: number): void {
    this.#into.varint(position - this.#position);
    this.#position = position;
  }

  /** The encoded positions of a document, as another list holds them. */
  copyPositions(bytes: Uint8Array, start: number, end: number): void {
    this.#into.copy(bytes, start, end);
  }

  /** Ends the list. */
  end(): void {
    if (this.#blocked && this.#inBlock > 0) this.#endBlock();
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

/** Walks one list. */
export class PostingsCursor implements Cursor {
  doc = -1;
  readonly documents: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #positioned: boolean;
  readonly #blocked: boolean;
  #at: number;
  #blockLast = -1;
  #blockEnd: number;
  #frequency = 1;
  /** Where the positions of the document start, and whether `#at` is already behind them. */
  #positionsAt = 0;
  #passed = true;

  constructor(list: {
    readonly bytes: Uint8Array;
    readonly start: number;
    readonly end: number;
    readonly documents: number;
    readonly positioned: boolean;
  }) {
    this.#bytes = list.bytes;
    this.#at = list.start;
    this.#end = list.end;
    this.documents = list.documents;
    this.#positioned = list.positioned;
    this.#blocked = list.documents > BLOCK;
    this.#blockEnd = this.#blocked ? list.start : list.end;
    if (!this.#blocked) this.#blockLast = END - 1;
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
    this.doc += (head >>> 1) + 1;
    this.#frequency = (head & 1) === 0 ? 1 : this.#varint();
    this.#positionsAt = this.#at;
    this.#passed = false;
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
    return this.#frequency;
  }

  positions(into: number[]): void {
    into.length = 0;
    if (!this.#positioned) return;
    this.#at = this.#positionsAt;
    let position = 0;
    for (let i = 0; i < this.#frequency; i++) {
      position += this.#varint();
      into.push(position);
    }
    this.#passed = true;
  }

  /** Where the encoded positions of the document it stands at start in the list's bytes. */
  get positionsStart(): number {
    return this.#positionsAt;
  }

  /** Where they end. */
  positionsEnd(): number {
    if (!this.#passed) this.#passPositions();
    return this.#at;
  }

  #passPositions(): void {
    for (let left = this.#frequency; left > 0 && this.#at < this.#end; left--) {
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
