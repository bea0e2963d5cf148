/**
 * The newest messages, indexed in memory until there are enough for a segment. Each occurrence of a term points to the one before
 * it, so adding costs a few array writes; a term's postings are encoded, as a segment would hold them, when somebody asks (through
 * a TailView) or when the tail is sealed.
 */

import { randomInt } from 'node:crypto';
import type { DocColumns } from './doc-table.ts';
import type { PostingsWriter } from './postings.ts';
import { type ScannedTerm, Scanner } from './scanner.ts';
import { SearchError } from './search-error.ts';
import { FULL_SEGMENT } from './segment-layout.ts';
import type { IndexedMessage } from './segment-store.ts';
import { TailOrder } from './tail-order.ts';
import { authorTerm, chatTerm, hasTerm, isPositioned } from './terms.ts';
import { Vocabulary, widened } from './vocabulary.ts';

/** Occurrences after which a tail is full whatever its messages: long texts must not fill the memory. */
const MOST_TOKENS = 6_000_000;
const POSITION_UNIT = 2 ** 21;
const scanner = new Scanner();

/** Only grows; erasing makes another. */
export class Tail {
  readonly #vocabulary = new Vocabulary(randomInt(2 ** 32));
  readonly #marked = new Map<string, number>();
  readonly #order = new TailOrder(FULL_SEGMENT);
  /** By term: its last occurrence plus one, and in how many documents it stands. */
  #last: Uint32Array = new Uint32Array(4096);
  #counts: Uint32Array = new Uint32Array(4096);
  /** By occurrence: the one before it plus one, the document, the position. */
  #before: Uint32Array = new Uint32Array(16_384);
  #docs: Uint32Array = new Uint32Array(16_384);
  #positions: Uint32Array = new Uint32Array(16_384);
  #tokens = 0;
  #keys: Float64Array = new Float64Array(1024);
  readonly #see = (term: ScannedTerm): void => {
    const id = this.#vocabulary.intern(term.codes, term.length);
    this.#token(id, isPositioned(term.codes[0] ?? 0) ? term.position : 0);
  };

  get documents(): number {
    return this.#order.size;
  }

  /** True when it is time to seal it. */
  get isFull(): boolean {
    return this.documents >= FULL_SEGMENT || this.#tokens >= MOST_TOKENS;
  }

  /** How many different terms there are; they are numbered from 0. */
  get terms(): number {
    return this.#vocabulary.size;
  }

  /** The first and last seq; both −1 if it is empty. */
  get firstSeq(): number {
    return this.#order.seqOf(0);
  }

  get lastSeq(): number {
    return this.#order.seqOf(this.documents - 1);
  }

  /** Adds a message. Throws `out-of-order` if its seq is not above the last one's. */
  add(message: IndexedMessage): void {
    if (message.seq <= this.lastSeq) throw new SearchError('out-of-order', { seq: message.seq });
    this.#order.add(message.at, message.seq);
    scanner.scan(message.text, this.#see);
    this.#token(this.#mark(chatTerm(message.chat)), 0);
    if (message.author > 0) this.#token(this.#mark(authorTerm(message.author)), 0);
    for (const word of message.has) this.#token(this.#mark(hasTerm(word)), 0);
  }

  /** A tail without some messages and without the words that only they had; itself if it has none of them. */
  without(seqs: ReadonlySet<number>): Tail {
    const kept = new Uint8Array(this.documents).map((_, doc) => (seqs.has(this.#order.seqOf(doc)) ? 0 : 1));
    if (!kept.includes(0)) return this;
    const rest = new Tail();
    const termOf = this.#termOfTokens();
    let doc = -1;
    let token = 0;
    while (++doc < this.documents) {
      if (kept[doc] === 1) rest.#order.add(this.#order.atOf(doc), this.#order.seqOf(doc));
      for (; token < this.#tokens && this.#docs[token] === doc; token++) {
        if (kept[doc] !== 1) continue;
        const codes = this.#vocabulary.codes(termOf[token] ?? 0);
        rest.#token(rest.#vocabulary.intern(codes, codes.length), this.#positions[token] ?? 0);
      }
    }
    return rest;
  }

  /** The code units of a term, until the next `add`. */
  codes(term: number): Uint16Array {
    return this.#vocabulary.codes(term);
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return this.#vocabulary.find(codesOf(term), term.length);
  }

  /** The term as a string. */
  term(id: number): string {
    return this.#vocabulary.term(id);
  }

  /** In how many documents a term stands. */
  documentsWith(term: number): number {
    return this.#counts[term] ?? 0;
  }

  /** The document number of each message, by arrival: newest first. What is added later does not change the array. */
  ranks(): Uint32Array {
    return this.#order.ranks();
  }

  /** Times and seqs by document, newest first. What is added later does not change the columns. */
  columns(): DocColumns {
    return this.#order.columns();
  }

  /** Encodes a term's postings in the messages that have a rank, and returns in how many of them it stands. */
  encode(term: number, ranks: Uint32Array, into: PostingsWriter): number {
    const positioned = isPositioned(this.codes(term)[0] ?? 0);
    const count = this.#gather(term, ranks);
    const keys = this.#keys;
    const documents = ranks.length === this.documents ? this.documentsWith(term) : countDocs(keys, count);
    into.begin(documents, positioned);
    for (let from = 0, to = 0; from < count; from = to) {
      const doc = docOf(keys[from]);
      to = from + 1;
      while (to < count && docOf(keys[to]) === doc) to++;
      into.document(doc, to - from);
      if (positioned) for (let i = from; i < to; i++) into.position((keys[i] ?? 0) - doc * POSITION_UNIT);
    }
    into.end();
    return documents;
  }

  #mark(term: string): number {
    const known = this.#marked.get(term);
    if (known !== undefined) return known;
    const id = this.#vocabulary.intern(codesOf(term), term.length);
    this.#marked.set(term, id);
    return id;
  }

  #token(term: number, position: number): void {
    if (term >= this.#last.length) {
      this.#last = widened(this.#last);
      this.#counts = widened(this.#counts);
    }
    const doc = this.documents - 1;
    const before = this.#last[term] ?? 0;
    const isNewDoc = before === 0 || this.#docs[before - 1] !== doc;
    if (!isNewDoc && this.#positions[before - 1] === position) return;
    if (isNewDoc) this.#counts[term] = (this.#counts[term] ?? 0) + 1;
    if (this.#tokens === this.#before.length) {
      this.#before = widened(this.#before);
      this.#docs = widened(this.#docs);
      this.#positions = widened(this.#positions);
    }
    this.#before[this.#tokens] = before;
    this.#docs[this.#tokens] = doc;
    this.#positions[this.#tokens] = position;
    this.#tokens++;
    this.#last[term] = this.#tokens;
  }

  /** Fills the keys with (document, position) of a term's occurrences, ascending, and returns how many. */
  #gather(term: number, ranks: Uint32Array): number {
    let count = 0;
    for (let token = this.#last[term] ?? 0; token > 0; token = this.#before[token - 1] ?? 0) {
      const arrival = this.#docs[token - 1] ?? 0;
      if (arrival >= ranks.length) continue;
      if (count === this.#keys.length) {
        const wider = new Float64Array(count * 2);
        wider.set(this.#keys);
        this.#keys = wider;
      }
      this.#keys[count++] = (ranks[arrival] ?? 0) * POSITION_UNIT + (this.#positions[token - 1] ?? 0);
    }
    settle(this.#keys.subarray(0, count));
    return count;
  }

  #termOfTokens(): Uint32Array {
    const termOf = new Uint32Array(this.#tokens);
    for (let term = 0; term < this.terms; term++) {
      for (let token = this.#last[term] ?? 0; token > 0; token = this.#before[token - 1] ?? 0) termOf[token - 1] = term;
    }
    return termOf;
  }
}

/** Sorts keys of which mostly only the positions within a document stand the wrong way round. */
function settle(keys: Float64Array): void {
  let isSorted = true;
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const doc = docOf(keys[from]);
    if (from > 0 && (keys[from] ?? 0) < (keys[from - 1] ?? 0)) isSorted = false;
    to = from + 1;
    while (to < keys.length && docOf(keys[to]) === doc) to++;
    if (to > from + 1) keys.subarray(from, to).reverse();
  }
  if (!isSorted) keys.sort();
}

function docOf(key: number | undefined): number {
  return Math.floor((key ?? 0) / POSITION_UNIT);
}

function countDocs(keys: Float64Array, count: number): number {
  let documents = 0;
  for (let i = 0; i < count; i++) if (i === 0 || docOf(keys[i]) !== docOf(keys[i - 1])) documents++;
  return documents;
}

function codesOf(term: string): Uint16Array {
  return Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i));
}
