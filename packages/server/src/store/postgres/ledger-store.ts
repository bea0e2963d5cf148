// The ledger's tables in PostgreSQL: commitments in bundles of 256, tiles of level 1 and up, pages, checkpoints. What may
// change is decided by the schema, and each transaction proves first that its writer is still the one. It knows bytes, not
// records.

import { LedgerError, type LogReader, type PageRow } from '@acta/ledger';
import { ServerError } from '../../server-error.ts';
import type { LedgerStore, PageReplaced } from '../ledger-store.ts';
import type { DatabasePool, Queryable } from './connection.ts';

interface PageColumns {
  readonly first_seq: number;
  readonly bytes: Uint8Array;
  readonly sha256: Uint8Array;
}

interface BundleColumns {
  readonly idx: number;
  readonly bytes: Uint8Array;
}

/** The pages of a list of seqs, each once: an index look-up a seq, and no seq decides how the others are found. */
const PAGES_OF = `select first_seq, bytes, sha256 from acta.page where first_seq = any(array(
  select (select max(first_seq) from acta.page where first_seq <= seq) from unnest($1::int8[]) as asked (seq)))`;
const SIZE = 'select idx * 256 + octet_length(bytes) / 32 as size from acta.bundle order by idx desc limit 1';

/** Reads the ledger through connections of its own. Rows that cannot be read count as gone. */
export class PostgresLogReader implements LogReader {
  protected readonly pool: DatabasePool;

  constructor(pool: DatabasePool) {
    this.pool = pool;
  }

  /** Where the end of the bundles cannot be read, the size that was last signed: what is missing of it is then named. */
  async size(): Promise<number> {
    const found = (await unlessDamaged(() => sizeIn(this.pool))) ?? (await unlessDamaged(() => this.signedSize()));
    return found ?? unreadable('bundle');
  }

  private async signedSize(): Promise<number> {
    const [row] = await this.pool.query<{ size: number | null }>('select max(size) as size from acta.checkpoint');
    return row?.size ?? 0;
  }

  async bundles(first: number, count: number): Promise<readonly (Uint8Array | undefined)[]> {
    const sql = 'select idx, bytes from acta.bundle where idx >= $1 and idx < $2';
    const between = (from: number, to: number) => unlessDamaged(() => this.pool.query<BundleColumns>(sql, [from, to]));
    const found = new Map<number, Uint8Array>();
    const rows = await between(first, first + count);
    if (rows !== undefined) for (const { bytes, idx } of rows) found.set(idx, bytes);
    for (let idx = first; rows === undefined && idx < first + count; idx++) {
      const [row] = (await between(idx, idx + 1)) ?? [];
      if (row !== undefined) found.set(idx, row.bytes);
    }
    return Array.from({ length: count }, (_, at) => found.get(first + at));
  }

  async tile(level: number, index: number): Promise<Uint8Array | undefined> {
    const sql = 'select bytes from acta.tile where level = $1 and idx = $2';
    const rows = await unlessDamaged(() => this.pool.query<{ bytes: Uint8Array }>(sql, [level, index]));
    return rows?.[0]?.bytes;
  }

  async pages(fromSeq: number, limit: number): Promise<readonly PageRow[]> {
    const sql = `select first_seq, bytes, sha256 from acta.page
      where first_seq >= coalesce((select max(first_seq) from acta.page where first_seq <= $1), $1) order by first_seq limit $2`;
    const rows = await unlessDamaged(() => this.pool.query<PageColumns>(sql, [fromSeq, limit]));
    return (rows ?? (await this.pagesOneByOne(fromSeq, limit))).map(pageRow);
  }

  async pagesOf(seqs: readonly number[]): Promise<readonly PageRow[]> {
    const rows = await unlessDamaged(() => this.pool.query<PageColumns>(PAGES_OF, [seqs]));
    return (rows ?? (await this.pagesOfOneByOne(seqs))).map(pageRow);
  }

  /** After damage: a page that cannot be read takes no other one with it. */
  private async pagesOfOneByOne(seqs: readonly number[]): Promise<PageColumns[]> {
    const found = new Map<number, PageColumns>();
    for (const seq of seqs) {
      const [row] = (await unlessDamaged(() => this.pool.query<PageColumns>(PAGES_OF, [[seq]]))) ?? [];
      if (row !== undefined) found.set(row.first_seq, row);
    }
    return [...found.values()];
  }

