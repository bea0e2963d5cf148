/** A tail into a segment of one run. Needs nothing but the tail and a key, so that any thread can do it. */

import { BitWriter } from './bits.ts';
import { Pace } from './pace.ts';
import type { SortedPairs } from './pair-list.ts';
import { PostingsWriter } from './postings.ts';
import type { SealedSegment, SegmentKey } from './segment-store.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { Tail } from './tail.ts';
import { sortedTokens, sortedWords } from './tail-terms.ts';
import { isPositioned } from './terms.ts';

/** Terms between two looks at the clock. */
const STRIDE = 128;
const CHARACTERS = 0x10000;

/** Seals a tail that has messages; nothing may be added to it meanwhile. */
export async function sealTail(tail: Tail, key: SegmentKey): Promise<SealedSegment> {
  const pace = new Pace();
  const segment = new SegmentWriter(key, 1);
  const { keys, ends, pairs } = await sortedTokens(tail, pace);
  const lists = new ListSealer(segment, tail.documents);
  const writeTerm = (term: number, positioned: boolean): void => {
    lists.write(keys, term === 0 ? 0 : (ends[term - 1] ?? 0), ends[term] ?? 0, positioned);
  };
  const words = await sortedWords(tail, pace);
  for (let n = 0; n < words.order.length; n++) {
    if (n % STRIDE === 0 && pace.isDue) await pace.rest();
    const word = words.order[n] ?? 0;
    const [start, end] = [words.starts[word] ?? 0, words.starts[word + 1] ?? 0];
    writeTerm(word, isPositioned(words.bytes[start] ?? 0));
    segment.word(words.bytes, start, end);
  }
  for (let code = 0; code < CHARACTERS; code++) {
    if (code % STRIDE === 0 && pace.isDue) await pace.rest();
    writeTerm(tail.words.size + code, true);
    segment.east(code);
  }
  await sealPairs(pairs, { segment, lists, pace });
  const coverage = { firstSeq: tail.firstSeq, lastSeq: tail.lastSeq };
  return segment.finish([{ docs: tail.columns(), holes: new Uint32Array(0) }], coverage);
}

interface PairSealing {
  readonly segment: SegmentWriter;
  readonly lists: ListSealer;
  readonly pace: Pace;
}

async function sealPairs({ codes, docs }: SortedPairs, { segment, lists, pace }: PairSealing): Promise<void> {
  const keys = Uint32Array.from(docs, (doc) => doc << 16);
  for (let from = 0, to = 0, n = 0; from < codes.length; from = to, n++) {
    if (n % STRIDE === 0 && pace.isDue) await pace.rest();
    const code = codes[from] ?? 0;
    while (to < codes.length && codes[to] === code) to++;
    lists.write(keys, from, to, false);
    segment.east(code);
  }
}

/** Encodes the list of one term after another and gives it to the segment. */
class ListSealer {
  readonly #segment: SegmentWriter;
  readonly #documents: number;
  readonly #list = new BitWriter(1 << 16);
  readonly #postings: PostingsWriter = new PostingsWriter(this.#list, new BitWriter(1 << 16));

  constructor(segment: SegmentWriter, documents: number) {
    this.#segment = segment;
    this.#documents = documents;
  }

  /** The keys in [from, to), each once; none for an empty range. */
  write(keys: Uint32Array, from: number, to: number, positioned: boolean): void {
    if (from === to) return;
    let end = from + 1;
    for (let i = from + 1; i < to; i++) {
      const key = keys[i] ?? 0;
      if (key !== keys[end - 1]) keys[end++] = key;
    }
    this.#list.clear();
    this.#postings.write({ keys, from, to: end }, { positioned, documents: this.#documents });
    this.#segment.list(0, this.#list.bytes, 0, this.#list.length);
  }
}
