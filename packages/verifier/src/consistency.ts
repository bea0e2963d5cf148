/** Checking that a newer tree begins with all of an older one (RFC 9162 §2.1.4.2). Makes no proofs. */
import { equalBytes } from './bytes.ts';
import { isCount } from './decimal.ts';
import { emptyRoot, HASH_BYTES, nodeHash, type Sha256 } from './hashing.ts';

/** What a consistency check needs; every hash is 32 bytes. */
export interface ConsistencyClaim {
  readonly sha256: Sha256;
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  /** The proof in RFC 6962's order; empty when the sizes are equal or the older tree is empty. */
  readonly proof: readonly Uint8Array[];
}

/** True only if the proof rebuilds both roots, with no hash too many or too few. Never throws. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { sha256, oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false;
  if (![oldRoot, newRoot, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  if (oldSize === 0 && !equalBytes(oldRoot, emptyRoot(sha256))) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0;
  return rebuildsBoth(claim);
}

/** The general case: 0 < oldSize < newSize. */
function rebuildsBoth({ sha256, oldSize, newSize, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  let place = oldSize - 1;
  let last = newSize - 1;
  while (place % 2 === 1) {
    place = (place - 1) / 2;
    last = Math.floor(last / 2);
  }
  // Only a tree of 2^k leaves is itself a node of the newer tree; the proof then leaves its root out.
  const [first, ...rest] = place === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let older = first;
  let newer = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(sha256, hash, older);
      newer = nodeHash(sha256, hash, newer);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newer = nodeHash(sha256, newer, hash);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(older, oldRoot) && equalBytes(newer, newRoot);
}
