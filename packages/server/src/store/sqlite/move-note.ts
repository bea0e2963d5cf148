// The note of a move in a vault's folder: a small file, written whole and durably.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ServerError } from '../../server-error.ts';
import type { MoveNote } from '../move-note.ts';
import { syncFolder, writeDurably } from '../vault-folder.ts';

const FILE = 'move';
const FORM = /^(moved|arriving)\n([^\n]+)\n$/;

/** The note that lies in the folder. Throws `vault-damaged` where the file is not one: whoever cannot read it does not write. */
export function readMoveNote(dir: string): MoveNote | undefined {
  const file = join(dir, FILE);
  if (!existsSync(file)) return undefined;
  const [, state, place] = FORM.exec(readFileSync(file, 'utf8')) ?? [];
  if ((state !== 'moved' && state !== 'arriving') || place === undefined)
    throw new ServerError('vault-damaged', { file: FILE });
  return { state, place };
}

/** Leaves the note, or takes it away. Durable when this returns. */
export function writeMoveNote(dir: string, note: MoveNote | undefined): void {
  const file = join(dir, FILE);
  if (note === undefined) {
    rmSync(file, { force: true });
    syncFolder(dir);
  } else {
    const place = note.place.replaceAll('\n', ' ');
    writeDurably(file, Buffer.from(`${note.state}\n${place}\n`));
  }
}
