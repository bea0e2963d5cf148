/** The tail as it is now, for one search: messages added while the search runs do not shift its document numbers. */

import { BitWriter } from './bits.ts';
import { AllDocuments } from './combined-cursors.ts';
import type { Cursor } from './cursor.ts';
import { type DocColumns, firstEarlier } from './doc-table.ts';
import { PhraseCursor } from './phrase-cursor.ts';
import { PostingsWriter } from './postings.ts';
import { wholeList } from './postings-blocks.ts';
import { PostingsCursor } from './postings-cursor.ts';
import type { Dictionary, Hit, ListedTerm, Shard } from './shard.ts';
import type { Tail } from './tail.ts';
import { charactersOf, isListed, isPositioned } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

export class TailView implements Shard, Dictionary {
  readonly documents: number;
  readonly minAt: number;
  readonly maxAt: number;
  readonly #tail: Tail;
  readonly #ranks: Uint32Array;
  readonly #columns: DocColumns;
  readonly #encoded = new Map<number, Uint8Array>();

  constructor(tail: Tail) {
    this.#tail = tail;
    this.#ranks = tail.order.ranks();
    this.#columns = tail.columns();
    this.documents = this.#ranks.length;
    this.maxAt = this.#columns.at[0] ?? 0;
    this.minAt = this.#columns.at[this.documents - 1] ?? 0;
  }

  get dictionary(): Dictionary {
    return this;
  }

  async cursor(term: string): Promise<Cursor | undefined> {
    const pair = charactersOf(term);
    if (pair !== undefined) return this.#pair(pair);
    const id = this.#tail.find(term);
    return id < 0 ? undefined : this.#cursor(id, isPositioned(term.charCodeAt(0)));
  }

  async starting(prefix: string): Promise<readonly Cursor[]> {
    const found: Cursor[] = [];
    for (const { word } of this.#listed(prefix)) {
      const cursor = this.#cursor(word * 2, true);
      if (cursor !== undefined) found.push(cursor);
    }
    return found;
  }

  async all(): Promise<Cursor> {
    return new AllDocuments(this.documents);
  }

  async *listed(prefix: string): AsyncGenerator<readonly ListedTerm[]> {
    yield [...this.#listed(prefix)].map(({ term, word }) => {
      let weight = 0;
      this.#tail.eachToken(word * 2, () => {
        weight++;
      });
      return { term, weight };
    });
  }

  async firstEarlier(bound: number): Promise<number> {
    return firstEarlier(this.#columns.at, this.documents, bound);
  }

  latest(doc: number): number {
    return this.#columns.at[doc] ?? this.maxAt;
  }

  async hits(docs: readonly number[]): Promise<Hit[]> {
    const { at, seq } = this.#columns;
    return docs.map((doc) => ({ at: at[doc] ?? 0, seq: seq[doc] ?? 0 }));
  }

  *#listed(prefix: string): Generator<{ readonly term: string; readonly word: number }> {
    const { words } = this.#tail;
    for (let word = 0; word < words.size; word++) {
      if (!startsWith(words, word, prefix)) continue;
      const term = words.term(word);
      if (isListed(term.codePointAt(0) ?? 0, term.charCodeAt(1), Buffer.byteLength(term))) yield { term, word };
    }
  }

  /** Where one character stands behind another. */
  #pair([one, other]: readonly [string, string]): Cursor | undefined {
    const first = this.#cursor(this.#tail.find(one), true);
    const second = this.#cursor(this.#tail.find(other), true);
    if (first === undefined || second === undefined) return undefined;
    return new PhraseCursor([
      { cursor: first, step: 0 },
      { cursor: second, step: 1 },
    ]);
  }

  #cursor(term: number, positioned: boolean): Cursor | undefined {
    const kind = { positioned, documents: this.documents };
    let bytes = this.#encoded.get(term);
    if (bytes === undefined) {
      bytes = this.#encode(term, positioned);
      this.#encoded.set(term, bytes);
    }
    if (bytes.length === 0) return undefined;
    return new PostingsCursor(wholeList({ bytes, start: 0 }, bytes.length), kind);
  }

  /** The term's list in the messages of this view; empty if it is in none of them. */
  #encode(term: number, positioned: boolean): Uint8Array {
    const found: number[] = [];
    this.#tail.eachToken(term, (arrival, position) => {
      if (arrival < this.documents) found.push((this.#ranks[arrival] ?? 0) * 0x10000 + position);
    });
    const keys = Uint32Array.from(found).sort();
    let to = 0;
    for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) keys[to++] = keys[i] ?? 0;
    const out = new BitWriter(to * 4 + 16);
    const list = { keys, from: 0, to };
    if (to > 0) new PostingsWriter(out, new BitWriter(1024)).write(list, { positioned, documents: this.documents });
    return out.take();
  }
}

function startsWith(words: Vocabulary, word: number, prefix: string): boolean {
  const start = words.startOf(word);
  if (words.endOf(word) - start < prefix.length) return false;
  for (let i = 0; i < prefix.length; i++) if (words.pool[start + i] !== prefix.charCodeAt(i)) return false;
  return true;
}
