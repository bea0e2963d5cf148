// Finding the root key that opens a vault, finishing a rotation that a crash interrupted, and noticing a vault, or a part
// of it, that was put back: what this machine last saw is kept outside the vault.

import { consistencyProof, type LogReader, type SignedCheckpoint, sha256 } from '@acta/ledger';
import { verifyConsistency } from '@acta/verifier';
import { ServerError } from '../server-error.ts';
import type { KeyHouse } from './key-store.ts';
import type { LastSeen } from './last-seen.ts';
import { adoptNextRoot, dropNextRoot, hasRootKey, type RootKeyPlace, type RootSlot, readRootKey } from './root-key.ts';

/** The root key that opens the key store, and where it stands: in use, or put in place by a rotation that was not finished. */
export interface Unlocked {
  readonly root: Uint8Array;
  readonly slot: RootSlot;
}

/** Finds the root key that opens the key store. It changes nothing. Throws `key-missing` and what reading the key throws. */
export async function unlock(keys: KeyHouse, place: RootKeyPlace): Promise<Unlocked> {
  if (!hasRootKey(place, 'root.next')) return { root: await readRootKey(place), slot: 'root' };
  const root = await readRootKey(place);
  if (await keys.opens(root)) return { root, slot: 'root' };
  // The rotation may have come to its end meanwhile.
  if (!hasRootKey(place, 'root.next')) return { root: await readRootKey(place), slot: 'root' };
  const next = await readRootKey(place, 'root.next');
  return (await keys.opens(next)) ? { root: next, slot: 'root.next' } : { root, slot: 'root' };
}

/** Finishes or undoes what a rotation left. Only for who holds the writer's lock: a rotation may be under way otherwise. */
export async function endRotation(keys: KeyHouse, place: RootKeyPlace, slot: RootSlot): Promise<void> {
  if (slot === 'root.next') {
    adoptNextRoot(place);
  } else if (hasRootKey(place, 'root.next')) {
    await keys.dropReplacement();
    dropNextRoot(place);
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
