/**
 * The newest messages, indexed in memory until there are enough for a segment: their tokens one after another. Adding costs an append
 * a token; what a query wants of them is found through chains that are brought up to date when somebody asks, so that an import,
 * in which nobody does, never pays for them.
 */

import { randomInt } from 'node:crypto';
import type { DocColumns } from './doc-table.ts';
import { SearchError } from './search-error.ts';
import { FULL_SEGMENT } from './segment-layout.ts';
import type { MessageBatch } from './segment-store.ts';
import { TailOrder } from './tail-order.ts';
import { TailScanner } from './tail-scanner.ts';
import { authorTerm, chatTerm, eastCodeOf, HAS_WORDS, hasTerm, isCharacter } from './terms.ts';
import { TokenList } from './token-list.ts';
import { Vocabulary, widened } from './vocabulary.ts';

/** Occurrences after which a tail is full whatever its messages: long texts must not fill the memory. */
const MOST_TOKENS = 4_000_000;
const CHARACTERS = 0x10000;

/** Only grows, until it is cleared; erasing makes another. */
export class Tail {
  readonly words: Vocabulary;
  readonly tokens: TokenList;
  readonly order: TailOrder = new TailOrder(FULL_SEGMENT);
  /** By message, as they arrived: its first token. */
  readonly firsts: Uint32Array = new Uint32Array(FULL_SEGMENT + 1);
  readonly #scanner: TailScanner;
  readonly #chats: Marks;
  readonly #authors: Marks;
  readonly #has: Marks;
  /** By term as in the tokens: its last occurrence plus one. By token: the one before it plus one. */
  #last: Uint32Array = new Uint32Array(1 << 12);
  #before: Uint32Array = new Uint32Array(0);
  #chained = 0;

  /** With room for as many terms and tokens as a full tail before it had. */
  constructor(before?: Tail) {
    const like = before?.isFull === true ? before : undefined;
    this.words = new Vocabulary(randomInt(2 ** 32), like?.words.size ?? 0);
    this.tokens = new TokenList(like?.tokens.terms.length);
    this.#scanner = new TailScanner(this.words, this.tokens);
    this.#chats = new Marks(this, chatTerm);
    this.#authors = new Marks(this, authorTerm);
    this.#has = new Marks(this, (bit) => hasTerm(HAS_WORDS[bit] ?? ''));
  }

