// Where a cell is to be moved: read from what was typed, and how a place is called in notes, errors and on the terminal, which never
// shows a user or a password.

import { resolve } from 'node:path';
import type { MoveOrder } from '../../cli/vault.ts';
import { ServerError } from '../../server-error.ts';
import type { Engine } from '../../store/engine.ts';
import type { VaultFolder } from '../../store/vault-folder.ts';
import type { Place } from '../reading.ts';

const DATABASE = /^postgres(?:ql)?:\/\//;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\//i;
/** `--to-objects`: into the target's folder. */
const IN_FOLDER = 'folder';

/** The place of an order. What it does not say stays where it is. Throws `usage`. */
export function targetOf(from: Place, { objects, keys, to }: MoveOrder): Place {
  const objectsUrl = objects === IN_FOLDER ? undefined : (objects ?? from.objectsUrl);
  const shared = { keys: from.keys, isSeen: from.isSeen, ...(objectsUrl === undefined ? {} : { objectsUrl }) };
  if (DATABASE.test(to)) {
    const keysUrl = keys ?? from.keysUrl;
    return { dir: from.dir, databaseUrl: to, ...(keysUrl === undefined ? {} : { keysUrl }), ...shared };
  }
  if (URL_LIKE.test(to)) throw new ServerError('usage', { command: 'move', reason: 'choice', word: '--to' });
  if (keys !== undefined)
    throw new ServerError('usage', { command: 'move', reason: 'option-value', word: '--to-keys' });
  return { dir: resolve(to), ...shared };
}

/** How a place is called. */
export function placeName({ kind, label }: Pick<Engine, 'kind' | 'label'>): string {
  return kind === 'sqlite' ? label : `postgresql://${label}`;
}

/** How the place of objects is called. */
export function objectsName({ folder, place }: { readonly folder: VaultFolder; readonly place: Place }): string {
  if (place.objectsUrl === undefined) return folder.file('objects');
  const { host, pathname, protocol } = new URL(place.objectsUrl);
  return `${protocol}//${host}${pathname}`;
}
