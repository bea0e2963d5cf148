// The vault's folder: which files it has and how a cell names itself. The `cell` file holds the cell id in
// binary, so that a scan of the folder for words finds none. No key lies here in the clear.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ServerError } from '../server-error.ts';

const MAGIC = Buffer.from([0xac, 0x7a, 0x00]);
/** The format of a cell, in its folder or its database. */
export const CELL_FORMAT = 1;

export interface VaultFolder {
  readonly dir: string;
  readonly cellId: Uint8Array;
  readonly cellHex: string;
  readonly file: (name: VaultFile) => string;
}

export type VaultFile =
  | 'cell'
  | 'ledger.db'
  | 'keys.db'
  | 'keys.db.next'
  | 'projections.db'
  | 'search.db'
  | 'accounts.db'
  | 'objects'
  | 'incoming'
  | 'waiting'
  | 'captures'
  | 'recovery'
  | 'move'
  | 'writer.lock'
  | 'writer.sock';

/** Whether `dir` holds a vault. */
export function holdsVault(dir: string): boolean {
  return existsSync(join(dir, 'cell'));
}

/** Whether a ledger lies in `dir`. */
export function holdsLedger(dir: string): boolean {
  return existsSync(join(dir, 'ledger.db'));
}

/** A new random cell id of 16 bytes. */
export function newCellId(): Uint8Array {
  return randomBytes(16);
}

/** Makes a folder (mode 0700) for a vault or for keys, with the folders it lies in. Throws `out-unwritable`. */
export function makeFolderFor(dir: string): void {
  const missing: string[] = [];
  for (let at = resolve(dir); !existsSync(at); at = dirname(at)) missing.push(at);
  try {
    // One by one: asked to make all at once, Node never comes back where a file system refuses new folders.
    for (const folder of missing.reverse()) makeFolder(folder);
  } catch (error) {
    throw new ServerError('out-unwritable', { file: dir }, error);
  }
}

/** Another process may have made it meanwhile. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Makes a folder (mode 0700) inside one that is there; its name is durable when this resolves. One that is there already stays. Never
 * with the folders above it: asked for those too, Node says of a disk that fails that nothing is there.
 */
export async function ensureFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(dir)) throw error;
    return;
  }
  await settleFolder(dirname(dir));
}

/** Throws `vault-damaged` where the files of a vault lie that lost its name: a new one must not take their place. */
export function expectNoVault(dir: string): void {
  const isLeft = ['keys.db', 'ledger.db'].some((name) => existsSync(join(dir, name)));
  if (isLeft) throw new ServerError('vault-damaged', { file: 'cell' });
}

/**
 * Makes the folder of a cell; the cell file is durable when this returns. Only for who holds the writer's lock: two
 * processes must not name one vault twice.
 */
export function createVaultFolder(dir: string, cellId: Uint8Array): VaultFolder {
  writeDurably(join(dir, 'cell'), Buffer.concat([MAGIC, Buffer.from([CELL_FORMAT]), cellId]));
  makeFolder(join(dir, 'objects'));
  return vaultFolderOf(dir, cellId);
}

/** Opens the folder. Throws `vault-missing`, `vault-damaged` or `vault-newer`. */
export function openVaultFolder(dir: string): VaultFolder {
  if (!holdsVault(dir)) throw new ServerError('vault-missing', { dir });
  const bytes = readFileSync(join(dir, 'cell'));
  if (bytes.length !== MAGIC.length + 1 + 16 || !bytes.subarray(0, 3).equals(MAGIC)) {
    throw new ServerError('vault-damaged', { file: 'cell' });
  }
  if (bytes[3] !== CELL_FORMAT) throw new ServerError('vault-newer', { format: bytes[3] ?? 0 });
  return vaultFolderOf(dir, new Uint8Array(bytes.subarray(4)));
}

/** The file by which the one writer of the vault in `dir` is known. */
export function lockFile(dir: string): string {
  return join(resolve(dir), 'writer.lock');
}

/** The folder of a cell whose id is known from elsewhere; nothing is made or read. */
export function vaultFolderOf(dir: string, cellId: Uint8Array): VaultFolder {
  const whole = resolve(dir);
  return {
    dir: whole,
    cellId,
    cellHex: Buffer.from(cellId).toString('hex'),
    file: (name) => join(whole, name),
  };
}

/** Writes a whole file so that a crash leaves the old one or the new one: temporary file, fsync, rename, fsync of the folder. */
export function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  const next = `${path}.writing`;
  try {
    rmSync(next, { force: true });
    writeFileSync(next, bytes, { flag: 'wx', mode, flush: true });
    renameSync(next, path);
  } catch (error) {
    dropHalf(next);
    throw error;
  }
  syncFolder(dirname(path));
}

/** The same, for what is written again and again: nothing else waits on this thread meanwhile. Never twice at once for one path. */
export async function keepDurably(path: string, bytes: Uint8Array, mode = 0o600): Promise<void> {
  const next = `${path}.writing`;
  try {
    await rm(next, { force: true });
    await writeFile(next, bytes, { flag: 'wx', mode, flush: true });
    await rename(next, path);
  } catch (error) {
    dropHalf(next);
    throw error;
  }
  await settleFolder(dirname(path));
}

function dropHalf(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What failed before it is told.
  }
}

/** Makes a rename or an unlink inside `dir` durable. */
export function syncFolder(dir: string): void {
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same, while nothing else waits on this thread; also for files that were made in it. */
export async function settleFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}
