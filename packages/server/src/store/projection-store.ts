// What the rooms ask of the place where the projections' tables stand. It may be dropped and folded again at any time.
// Queries go through Kysely, in SQL that every engine speaks; rows in bulk have a door of their own.

import type { Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';

export type Value = number | string | Uint8Array | null;

/** What a fold may do inside its transaction. Names are those of the code, never input. */
export interface FoldTransaction<T> {
  readonly db: Transaction<T>;
  /** Inserts rows whose values stand in the order of `columns`; one whose key stands already is passed over. */
  readonly insertMany: (
    table: keyof T & string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ) => Promise<void>;
  /** Inserts rows of counts, the count last; where the same stands with another count, this is added to it. No two rows are the same. */
  readonly countMany: (
    table: keyof T & string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ) => Promise<void>;
  /** Deletes the rows whose `column` lies in one of the runs (first, count). */
  readonly removeRuns: (
    table: keyof T & string,
    column: string,
    runs: readonly (readonly [first: number, count: number])[],
  ) => Promise<void>;
}

export interface ProjectionStore<T> {
  /** For views: reading only. */
  readonly read: ReadonlyKysely<T>;
  /** Whether something read here was damaged: the store is to be dropped and folded again. */
  readonly isDamaged: boolean;
  /** Folds inside one transaction. */
  write<R>(fold: (tx: FoldTransaction<T>) => Promise<R>): Promise<R>;
  /** Resolves when no byte of a removed row is left, as far as the engine can promise it. */
  truncateLog(): Promise<void>;
  /** Drops all tables and makes empty ones. */
  drop(): Promise<void>;
  /** Takes note that another connection may have dropped the tables and made them anew. */
  reopen(): Promise<void>;
  /** All rows of a table in a given order, as arrays; for comparing two foldings. */
  rows(table: string, order: string): Promise<unknown[][]>;
  close(): Promise<void>;
}
