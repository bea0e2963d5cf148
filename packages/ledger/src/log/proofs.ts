/**
 * Making proofs from stored rows (RFC 6962 §2.1.1, §2.1.2): O(log n) reads each. A proof is worth what its checking says;
 * rows that were altered give proofs that do not verify.
 */
import { formatTlogProof, type NoteKey } from '@acta/verifier';
import { LedgerError } from '../error.ts';
import type { LogReader } from '../store.ts';
import { HashReader } from './hash-reader.ts';
import { type LogIdentity, readCheckpoint, type SignedCheckpoint } from './signed-checkpoint.ts';

/** What shows that an entry is in the log. */
export interface EntryProof {
  /** c2sp.org/tlog-proof. */
  readonly proof: string;
  /** The entry's data: its commitment. */
  readonly commitment: Uint8Array;
  readonly checkpoint: SignedCheckpoint;
}

/** Sibling hashes from leaf `index` up to the root of the first `size` entries. Throws `out-of-range`, and on lost rows. */
export async function inclusionProof(of: {
  readonly reader: LogReader;
  readonly index: number;
  readonly size: number;
}): Promise<Uint8Array[]> {
  const { reader, index, size } = of;
  return siblingsOf(new HashReader(reader), index, size);
}

async function siblingsOf(hashes: HashReader, index: number, size: number): Promise<Uint8Array[]> {
  if (!(index >= 0 && index < size && Number.isSafeInteger(index)))
    throw new LedgerError('out-of-range', { index, size });
  const siblings: Uint8Array[] = [];
  let first = 0;
  let end = size;
  while (end - first > 1) {
    const middle = first + splitPoint(end - first);
    const isLeft = index < middle;
    siblings.push(await (isLeft ? hashes.range(middle, end) : hashes.range(first, middle)));
    if (isLeft) end = middle;
    else first = middle;
  }
  return siblings.reverse();
}

/** The hashes that show the tree of `oldSize` to be a beginning of that of `newSize`. Throws as `inclusionProof`. */
export async function consistencyProof(of: {
  readonly reader: LogReader;
  readonly oldSize: number;
  readonly newSize: number;
}): Promise<Uint8Array[]> {
  const { reader, oldSize, newSize } = of;
  if (!(oldSize >= 0 && oldSize <= newSize && Number.isSafeInteger(oldSize))) {
    throw new LedgerError('out-of-range', { size: oldSize });
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  const hashes = new HashReader(reader);
  const proof: Uint8Array[] = [];
  let first = 0;
  let end = newSize;
  while (end > oldSize) {
    const middle = first + splitPoint(end - first);
    const isLeft = oldSize <= middle;
    proof.push(await (isLeft ? hashes.range(middle, end) : hashes.range(first, middle)));
    if (isLeft) end = middle;
    else first = middle;
  }
  if (first > 0) proof.push(await hashes.range(first, end));
  return proof.reverse();
}

/**
 * Proves an entry against the newest checkpoint. Throws `checkpoint-missing`, `checkpoint-refused`, `not-published` when
 * the checkpoint does not reach the entry yet, `bundle-missing`, `tile-missing`.
 */
export async function proveEntry(
  of: LogIdentity & { readonly reader: LogReader; readonly index: number },
): Promise<EntryProof> {
  const { reader, index } = of;
  const note = await reader.checkpoint();
  if (note === undefined) throw new LedgerError('checkpoint-missing');
  const checkpoint = await confirmed(note, of);
  if (index >= checkpoint.size) throw new LedgerError('not-published', { index, size: checkpoint.size });
  const hashes = new HashReader(reader);
  const proof = await siblingsOf(hashes, index, checkpoint.size);
  const commitment = await hashes.commitment(index);
  return { proof: formatTlogProof({ index, proof, checkpoint: note }), commitment, checkpoint };
}

interface Confirmed {
  readonly origin: string;
  readonly checkpoint: SignedCheckpoint;
}

/** The note that each key confirmed last: many entries are proven against one, whose signature is checked once. */
const lastConfirmed = new WeakMap<NoteKey, Confirmed>();

async function confirmed(note: string, { logKey, origin }: LogIdentity): Promise<SignedCheckpoint> {
  const known = lastConfirmed.get(logKey);
  if (known?.checkpoint.note === note && known.origin === origin) return known.checkpoint;
  const checkpoint = await readCheckpoint(note, { logKey, origin });
  lastConfirmed.set(logKey, { origin, checkpoint });
  return checkpoint;
}

/** The largest power of two below `count` (≥ 2). */
function splitPoint(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
