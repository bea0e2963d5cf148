/** A log store in memory for tests, with the rows in reach so that tests can lose and alter them. */
import { LedgerError } from './error.ts';
import type { LogChange, LogStore, PageRow } from './store.ts';

/** Rows by key; `unreadable` names those that reject, as `bundle/3`, `tile/1/0` or `page/256`. */
export class MemoryStore implements LogStore {
  readonly bundleRows: Map<number, Uint8Array> = new Map();
  readonly tileRows: Map<string, Uint8Array> = new Map();
  pageRows: PageRow[] = [];
  note: string | undefined;
  entries = 0;
  readonly unreadable: Set<string> = new Set();
  /** Runs before each commit; what it throws the commit throws. */
  beforeCommit: () => void = () => undefined;
  reads = 0;

  async size(): Promise<number> {
    return this.entries;
  }

  async bundles(first: number, count: number): Promise<readonly (Uint8Array | undefined)[]> {
    this.reads++;
    return Array.from({ length: count }, (_, i) => {
      this.#expectReadable(`bundle/${first + i}`);
      return this.bundleRows.get(first + i);
    });
  }

  async tile(level: number, index: number): Promise<Uint8Array | undefined> {
    this.reads++;
    this.#expectReadable(`tile/${level}/${index}`);
    return this.tileRows.get(`${level}/${index}`);
  }

  async pages(fromSeq: number, limit: number): Promise<readonly PageRow[]> {
    let low = 0;
    let high = this.pageRows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pageRows[middle]?.firstSeq ?? 0) <= fromSeq) low = middle + 1;
      else high = middle;
    }
    const rows = this.pageRows.slice(Math.max(0, low - 1), Math.max(0, low - 1) + limit);
    for (const { firstSeq } of rows) this.#expectReadable(`page/${firstSeq}`);
    return rows;
  }

  async pagesOf(seqs: readonly number[]): Promise<readonly PageRow[]> {
    const found = new Map<number, PageRow>();
    for (const seq of seqs) {
      const [row] = await this.pages(seq, 1);
      if (row !== undefined && row.firstSeq <= seq) found.set(row.firstSeq, row);
    }
    return [...found.values()];
  }

  async checkpoint(): Promise<string | undefined> {
    return this.note;
  }

  async commit(change: LogChange): Promise<void> {
    this.beforeCommit();
    if (change.firstSeq !== this.entries) throw new LedgerError('size-changed', { size: this.entries });
    for (const { index, bytes } of change.bundles) this.bundleRows.set(index, bytes);
    for (const { level, index, bytes } of change.tiles) this.tileRows.set(`${level}/${index}`, bytes);
    this.pageRows.push(...change.pages);
    this.entries = [...this.bundleRows.values()].reduce((sum, { length }) => sum + length / 32, 0);
  }

  async saveCheckpoint(_size: number, note: string): Promise<void> {
    this.note = note;
  }

  async replacePages(pages: readonly PageRow[]): Promise<void> {
    const replaced = new Map(pages.map((page) => [page.firstSeq, page]));
    this.pageRows = this.pageRows.map((page) => replaced.get(page.firstSeq) ?? page);
  }

  #expectReadable(row: string): void {
    if (this.unreadable.has(row)) throw new LedgerError('unreadable');
  }
}
