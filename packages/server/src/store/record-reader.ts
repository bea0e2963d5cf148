// Opens records from their pages: one, some, or all in order. What is erased is absent; what stands and cannot be opened is
// named as damaged, never passed over where somebody looks and never an invented value. It reads; it has no way to write.

import { createSecretKey, type KeyObject } from 'node:crypto';
import {
  type DataKeys,
  type Entry,
  entryIn,
  LedgerError,
  type LogReader,
  type OpenStrip,
  openPage,
  type PageRow,
  pageKeys,
  type RecordPlace,
  SealedPage,
} from '@acta/ledger';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';
import { ByteCache } from './byte-cache.ts';

const PAGES_A_READ = 64;
const PAGE_ENTRIES = 256;
const CACHED_PAGE_BYTES = 64 * 1024 * 1024;
const CACHED_STRIP_BYTES = 48 * 1024 * 1024;
const CACHED_RECORD_BYTES = 8 * 1024 * 1024;
/** What a record takes as an object, beside its bytes, about. */
const PARSED_BYTES_A_BYTE = 4;

export interface RecordReaderParts {
  readonly cellId: Uint8Array;
  readonly log: LogReader;
  readonly keys: DataKeys;
}

/** A stretch of the ledger as it was read: what opens, and where it ends. */
export interface Stretch {
  readonly records: readonly PlacedRecord[];
  /** The seq after the last one of the stretch, opened or not. */
  readonly next: number;
}

/** A seq and where its record lies. */
interface PlacedSeq {
  readonly seq: number;
  readonly page: SealedPage;
  readonly place: RecordPlace;
}

/** A seq whose record's key stands. */
interface LiveSeq extends PlacedSeq {
  readonly key: Uint8Array;
}

export class RecordReader {
  private readonly parts: RecordReaderParts;
  /** By block of 256 seqs, which no page crosses: those of its pages that were read. */
  private readonly pages = new ByteCache<readonly SealedPage[]>(CACHED_PAGE_BYTES);
  /** By the first seq of the page and the strip's number in it. */
  private readonly strips = new ByteCache<OpenStrip>(CACHED_STRIP_BYTES);
  /** By seq: titles and names are asked for again and again. */
  private readonly parsed = new ByteCache<LedgerRecord>(CACHED_RECORD_BYTES);
  /** Of the keys as the key store holds them. */
  private readonly keyObjects = new WeakMap<Uint8Array, KeyObject>();

  constructor(parts: RecordReaderParts) {
    this.parts = parts;
  }

  /** The record at `seq`, or undefined if it is erased or beyond the end. Throws `record-damaged`. */
  async record(seq: number): Promise<LedgerRecord | undefined> {
    return (await this.records([seq])).get(seq);
  }

  /** The records at these seqs; what is erased is absent. Throws `record-damaged` for one that stands and cannot be opened. */
  async records(seqs: readonly number[]): Promise<ReadonlyMap<number, LedgerRecord>> {
    const found = await this.legible(seqs);
    if (found.size < seqs.length) await this.expectErased(seqs.filter((seq) => !found.has(seq)));
    return found;
  }

  /** The records at these seqs, for whoever must go on past damage; what cannot be opened is absent. */
  async legible(seqs: readonly number[]): Promise<ReadonlyMap<number, LedgerRecord>> {
    const found = new Map<number, LedgerRecord>();
    await this.eachLive(seqs, (at, strip) => found.set(at.seq, this.parsed.get(at.seq) ?? this.parse(at, strip())));
    return found;
  }

  /** The entries at these seqs with their bytes and salts, in order; what is erased is absent. Throws `record-damaged`. */
  async entries(seqs: readonly number[]): Promise<Entry[]> {
    const found: Entry[] = [];
    await this.eachLive(seqs, ({ place, seq }, strip) => found.push(entryIn(strip(), seq, place)));
    const opened = new Set(found.map(({ seq }) => seq));
    await this.expectErased(seqs.filter((seq) => !opened.has(seq)));
    return found;
  }

