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

/** Numbers kept for an occurrence, side by side: the one before it plus one, its document, its position, its term. */
const TOKEN = 4;
const TOKEN_DOC = 1;
const TOKEN_POSITION = 2;
const TOKEN_TERM = 3;

/** Numbers kept for a term: its last occurrence plus one, that one's document and position, in how many documents it stands. */
const TERM = 4;
const TERM_DOC = 1;
const TERM_POSITION = 2;
const TERM_DOCUMENTS = 3;

const scanner = new Scanner();

/** All occurrences by term, then by document (newest first) and position. */
export interface SortedTokens {
  readonly docs: Uint32Array;
  readonly positions: Uint32Array;
  /** Where each term's occurrences end; they start where those of the term before end. */
  readonly ends: Uint32Array;
}

/** Only grows; erasing makes another. */
export class Tail {
  /** The terms of all messages. */
  readonly vocabulary: Vocabulary;
  readonly #marked = new Map<string, number>();
  readonly #order = new TailOrder(FULL_SEGMENT);
  #terms: Uint32Array;
  #tokens: Uint32Array;
  #tokenCount = 0;
  /** By message: its first occurrence. */
  readonly #firsts: Uint32Array = new Uint32Array(FULL_SEGMENT + 1);
  readonly #see = (term: ScannedTerm): void => {
    const id = this.vocabulary.intern(term.codes, term.length);
    this.#token(id, isPositioned(term.codes[0] ?? 0) ? term.position : 0);
  };

  /** With room for as many terms and occurrences as a full tail before it had. */
  constructor(before?: Tail) {
    const isLike = before?.isFull === true;
    this.vocabulary = new Vocabulary(randomInt(2 ** 32), isLike ? before.terms : 0);
    this.#terms = new Uint32Array(isLike ? before.#terms.length : 4096 * TERM);
    this.#tokens = new Uint32Array(isLike ? before.#tokens.length : 16_384 * TOKEN);
  }

  get documents(): number {
    return this.#order.size;
  }

  /** True when it is time to seal it. */
  get isFull(): boolean {
    return this.documents >= FULL_SEGMENT || this.#tokenCount >= MOST_TOKENS;
  }

  /** How many different terms there are; they are numbered from 0. */
  get terms(): number {
    return this.vocabulary.size;
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
    this.#firsts[this.documents] = this.#tokenCount;
    this.#order.add(message.at, message.seq);
    scanner.scan(message.text, this.#see);
    this.#token(this.#mark(chatTerm(message.chat)), 0);
    if (message.author > 0) this.#token(this.#mark(authorTerm(message.author)), 0);
    for (const word of message.has) this.#token(this.#mark(hasTerm(word)), 0);
  }

  /** A tail without some messages and without the words that only they had; itself if it has none of them. */
  without(isGone: (seq: number) => boolean): Tail {
    const rest = new Tail();
    for (let doc = 0; doc < this.documents; doc++) {
      if (isGone(this.#order.seqOf(doc))) continue;
      rest.#firsts[rest.documents] = rest.#tokenCount;
      rest.#order.add(this.#order.atOf(doc), this.#order.seqOf(doc));
      const end = this.#endOf(doc) * TOKEN;
      for (let token = (this.#firsts[doc] ?? 0) * TOKEN; token < end; token += TOKEN) {
        const term = this.#tokens[token + TOKEN_TERM] ?? 0;
        const codes = this.vocabulary.pool.subarray(this.vocabulary.startOf(term), this.vocabulary.endOf(term));
        rest.#token(rest.vocabulary.intern(codes, codes.length), this.#tokens[token + TOKEN_POSITION] ?? 0);
      }
    }
    return rest.documents === this.documents ? this : rest;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return this.vocabulary.find(codesOf(term), term.length);
  }

  /** In how many documents a term stands. */
  documentsWith(term: number): number {
    return this.#terms[term * TERM + TERM_DOCUMENTS] ?? 0;
  }

  /** The document number of each message, by arrival: newest first. What is added later does not change the array. */
  ranks(): Uint32Array {
    return this.#order.ranks();
  }

  /** Times and seqs by document, newest first. What is added later does not change the columns. */
  columns(): DocColumns {
    return this.#order.columns();
  }

  /** All occurrences, for sealing: one pass over the messages, newest first. */
  sorted(): SortedTokens {
    const ends = new Uint32Array(this.terms);
    const tokens = this.#tokens;
    for (let token = 0; token < this.#tokenCount; token++) {
      const term = tokens[token * TOKEN + TOKEN_TERM] ?? 0;
      ends[term] = (ends[term] ?? 0) + 1;
    }
    for (let term = 0, start = 0; term < ends.length; term++) {
      const count = ends[term] ?? 0;
      ends[term] = start;
      start += count;
    }
    const docs = new Uint32Array(this.#tokenCount);
    const positions = new Uint32Array(this.#tokenCount);
    const arrivals = this.#order.newestFirst();
    for (let rank = 0; rank < arrivals.length; rank++) {
      const arrival = arrivals[rank] ?? 0;
      const end = this.#endOf(arrival) * TOKEN;
      for (let token = (this.#firsts[arrival] ?? 0) * TOKEN; token < end; token += TOKEN) {
        const term = tokens[token + TOKEN_TERM] ?? 0;
        const place = ends[term] ?? 0;
        ends[term] = place + 1;
        docs[place] = rank;
        positions[place] = tokens[token + TOKEN_POSITION] ?? 0;
      }
    }
    return { docs, positions, ends };
  }

  /** Encodes one term's postings in the messages that have a rank, and returns in how many of them it stands. */
  encode(term: number, ranks: Uint32Array, into: PostingsWriter): number {
    const keys = this.#occurrences(term, ranks);
    const docs = keys.map((key) => Math.floor(key / POSITION_UNIT));
    const documents = docs.reduce((count, doc, i) => (i > 0 && doc === docs[i - 1] ? count : count + 1), 0);
    const positioned = isPositioned(this.vocabulary.pool[this.vocabulary.startOf(term)] ?? 0);
    into.begin(documents);
    for (let from = 0, to = 0; from < docs.length; from = to) {
      const doc = docs[from] ?? 0;
      to = from + 1;
      while (docs[to] === doc) to++;
      const base = doc * POSITION_UNIT;
      if (!positioned) into.document(doc);
      else if (to === from + 1) into.once(doc, (keys[from] ?? 0) - base);
      else {
        into.many(doc, to - from);
        for (let i = from; i < to; i++) into.position((keys[i] ?? 0) - base);
      }
    }
    into.end();
    return documents;
  }

  /** Rank · 2^21 + position of a term's occurrences, ascending. */
  #occurrences(term: number, ranks: Uint32Array): Float64Array {
    const keys: number[] = [];
    let token = this.#terms[term * TERM] ?? 0;
    while (token > 0) {
      const at = (token - 1) * TOKEN;
      const arrival = this.#tokens[at + TOKEN_DOC] ?? 0;
      const position = this.#tokens[at + TOKEN_POSITION] ?? 0;
      if (arrival < ranks.length) keys.push((ranks[arrival] ?? 0) * POSITION_UNIT + position);
      token = this.#tokens[at] ?? 0;
    }
    return Float64Array.from(keys).sort();
  }

  #endOf(arrival: number): number {
    return arrival + 1 < this.documents ? (this.#firsts[arrival + 1] ?? 0) : this.#tokenCount;
  }

  #mark(term: string): number {
    const known = this.#marked.get(term);
    if (known !== undefined) return known;
    const id = this.vocabulary.intern(codesOf(term), term.length);
    this.#marked.set(term, id);
    return id;
  }

  /** Notes that a term stands at a position of the last message; twice at one place is once. */
  #token(term: number, position: number): void {
    const at = term * TERM;
    if (at === this.#terms.length) this.#terms = widened(this.#terms);
    const terms = this.#terms;
    const doc = this.documents - 1;
    const before = terms[at] ?? 0;
    if (before === 0 || terms[at + TERM_DOC] !== doc) {
      terms[at + TERM_DOCUMENTS] = (terms[at + TERM_DOCUMENTS] ?? 0) + 1;
    } else if (terms[at + TERM_POSITION] === position) return;
    const token = this.#tokenCount * TOKEN;
    if (token === this.#tokens.length) this.#tokens = widened(this.#tokens);
    this.#tokens[token] = before;
    this.#tokens[token + TOKEN_DOC] = doc;
    this.#tokens[token + TOKEN_POSITION] = position;
    this.#tokens[token + TOKEN_TERM] = term;
    this.#tokenCount++;
    terms[at] = this.#tokenCount;
    terms[at + TERM_DOC] = doc;
    terms[at + TERM_POSITION] = position;
  }
}

function codesOf(term: string): Uint16Array {
  return Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i));
}
