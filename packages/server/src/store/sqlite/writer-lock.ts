// One writer per vault: an operating-system lock that dies with the process, taken through an empty SQLite file.
// A second process gets a clear refusal and may read beside the writer.

import Sqlite from 'better-sqlite3-multiple-ciphers';
import { ServerError } from '../../server-error.ts';
import type { WriterLock } from '../writer-lock.ts';

/** Takes the lock, waiting `patienceMs` at most. Throws `writer-busy`, `out-unwritable`. */
export function takeWriterLock(file: string, patienceMs: number): WriterLock {
  const db = openLock(file, patienceMs);
  try {
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY')
      throw new ServerError('writer-busy', {}, error);
    throw error;
  }
  // The system takes it from a living process by no means that this process could learn of.
  const { signal: lost } = new AbortController();
  return { epoch: 0, lost, release: async () => void db.close() };
}

function openLock(file: string, patienceMs: number): Sqlite.Database {
  try {
    return new Sqlite(file, { timeout: patienceMs });
  } catch (error) {
    throw new ServerError('out-unwritable', { file }, error);
  }
}
