// `<cell>.last`, outside the vault: the last checkpoint, erasure and key that this machine has seen of a cell, by which a vault that
// was put back is found. Its last line is a checksum: a file that the disk has changed says so, and accuses no vault. Against whoever
// may write in this folder it is no protection; only a witness elsewhere is.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import type { RootKeyPlace } from './root-key.ts';
import { keepDurably, makeFolderFor } from './vault-folder.ts';

const FORMAT = 1;
const FORMAT_LINE = /^acta\/last-seen\/v(\d{1,9})\n/;
/** Lines: format, cell id, size, root (base64), last erasure, highest key id; behind them SHA-256 of these lines (base64). */
const BODY = /^[^\n]+\n([0-9a-f]{32})\n(\d{1,15})\n([\w+/]{43}=)\n(\d{1,15})\n(\d{1,15})\n$/;
const CHECKSUM_CHARACTERS = 44;

/** The last signed state that this machine has seen. */
export interface LastSeen {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Seq of the last erasure order, 0 for none. */
  readonly erasure: number;
  /** The highest id a data key ever had: none of these is minted again, though keys.db be put back. */
  readonly keys: number;
}

type LastSeenPlace = Pick<RootKeyPlace, 'dir' | 'cellHex'>;

/**
 * What was kept; undefined on a machine that has never seen the cell. Throws `seen-damaged` where the file is not what was written for
 * this cell, and `vault-newer` for one of another format.
 */
export function readLastSeen(place: LastSeenPlace): LastSeen | undefined {
  const file = fileOf(place);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'latin1');
  const body = text.slice(0, -CHECKSUM_CHARACTERS - 1);
  if (text !== withChecksum(body)) throw new ServerError('seen-damaged', { file });
  const format = Number(FORMAT_LINE.exec(body)?.[1]);
  if (format !== FORMAT) throw new ServerError('vault-newer', { format });
  const [, cellHex, size, root = '', erasure, keys] = BODY.exec(body) ?? [];
  if (cellHex !== place.cellHex) throw new ServerError('seen-damaged', { file });
  return { size: Number(size), root, erasure: Number(erasure), keys: Number(keys) };
}

/** Keeps it, durably. */
export async function keepLastSeen(place: LastSeenPlace, { erasure, keys, root, size }: LastSeen): Promise<void> {
  makeFolderFor(place.dir);
  const lines = [`acta/last-seen/v${FORMAT}`, place.cellHex, size, root, erasure, keys];
  await keepDurably(fileOf(place), Buffer.from(withChecksum(`${lines.join('\n')}\n`)));
}

function withChecksum(body: string): string {
  return `${body}${Buffer.from(sha256(Buffer.from(body, 'latin1'))).toString('base64')}\n`;
}

function fileOf({ cellHex, dir }: LastSeenPlace): string {
  return join(dir, `${cellHex}.last`);
}
