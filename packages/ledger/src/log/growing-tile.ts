/**
 * The rightmost tile of one level as it grows, with every node inside it, so that new hashes cost little more than
 * their nodes and the tile's own hash is there when it is full. This is how the writer makes tiles and roots; what is stored
 * is checked by the verifier's tree, which shares no code with it.
 */
import { TILE_WIDTH } from '@acta/verifier';
import { HASH_BYTES } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';

const HEIGHTS = 9;

/** Up to 256 hashes of one level. */
export class GrowingTile {
  /** Height h begins at hash 512 - (512 >> h): 256 hashes, then 128, …, then the tile's own. */
  readonly #nodes: Buffer = Buffer.alloc(2 * TILE_WIDTH * HASH_BYTES);
  #count = 0;

  /** Hashes held, 0 to 256. */
  get count(): number {
    return this.#count;
  }

  /** Adds `count` hashes that stand in `source` from `offset` on, 32 bytes each. They must fit into the tile. */
  append(source: Uint8Array, offset: number, count = 1): void {
    const before = this.#count;
    this.#nodes.set(source.subarray(offset, offset + count * HASH_BYTES), nodeOffset(0, before));
    this.#count += count;
    for (let height = 1; height < HEIGHTS; height++) {
      const [first, end] = [before >> height, this.#count >> height];
      if (first === end) return;
      const children = this.#nodes.subarray(nodeOffset(height - 1, 2 * first), nodeOffset(height - 1, 2 * end));
      this.#nodes.set(treeHashes.nodes(children), nodeOffset(height, first));
    }
  }

  /** The hashes as far as they go, 32 bytes each: a copy. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#nodes.subarray(0, this.#count * HASH_BYTES));
  }

  /** The hash of a full tile: a view that the next `clear` outdates. */
  fullHash(): Uint8Array {
    const at = nodeOffset(HEIGHTS - 1, 0);
    return this.#nodes.subarray(at, at + HASH_BYTES);
  }

  clear(): void {
    this.#count = 0;
  }

  /**
   * The hash over this tile's hashes followed by `tail`, the hash of the incomplete subtree to their right if there is
   * one. Undefined when there is neither.
   */
  fold(tail: Uint8Array | undefined): Uint8Array | undefined {
    let folded = tail;
    for (let height = 0; height < HEIGHTS; height++) {
      const complete = this.#count >> height;
      if (complete % 2 === 0) continue;
      const at = nodeOffset(height, complete - 1);
      const left = this.#nodes.subarray(at, at + HASH_BYTES);
      folded = folded === undefined ? Buffer.from(left) : treeHashes.nodes(Buffer.concat([left, folded]));
    }
    return folded;
  }
}

function nodeOffset(height: number, index: number): number {
  return (2 * TILE_WIDTH - ((2 * TILE_WIDTH) >> height) + index) * HASH_BYTES;
}
