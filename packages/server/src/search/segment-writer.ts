/**
 * Builds one sealed segment: its terms in order, each with its lists, then the tables of its runs. It is the same for a new segment
 * and for the rewriting of old ones, and holds the dictionaries open, not the postings.
 */

import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Pace } from '../records/pace.ts';
import { BitWriter } from './bits.ts';
import { ByteWriter } from './byte-writer.ts';
import { BLOCK_BYTES, EastWriter, WordWriter, writeRunList } from './dictionary.ts';
import { CHUNK_DOCS, type DocColumns, writeDocChunk } from './doc-table.ts';
import { letGo } from './let-go.ts';
import { PostingsWriter } from './postings.ts';
import { SealedStreamWriter } from './sealed-stream.ts';
import { type DictionaryBlock, type DocChunk, levelOf, type Place, type RunHead, sealHead } from './segment-layout.ts';
import type { SealedPart, SealedSegment, SegmentKey } from './segment-store.ts';

/** The seqs that a segment covers. */
export interface Coverage {
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** The messages of a run, newest first, and which of its documents are holes, ascending. */
export interface RunTable {
  readonly documents: number;
  /** Times and seqs, for whoever asks to do away with: they are large, and wanted when all terms are written. */
  readonly docs: () => Promise<DocColumns>;
  readonly holes: Uint32Array;
}

/** Where a block starts. */
interface OpenBlock<First> {
  readonly first: First;
  readonly terms: number;
  readonly postings: number;
}

/** Terms of a segment that stand one behind the other: as its dictionary spells them, and all their postings. */
export interface Stretch {
  readonly terms: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly postings: Uint8Array;
  readonly postingsFrom: number;
  readonly postingsTo: number;
}

export class SegmentWriter {
  readonly #id: number;
  readonly #key: KeyObject;
  readonly #hasRuns: boolean;
  readonly #stream: SealedStreamWriter;
  readonly #words = new WordWriter();
  readonly #east = new EastWriter();
  readonly #wordBlocks: OpenBlock<Uint8Array>[] = [];
  readonly #eastBlocks: OpenBlock<number>[] = [];
  readonly #directory = new ByteWriter(256);
  readonly #lists = new ByteWriter(1 << 16);
  /** Behind the run of the last list of the term. */
  #nextRun = 0;
  #eastFrom = 0;
  /** Where the block begins that terms go into; so far before that another is due, if none does. */
  #wordBlockFrom = -BLOCK_BYTES;
  #eastBlockFrom = -BLOCK_BYTES;

  /** For so many runs. */
  constructor(key: SegmentKey, runs: number) {
    this.#id = key.id;
    this.#key = createSecretKey(key.key);
    this.#hasRuns = runs > 1;
    this.#stream = new SealedStreamWriter(this.#id, this.#key);
  }

  /** Adds the list of a run, behind those of earlier ones, of the term that `word` or `east` will name. */
  list(run: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#hasRuns) writeRunList(this.#directory, run - this.#nextRun, end - start);
    this.#nextRun = run + 1;
    this.#lists.copy(bytes, start, end);
  }

