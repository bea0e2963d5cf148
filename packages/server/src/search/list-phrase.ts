/**
 * The documents in which words stand side by side, where each of them has one list: a block of the rarest list at a time, of which the other
 * lists leave what they have as well, and only then positions are read. What is in question meanwhile stands in memory that all phrases use.
 */

import { BlockColumn, DocSet } from './block-column.ts';
import { beginAll, type Cursor, END, MISSING } from './cursor.ts';
import { narrowed, PhraseCursor, type PhraseElement } from './phrase-cursor.ts';
import type { PostingsBlocks } from './postings-blocks.ts';
import type { PostingsCursor } from './postings-cursor.ts';

/** An element that is one list. */
export type ListElement = PhraseElement<PostingsCursor>;

export class ListPhrase implements Cursor {
  doc = -1;
  /** The rarest first: where it rules a document out, the others are not read. */
  readonly #elements: readonly ListElement[];
  /** By element: no block before is looked at again. */
  readonly #from: number[];
  /** The documents found in the blocks that were looked at, and which comes next. */
  #found: number[] = [];
  #next = 0;
  /** The list that missed something last. */
  #short: PostingsBlocks | undefined;
  #exact: PhraseCursor | undefined;

  /** Of one element or more; no cursor may be used twice. */
  constructor(elements: readonly ListElement[]) {
    this.#elements = [...elements].sort((one, other) => one.cursor.size - other.cursor.size);
    this.#from = elements.map(() => 0);
  }

  get size(): number {
    return this.#elements[0]?.cursor.size ?? 0;
  }

  get documents(): number {
    return Math.min(...this.#elements.map(({ cursor }) => cursor.documents));
  }

  begin(): Promise<void> {
    return beginAll(this.#elements.map(({ cursor }) => cursor));
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    for (;;) {
      while (this.#next < this.#found.length) {
        const doc = this.#found[this.#next++] ?? END;
        if (doc < target) continue;
        this.doc = doc;
        return doc;
      }
      const looked = this.#look(target);
      if (looked === MISSING) return MISSING;
      if (looked !== END) continue;
      this.doc = END;
      return END;
    }
  }

  async fetch(): Promise<void> {
    await this.#short?.fetch();
  }

  frequency(): number {
    return this.#here().frequency();
  }

  positions(into: number[]): void {
    this.#here().positions(into);
  }

  /** At the same document, where what is asked for was read already. */
  #here(): PhraseCursor {
    this.#exact ??= new PhraseCursor(this.#elements);
    this.#exact.advance(this.doc);
    return this.#exact;
  }

  /** Finds what there is in the next block of the rarest list that may have documents from the target on. */
  #look(target: number): Looked {
    const blocks = this.#elements[0]?.cursor.blocks;
    if (blocks === undefined) return END;
    if (!blocks.hasBegun()) return this.#misses(blocks);
    const block = blocks.blockWith(target, this.#from[0] ?? 0);
    if (block >= blocks.blocks) return END;
    if (!blocks.open(block)) return this.#misses(blocks);
    let left = columnOf(0);
    left.clear();
    left.addFrom(blocks, EVERYTHING, END);
    for (let n = 1; n < this.#elements.length && left.count > 0; n++) {
      const looked = this.#narrow(n, left);
      if (looked !== FOUND) return looked;
      left = columnOf(n);
    }
    this.#from[0] = block + 1;
    this.#next = 0;
    this.#found = left.count === 0 ? NOTHING : this.#matching(left);
    return FOUND;
  }

  /** Fills the column of the nth element with those documents of the one before that its list has. */
  #narrow(n: number, among: BlockColumn): Looked {
    const blocks = this.#elements[n]?.cursor.blocks;
    if (blocks === undefined) return END;
    if (!blocks.hasBegun()) return this.#misses(blocks);
    const { count, docs } = among;
    let block = blocks.blockWith(docs[0] ?? END, this.#from[n] ?? 0);
    if (block >= blocks.blocks) return END;
    this.#from[n] = block;
    const into = columnOf(n);
    into.clear();
    marked.add(among);
    let isHere = true;
    for (let i = 0; i < count; ) {
      block = blocks.blockWith(docs[i] ?? END, block);
      isHere = block >= blocks.blocks || blocks.open(block);
      if (block >= blocks.blocks || !isHere) break;
      const { last } = blocks;
      while (i < count && (docs[i] ?? 0) <= last) i++;
      into.addFrom(blocks, marked, docs[i - 1] ?? END);
    }
    marked.remove(among);
    return isHere ? FOUND : this.#misses(blocks);
  }

  /** Those of the documents which all lists have in which the words stand side by side. */
  #matching(all: BlockColumn): number[] {
    const found: number[] = [];
    for (let n = 0; n < this.#elements.length - 1; n++) columnOf(n).keep(all);
    for (let i = 0; i < all.count; i++) if (this.#matches(i)) found.push(all.docs[i] ?? END);
    return found;
  }

  #matches(i: number): boolean {
    let starts: readonly number[] | undefined;
    for (const [n, { cursor, step }] of this.#elements.entries()) {
      columnOf(n).positions(i, cursor.blocks, places);
      starts = starts === undefined ? places.map((place) => place - step) : narrowed(starts, places, step);
      if (starts.length === 0) return false;
    }
    return true;
  }

  #misses(blocks: PostingsBlocks): typeof MISSING {
    this.#short = blocks;
    return MISSING;
  }
}

const FOUND = 0;
type Looked = typeof FOUND | typeof END | typeof MISSING;

const NOTHING: number[] = [];
const EVERYTHING = new DocSet();
EVERYTHING.words.fill(-1);

/** What all phrases use: nothing of it outlasts one look. */
const columns: BlockColumn[] = [];
const marked = new DocSet();
const places: number[] = [];

function columnOf(n: number): BlockColumn {
  columns[n] ??= new BlockColumn();
  return columns[n];
}
