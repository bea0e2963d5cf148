// Holds the projections' tables in a file of their own that may be dropped at any time. Queries go through Kysely;
// rows in bulk through prepared statements inside the same transaction.

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { ServerError } from '../../server-error.ts';
import type { FoldTransaction, ProjectionStore, Value } from '../projection-store.ts';
import { DamageWatch } from './damage-watch.ts';
import { type Database, migrate, openDatabase, prepared, removeDatabase, truncateLog } from './database.ts';

export interface ProjectionStoreOptions {
  readonly file: string;
  readonly key: Uint8Array;
  readonly readonly?: boolean;
  readonly migrations: readonly string[];
}

export class SqliteProjectionStore<T> implements ProjectionStore<T> {
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
    try {
      expectMadeBy(db, this.options.migrations);
      if (!readonly) makeTables(db, this.options.migrations);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** The query builder outlives the file: whoever holds it goes on with the one that took its place. */
  private queries(): Kysely<T> {
    const prepare: SqliteDatabase['prepare'] = (sql) => this.watch.prepare(this.db, sql);
    return new Kysely<T>({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } }) });
  }

  get isDamaged(): boolean {
    return this.watch.isDamaged;
  }

  get read(): ReadonlyKysely<T> {
    return this.kysely as unknown as ReadonlyKysely<T>;
  }

  async write<R>(fold: (tx: FoldTransaction<T>) => Promise<R>): Promise<R> {
    return this.kysely
      .transaction()
      .execute((db) =>
        fold({ db, insertMany: this.insertMany, countMany: this.countMany, removeRuns: this.removeRuns }),
      );
  }

  private readonly insertMany: FoldTransaction<T>['insertMany'] = async (table, columns, rows) =>
    this.runEach(`${insertion(table, columns)} on conflict do nothing`, rows);

  private readonly countMany: FoldTransaction<T>['countMany'] = async (table, columns, rows) => {
    const [count = '', ...key] = columns.map((name) => `"${name}"`).toReversed();
    const adding = `on conflict (${key.join(', ')}) do update set ${count} = ${count} + excluded.${count}`;
    this.runEach(`${insertion(table, columns)} ${adding}`, rows);
  };

  private runEach(sql: string, rows: readonly (readonly Value[])[]): void {
    if (rows.length === 0) return;
    const statement = prepared(this.db, sql);
    this.watch.over(() => {
      for (const row of rows) statement.run(row);
    });
  }

  private readonly removeRuns: FoldTransaction<T>['removeRuns'] = async (table, column, runs) => {
    const remove = prepared(this.db, `delete from "${table}" where "${column}" >= ? and "${column}" < ?`);
    this.watch.over(() => {
      for (const [first, count] of runs) remove.run(first, first + count);
    });
  };

  async truncateLog(): Promise<void> {
    await truncateLog(this.db);
  }

  async reopen(): Promise<void> {
    this.db.close();
    this.db = this.openFile();
  }

  /** Drops the file and makes an empty one. */
  async drop(): Promise<void> {
    this.db.close();
    removeDatabase(this.options.file);
    this.watch = new DamageWatch(this.options.file);
    this.db = this.openFile();
  }

  async rows(table: string, order: string): Promise<unknown[][]> {
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

function insertion(table: string, columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`;
}

function makeTables(db: Database, statements: readonly string[]): void {
  if (Number(db.pragma('user_version', { simple: true })) === statements.length) return;
  db.pragma(`application_id=${fingerprint(statements)}`);
  migrate(db, statements);
}

/** Tables that other statements made are of no use, like damaged ones: whoever may write makes the file anew. */
function expectMadeBy(db: Database, statements: readonly string[]): void {
  const isEmpty = Number(db.pragma('user_version', { simple: true })) === 0;
  if (isEmpty || Number(db.pragma('application_id', { simple: true })) === fingerprint(statements)) return;
  throw new ServerError('vault-damaged', { file: basename(db.name) });
}

/** A number of 32 bits, never that of a file without one. */
function fingerprint(statements: readonly string[]): number {
  return createHash('sha256').update(statements.join('\n;\n')).digest().readInt32BE(0) || 1;
}
