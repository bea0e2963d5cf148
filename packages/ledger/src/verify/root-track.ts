/**
 * One reading of the log's tree, block by block, from one choice of hashes; it answers what root it has at the sizes of
 * interest. A block that cannot be given ends it: later sizes have no root. The tree is the verifier's.
 */
import { CompactTree, TILE_WIDTH } from '@acta/verifier';
import { HASH_BYTES, sha256 } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';

const TILE_HEIGHT = 8;

/** A block as one source gives it. */
export interface BlockHashes {
  /** The hash over a full block. */
  readonly hash: Uint8Array | undefined;
  /** The commitments of the block's entries; without them no size inside the block has a root. */
  readonly commitments: Uint8Array | undefined;
}

/** Roots at chosen sizes. */
export class RootTrack {
  readonly #sizes: readonly number[];
  readonly #roots = new Map<number, Uint8Array>();
  #tree: CompactTree | undefined = new CompactTree(sha256);

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
    this.#note();
  }

  /** The root of the first `size` entries, if it is one of the chosen sizes and could be computed. */
  rootAt(size: number): Uint8Array | undefined {
    return this.#roots.get(size);
  }

  /** Adds the next block, of `count` entries: 256, or fewer if it is the last. */
  add(count: number, { hash, commitments }: BlockHashes): void {
    const tree = this.#tree;
    if (tree === undefined) return;
    const [start, end] = [tree.size, tree.size + count];
    if (commitments !== undefined) this.#noteInside(tree, commitments, end);
    if (count === TILE_WIDTH && hash !== undefined) tree.appendSubtree(TILE_HEIGHT, hash);
    else if (commitments !== undefined) appendAll(tree, commitments, count);
    else this.#tree = undefined;
    if (this.#tree !== undefined && tree.size > start) this.#note();
  }

  #noteInside(tree: CompactTree, commitments: Uint8Array, end: number): void {
    for (const size of this.#sizes) {
      if (size <= tree.size || size >= end) continue;
      const fork = CompactTree.from(sha256, tree.size, tree.edge());
      appendAll(fork, commitments, size - tree.size);
      this.#roots.set(size, fork.root());
    }
  }

  #note(): void {
    const tree = this.#tree;
    if (tree !== undefined && this.#sizes.includes(tree.size)) this.#roots.set(tree.size, tree.root());
  }
}

function appendAll(tree: CompactTree, commitments: Uint8Array, count: number): void {
  tree.appendDatas(commitments.subarray(0, count * HASH_BYTES), treeHashes);
}

/** The hash over the commitments of up to 256 entries. */
export function blockHash(commitments: Uint8Array): Uint8Array {
  const tree = new CompactTree(sha256);
  appendAll(tree, commitments, commitments.length / HASH_BYTES);
  return tree.root();
}
