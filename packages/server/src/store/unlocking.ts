// Finding the root key that opens a vault, finishing a rotation that a crash interrupted, and noticing a vault, or a part
// of it, that was put back: what this machine last saw is kept outside the vault.

import { existsSync, rmSync } from 'node:fs';
import { consistencyProof, type LogReader, type SignedCheckpoint, sha256 } from '@acta/ledger';
import { verifyConsistency } from '@acta/verifier';
import { ServerError } from '../server-error.ts';
import { adoptNextRoot, dropNextRoot, hasRootKey, type LastSeen, type RootKeyPlace, readRootKey } from './root-key.ts';
import { SqliteKeyStore } from './sqlite/key-store.ts';
import type { VaultFolder } from './vault-folder.ts';

/** The root key that opens keys.db. Throws `key-missing`, `key-wrong` and what reading the key throws. */
export async function unlock(folder: VaultFolder, place: RootKeyPlace): Promise<Uint8Array> {
  if (!hasRootKey(place, 'root.next')) return readRootKey(place);
  const next = await readRootKey(place, 'root.next');
  if (opens(folder, next)) {
    adoptNextRoot(place);
    return next;
  }
  const root = await readRootKey(place);
  dropNextRoot(place);
  for (const end of ['', '-wal', '-shm']) rmSync(folder.file('keys.db.next') + end, { force: true });
  return root;
}

/** Whether this root key opens the vault's keys.db. */
export function opens(folder: VaultFolder, root: Uint8Array): boolean {
  if (!existsSync(folder.file('keys.db'))) return false;
  try {
    new SqliteKeyStore({ file: folder.file('keys.db'), root, cellId: folder.cellId, readonly: true }).close();
    return true;
  } catch (error) {
    if (error instanceof ServerError && error.code === 'key-wrong') return false;
    throw error;
  }
}

/** Throws `rolled-back` unless the log contains all that this machine has seen signed. */
export async function expectNewest(
  checkpoint: SignedCheckpoint | undefined,
  reader: LogReader,
  last: LastSeen | undefined,
): Promise<void> {
  if (last === undefined) return;
  const size = await reader.size();
  const isBehind = new ServerError('rolled-back', { size, last: last.size });
  if (size < last.size) throw isBehind;
  if (checkpoint === undefined || checkpoint.size < last.size) throw isBehind;
  const proof = await consistencyProof({ reader, oldSize: last.size, newSize: checkpoint.size });
  const oldRoot = Buffer.from(last.root, 'base64');
  const newRoot = checkpoint.root;
  if (!verifyConsistency({ sha256, oldSize: last.size, newSize: checkpoint.size, oldRoot, newRoot, proof }))
    throw isBehind;
}
