// Holds the projections' tables in a file of their own that may be dropped at any time. Queries go through Kysely;
// rows in bulk through prepared statements inside the same transaction.

import { rmSync } from 'node:fs';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { type Database, migrate, openDatabase, truncateLog } from './database.ts';

/** What a fold may do inside its transaction. */
export interface FoldTransaction<T> {
  readonly db: Transaction<T>;
  /** Inserts rows whose values stand in the order of `columns`. */
  readonly insertMany: (
    table: keyof T & string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ) => void;
}

export type Value = number | string | Uint8Array | null;

export interface ProjectionStoreOptions {
  readonly file: string;
  readonly key: Uint8Array;
  readonly readonly?: boolean;
  readonly migrations: readonly string[];
}

export class SqliteProjectionStore<T> {
  private db: Database;
  private kysely: Kysely<T>;
  private readonly options: ProjectionStoreOptions;

  constructor(options: ProjectionStoreOptions) {
    this.options = options;
    this.db = this.openFile();
    this.kysely = new Kysely<T>({ dialect: new SqliteDialect({ database: this.db }) });
  }

  private openFile(): Database {
    const { file, key } = this.options;
    const readonly = this.options.readonly === true;
    const db = openDatabase({ file, key, readonly, rebuildable: true });
    if (!readonly) migrate(db, this.options.migrations);
    return db;
  }

  /** For views: reading only. */
  get read(): ReadonlyKysely<T> {
    return this.kysely as unknown as ReadonlyKysely<T>;
  }

  /** Folds inside one transaction. */
  async write<R>(fold: (tx: FoldTransaction<T>) => Promise<R>): Promise<R> {
    return this.kysely.transaction().execute((db) => fold({ db, insertMany: this.insertMany }));
  }

  private readonly insertMany: FoldTransaction<T>['insertMany'] = (table, columns, rows) => {
    if (rows.length === 0) return;
    const names = columns.map((name) => `"${name}"`).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const insert = this.db.prepare(`insert into "${table}" (${names}) values (${marks}) on conflict do nothing`);
    for (const row of rows) insert.run(row);
  };

  /** Empties the log into the file, so that no byte of a removed row is left. */
  async truncateLog(): Promise<void> {
    await truncateLog(this.db);
  }

  /** Drops the file and makes an empty one. */
  async drop(): Promise<void> {
    await this.close();
    for (const end of ['', '-wal', '-shm']) rmSync(this.options.file + end, { force: true });
    this.db = this.openFile();
    this.kysely = new Kysely<T>({ dialect: new SqliteDialect({ database: this.db }) });
  }

  /** All rows of a table in a given order, as arrays; for comparing two foldings. */
  rows(table: string, order: string): unknown[][] {
    const columns = (this.db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`);
    return this.db
      .prepare(`select ${columns.join(', ')} from "${table}" order by ${order}`)
      .raw()
      .all() as unknown[][];
  }

  async close(): Promise<void> {
    await this.kysely.destroy();
    if (this.db.open) this.db.close();
  }
}
