// Opens one encrypted SQLite file: authenticated page cipher (aegis: a flipped bit is detected, not returned),
// WAL, FULL sync, secure_delete. It knows no table.

import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { ServerError } from '../../server-error.ts';

const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR)/;
const BUSY_MS = 10_000;

export type Database = Sqlite.Database;

export interface DatabaseOptions {
  readonly file: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly readonly?: boolean;
  /** Only for what can be folded again: a power cut may lose the last commits, never the file's soundness. */
  readonly rebuildable?: boolean;
  /** Rows are added and hardly change: what is written is copied from the log into the file soon, a little at a time. */
  readonly grows?: boolean;
  /** Of a file that is made now: 4,096 if not given. */
  readonly pageBytes?: number;
}

/** So much of a log is copied into the file at the latest, where nobody does it before: of a page that changes often only the last. */
const LOG_BYTES = 160_000 * 1024;
/** The same of a file that grows: hundredths of a second each time, and as little when it is closed; the log is written over, which syncs faster. */
const GROWING_LOG_BYTES = 6_000 * 1024;
const PAGE_BYTES = 4096;

/**
 * Opens or makes the file. Throws `key-wrong` when the key does not open it (or its first page is damaged), `vault-damaged` where a reader
 * finds no tables in what can be folded again.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const db = new Sqlite(options.file, { readonly: options.readonly === true, timeout: BUSY_MS });
  try {
    db.pragma("cipher='aegis'");
    db.pragma(`key="x'${Buffer.from(options.key).toString('hex')}'"`);
    db.pragma('schema_version');
    if (options.readonly === true && options.rebuildable === true) expectTables(db);
    if (options.readonly !== true) {
      const pageBytes = options.pageBytes ?? PAGE_BYTES;
      // Before the log is kept: afterwards a file's pages stay as they are.
      db.pragma(`page_size=${pageBytes}`);
      db.pragma('journal_mode=WAL');
      db.pragma(`synchronous=${options.rebuildable === true ? 'NORMAL' : 'FULL'}`);
      db.pragma('secure_delete=ON');
      db.pragma(`wal_autocheckpoint=${(options.grows === true ? GROWING_LOG_BYTES : LOG_BYTES) / pageBytes}`);
    }
    db.pragma('foreign_keys=OFF');
    // Without it a REPLACE deletes rows past the triggers that keep them.
    db.pragma('recursive_triggers=ON');
    // Kilobytes. Pages of the ledger, opened strips and parts of the index have caches of their own.
    db.pragma('cache_size=-2000');
    return db;
  } catch (error) {
    db.close();
    if (isDamage(error)) throw new ServerError('key-wrong', { file: options.file }, error);
    throw error;
  }
}

/** Removes the file with its log. Only for what is made anew, or was copied elsewhere. */
export function removeDatabase(file: string): void {
  for (const end of ['-wal', '-shm', '']) rmSync(file + end, { force: true });
}

/** Whether SQLite says that what it read is not what was written. */
export function isDamage(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && DAMAGE.test(error.code);
}

/** Whether the disk is full. */
export function isFull(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_FULL');
}

const statements = new WeakMap<Database, Map<string, Sqlite.Statement<unknown[]>>>();

/** Of each connection; the builder's statements differ by how many values they name. */
const KEPT_STATEMENTS = 200;

/**
 * A statement that is asked again and again: compiled once for each connection, unless many others came since. Only for `get`, `all`
 * and `run`, and always with the same way of giving rows.
 */
export function prepared<Parameters extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Sqlite.Statement<Parameters, Row> {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare<unknown[]>(sql);
    known.set(sql, statement);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT_STATEMENTS) break;
      known.delete(oldest);
    }
  }
  return statement as Sqlite.Statement<Parameters, Row>;
}

/** A file that a crash left before the first migration is of no use to a reader, like a damaged one. */
function expectTables(db: Database): void {
  if (Number(db.pragma('user_version', { simple: true })) === 0)
    throw new ServerError('vault-damaged', { file: basename(db.name) });
}

/** Runs forward-only migrations: the database's `user_version` counts those that ran. */
export function migrate(db: Database, migrations: readonly string[]): void {
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > migrations.length) throw new ServerError('vault-newer', { format: done });
  if (done === migrations.length) return;
  db.transaction(() => {
    for (const step of migrations.slice(done)) db.exec(step);
    db.pragma(`user_version=${migrations.length}`);
  }).immediate();
}

/**
 * Copies the log into the file and empties it, so that no byte of a deleted row stays in either.
 * Waits for readers that pin the log, `patienceMs` at most; throws `pinned` then.
 */
export async function truncateLog(db: Database, patienceMs = 20_000): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    if (isTruncated(db)) return;
    if (Date.now() > until) throw new ServerError('pinned', { file: db.name });
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** One attempt; the wait for readers is the caller's, so that the process goes on meanwhile. */
function isTruncated(db: Database): boolean {
  db.pragma('busy_timeout=0');
  try {
    const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  } finally {
    db.pragma(`busy_timeout=${BUSY_MS}`);
  }
}
