// The ledger's tables in SQLite: commitments in bundles of 256, tiles of level 1 and up, pages, checkpoints.
// Bundles and tiles can only grow (triggers); a page changes only by erasing. It knows bytes, not records.

import { LedgerError, type LogReader, type LogStore, type PageRow } from '@acta/ledger';
import type { LedgerStore, PageReplaced } from '../ledger-store.ts';
import { type Database, isDamage, migrate, prepared, truncateLog } from './database.ts';

const MIGRATIONS = [
  `
  create table bundle (idx integer primary key, bytes blob not null) strict;
  create table tile (level integer not null, idx integer not null, bytes blob not null, primary key (level, idx)) strict, without rowid;
  create table page (first_seq integer primary key, bytes blob not null, sha256 blob not null) strict;
  create table checkpoint (size integer primary key, note text not null) strict;
  create trigger bundle_stays before delete on bundle begin select raise(abort, 'bundles stay'); end;
  create trigger bundle_grows before update on bundle
    when new.idx <> old.idx or substr(new.bytes, 1, length(old.bytes)) <> old.bytes
    begin select raise(abort, 'bundles only grow'); end;
  create trigger tile_stays before delete on tile begin select raise(abort, 'tiles stay'); end;
  create trigger tile_grows before update on tile
    when new.level <> old.level or new.idx <> old.idx or substr(new.bytes, 1, length(old.bytes)) <> old.bytes
    begin select raise(abort, 'tiles only grow'); end;
  create trigger page_stays before delete on page begin select raise(abort, 'pages stay'); end;
  `,
  `
  create table page_change (erasure integer not null, first_seq integer not null, before blob not null, after blob not null,
    primary key (erasure, first_seq)) strict, without rowid;
  `,
];

interface PageColumns {
  readonly first_seq: number;
  readonly bytes: Uint8Array;
  readonly sha256: Uint8Array;
}

/** Makes or brings up to date the ledger's tables. */
export function migrateLedger(db: Database): void {
  migrate(db, MIGRATIONS);
}

/** Reads the ledger through a connection of its own. Rows that cannot be read count as gone. */
export class SqliteLogReader implements LogReader {
  protected readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  async size(): Promise<number> {
    return this.sizeNow();
  }

  /** Where the end of the bundles cannot be read, the size that was last signed: what is missing of it is then named. */
  protected sizeNow(): number {
    return unlessDamaged(() => this.bundledSize()) ?? unlessDamaged(() => this.signedSize()) ?? unreadable();
  }

  private signedSize(): number {
    return this.db.prepare<[], number | null>('select max(size) from checkpoint').pluck().get() ?? 0;
  }

  private bundledSize(): number {
    const row = this.db
      .prepare<[], { idx: number; length: number }>(
        'select idx, length(bytes) as length from bundle order by idx desc limit 1',
      )
      .get();
    return row === undefined ? 0 : row.idx * 256 + Math.floor(row.length / 32);
  }

  async bundles(first: number, count: number): Promise<readonly (Uint8Array | undefined)[]> {
    const one = prepared<[number], Uint8Array>(this.db, 'select bytes from bundle where idx = ?').pluck();
    return Array.from({ length: count }, (_, at) => unlessDamaged(() => one.get(first + at)));
  }

  async tile(level: number, index: number): Promise<Uint8Array | undefined> {
    const one = prepared<[number, number], Uint8Array>(this.db, 'select bytes from tile where level = ? and idx = ?');
    return unlessDamaged(() => one.pluck().get(level, index));
  }

  async pages(fromSeq: number, limit: number): Promise<readonly PageRow[]> {
    const one = limit === 1 ? this.pageHolding(fromSeq) : undefined;
    return one === undefined ? this.pagesFrom(fromSeq, limit) : [pageRow(one)];
  }

  /** In one statement, which begins one transaction; where a page is damaged, page by page. */
  async pagesOf(seqs: readonly number[]): Promise<readonly PageRow[]> {
    const many = prepared<[string], PageColumns>(
      this.db,
      `select first_seq, bytes, sha256 from page where first_seq in
       (select (select max(first_seq) from page where first_seq <= value) from json_each(?))`,
    );
    const rows = unlessDamaged(() => many.all(JSON.stringify(seqs)));
    return (rows ?? this.pagesApart(seqs)).map(pageRow);
  }

  /** Where a page begins is found without its bytes: those are read once, however many of the seqs lie in it. */
  private pagesApart(seqs: readonly number[]): PageColumns[] {
    const starts = new Set<number>();
    for (const seq of seqs) starts.add(this.startOf(seq) ?? seq);
    return [...starts].flatMap((start) => this.pageHolding(start) ?? []);
  }

  /** The last page that begins at or before a seq; undefined also where it cannot be read. */
  private pageHolding(seq: number): PageColumns | undefined {
    const last = prepared<[number], PageColumns>(
      this.db,
      'select first_seq, bytes, sha256 from page where first_seq <= ? order by first_seq desc limit 1',
    );
    return unlessDamaged(() => last.get(seq));
  }

