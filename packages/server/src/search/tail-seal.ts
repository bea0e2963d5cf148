/** A tail into a segment of one run. Needs nothing but the tail and a key, so that any thread can do it. */

import { Pace } from '../records/pace.ts';
import { BitWriter } from './bits.ts';
import type { DocColumns } from './doc-table.ts';
import { letGo } from './let-go.ts';
import type { SortedPairs } from './pair-list.ts';
import { type ListKind, PostingsWriter } from './postings.ts';
import type { SealedSegment, SegmentKey } from './segment-store.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { Tail } from './tail.ts';
import { type SortedWords, sortedTokens, sortedWords } from './tail-terms.ts';
import { isPositioned } from './terms.ts';

/** Terms between two looks at the clock. */
const STRIDE = 128;
const CHARACTERS = 0x10000;

/** Seals a tail that has messages; nothing may be added to it meanwhile. */
export async function sealTail(tail: Tail, key: SegmentKey): Promise<SealedSegment> {
  const pace = new Pace();
  const segment = new SegmentWriter(key, 1);
  const tokens = await sortedTokens(tail, pace);
  const terms: TermSealing = {
    segment,
    lists: new ListSealer(segment, tokens.keys, tail.documents),
    ends: tokens.ends,
    words: await sortedWords(tail, pace),
    firstCharacter: tail.words.size,
  };
  const { length } = terms.words.order;
  for (let from = 0; from < length; from += STRIDE) {
    if (pace.isDue) await pace.rest();
    sealWords(terms, from, Math.min(length, from + STRIDE));
  }
  for (let from = 0; from < CHARACTERS; from += STRIDE) {
    if (pace.isDue) await pace.rest();
    sealCharacters(terms, from, from + STRIDE);
  }
  await sealPairs(tokens.pairs, { segment, documents: tail.documents, pace });
  const { bytes, order, starts } = terms.words;
  letGo(tokens.keys, tokens.ends, tokens.pairs.codes, tokens.pairs.keys, bytes, order, starts);
  const coverage = { firstSeq: tail.firstSeq, lastSeq: tail.lastSeq };
  const table = { documents: tail.documents, docs: async () => copied(tail.columns()), holes: new Uint32Array(0) };
  return segment.finish([table], coverage, pace);
}

/** A search may still look at those of the tail. */
function copied({ at, seq }: DocColumns): DocColumns {
  return { at: at.slice(), seq: seq.slice() };
}

/** What the loops need: each in a function of its own, which is compiled once and not anew for every tail. */
interface TermSealing {
  readonly segment: SegmentWriter;
  readonly lists: ListSealer;
  /** Where the keys of each term end: words by their number, then characters. */
  readonly ends: Uint32Array;
  readonly words: SortedWords;
  readonly firstCharacter: number;
}

function sealWords({ ends, lists, segment, words }: TermSealing, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    const word = words.order[n] ?? 0;
    const start = words.starts[word] ?? 0;
    const end = words.starts[word + 1] ?? 0;
    lists.write(word === 0 ? 0 : (ends[word - 1] ?? 0), ends[word] ?? 0, isPositioned(words.bytes[start] ?? 0));
    segment.word(words.bytes, start, end);
  }
}

function sealCharacters({ ends, firstCharacter, lists, segment }: TermSealing, from: number, to: number): void {
  for (let code = from; code < to; code++) {
    const term = firstCharacter + code;
    const start = term === 0 ? 0 : (ends[term - 1] ?? 0);
    const end = ends[term] ?? 0;
    if (start === end) continue;
    lists.write(start, end, true);
    segment.east(code);
  }
}

interface PairSealing {
  readonly segment: SegmentWriter;
  readonly documents: number;
  readonly pace: Pace;
}

async function sealPairs({ codes, keys }: SortedPairs, { segment, documents, pace }: PairSealing): Promise<void> {
  const lists = new ListSealer(segment, keys, documents);
  for (let from = 0; from < codes.length; ) {
    if (pace.isDue) await pace.rest();
    from = sealSomePairs(codes, from, { lists, segment });
  }
}

/** As many pairs as are sealed between two looks at the clock; returns where the next one begins. */
function sealSomePairs(
  codes: Uint32Array,
  first: number,
  { lists, segment }: Pick<TermSealing, 'lists' | 'segment'>,
): number {
  let from = first;
  for (let n = 0; n < STRIDE && from < codes.length; n++) {
    const end = endOfEqual(codes, from);
    lists.write(from, end, true);
    segment.east(codes[from] ?? 0);
    from = end;
  }
  return from;
}

function endOfEqual(codes: Uint32Array, from: number): number {
  let end = from + 1;
  while (end < codes.length && codes[end] === codes[from]) end++;
  return end;
}

/** Encodes the list of one term after another and gives it to the segment. */
class ListSealer {
  readonly #segment: SegmentWriter;
  readonly #out = new BitWriter(1 << 16);
  readonly #postings: PostingsWriter = new PostingsWriter(this.#out, new BitWriter(1 << 16));
  readonly #list: { readonly keys: Uint32Array; from: number; to: number };
  readonly #positioned: ListKind;
  readonly #unpositioned: ListKind;

  constructor(segment: SegmentWriter, keys: Uint32Array, documents: number) {
    this.#segment = segment;
    this.#list = { keys, from: 0, to: 0 };
    this.#positioned = { positioned: true, documents };
    this.#unpositioned = { positioned: false, documents };
  }

  /** The keys in [from, to), each once; none for an empty range. */
  write(from: number, to: number, positioned: boolean): void {
    if (from === to) return;
    const list = this.#list;
    list.from = from;
    list.to = distinct(list.keys, from, to);
    this.#out.clear();
    this.#postings.write(list, positioned ? this.#positioned : this.#unpositioned);
    this.#segment.list(0, this.#out.bytes, 0, this.#out.length);
  }
}

/** Takes out what is there twice, and says where the rest ends. */
function distinct(keys: Uint32Array, from: number, to: number): number {
  let end = from + 1;
  while (end < to && keys[end] !== keys[end - 1]) end++;
  for (let i = end; i < to; i++) {
    const key = keys[i] ?? 0;
    if (key !== keys[end - 1]) keys[end++] = key;
  }
  return end;
}
