/**
 * What the ledger asks of storage: the log's rows and the data keys. Interfaces only; engines implement them and one
 * conformance suite holds for all. Hashes and sealed bytes pass here, never a record.
 */

/** A data key's number: a positive safe integer, minted once and never again. */
export type KeyId = number;

/** A page as it is stored. */
export interface PageRow {
  readonly firstSeq: number;
  readonly bytes: Uint8Array;
  /** SHA-256("acta/page/v2\n" ‖ bytes). */
  readonly sha256: Uint8Array;
}

/** Commitments of 256 consecutive entries, 32 bytes each; the log's last bundle may be shorter. */
export interface BundleRow {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Hashes of one tile of level 1 or more, 32 bytes each, as far as they are complete. */
export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Reading. Any method may reject with LedgerError `unreadable` where the medium has failed. */
export interface LogReader {
  /** The number of entries. */
  size(): Promise<number>;
  /** `count` bundles from index `first`; undefined where a row is gone or unreadable, or never was. */
  bundles(first: number, count: number): Promise<readonly (Uint8Array | undefined)[]>;
  /** A tile of level 1 or more; a partial tile is the row as far as it goes. */
  tile(level: number, index: number): Promise<Uint8Array | undefined>;
  /** At most `limit` pages in order, beginning with the one whose firstSeq is the largest that is ≤ `fromSeq`. */
  pages(fromSeq: number, limit: number): Promise<readonly PageRow[]>;
  /** The pages these seqs lie in (for each the one whose firstSeq is the largest that is ≤ the seq), each once, asked for at once. */
  pagesOf(seqs: readonly number[]): Promise<readonly PageRow[]>;
  /** The newest signed note. */
  checkpoint(): Promise<string | undefined>;
}

/** What one commit adds. Bundle and tile rows are whole: they replace the partial row of the same index. */
export interface LogChange {
  readonly firstSeq: number;
  readonly bundles: readonly BundleRow[];
  readonly tiles: readonly TileRow[];
  readonly pages: readonly PageRow[];
}

/** Writing. There is one writer. */
export interface LogStore extends LogReader {
  /** One durable transaction. Rejects with `size-changed` unless size() is `change.firstSeq`. */
  commit(change: LogChange): Promise<void>;
  /** Keeps a signed note as the newest. */
  saveCheckpoint(size: number, note: string): Promise<void>;
  /** For erasing only: one durable transaction in which each row replaces the one with its firstSeq, old bytes overwritten. */
  replacePages(pages: readonly PageRow[]): Promise<void>;
}

/** The data keys, which stand apart from what they open. */
export interface DataKeys {
  /** The keys that live, 32 bytes each; an id without an entry is destroyed or was never minted. */
  open(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Uint8Array>>;
  state(id: KeyId): Promise<'never' | 'live' | 'erased'>;
}
