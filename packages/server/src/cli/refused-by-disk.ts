// What the system says when it does not read or write (no room, no permission, a failing disk), told by the code that Node or an
// engine puts on its error, as an error that has a sentence. It knows codes only, never an engine.

import { LedgerError } from '@acta/ledger';
import { ServerError } from '../server-error.ts';

const NO_ROOM = /^(SQLITE_FULL|ENOSPC$|EDQUOT$|EFBIG$)/;
const NOT_ALLOWED = /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES$|EPERM$|EROFS$)/;
const FAILING = /^(SQLITE_IOERR|EIO$|ENXIO$|ENODEV$|ESTALE$)/;
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;
const BUSY = /^SQLITE_(BUSY|LOCKED)/;

/** The error in our words where the disk, the system or the engine refused; any other as it is. `dir`: the vault's folder. */
export function inOurWords(error: unknown, dir: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NO_ROOM.test(code)) return new ServerError('disk-full', {}, error);
  if (NOT_ALLOWED.test(code)) return new ServerError('out-unwritable', { file: pathOf(error) ?? dir }, error);
  if (FAILING.test(code)) return new LedgerError('unreadable', { what: 'disk', cause: error });
  if (DAMAGED.test(code)) return new ServerError('vault-damaged', { file: dir }, error);
  if (BUSY.test(code)) return new ServerError('writer-busy', {}, error);
  return error;
}

/** The file that a system call was about. */
function pathOf(error: unknown): string | undefined {
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? path : undefined;
}