  /** After damage: what can still be read, row by row. */
  private async pagesOneByOne(fromSeq: number, limit: number): Promise<PageColumns[]> {
    const before = await this.seqOf('select max(first_seq) as seq from acta.page where first_seq <= $1', fromSeq);
    const found: PageColumns[] = [];
    let at = before ?? fromSeq;
    while (found.length < limit) {
      const first = await this.seqOf('select min(first_seq) as seq from acta.page where first_seq >= $1', at);
      if (first === undefined) break;
      const sql = 'select first_seq, bytes, sha256 from acta.page where first_seq = $1';
      const [row] = (await unlessDamaged(() => this.pool.query<PageColumns>(sql, [first]))) ?? [];
      if (row !== undefined) found.push(row);
      at = first + 1;
    }
    return found;
  }

  private async seqOf(sql: string, bound: number): Promise<number | undefined> {
    const rows = await unlessDamaged(() => this.pool.query<{ seq: number | null }>(sql, [bound]));
    return rows?.[0]?.seq ?? undefined;
  }

  async checkpoint(): Promise<string | undefined> {
    const sql = 'select note from acta.checkpoint order by size desc limit 1';
    return (await unlessDamaged(() => this.pool.query<{ note: string }>(sql)))?.[0]?.note;
  }
}

/** Writes the ledger as the writer of one epoch. Every method is one durable transaction. */
export class PostgresLogStore extends PostgresLogReader implements LedgerStore {
  private readonly epoch: number;

  constructor(pool: DatabasePool, epoch: number) {
    super(pool);
    this.epoch = epoch;
  }

  async commit({ bundles, firstSeq, pages, tiles }: Parameters<LedgerStore['commit']>[0]): Promise<void> {
    const size = await orUnreadable(async () => {
      const [row] = await this.pool.query<{ size: number }>(
        'select acta.append_commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as size',
        [
          this.epoch,
          firstSeq,
          bundles.map(({ index }) => index),
          bundles.map(({ bytes }) => asBuffer(bytes)),
          tiles.map(({ level }) => level),
          tiles.map(({ index }) => index),
          tiles.map(({ bytes }) => asBuffer(bytes)),
          ...columnsOf(pages),
        ],
      );
      return row?.size;
    });
    if (size !== firstSeq) throw new LedgerError('size-changed', { size: size ?? 0, seq: firstSeq });
  }

  async saveCheckpoint(size: number, note: string): Promise<void> {
    await this.durably(async (tx) => {
      await tx.query(
        'insert into acta.checkpoint (size, note) values ($1, $2) on conflict (size) do update set note = excluded.note',
        [size, note],
      );
    });
  }

  async replacePages(pages: readonly PageRow[], erasure = 0): Promise<void> {
    if (pages.length === 0) return;
    await this.durably(async (tx) => {
      await tx.query('select acta.replace_pages($1, $2, $3, $4)', [erasure, ...columnsOf(pages)]);
    });
  }

  /** One transaction of this epoch. Throws `unreadable` where what it builds on is damaged: nothing is written then. */
  private async durably(work: (tx: Queryable) => Promise<void>): Promise<void> {
    await orUnreadable(() =>
      this.pool.transaction(async (tx) => {
        await tx.query('select acta.assert_writer($1)', [this.epoch]);
        await work(tx);
      }),
    );
  }

  async changesOf(erasure: number): Promise<readonly PageReplaced[]> {
    return this.pool.query<PageReplaced>(
      'select first_seq as "firstSeq", before, after from acta.page_change where erasure = $1 order by first_seq',
      [erasure],
    );
  }

  async pageBytes(): Promise<number> {
    const sql = 'select coalesce(sum(octet_length(bytes)), 0)::int8 as total from acta.page';
    return (await this.pool.query<{ total: number }>(sql))[0]?.total ?? 0;
  }

  /**
   * What was replaced stays in the server's log, its archive and its free space until the server itself reuses them: sealed
   * under keys that stand elsewhere and are gone.
   */
  async truncateLog(): Promise<void> {}
}

async function sizeIn(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ size: number }>(SIZE);
  return row?.size ?? 0;
}

function columnsOf(pages: readonly PageRow[]): [number[], Buffer[], Buffer[]] {
  return [
    pages.map(({ firstSeq }) => firstSeq),
    pages.map(({ bytes }) => asBuffer(bytes)),
    pages.map(({ sha256 }) => asBuffer(sha256)),
  ];
}

/** The driver knows bytes inside a list only as this. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function pageRow(row: PageColumns): PageRow {
  return { firstSeq: row.first_seq, bytes: row.bytes, sha256: row.sha256 };
}

function unreadable(what: string): never {
  throw new LedgerError('unreadable', { what });
}

function isDamage(error: unknown): boolean {
  return error instanceof ServerError && error.code === 'vault-damaged';
}

/** What is written. Throws `unreadable` where what it builds on is damaged. */
async function orUnreadable<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isDamage(error) ? new LedgerError('unreadable', { what: 'log', cause: error }) : error;
  }
}

/** What is read, or undefined where the server says that a page of it is not what was written. */
async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}
