/** The tail as it is now, for one search: messages added while the search runs do not shift its document numbers. */

import { ByteWriter } from './byte-writer.ts';
import type { Cursor } from './cursor.ts';
import { type DocColumns, firstEarlier } from './doc-table.ts';
import { PostingsCursor, PostingsWriter } from './postings.ts';
import type { Hit, Shard } from './shard.ts';
import type { Tail } from './tail.ts';
import type { ListedTerm } from './term-list.ts';
import { isListed, isPositioned } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

interface EncodedTerm {
  readonly bytes: Uint8Array;
  readonly documents: number;
}

export class TailView implements Shard {
  readonly documents: number;
  readonly minAt: number;
  readonly maxAt: number;
  readonly #tail: Tail;
  readonly #ranks: Uint32Array;
  readonly #columns: DocColumns;
  readonly #encoded = new Map<number, EncodedTerm>();

  constructor(tail: Tail) {
    this.#tail = tail;
    this.#ranks = tail.ranks();
    this.#columns = tail.columns();
    this.documents = this.#ranks.length;
    this.maxAt = this.#columns.at[0] ?? 0;
    this.minAt = this.#columns.at[this.documents - 1] ?? 0;
  }

  async cursor(term: string): Promise<Cursor | undefined> {
    const id = this.#tail.find(term);
    if (id < 0) return undefined;
    const { bytes, documents } = this.#encode(id);
    if (documents === 0) return undefined;
    const place = { bytes, start: 0, end: bytes.length, documents };
    return new PostingsCursor().open(place, isPositioned(term.charCodeAt(0)));
  }

  async *listed(prefix: string): AsyncGenerator<readonly ListedTerm[]> {
    const found: ListedTerm[] = [];
    const { vocabulary } = this.#tail;
    for (let id = 0; id < vocabulary.size; id++) {
      if (!startsWith(vocabulary, id, prefix)) continue;
      const term = vocabulary.term(id);
      if (isListed(term.codePointAt(0) ?? 0, term.charCodeAt(1), Buffer.byteLength(term))) {
        found.push({ term, documents: this.#tail.documentsWith(id) });
      }
    }
    yield found;
  }

  async firstEarlier(bound: number): Promise<number> {
    return firstEarlier(this.#columns.at, this.documents, bound);
  }

  async hits(docs: readonly number[]): Promise<Hit[]> {
    const { at, seq } = this.#columns;
    return docs.map((doc) => ({ at: at[doc] ?? 0, seq: seq[doc] ?? 0 }));
  }

  #encode(id: number): EncodedTerm {
    const known = this.#encoded.get(id);
    if (known !== undefined) return known;
    const out = new ByteWriter(this.#tail.documentsWith(id) * 4);
    const documents = this.#tail.encode(id, this.#ranks, new PostingsWriter(out));
    const encoded = { bytes: out.view(), documents };
    this.#encoded.set(id, encoded);
    return encoded;
  }
}

function startsWith(vocabulary: Vocabulary, id: number, prefix: string): boolean {
  const start = vocabulary.startOf(id);
  if (vocabulary.endOf(id) - start < prefix.length) return false;
  for (let i = 0; i < prefix.length; i++) if (vocabulary.pool[start + i] !== prefix.charCodeAt(i)) return false;
  return true;
}
