// Notices that a file which the ledger can fold again is not what was written. Whoever holds the writer's lock then makes
// it anew; until then reading it is refused by name, never answered with what happens to be left.

import { basename } from 'node:path';
import type { SqliteStatement } from 'kysely';
import { ServerError } from '../../server-error.ts';
import { type Database, isDamage, isFull, prepared } from './database.ts';

const ROLLBACK = 'rollback';
const NOTHING_DONE = { changes: 0, lastInsertRowid: 0 };

export class DamageWatch {
  private readonly file: string;
  private found = false;

  constructor(file: string) {
    this.file = file;
  }

  /** Whether anything read so far was damaged. */
  get isDamaged(): boolean {
    return this.found;
  }

  /** The file is no longer what its ledger says, whatever its bytes. */
  note(): void {
    this.found = true;
  }

  /** Runs what reads or writes the file. Throws `projections-behind` where it is damaged, `disk-full`. */
  over<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isFull(error)) throw new ServerError('disk-full', {}, error);
      if (!isDamage(error)) throw error;
      this.note();
      throw new ServerError('projections-behind', { file: basename(this.file) }, error);
    }
  }

  /** A statement as a query builder uses it, watched. */
  prepare(db: Database, sql: string): SqliteStatement {
    const made = this.over(() => prepared<unknown[]>(db, sql));
    return {
      reader: made.reader,
      all: (values) => this.over(() => made.all(...values)),
      // What filled the disk or broke it has rolled back by itself, and is what the caller must hear of.
      run: (values) => (sql === ROLLBACK && !db.inTransaction ? NOTHING_DONE : this.over(() => made.run(...values))),
      // Walked while others may be asked: a statement of its own.
      iterate: (values) => db.prepare<unknown[]>(sql).iterate(...values),
    };
  }
}
