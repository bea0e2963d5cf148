// Holds the projections' tables in a file of their own that may be dropped at any time. Queries go through Kysely;
// rows in bulk through prepared statements inside the same transaction.

import { Kysely, type SqliteDatabase, SqliteDialect, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { DamageWatch } from './damage-watch.ts';
import { type Database, migrate, openDatabase, prepared, removeDatabase, truncateLog } from './database.ts';

/** What a fold may do inside its transaction. */
export interface FoldTransaction<T> {
  readonly db: Transaction<T>;
  /** Inserts rows whose values stand in the order of `columns`. */
  readonly insertMany: (
    table: keyof T & string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ) => void;
  /** Deletes the rows whose `column` lies in one of the runs (first, count). */
  readonly removeRuns: (
    table: keyof T & string,
    column: string,
    runs: readonly (readonly [first: number, count: number])[],
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
  private readonly kysely: Kysely<T>;
  private readonly options: ProjectionStoreOptions;
  private watch: DamageWatch;

  constructor(options: ProjectionStoreOptions) {
    this.options = options;
    this.watch = new DamageWatch(options.file);
    this.db = this.openFile();
    this.kysely = this.queries();
  }

  private openFile(): Database {
    const { file, key } = this.options;
    const readonly = this.options.readonly === true;
    const db = openDatabase({ file, key, readonly, rebuildable: true });
    if (!readonly) migrate(db, this.options.migrations);
    return db;
  }

  /** The query builder outlives the file: whoever holds it goes on with the one that took its place. */
  private queries(): Kysely<T> {
    const prepare: SqliteDatabase['prepare'] = (sql) => this.watch.prepare(this.db, sql);
    return new Kysely<T>({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } }) });
  }

  /** Whether something read here was damaged: the file is to be dropped and folded again. */
  get isDamaged(): boolean {
    return this.watch.isDamaged;
  }

  /** For views: reading only. */
  get read(): ReadonlyKysely<T> {
    return this.kysely as unknown as ReadonlyKysely<T>;
  }

  /** Folds inside one transaction. */
  async write<R>(fold: (tx: FoldTransaction<T>) => Promise<R>): Promise<R> {
    return this.kysely
      .transaction()
      .execute((db) => fold({ db, insertMany: this.insertMany, removeRuns: this.removeRuns }));
  }

  private readonly insertMany: FoldTransaction<T>['insertMany'] = (table, columns, rows) => {
    if (rows.length === 0) return;
    const names = columns.map((name) => `"${name}"`).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const insert = prepared(this.db, `insert into "${table}" (${names}) values (${marks}) on conflict do nothing`);
    this.watch.over(() => {
      for (const row of rows) insert.run(row);
    });
  };

  private readonly removeRuns: FoldTransaction<T>['removeRuns'] = (table, column, runs) => {
    const remove = this.db.prepare(`delete from "${table}" where "${column}" >= ? and "${column}" < ?`);
    this.watch.over(() => {
      for (const [first, count] of runs) remove.run(first, first + count);
    });
  };

  /** Empties the log into the file, so that no byte of a removed row is left. */
  async truncateLog(): Promise<void> {
    await truncateLog(this.db);
  }

  /** Drops the file and makes an empty one. */
  drop(): void {
    this.db.close();
    removeDatabase(this.options.file);
    this.watch = new DamageWatch(this.options.file);
    this.db = this.openFile();
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
