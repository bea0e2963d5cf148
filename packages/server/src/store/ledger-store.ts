// What the server asks of the ledger's store beyond what the ledger itself needs: which page took the place of which under
// an erasure, and how much the pages hold.

import type { LogStore, PageRow } from '@acta/ledger';

/** A page's hash before and after an erasure. */
export interface PageReplaced {
  readonly firstSeq: number;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface LedgerStore extends LogStore {
  /** Replaces pages for the erasure ordered at `erasure`, and keeps which hash took the place of which. */
  replacePages(pages: readonly PageRow[], erasure?: number): Promise<void>;
  /** Pages that an erasure has replaced so far, also before a crash. */
  changesOf(erasure: number): Promise<readonly PageReplaced[]>;
  /** Bytes that the pages hold. */
  pageBytes(): Promise<number>;
  /** Resolves when no byte of a replaced page is left, as far as the engine can promise it. */
  truncateLog(): Promise<void>;
}