  /** Forgets all messages and keeps the room. Nobody may look at what it was. */
  clear(): void {
    this.words.clear(randomInt(2 ** 32));
    this.tokens.count = 0;
    this.order.clear();
    for (const marks of [this.#chats, this.#authors, this.#has]) marks.clear();
    this.#last.fill(0);
    this.#chained = 0;
  }

  get documents(): number {
    return this.order.size;
  }

  /** True when it is time to seal it. */
  get isFull(): boolean {
    return this.documents >= FULL_SEGMENT || this.tokens.count >= MOST_TOKENS;
  }

  /** The first and last seq; both −1 if it is empty. */
  get firstSeq(): number {
    return this.order.seqOf(0);
  }

  get lastSeq(): number {
    return this.order.seqOf(this.documents - 1);
  }

  /** Adds the nth message of a batch. Throws `out-of-order` if its seq is not above the last one's. */
  add(batch: MessageBatch, n: number): void {
    const seq = batch.seqs[n] ?? 0;
    if (seq <= this.lastSeq) throw new SearchError('out-of-order', { seq });
    this.firsts[this.documents] = this.tokens.count;
    this.order.add(batch.ats[n] ?? 0, seq);
    this.#scanner.scan(batch.units, batch.starts[n] ?? 0, batch.ends[n] ?? 0);
    this.#chats.mark(batch.chats[n] ?? 0);
    const author = batch.authors[n] ?? 0;
    if (author > 0) this.#authors.mark(author);
    for (let mask = batch.has[n] ?? 0; mask > 0; mask &= mask - 1) this.#has.mark(31 - Math.clz32(mask & -mask));
  }

  /** A tail without some messages and without the words that only they had; itself if it has none of them. */
  without(isGone: (seq: number) => boolean): Tail {
    const rest = new Tail();
    const { terms, positions } = this.tokens;
    for (let doc = 0; doc < this.documents; doc++) {
      if (isGone(this.order.seqOf(doc))) continue;
      rest.firsts[rest.documents] = rest.tokens.count;
      rest.order.add(this.order.atOf(doc), this.order.seqOf(doc));
      for (let token = this.firsts[doc] ?? 0; token < this.endOf(doc); token++) {
        const term = terms[token] ?? 0;
        rest.tokens.add(
          (term & 1) === 1 ? term : rest.words.intern(this.#codesOf(term), this.#codesOf(term).length) * 2,
          positions[token] ?? 0,
        );
      }
    }
    return rest.documents === this.documents ? this : rest;
  }

  /** Behind the last token of a message. */
  endOf(arrival: number): number {
    return arrival + 1 < this.documents ? (this.firsts[arrival + 1] ?? 0) : this.tokens.count;
  }

  /** The word or character as in the tokens, or −1. */
  find(term: string): number {
    const code = eastCodeOf(term);
    if (code >= 0) return isCharacter(code) ? code * 2 + 1 : -1;
    const id = this.words.find(unitsOf(term), term.length);
    return id < 0 ? -1 : id * 2;
  }

  /** Times and seqs by document, newest first. What is added later does not change the columns. */
  columns(): DocColumns {
    return this.order.columns();
  }

  /** Calls back for each token of a term, the last one first, with the message it is in, as it arrived. */
  eachToken(term: number, see: (arrival: number, position: number) => void): void {
    this.#chain();
    let arrival = this.documents - 1;
    for (let token = this.#last[term] ?? 0; token > 0; token = this.#before[token - 1] ?? 0) {
      arrival = this.#messageOf(token - 1, arrival);
      see(arrival, this.tokens.positions[token - 1] ?? 0);
    }
  }

  /** The message, at most `latest`, that a token is in. */
  #messageOf(token: number, latest: number): number {
    let low = 0;
    let high = latest;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.firsts[middle] ?? 0) <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #chain(): void {
    const { count, terms } = this.tokens;
    if (this.#before.length < count) {
      const wider = new Uint32Array(terms.length);
      wider.set(this.#before.subarray(0, this.#chained));
      this.#before = wider;
    }
    while (this.#last.length < Math.max(this.words.size, CHARACTERS) * 2) this.#last = widened(this.#last);
    for (; this.#chained < count; this.#chained++) {
      const term = terms[this.#chained] ?? 0;
      this.#before[this.#chained] = this.#last[term] ?? 0;
      this.#last[term] = this.#chained + 1;
    }
  }

  #codesOf(term: number): Uint16Array {
    return this.words.codesOf(term >>> 1);
  }
}

/** The terms that no text holds, of one kind: a message after another mostly has the same. */
class Marks {
  readonly #tail: Pick<Tail, 'tokens' | 'words'>;
  readonly #termOf: (id: number) => string;
  readonly #known = new Map<number, number>();
  #last = -1;
  #lastTerm = 0;

  constructor(tail: Pick<Tail, 'tokens' | 'words'>, termOf: (id: number) => string) {
    this.#tail = tail;
    this.#termOf = termOf;
  }

  /** Forgets which terms there are. */
  clear(): void {
    this.#known.clear();
    this.#last = -1;
  }

  /** Marks the last message with the term of an id. */
  mark(id: number): void {
    if (id !== this.#last) {
      this.#lastTerm = this.#termFor(id);
      this.#last = id;
    }
    this.#tail.tokens.add(this.#lastTerm, 0);
  }

  #termFor(id: number): number {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const term = this.#termOf(id);
    const made = this.#tail.words.intern(unitsOf(term), term.length) * 2;
    this.#known.set(id, made);
    return made;
  }
}

function unitsOf(term: string): Uint16Array {
  return Uint16Array.from({ length: term.length }, (_, i) => term.charCodeAt(i));
}
