/**
 * A Merkle tree that only grows (RFC 6962 §2.1), held as its right edge: one hash for each complete subtree, 32 bytes for
 * each set bit of the size. It gives roots; it holds no leaves and makes no proofs.
 */
import { expectLength } from './bytes.ts';
import { isCount } from './decimal.ts';
import { VerifierError } from './error.ts';
import { emptyRoot, HASH_BYTES, leafHash, nodeHash, type Sha256, type TreeHashes } from './hashing.ts';

const MAX_LEVEL = 52;
/** Leaves that are hashed together: as many as a tile has. */
const BULK_LEVEL = 8;

/** An append-only compact tree. */
export class CompactTree {
  readonly #sha256: Sha256;
  /** Slot l holds the hash of the complete subtree of 2^l leaves if bit l of the size is set; otherwise it is stale. */
  readonly #slots: Uint8Array[] = [];
  #size = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /**
   * The tree of `size` leaves whose complete subtrees, widest (leftmost) first, hash to `edge`: what `edge()` gave.
   * Throws `out-of-range` for a size beyond 2^53 - 1, `wrong-length` when the edge does not fit the size.
   */
  static from(sha256: Sha256, size: number, edge: readonly Uint8Array[]): CompactTree {
    if (!isCount(size)) throw new VerifierError('out-of-range', { what: 'tree size' });
    const levels = levelsOf(size);
    if (levels.length !== edge.length) throw new VerifierError('wrong-length', { what: 'tree edge' });
    const tree = new CompactTree(sha256);
    for (const [index, level] of levels.entries()) tree.appendSubtree(level, edge[index] ?? new Uint8Array(0));
    return tree;
  }

  /** The number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** Adds a leaf by its hash (32 bytes, copied). Throws `wrong-length`. */
  append(hash: Uint8Array): void {
    this.appendSubtree(0, hash);
  }

  /** Adds a leaf by its data. */
  appendData(data: Uint8Array): void {
    this.#carry(0, leafHash(this.#sha256, data));
  }

  /**
   * Adds leaves by their data of 32 bytes each, one behind another, as `appendData` would one by one; `hashes` makes
   * the hashes of complete subtrees. Throws `wrong-length`.
   */
  appendDatas(datas: Uint8Array, hashes: TreeHashes): void {
    if (datas.length % HASH_BYTES !== 0) throw new VerifierError('wrong-length', { what: 'leaf data' });
    let left = datas.length / HASH_BYTES;
    for (let at = 0; left > 0; ) {
      const level = Math.min(BULK_LEVEL, trailingZeros(this.#size), Math.floor(Math.log2(left)));
      const end = at + 2 ** level * HASH_BYTES;
      let row = hashes.leaves(datas.subarray(at, end));
      while (row.length > HASH_BYTES) row = hashes.nodes(row);
      this.#carry(level, row.slice());
      left -= 2 ** level;
      at = end;
    }
  }

  /**
   * Adds 2^level leaves by the hash of their complete subtree (32 bytes, copied), as a full tile gives it. The size must
   * be a multiple of 2^level. Throws `out-of-range` otherwise, and `wrong-length`.
   */
  appendSubtree(level: number, hash: Uint8Array): void {
    expectLength(hash, HASH_BYTES, 'subtree hash');
    if (!isCount(level) || level > MAX_LEVEL || this.#size % 2 ** level !== 0) {
      throw new VerifierError('out-of-range', { what: 'subtree level', index: this.#size });
    }
    this.#carry(level, hash.slice());
  }

  /** The root over all leaves; SHA-256 of nothing if there are none. */
  root(): Uint8Array {
    const edge = this.edge();
    let root = edge.pop();
    if (root === undefined) return emptyRoot(this.#sha256);
    for (let left = edge.pop(); left !== undefined; left = edge.pop()) root = nodeHash(this.#sha256, left, root);
    return root;
  }

  /** The hashes of the complete subtrees, widest (leftmost) first: with the size, all there is to keep. Copies. */
  edge(): Uint8Array[] {
    return levelsOf(this.#size).map((level) => this.#slot(level).slice());
  }

  /** Like adding one to a binary number: every complete neighbour on the left is merged and carried up. */
  #carry(level: number, hash: Uint8Array): void {
    if (this.#size + 2 ** level > Number.MAX_SAFE_INTEGER) {
      throw new VerifierError('out-of-range', { what: 'tree size' });
    }
    let at = level;
    let carried = hash;
    let rest = Math.floor(this.#size / 2 ** level);
    while (rest % 2 === 1) {
      carried = nodeHash(this.#sha256, this.#slot(at), carried);
      rest = (rest - 1) / 2;
      at++;
    }
    this.#slots[at] = carried;
    this.#size += 2 ** level;
  }

  #slot(level: number): Uint8Array {
    const slot = this.#slots[level];
    if (slot === undefined) throw new VerifierError('out-of-range', { what: 'subtree level', index: level });
    return slot;
  }
}

/** The root over leaf hashes of 32 bytes. Throws `wrong-length`. */
export function rootOf(sha256: Sha256, leafHashes: Iterable<Uint8Array>): Uint8Array {
  const tree = new CompactTree(sha256);
  for (const hash of leafHashes) tree.append(hash);
  return tree.root();
}

/** How often a size can be halved; a tree without leaves fits any subtree. */
function trailingZeros(size: number): number {
  let zeros = 0;
  for (let rest = size; zeros < BULK_LEVEL && rest % 2 === 0; rest /= 2) zeros++;
  return zeros;
}

/** The set bits of a size, highest first. */
function levelsOf(size: number): number[] {
  const levels: number[] = [];
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) levels.push(level);
  return levels.reverse();
}
