/**
 * The hashes of an RFC 6962 tree over SHA-256 (§2.1), and the two primitives that callers bring. SHA-256 is synchronous:
 * a tree is millions of small hashes, and a promise for each would cost more than the hash. In a browser bring a
 * synchronous one (noble); WebCrypto serves for Ed25519.
 */
import { expectLength } from './bytes.ts';

/** SHA-256 of `data`, 32 bytes that the caller may keep. It must not keep `data`, which is reused. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Writes SHA-256 of `data` into `target` at `offset`: for callers who can do without 32 bytes of their own each time. */
export type Sha256Into = (data: Uint8Array, target: Uint8Array, offset: number) => void;

/** Ed25519 (RFC 8032) over `message`. False for any key or signature that is not valid. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** The hashes of a tree in bulk, for callers who have a faster way than one by one. What is given must not be kept. */
export interface TreeHashes {
  /** The leaf hashes of entries' data of 32 bytes each, one behind another: 32 bytes each. */
  leaves(datas: Uint8Array): Uint8Array;
  /** The hashes above pairs of hashes, one pair behind another: 32 bytes a pair. */
  nodes(children: Uint8Array): Uint8Array;
}

/** Bytes in a hash. */
export const HASH_BYTES = 32;

const pair = new Uint8Array(1 + 2 * HASH_BYTES);
pair[0] = 1;
const shortLeaf = new Uint8Array(1 + HASH_BYTES);

/** SHA-256(00 ‖ data): the leaf hash of an entry's data. */
export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  const prefixed = data.length === HASH_BYTES ? shortLeaf : new Uint8Array(1 + data.length);
  prefixed.set(data, 1);
  return sha256(prefixed);
}

/** SHA-256(01 ‖ left ‖ right): the hash above two hashes of 32 bytes each. Throws `wrong-length`. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  expectLength(left, HASH_BYTES, 'left hash');
  expectLength(right, HASH_BYTES, 'right hash');
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}

/** SHA-256 of nothing: the root of a tree without leaves. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}