  /** Where the page begins that holds a seq; undefined also where that cannot be read. */
  private startOf(seq: number): number | undefined {
    const start = prepared<[number], number>(
      this.db,
      'select first_seq from page where first_seq <= ? order by first_seq desc limit 1',
    ).pluck();
    return unlessDamaged(() => start.get(seq));
  }

  private pagesFrom(fromSeq: number, limit: number): PageRow[] {
    const start = this.startOf(fromSeq) ?? fromSeq;
    const many = prepared<[number, number], PageColumns>(
      this.db,
      'select first_seq, bytes, sha256 from page where first_seq >= ? order by first_seq limit ?',
    );
    const rows = unlessDamaged(() => many.all(start, limit));
    return (rows ?? this.pagesOneByOne(start, limit)).map(pageRow);
  }

  /** After damage: what can still be read, row by row. */
  private pagesOneByOne(start: number, limit: number): PageColumns[] {
    const next = this.db.prepare<[number], number>('select min(first_seq) from page where first_seq >= ?').pluck();
    const one = this.db.prepare<[number], PageColumns>('select first_seq, bytes, sha256 from page where first_seq = ?');
    const found: PageColumns[] = [];
    let at = start;
    while (found.length < limit) {
      const first = unlessDamaged(() => next.get(at) ?? undefined);
      if (first === undefined) break;
      const row = unlessDamaged(() => one.get(first));
      if (row !== undefined) found.push(row);
      at = first + 1;
    }
    return found;
  }

  async checkpoint(): Promise<string | undefined> {
    const newest = prepared<[], string>(this.db, 'select note from checkpoint order by size desc limit 1').pluck();
    return unlessDamaged(() => newest.get());
  }
}

/** Writes the ledger. Every method is one durable transaction. */
export class SqliteLogStore extends SqliteLogReader implements LedgerStore {
  async commit(change: Parameters<LogStore['commit']>[0]): Promise<void> {
    const bundle = prepared(
      this.db,
      'insert into bundle (idx, bytes) values (?, ?) on conflict (idx) do update set bytes = excluded.bytes',
    );
    const tile = prepared(
      this.db,
      'insert into tile (level, idx, bytes) values (?, ?, ?) on conflict (level, idx) do update set bytes = excluded.bytes',
    );
    const page = prepared(this.db, 'insert into page (first_seq, bytes, sha256) values (?, ?, ?)');
    this.durably(() => {
      const size = this.sizeNow();
      if (size !== change.firstSeq) throw new LedgerError('size-changed', { size, seq: change.firstSeq });
      for (const row of change.bundles) bundle.run(row.index, row.bytes);
      for (const row of change.tiles) tile.run(row.level, row.index, row.bytes);
      for (const row of change.pages) page.run(row.firstSeq, row.bytes, row.sha256);
    });
  }

  async saveCheckpoint(size: number, note: string): Promise<void> {
    const save = prepared(
      this.db,
      'insert into checkpoint (size, note) values (?, ?) on conflict (size) do update set note = excluded.note',
    );
    this.durably(() => {
      save.run(size, note);
    });
  }

  async replacePages(pages: readonly PageRow[], erasure = 0): Promise<void> {
    const hash = this.db.prepare<[number], Uint8Array>('select sha256 from page where first_seq = ?').pluck();
    const page = this.db.prepare('update page set bytes = ?, sha256 = ? where first_seq = ?');
    const change = this.db.prepare(
      `insert into page_change (erasure, first_seq, before, after) values (?, ?, ?, ?)
       on conflict (erasure, first_seq) do update set after = excluded.after`,
    );
    this.durably(() => {
      for (const row of pages) {
        const before = hash.get(row.firstSeq);
        if (before === undefined) continue;
        page.run(row.bytes, row.sha256, row.firstSeq);
        change.run(erasure, row.firstSeq, before, row.sha256);
      }
    });
  }

  /** One transaction. Throws `unreadable` where what it builds on is damaged: nothing is written then. */
  private durably(work: () => void): void {
    try {
      this.db.transaction(work).immediate();
    } catch (error) {
      throw isDamage(error) ? new LedgerError('unreadable', { what: 'log', cause: error }) : error;
    }
  }

  async changesOf(erasure: number): Promise<readonly PageReplaced[]> {
    return this.db
      .prepare<[number], PageReplaced>(
        'select first_seq as firstSeq, before, after from page_change where erasure = ? order by first_seq',
      )
      .all(erasure);
  }

  async pageBytes(): Promise<number> {
    return this.db.prepare<[], number>('select coalesce(sum(length(bytes)), 0) from page').pluck().get() ?? 0;
  }

  truncateLog(): Promise<void> {
    return truncateLog(this.db);
  }
}

function pageRow(row: PageColumns): PageRow {
  return { firstSeq: row.first_seq, bytes: row.bytes, sha256: row.sha256 };
}

function unreadable(): never {
  throw new LedgerError('unreadable', { what: 'bundle' });
}

function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}
