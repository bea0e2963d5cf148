/**
 * A sealed segment, opened piece by piece as a query needs it: its dictionaries, and its runs as shards. It reads; segment-writer.ts
 * and rewriting.ts write.
 */

import { createSecretKey, type KeyObject } from 'node:crypto';
import { codePointAt } from './byte-writer.ts';
import { compareBytes, type FoundTerm, findEast, findWord, WordReader } from './dictionary.ts';
import type { PostingsPlace } from './postings.ts';
import { PrefixLists, type StartingLists } from './prefix-lists.ts';
import { RunShard } from './run-shard.ts';
import { HEAD_PART, openPart } from './sealed-part.ts';
import { PIECE_BYTES, partOf, readStream } from './sealed-stream.ts';
import { SearchError } from './search-error.ts';
import { type DictionaryBlock, openHead, type Place, type SegmentHead } from './segment-layout.ts';
import type { SegmentSource } from './segment-source.ts';
import type { SegmentInfo } from './segment-store.ts';
import type { Dictionary, ListedTerm } from './shard.ts';
import type { StreamPieces } from './stream-bytes.ts';
import { TermLists } from './term-lists.ts';
import { eastCodeOf, isListed } from './terms.ts';

/** Look-ups that are remembered, for the other runs of the segment. */
const REMEMBERED = 64;
/** Postings of a word that are longer than a piece of the stream are read as far as somebody comes. */
const LONG = PIECE_BYTES;

export class Segment implements Dictionary, StreamPieces {
  readonly info: SegmentInfo;
  readonly head: SegmentHead;
  readonly runs: readonly RunShard[];
  readonly #source: SegmentSource;
  readonly #key: KeyObject;
  readonly #found = new Map<string, Promise<TermLists | undefined>>();
  /** What was asked for last, for the other runs: it may be large. */
  #starting: { readonly prefix: string; readonly lists: Promise<StartingLists> } | undefined;

  private constructor(source: SegmentSource, info: SegmentInfo, key: KeyObject, head: SegmentHead) {
    this.#source = source;
    this.info = info;
    this.#key = key;
    this.head = head;
    this.runs = head.runs.map((_, run) => new RunShard(this, source, run));
  }

  /** Opens a segment's key and head. Throws `index-damaged` if either is missing or does not open. */
  static async open(source: SegmentSource, info: SegmentInfo): Promise<Segment> {
    const place = { segment: info.id, part: HEAD_PART };
    const sealed = await source.store.head(info.id);
    if (sealed === undefined) throw new SearchError('index-damaged', place);
    const key = await source.keys.open(info.id).catch((cause: unknown) => {
      throw new SearchError('index-damaged', place, { cause });
    });
    const secret = createSecretKey(key);
    return new Segment(source, info, secret, openHead(secret, info.id, sealed));
  }

  /** Messages that are not erased. */
  get messages(): number {
    return this.info.messages;
  }

  /** A term's lists; undefined if it stands nowhere. */
  listsOf(term: string): Promise<TermLists | undefined> {
    return remembered(this.#found, term, async () => {
      const code = eastCodeOf(term);
      const place = await (code < 0 ? this.#findWord(Buffer.from(term, 'utf8')) : this.#findEast(code));
      return place === undefined ? undefined : this.#listsAt(place);
    });
  }

