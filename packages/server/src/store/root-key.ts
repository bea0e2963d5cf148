// The cell's root key: a file outside the vault (`ACTA_KEYS`, mode 0600), plain or sealed by a passphrase, and a copy
// in the vault sealed by the recovery code. Also `<cell>.last`: the last checkpoint and erasure this machine has seen.
// A rotation writes `<cell>.root.next` first; which of the two opens the key store tells where a crash struck.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { openSealedRoot, sealRoot } from '@acta/ledger';
import { ServerError } from '../server-error.ts';
import { makeFolderFor, syncFolder, writeDurably } from './vault-folder.ts';

const PLAIN = 1;
const BY_PASSPHRASE = 2;
/** Lines: size, root (base64), last erasure, highest key id. */
const LAST_SEEN = /^(\d{1,15})\n([\w+/]{43}=)\n(\d{1,15})\n(?:(\d{1,15})\n)?$/;

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

/** The last signed state that this machine has seen, kept outside the vault so that a vault put back is found. */
export interface LastSeen {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Seq of the last erasure order, 0 for none. */
  readonly erasure: number;
  /** The highest id a data key ever had: none of these is minted again, though keys.db be put back. */
  readonly keys: number;
}

/** What was kept; undefined on a machine that has never seen the cell. Throws `vault-damaged` if it cannot be read as that. */
export function readLastSeen(place: RootKeyPlace): LastSeen | undefined {
  const file = lastFile(place);
  if (!existsSync(file)) return undefined;
  const [, size, root, erasure, keys] = LAST_SEEN.exec(readFileSync(file, 'latin1')) ?? [];
  if (root === undefined) throw new ServerError('vault-damaged', { file });
  return { size: Number(size), root, erasure: Number(erasure), keys: Number(keys ?? 0) };
}

/** Keeps it, durably. */
export function keepLastSeen(place: RootKeyPlace, last: LastSeen): void {
  makeFolderFor(place.dir);
  writeDurably(lastFile(place), Buffer.from(`${last.size}\n${last.root}\n${last.erasure}\n${last.keys}\n`));
}

function rootFile(place: RootKeyPlace, slot: RootSlot): string {
  return join(place.dir, `${place.cellHex}.${slot}`);
}

function lastFile(place: RootKeyPlace): string {
  return join(place.dir, `${place.cellHex}.last`);
}