  /** The next word, as UTF-8, whose lists were just added; without lists it is left out: false then. Words come before characters. */
  word(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#lists.length === 0) return false;
    if (this.#isWordBlockDue) this.#startWordBlock(bytes.slice(start, end));
    this.#words.add(bytes, start, end, this.#takeLists());
    this.#eastFrom = this.#stream.length;
    return true;
  }

  /** Words as another segment spells them; they may start a block with the first. The last of them shares so much with the next. */
  copyWords(stretch: Stretch, first: Uint8Array, sharedWithNext: Uint8Array): void {
    if (this.#isWordBlockDue) this.#startWordBlock(first);
    this.#words.copy(stretch.terms, stretch.from, stretch.to, sharedWithNext);
    this.#stream.append(stretch.postings, stretch.postingsFrom, stretch.postingsTo);
    this.#eastFrom = this.#stream.length;
  }

  /** The next word starts a block. */
  endWordBlock(): void {
    this.#wordBlockFrom = -BLOCK_BYTES;
  }

  /** The next character or pair whose lists were just added; without lists it is left out: false then. */
  east(code: number): boolean {
    if (this.#lists.length === 0) return false;
    if (this.#isEastBlockDue) this.#startEastBlock(code);
    this.#east.add(code, this.#takeLists());
    return true;
  }

  /** Characters and pairs as another segment spells them, and the last of them; they may start a block with the first. */
  copyEast(stretch: Stretch, first: number, last: number): void {
    if (this.#isEastBlockDue) this.#startEastBlock(first);
    this.#east.copy(stretch.terms, stretch.from, stretch.to, last);
    this.#stream.append(stretch.postings, stretch.postingsFrom, stretch.postingsTo);
  }

  /** The next character or pair starts a block. */
  endEastBlock(): void {
    this.#eastBlockFrom = -BLOCK_BYTES;
  }

  get #isWordBlockDue(): boolean {
    return this.#words.out.length - this.#wordBlockFrom >= BLOCK_BYTES;
  }

  get #isEastBlockDue(): boolean {
    return this.#east.out.length - this.#eastBlockFrom >= BLOCK_BYTES;
  }

  #startWordBlock(first: Uint8Array): void {
    this.#wordBlockFrom = this.#words.out.length;
    this.#words.startBlock();
    this.#wordBlocks.push({ first, terms: this.#wordBlockFrom, postings: this.#stream.length });
  }

  #startEastBlock(first: number): void {
    this.#eastBlockFrom = this.#east.out.length;
    this.#east.startBlock();
    this.#eastBlocks.push({ first, terms: this.#eastBlockFrom, postings: this.#stream.length });
  }

  /** How many sealed parts `takeParts` would give. */
  get sealedParts(): number {
    return this.#stream.parts;
  }

  /** The parts that are sealed so far, but for those that were taken before. */
  takeParts(): readonly SealedPart[] {
    return this.#stream.take();
  }

  /** Seals the rest, and gives it with the parts that were not taken. Every run has a message. */
  async finish(tables: readonly RunTable[], coverage: Coverage, pace: Pace): Promise<SealedSegment> {
    const stream = this.#stream;
    const postings = stream.length;
    const words = this.#appendDictionary(this.#words.out, this.#wordBlocks, this.#eastFrom);
    const east = this.#appendDictionary(this.#east.out, this.#eastBlocks, postings);
    const runs: RunHead[] = [];
    for (const table of tables) runs.push(await this.#appendRun(table, pace));
    const messages = runs.reduce((sum, run) => sum + run.messages, 0);
    const head = sealHead(this.#key, this.#id, { runs, words, east, length: stream.length });
    const minAt = Math.min(...runs.map((run) => run.minAt));
    const maxAt = Math.max(...runs.map((run) => run.maxAt));
    const info = { id: this.#id, ...coverage, minAt, maxAt, messages, level: levelOf(messages) };
    return { info, head, parts: stream.finish() };
  }

  #takeLists(): number {
    const bytes = this.#directory.length + this.#lists.length;
    this.#stream.append(this.#directory.bytes, 0, this.#directory.length);
    this.#stream.append(this.#lists.bytes, 0, this.#lists.length);
    this.#nextRun = 0;
    this.#directory.clear();
    this.#lists.clear();
    return bytes;
  }

  #appendDictionary<First>(
    out: ByteWriter,
    blocks: readonly OpenBlock<First>[],
    postingsEnd: number,
  ): DictionaryBlock<First>[] {
    const from = this.#stream.length;
    this.#stream.append(out.bytes, 0, out.length);
    return blocks.map(({ first, postings, terms }, n) => {
      const next = blocks[n + 1];
      return {
        first,
        terms: { from: from + terms, to: from + (next?.terms ?? out.length) },
        postings: { from: postings, to: next?.postings ?? postingsEnd },
      };
    });
  }

  async #appendRun(table: RunTable, pace: Pace): Promise<RunHead> {
    const { documents, holes } = table;
    const docs = await table.docs();
    const chunks: DocChunk[] = [];
    for (let from = 0; from < documents; from += CHUNK_DOCS) {
      const chunk = writeDocChunk(docs, from, Math.min(documents, from + CHUNK_DOCS));
      chunks.push({ at: docs.at[from] ?? 0, ...this.#append(chunk) });
      if (pace.isDue) await pace.rest();
    }
    const [minAt, maxAt] = [docs.at[documents - 1] ?? 0, docs.at[0] ?? 0];
    letGo(docs.at, docs.seq);
    return {
      documents,
      messages: documents - holes.length,
      minAt,
      maxAt,
      chunks,
      holes: this.#append(holeList(holes, documents)),
    };
  }

  #append(bytes: Uint8Array): Place {
    const from = this.#stream.length;
    this.#stream.append(bytes, 0, bytes.length);
    return { from, to: from + bytes.length };
  }
}

function holeList(holes: Uint32Array, documents: number): Uint8Array {
  const out = new BitWriter(1024);
  if (holes.length === 0) return out.take();
  const list = { keys: holes.map((doc) => doc << 16), from: 0, to: holes.length };
  new PostingsWriter(out, new BitWriter(1024)).write(list, { positioned: false, documents });
  return out.take();
}
