// The cell's root key: a file outside the vault (`ACTA_KEYS`, mode 0600), plain or sealed by a passphrase, and a copy
// in the vault sealed by the recovery code. A rotation writes `<cell>.root.next` first; which of the two opens the key store tells where a crash struck.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { openSealedRoot, sealRoot } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import { makeFolderFor, syncFolder, writeDurably } from './vault-folder.ts';

const PLAIN = 1;
const BY_PASSPHRASE = 2;

/** The root in use, or the one that a rotation is about to put in its place. */
export type RootSlot = 'root' | 'root.next';

export interface RootKeyPlace {
  /** Folder of the keys, outside the vault. */
  readonly dir: string;
  readonly cellHex: string;
  readonly passphrase?: string;
}

/** Where keys lie unless told otherwise: the user's configuration folder. */
export function defaultKeysDir(env: NodeJS.ProcessEnv): string {
  const chosen = env['ACTA_KEYS'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const config = env['XDG_CONFIG_HOME'];
  const base = config !== undefined && config !== '' ? config : join(homedir(), '.config');
  return join(base, 'acta', 'keys');
}

/** A new random root key of 32 bytes. */
export function newRootKey(): Uint8Array {
  return randomBytes(32);
}

/** Writes the root key (mode 0600), sealed by the passphrase where there is one; a key in that slot is replaced. Throws `out-unwritable`. */
export async function keepRootKey(place: RootKeyPlace, root: Uint8Array, slot: RootSlot = 'root'): Promise<void> {
  const sealed =
    place.passphrase === undefined
      ? Buffer.concat([Buffer.from([PLAIN]), root])
      : Buffer.concat([
          Buffer.from([BY_PASSPHRASE]),
          await sealRoot({ root, by: { passphrase: place.passphrase }, randomBytes }),
        ]);
  try {
    makeFolderFor(place.dir);
    writeDurably(rootFile(place, slot), sealed, 0o600);
  } catch (error) {
    throw new ServerError('out-unwritable', { file: place.dir }, error);
  }
}

/** Whether this machine holds the cell's root key. */
export function hasRootKey(place: RootKeyPlace, slot: RootSlot = 'root'): boolean {
  return existsSync(rootFile(place, slot));
}

/** Reads the root key. Throws `key-missing`, `key-exposed` (others may read the file), `passphrase-needed`, `passphrase-wrong`, `key-wrong`. */
export async function readRootKey(place: RootKeyPlace, slot: RootSlot = 'root'): Promise<Uint8Array> {
  const file = rootFile(place, slot);
  const bytes = readPrivate(place, file);
  if (bytes[0] === PLAIN && bytes.length === 33) return new Uint8Array(bytes.subarray(1));
  if (bytes[0] !== BY_PASSPHRASE) throw new ServerError('key-wrong', { file });
  if (place.passphrase === undefined) throw new ServerError('passphrase-needed', { file });
  try {
    return await openSealedRoot({ sealed: bytes.subarray(1), by: { passphrase: place.passphrase } });
  } catch (error) {
    throw new ServerError('passphrase-wrong', { file }, error);
  }
}

/** The bytes of a file that nobody else may read. */
function readPrivate(place: RootKeyPlace, file: string): Buffer {
  const handle = openIfThere(file);
  if (handle === undefined) throw new ServerError('key-missing', { dir: place.dir, cell: place.cellHex });
  try {
    if ((fstatSync(handle).mode & 0o077) !== 0) throw new ServerError('key-exposed', { file });
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new ServerError('file-unreadable', { file }, error);
  }
}

/** Makes the next root the root: the old one is overwritten by the rename. */
export function adoptNextRoot(place: RootKeyPlace): void {
  renameSync(rootFile(place, 'root.next'), rootFile(place, 'root'));
  syncFolder(place.dir);
}

/** Forgets a next root that never opened anything. */
export function dropNextRoot(place: RootKeyPlace): void {
  rmSync(rootFile(place, 'root.next'), { force: true });
  syncFolder(place.dir);
}

/** Keeps the root, sealed by the recovery code, in the vault. */
export async function keepRecovery(file: string, root: Uint8Array, code: string): Promise<void> {
  writeDurably(file, await sealRoot({ root, by: { code }, randomBytes }));
}

/** Opens the vault's copy of the root. Throws `recovery-missing`, `recovery-wrong`. */
export async function openRecovery(file: string, code: string): Promise<Uint8Array> {
  if (!existsSync(file)) throw new ServerError('recovery-missing', {});
  try {
    return await openSealedRoot({ sealed: readFileSync(file), by: { code } });
  } catch (error) {
    throw new ServerError('recovery-wrong', {}, error);
  }
}

function rootFile(place: RootKeyPlace, slot: RootSlot): string {
  return join(place.dir, `${place.cellHex}.${slot}`);
}
