// Holds the projections' tables in one of two schemas. Queries go through Kysely; rows in bulk as columns of one statement.
// A rebuild begins in the other schema: readers that are open go on with what they have, and never see half a folding.

import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression, sql } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { ServerError } from '../../server-error.ts';
import type { FoldTransaction, ProjectionStore, Value } from '../projection-store.ts';
import type { DatabasePool, Queryable } from './connection.ts';
import { kyselyPool } from './kysely-pool.ts';
import { dropTables, isMadeBy, makeTables, otherSide, type Side, schemaOf, standingSide } from './projection-tables.ts';

const ROWS_A_STATEMENT = 10_000;

export interface ProjectionStoreParts {
  /** Connections whose tables are those of a side. */
  readonly poolOn: (side: Side) => DatabasePool;
  /** The epoch of the writer; undefined for who only reads. */
  readonly epoch?: number;
  readonly migrations: readonly string[];
}

export class PostgresProjectionStore<T> implements ProjectionStore<T> {
  private readonly parts: ProjectionStoreParts;
  private readonly kysely: Kysely<T>;
  private side: Side;
  private pool: DatabasePool;

  private constructor(parts: ProjectionStoreParts, side: Side, pool: DatabasePool) {
    this.parts = parts;
    this.side = side;
    this.pool = pool;
    this.kysely = new Kysely<T>({
      dialect: new PostgresDialect({ pool: kyselyPool(() => this.pool) }),
      // SQLite takes an empty list for what it is: nothing is in it.
      plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
    });
  }

  /** Opens the side that stands; a writer makes its tables where they are missing or another version's. Throws `projections-behind`. */
  static async open<T>(parts: ProjectionStoreParts, tx: Queryable): Promise<PostgresProjectionStore<T>> {
    const side = await standingSide(tx);
    const store = new PostgresProjectionStore<T>(parts, side, parts.poolOn(side));
    try {
      await store.expectTables();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  private async expectTables(): Promise<void> {
    if (await isMadeBy(this.pool, this.side, this.parts.migrations)) return;
    if (this.parts.epoch === undefined) throw new ServerError('projections-behind', { file: 'projections' });
    await this.asWriter((tx) => makeTables(tx, this.side, this.parts.migrations));
  }

  /** The server tells of damage by itself, as an error of its own: nothing read here is ever wrong. */
  readonly isDamaged = false;

  get read(): ReadonlyKysely<T> {
    return this.kysely as unknown as ReadonlyKysely<T>;
  }

  async write<R>(fold: (tx: FoldTransaction<T>) => Promise<R>): Promise<R> {
    const epoch = this.epoch();
    return this.kysely.transaction().execute(async (db) => {
      await sql`select acta.assert_writer(${epoch})`.execute(db);
      return fold({
        db,
        insertMany: async (table, columns, rows) => {
          for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
            const inserting = insertion(table, columns, rows.slice(at, at + ROWS_A_STATEMENT));
            await sql`${inserting} on conflict do nothing`.execute(db);
          }
        },
        countMany: async (table, columns, rows) => {
          for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
            const inserting = insertion(table, columns, rows.slice(at, at + ROWS_A_STATEMENT));
            await sql`${inserting} ${adding(table, columns)}`.execute(db);
          }
        },
        removeRuns: async (table, column, runs) => {
          if (runs.length > 0) await removal(table, column, runs).execute(db);
        },
      });
    });
  }

  /** What the other side still holds goes; the rest is the server's to clean up. It holds no content. */
  async truncateLog(): Promise<void> {
    await this.asWriter((tx) => dropTables(tx, otherSide(this.side)));
  }

  async drop(): Promise<void> {
    const next = otherSide(this.side);
    await this.asWriter(async (tx) => {
      await makeTables(tx, next, this.parts.migrations);
      await tx.query('update acta.standing set side = $1', [next]);
    });
    await this.turnTo(next);
  }

  async reopen(): Promise<void> {
    const side = await standingSide(this.pool);
    if (side !== this.side) await this.turnTo(side);
  }

  private async turnTo(side: Side): Promise<void> {
    const before = this.pool;
    this.side = side;
    this.pool = this.parts.poolOn(side);
    await before.close();
  }

  async rows(table: string, order: string): Promise<unknown[][]> {
    const columns = await this.pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [`${schemaOf(this.side)}."${table}"`],
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const rows = await this.pool.query<Record<string, unknown>>(`select ${names} from "${table}" order by ${order}`);
    return rows.map((row) => columns.map(({ name }) => row[name]));
  }

  private async asWriter(work: (tx: Queryable) => Promise<void>): Promise<void> {
    const epoch = this.epoch();
    await this.pool.transaction(async (tx) => {
      await tx.query('select acta.assert_writer($1)', [epoch]);
      await work(tx);
    });
  }

  private epoch(): number {
    if (this.parts.epoch === undefined) throw new Error('a reader writes no table');
    return this.parts.epoch;
  }

  async close(): Promise<void> {
    await this.kysely.destroy();
    await this.pool.close();
  }
}

/** One statement for many rows: each column is a list. */
function insertion(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]) {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const lists = columns.map((_, at) => listOf(rows.map((row) => row[at] ?? null)));
  return sql`insert into ${sql.table(table)} (${names})
    select ${names} from unnest(${sql.join(lists)}) as given (${names})`;
}

/** The last column of a row that stands grows by that of the row that was to be inserted. */
function adding(table: string, columns: readonly string[]) {
  const [count = '', ...key] = columns.toReversed();
  const [stands, given] = [sql.ref(`${table}.${count}`), sql.ref(`excluded.${count}`)];
  return sql`on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${sql.ref(count)} = ${stands} + ${given}`;
}

function listOf(values: readonly Value[]) {
  const sample = values.find((value) => value !== null);
  if (typeof sample === 'string') return sql`${values}::text[]`;
  if (sample instanceof Uint8Array) return sql`${values.map(asBuffer)}::bytea[]`;
  return sql`${values}::int8[]`;
}

/** The driver knows bytes inside a list only as this. */
function asBuffer(value: Value): Value {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

function removal(table: string, column: string, runs: readonly (readonly [first: number, count: number])[]) {
  const firsts = runs.map(([first]) => first);
  const ends = runs.map(([first, count]) => first + count);
  const held = sql.ref(column);
  return sql`delete from ${sql.table(table)} using unnest(${firsts}::int8[], ${ends}::int8[]) as run (first, after)
    where ${held} >= run.first and ${held} < run.after`;
}