  /** The lists of all words with a prefix. */
  listsStarting(prefix: string): Promise<StartingLists> {
    if (this.#starting?.prefix === prefix) return this.#starting.lists;
    const lists = this.#gather(prefix);
    this.#starting = { prefix, lists };
    lists.catch(() => {
      if (this.#starting?.lists === lists) this.#starting = undefined;
    });
    return lists;
  }

  async *listed(prefix: string): AsyncGenerator<readonly ListedTerm[]> {
    const wanted = Buffer.from(prefix, 'utf8');
    for await (const { reader } of this.#wordBlocks(wanted)) {
      const terms: ListedTerm[] = [];
      while (nextListed(reader, wanted)) {
        terms.push({ term: Buffer.from(reader.term.view()).toString('utf8'), weight: reader.postings });
      }
      yield terms;
    }
  }

  /** The bytes of a place in the stream. */
  read({ from, to }: Place): Promise<Uint8Array> {
    return readStream((part) => this.open(part), from, to);
  }

  held(part: number): Uint8Array | undefined {
    return this.#source.parts.held(this.info.id, part);
  }

  /** Opens a part and keeps it a while. */
  open(part: number): Promise<Uint8Array> {
    return this.#source.parts.get(this.info.id, part, () => this.part(part));
  }

  /** Opens a part without keeping it. */
  async part(part: number): Promise<Uint8Array> {
    const sealed = await this.#source.store.blob(this.info.id, part);
    if (sealed === undefined) throw new SearchError('index-damaged', { segment: this.info.id, part });
    return openPart(this.#key, { segment: this.info.id, part }, sealed);
  }

  #listsAt(place: Place): TermLists {
    return new TermLists((wanted) => this.read(wanted), place, this.runs.length);
  }

  async #gather(prefix: string): Promise<StartingLists> {
    const wanted = Buffer.from(prefix, 'utf8');
    const long: TermLists[] = [];
    const short: Place[] = [];
    for await (const { block, reader } of this.#wordBlocks(wanted)) {
      while (nextListed(reader, wanted)) {
        const place = placeIn(block, reader);
        if (reader.postings > LONG) long.push(this.#listsAt(place));
        else short.push(place);
      }
    }
    const words: (PostingsPlace & { readonly length: number })[] = [];
    for (const { from, places, to } of stretchesOf(short)) {
      const bytes = await this.read({ from, to });
      for (const place of places) words.push({ bytes, start: place.from - from, length: place.to - place.from });
    }
    return { long, short: new PrefixLists(this.runs.length, words) };
  }

  async #findWord(wanted: Uint8Array): Promise<Place | undefined> {
    const { words } = this.head;
    const block =
      words[countBefore(words, (first) => compareBytes(first, first.length, wanted, wanted.length) <= 0) - 1];
    if (block === undefined) return undefined;
    const found = findWord(await this.read(block.terms), wanted);
    return found === undefined ? undefined : placeIn(block, found);
  }

  async #findEast(code: number): Promise<Place | undefined> {
    const { east } = this.head;
    const block = east[countBefore(east, (first) => first <= code) - 1];
    if (block === undefined) return undefined;
    const found = findEast(await this.read(block.terms), block.first, code);
    return found === undefined ? undefined : placeIn(block, found);
  }

  /** The blocks in which words with a prefix may stand. */
  async *#wordBlocks(
    wanted: Uint8Array,
  ): AsyncGenerator<{ readonly block: DictionaryBlock<Uint8Array>; readonly reader: WordReader }> {
    const { words } = this.head;
    let n = Math.max(
      0,
      countBefore(words, (first) => compareBytes(first, first.length, wanted, wanted.length) <= 0) - 1,
    );
    for (; n < words.length; n++) {
      const block = words[n];
      if (
        block === undefined ||
        compareBytes(block.first, Math.min(block.first.length, wanted.length), wanted, wanted.length) > 0
      )
        return;
      yield { block, reader: new WordReader(await this.read(block.terms)) };
    }
  }
}

/** Moves on to the next listed word with a prefix; false if the block has none. */
function nextListed(reader: WordReader, prefix: Uint8Array): boolean {
  while (reader.next()) if (reader.startsWith(prefix) && isListedWord(reader)) return true;
  return false;
}

function isListedWord({ term }: WordReader): boolean {
  return isListed(codePointAt(term.bytes, 0), term.bytes[1] ?? 0, term.length);
}

/** Places that stand one behind the other in one piece of the stream: such are read where they stand. */
function stretchesOf(places: readonly Place[]): { readonly from: number; to: number; readonly places: Place[] }[] {
  const stretches: { readonly from: number; to: number; readonly places: Place[] }[] = [];
  for (const place of places) {
    const last = stretches.at(-1);
    if (last?.to === place.from && partOf(last.from) === partOf(place.to - 1)) {
      last.places.push(place);
      last.to = place.to;
    } else stretches.push({ from: place.from, to: place.to, places: [place] });
  }
  return stretches;
}

function placeIn(block: DictionaryBlock<unknown>, found: FoundTerm): Place {
  const from = block.postings.from + found.postingsAt;
  return { from, to: from + found.postings };
}

/** How many of the blocks, whose first terms ascend, start with one that is before. */
function countBefore<First>(blocks: readonly DictionaryBlock<First>[], isBefore: (first: First) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block !== undefined && isBefore(block.first)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function remembered<T>(known: Map<string, Promise<T>>, name: string, find: () => Promise<T>): Promise<T> {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = find();
  found.catch(() => known.delete(name));
  known.set(name, found);
  for (const oldest of known.keys()) {
    if (known.size <= REMEMBERED) break;
    known.delete(oldest);
  }
  return found;
}
