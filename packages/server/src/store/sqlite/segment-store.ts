// search.db: the sealed segments of the search index. Sizes, times and counts stand in the open inside the encrypted
// file; every part is sealed under its segment's own key, which lies in keys.db.

import { setImmediate } from 'node:timers/promises';
import type { SealedPart, SealedSegment, SegmentInfo } from '../../search/segment-store.ts';
import type { StoredSegments } from '../segment-store.ts';
import { DamageWatch } from './damage-watch.ts';
import { type Database, migrate, openDatabase, prepared, removeDatabase, truncateLog } from './database.ts';

const MIGRATIONS = [
  `
  create table segment (
    id integer primary key,
    first_seq integer not null,
    last_seq integer not null,
    min_at integer not null,
    max_at integer not null,
    messages integer not null,
    level integer not null,
    head blob not null
  ) strict;
  create table part (segment integer not null, part integer not null, bytes blob not null, primary key (segment, part)) strict;
  `,
];

/** A full part fills one page of the file. */
const PAGE_BYTES = 16_384;
/** About a megabyte. */
const PARTS_A_SLICE = 64;
const PAGES_A_SLICE = 32;
/** How SQLite says that a file's free pages are given back when it is told to. */
const INCREMENTAL = 2;

export interface SegmentStoreOptions {
  readonly file: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly readonly?: boolean;
}

export class SqliteSegmentStore implements StoredSegments {
  private readonly options: SegmentStoreOptions;
  private db: Database;
  private watch: DamageWatch;

  constructor(options: SegmentStoreOptions) {
    this.options = options;
    this.watch = new DamageWatch(options.file);
    this.db = this.openFile();
  }

  private openFile(): Database {
    const db = openDatabase({ ...this.options, rebuildable: true, grows: true, pageBytes: PAGE_BYTES });
    if (this.options.readonly === true) return db;
    this.watch.over(() => letShrink(db));
    migrate(db, MIGRATIONS);
    return db;
  }

  get isDamaged(): boolean {
    return this.watch.isDamaged;
  }

  async list(): Promise<readonly SegmentInfo[]> {
    const rows = this.db.prepare<[], SegmentInfo>(
      `select id, first_seq as firstSeq, last_seq as lastSeq, min_at as minAt, max_at as maxAt, messages, level
       from segment order by id`,
    );
    return this.watch.over(() => rows.all());
  }

  async head(id: number): Promise<Uint8Array | undefined> {
    const head = prepared<[number], Uint8Array>(this.db, 'select head from segment where id = ?').pluck();
    return this.watch.over(() => head.get(id));
  }

  async blob(id: number, part: number): Promise<Uint8Array | undefined> {
    const bytes = prepared<[number, number], Uint8Array>(
      this.db,
      'select bytes from part where segment = ? and part = ?',
    );
    return this.watch.over(() => bytes.pluck().get(id, part));
  }

  /** In slices, so that other work has its turn: parts stand unseen until the segment's row does. */
  async stage(segment: number, parts: readonly SealedPart[]): Promise<void> {
    for (let from = 0; from < parts.length; from += PARTS_A_SLICE) {
      this.inOne(() => this.addParts(segment, parts.slice(from, from + PARTS_A_SLICE)));
      await setImmediate();
    }
  }

  /** The rows change in one transaction. A cut leaves parts of no segment, under keys that are destroyed at the next start; they go first. */
  async replace({ add, remove }: Parameters<StoredSegments['replace']>[0]): Promise<void> {
    this.inOne(() => this.removeLooseParts(new Set(add.map(({ info }) => info.id))));
    for (const { info, parts } of add) await this.stage(info.id, parts);
    this.inOne(() => {
      const removed = this.db.prepare('delete from segment where id = ?');
      for (const id of remove) removed.run(id);
      for (const segment of add) this.addRow(segment);
    });
    for (const id of remove) {
      while (this.inOne(() => this.removeParts(id)) > 0) await setImmediate();
    }
  }

  private inOne<R>(work: () => R): R {
    return this.watch.over(() => this.db.transaction(work).immediate());
  }

  private addParts(segment: number, parts: readonly SealedPart[]): void {
    const insert = prepared(this.db, 'insert into part (segment, part, bytes) values (?, ?, ?)');
    for (const { bytes, part } of parts) insert.run(segment, part, bytes);
  }

  private addRow({ head, info }: SealedSegment): void {
    this.db
      .prepare(
        `insert into segment (id, first_seq, last_seq, min_at, max_at, messages, level, head) values (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(info.id, info.firstSeq, info.lastSeq, info.minAt, info.maxAt, info.messages, info.level, head);
  }

  /** Takes some parts away and says how many. */
  private removeParts(segment: number): number {
    const some = 'delete from part where rowid in (select rowid from part where segment = ? limit ?)';
    return prepared(this.db, some).run(segment, PARTS_A_SLICE).changes;
  }

  /** Parts that a cut left without a segment, but for those of segments that are being added; there is one writer, so nobody else adds any. */
  private removeLooseParts(added: ReadonlySet<number>): void {
    const loose = this.db.prepare<[], number>(
      'select distinct segment from part where segment not in (select id from segment)',
    );
    const removed = this.db.prepare('delete from part where segment = ?');
    for (const id of loose.pluck().all()) if (!added.has(id)) removed.run(id);
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

  noteDamage(): void {
    this.watch.note();
  }

  async truncateLog(): Promise<void> {
    await truncateLog(this.db);
  }

  /** What segments that are gone have left free is given back first. */
  async close(): Promise<void> {
    if (this.options.readonly !== true && !this.isDamaged) {
      for (let left = this.freePages(); left > 0; ) {
        this.watch.over(() => this.db.pragma(`incremental_vacuum(${PAGES_A_SLICE})`));
        const now = this.freePages();
        if (now >= left) break;
        left = now;
        await setImmediate();
      }
    }
    this.db.close();
  }

  private freePages(): number {
    return this.watch.over(() => Number(this.db.pragma('freelist_count', { simple: true })));
  }
}

/** Lets a file without tables give free pages back, later and in slices. */
function letShrink(db: Database): void {
  const isNew = db.prepare<[], number>('select count(1) from sqlite_schema').pluck().get() === 0;
  if (!isNew || db.pragma('auto_vacuum', { simple: true }) === INCREMENTAL) return;
  db.pragma('auto_vacuum=INCREMENTAL');
  db.exec('vacuum');
}
