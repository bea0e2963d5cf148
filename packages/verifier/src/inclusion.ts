/** Checking that a leaf stands at an index of a tree (RFC 9162 §2.1.3.2). Makes no proofs. */
import { equalBytes } from './bytes.ts';
import { isCount } from './decimal.ts';
import { HASH_BYTES, nodeHash, type Sha256 } from './hashing.ts';

/** What an inclusion check needs; every hash is 32 bytes. */
export interface InclusionClaim {
  readonly sha256: Sha256;
  /** Zero-based place of the leaf. */
  readonly index: number;
  /** Leaves in the tree. */
  readonly size: number;
  /** The leaf's hash (`leafHash` of its data). */
  readonly leaf: Uint8Array;
  /** Sibling hashes, the leaf's first. */
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** True only if the proof leads from the leaf to the root, with no hash too many or too few. Never throws. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const { sha256, index, size, leaf, proof, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leaf, root, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sha256, sibling, hash);
      // The rightmost node has no sibling at levels where it is a left child: climb past them.
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash, root);
}