  /** Looks at those of these seqs whose key stands, in order; passes over a strip that is not well-formed. */
  private async eachLive(seqs: readonly number[], look: (at: LiveSeq, strip: () => OpenStrip) => void): Promise<void> {
    const open = new Set<OpenStrip>();
    for (const at of await this.live(seqs)) {
      unlessRefused(() =>
        look(at, () => {
          const strip = this.strip(at);
          open.add(strip);
          return strip;
        }),
      );
    }
    // They are kept for long.
    for (const strip of open) strip.rest();
  }

  private parse({ place, seq }: LiveSeq, strip: OpenStrip): LedgerRecord {
    const bytes = strip.record(place.index);
    const record = parse(bytes);
    this.parsed.set(seq, record, bytes.length * PARSED_BYTES_A_BYTE);
    return record;
  }

  /** Nothing that is absent may stand in its page under a key that was not destroyed. */
  private async expectErased(seqs: readonly number[]): Promise<void> {
    if (seqs.length === 0) return;
    const size = await this.parts.log.size();
    for (const seq of seqs) if (!(await this.isErased(seq, size))) throw new ServerError('record-damaged', { seq });
  }

  private async isErased(seq: number, size: number): Promise<boolean> {
    const page = (await this.pagesOf([seq])).get(seq);
    if (page === undefined) return seq < 0 || seq >= size;
    const place = page.placeOf(seq);
    // That a slot is empty stands in the page's head alone, which only the page's hash confirms.
    if (place === undefined) return page.isWhole;
    return (await this.parts.keys.state(place.keyId)) === 'erased';
  }

  /** Those of these seqs whose key stands, in order; all keys are asked for at once. */
  private async live(seqs: readonly number[]): Promise<LiveSeq[]> {
    const found = await this.withKeys(await this.placed(seqs));
    if (found.closed.length === 0) return found.live;
    // A page that was read before its records moved under another key is read again.
    for (const { seq } of found.closed) this.pages.delete(blockOf(seq));
    const again = await this.withKeys(await this.placed(found.closed.map(({ seq }) => seq)));
    return [...found.live, ...again.live].sort((a, b) => a.seq - b.seq);
  }

  /** What was opened before counts only as long as its key does. */
  private async withKeys(placed: readonly PlacedSeq[]): Promise<{ live: LiveSeq[]; closed: PlacedSeq[] }> {
    const keys = await this.parts.keys.open([...new Set(placed.map(({ place }) => place.keyId))]);
    const live: LiveSeq[] = [];
    const closed: PlacedSeq[] = [];
    for (const at of placed) {
      const key = keys.get(at.place.keyId);
      if (key !== undefined) live.push({ seq: at.seq, page: at.page, place: at.place, key });
      else {
        closed.push(at);
        this.strips.delete(stripName(at));
        this.parsed.delete(at.seq);
      }
    }
    return { live, closed };
  }

  /** The open strip of a record. Throws where the ledger refuses to open it. */
  private strip(at: LiveSeq): OpenStrip {
    const name = stripName(at);
    const known = this.strips.get(name);
    if (known !== undefined) return known;
    const { cellId } = this.parts;
    const opened = at.page.open(at.place.strip, { cellId, key: this.keyObject(at.key) });
    this.strips.set(name, opened, opened.heldBytes);
    return opened;
  }

  /** Made once for a key: it takes as long as opening a strip with it. */
  private keyObject(key: Uint8Array): KeyObject {
    let made = this.keyObjects.get(key);
    if (made === undefined) {
      made = createSecretKey(key);
      this.keyObjects.set(key, made);
    }
    return made;
  }

