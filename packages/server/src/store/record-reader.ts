// Opens records from their pages: one, some, or all in order. What is erased is absent; what stands and cannot be opened is
// named as damaged, never passed over where somebody looks and never an invented value. It reads; it has no way to write.

import {
  type DataKeys,
  type Entry,
  LedgerError,
  type LogReader,
  openPage,
  openRecord,
  type PageRow,
} from '@acta/ledger';
import type { LedgerRecord, PlacedRecord } from '../records/record.ts';
import { ServerError } from '../server-error.ts';

const PAGES_A_READ = 64;
const CACHED_PAGES = 128;
/** Up to so many records of a page are opened one by one: a strip each, in place of every strip of their keys. */
const FEW_RECORDS = 3;

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

/** A page with the key of each of its sealed seqs, and the seq after it. */
interface KnownPage {
  readonly row: PageRow;
  readonly keyOf: ReadonlyMap<number, number>;
  readonly next: number;
}

export class RecordReader {
  private readonly parts: RecordReaderParts;
  private readonly cache = new Map<number, KnownPage>();

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
    for (const entry of await this.openable(seqs)) found.set(entry.seq, parse(entry));
    return found;
  }

  /** The entries at these seqs with their bytes and salts, in order; what is erased is absent. Throws `record-damaged`. */
  async entries(seqs: readonly number[]): Promise<Entry[]> {
    const found = await this.openable(seqs);
    const opened = new Set(found.map(({ seq }) => seq));
    await this.expectErased(seqs.filter((seq) => !opened.has(seq)));
    return found;
  }

  /** Nothing that is absent may stand in its page under a key that was not destroyed. */
  private async expectErased(seqs: readonly number[]): Promise<void> {
    if (seqs.length === 0) return;
    const { keys, log } = this.parts;
    const size = await log.size();
    for (const seq of seqs) {
      const page = await this.pageOf(seq);
      const keyId = page?.keyOf.get(seq);
      const isGone = page === undefined ? seq < 0 || seq >= size : keyId === undefined;
      if (!isGone && (keyId === undefined || (await keys.state(keyId)) !== 'erased')) {
        throw new ServerError('record-damaged', { seq });
      }
    }
  }

  private async openable(seqs: readonly number[]): Promise<Entry[]> {
    const wanted = [...new Set(seqs)].sort((a, b) => a - b);
    const found: Entry[] = [];
    for (let at = 0; at < wanted.length; ) {
      const page = await this.pageOf(wanted[at] ?? 0);
      if (page === undefined) {
        at++;
        continue;
      }
      let stop = at;
      while (stop < wanted.length && (wanted[stop] ?? 0) < page.next) stop++;
      found.push(...(await this.open(page, new Set(wanted.slice(at, stop)))));
      at = Math.max(stop, at + 1);
    }
    return found;
  }

  private async pageOf(seq: number): Promise<KnownPage | undefined> {
    for (let first = seq; first >= Math.floor(seq / 256) * 256; first--) {
      const cached = this.cache.get(first);
      if (cached !== undefined && seq < cached.next) return cached;
    }
    const [row] = await this.parts.log.pages(seq, 1);
    if (row === undefined || seq < row.firstSeq) return undefined;
    const page = this.known(row);
    if (page === undefined) return undefined;
    if (this.cache.size >= CACHED_PAGES) this.cache.delete(this.cache.keys().next().value ?? -1);
    this.cache.set(row.firstSeq, page);
    return seq < page.next ? page : undefined;
  }

  /** Undefined if the page is not what its hash says. */
  private known(row: PageRow): KnownPage | undefined {
    try {
      const { closed, erased } = this.openWith(row, new Map());
      const keyOf = new Map(closed.map(({ seq, keyId }) => [seq, keyId]));
      return { row, keyOf, next: row.firstSeq + closed.length + erased.length };
    } catch (error) {
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
  }

  /** Opens only the strips in which a wanted seq lies. */
  private async open(page: KnownPage, wanted: ReadonlySet<number>): Promise<Entry[]> {
    const ids = new Set([...wanted].map((seq) => page.keyOf.get(seq)).filter((id) => id !== undefined));
    const keys = await this.parts.keys.open([...ids]);
    if (wanted.size > FEW_RECORDS) return this.openWith(page.row, keys).entries.filter(({ seq }) => wanted.has(seq));
    return [...wanted].flatMap((seq) => {
      const opened = openRecord({ cellId: this.parts.cellId, page: page.row, seq, keys });
      return opened.state === 'open' ? [opened.entry] : [];
    });
  }

  private openWith(page: PageRow, keys: ReadonlyMap<number, Uint8Array>) {
    return openPage({ cellId: this.parts.cellId, page, keys });
  }

  /** Every record from `fromSeq` to the end that can be opened, in order, in stretches; flat memory. */
  async *stretches(fromSeq: number, until: number = Number.MAX_SAFE_INTEGER): AsyncGenerator<Stretch> {
    let at = fromSeq;
    while (at < until) {
      const pages = await this.parts.log.pages(at, PAGES_A_READ);
      const records: PlacedRecord[] = [];
      let next = at;
      for (const row of pages) {
        const page = this.known(row);
        if (page === undefined) continue;
        const keys = await this.parts.keys.open([...new Set(page.keyOf.values())]);
        for (const entry of this.openWith(row, keys).entries) {
          if (entry.seq >= at && entry.seq < until) records.push({ seq: entry.seq, record: parse(entry) });
        }
        next = Math.max(next, page.next);
      }
      if (next <= at) return;
      yield { records, next: Math.min(next, until) };
      at = next;
    }
  }

  /** Forgets what is cached; after pages were rewritten. */
  forget(): void {
    this.cache.clear();
  }
}

function parse(entry: Entry): LedgerRecord {
  return JSON.parse(Buffer.from(entry.record).toString('utf8')) as LedgerRecord;
}