  /** Those of the seqs that stand in a strip, in order. */
  private async placed(seqs: readonly number[]): Promise<PlacedSeq[]> {
    const wanted = [...new Set(seqs)].sort((a, b) => a - b);
    const pages = await this.pagesOf(wanted);
    const found: PlacedSeq[] = [];
    for (const seq of wanted) {
      const page = pages.get(seq);
      const place = page?.placeOf(seq);
      if (page !== undefined && place !== undefined) found.push({ seq, page, place });
    }
    return found;
  }

  /** By seq the page that holds it, unless there is none that can be read. What is not in memory is fetched at once. */
  private async pagesOf(seqs: readonly number[]): Promise<ReadonlyMap<number, SealedPage>> {
    const found = new Map<number, SealedPage>();
    for (const seq of seqs) putPage(found, seq, this.pages.get(blockOf(seq)));
    const missing = seqs.filter((seq) => !found.has(seq));
    if (missing.length === 0) return found;
    const rows = await this.parts.log.pagesOf(missing);
    const read = Map.groupBy(
      rows.flatMap((row) => unlessRefused(() => new SealedPage(row)) ?? []),
      ({ firstSeq }) => blockOf(firstSeq),
    );
    for (const [block, pages] of read) this.keepPages(block, pages);
    for (const seq of missing) putPage(found, seq, read.get(blockOf(seq)));
    return found;
  }

  private keepPages(block: number, read: readonly SealedPage[]): void {
    const firsts = new Set(read.map(({ firstSeq }) => firstSeq));
    const known = (this.pages.get(block) ?? []).filter(({ firstSeq }) => !firsts.has(firstSeq));
    const pages = [...known, ...read];
    this.pages.set(
      block,
      pages,
      pages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    );
  }

  /** Every record from `fromSeq` to the end that can be opened, in order, in stretches; flat memory. */
  async *stretches(fromSeq: number, until: number = Number.MAX_SAFE_INTEGER): AsyncGenerator<Stretch> {
    let at = fromSeq;
    while (at < until) {
      const records: PlacedRecord[] = [];
      let next = at;
      for (const row of await this.parts.log.pages(at, PAGES_A_READ)) {
        const end = await this.readPage(row, (seq, record) => {
          if (seq >= at && seq < until) records.push({ seq, record: parse(record) });
        });
        next = Math.max(next, end);
      }
      if (next <= at) return;
      yield { records, next: Math.min(next, until) };
      at = next;
    }
  }

  /** Hands over a page's records in order; returns the seq behind it, or 0 if the page is not what its hash says. */
  private async readPage(page: PageRow, take: (seq: number, record: Uint8Array) => void): Promise<number> {
    const ids = unlessRefused(() => pageKeys(page));
    if (ids === undefined) return 0;
    const { broken, closed, entries, erased } = openPage({
      cellId: this.parts.cellId,
      page,
      keys: await this.parts.keys.open(ids),
    });
    for (const { record, seq } of entries) take(seq, record);
    const brokenSeqs = broken.reduce((sum, { seqs }) => sum + seqs.length, 0);
    return page.firstSeq + entries.length + closed.length + erased.length + brokenSeqs;
  }

  /** Forgets what is cached; after pages were rewritten. */
  forget(): void {
    this.pages.clear();
    this.strips.clear();
    this.parsed.clear();
  }
}

function stripName({ page, place }: PlacedSeq): number {
  return page.firstSeq * PAGE_ENTRIES + place.strip;
}

/** Puts the one of a block's pages that holds the seq. */
function putPage(into: Map<number, SealedPage>, seq: number, pages: readonly SealedPage[] | undefined): void {
  const page = pages?.find(({ firstSeq, next }) => seq >= firstSeq && seq < next);
  if (page !== undefined) into.set(seq, page);
}

function blockOf(seq: number): number {
  return Math.floor(seq / PAGE_ENTRIES);
}

function parse(record: Uint8Array): LedgerRecord {
  return JSON.parse(Buffer.from(record.buffer, record.byteOffset, record.length).toString('utf8')) as LedgerRecord;
}

/** What the ledger refuses to open counts as not there. */
function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerError) return undefined;
    throw error;
  }
}
