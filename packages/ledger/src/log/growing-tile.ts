/**
 * The rightmost tile of one level as it grows, with every node inside it, so that a new hash costs one or two node
 * hashes and the tile's own hash is there when it is full. This is how the writer makes tiles and roots; what is stored
 * is checked by the verifier's tree, which shares no code with it.
 */
import { TILE_WIDTH } from '@acta/verifier';
import { HASH_BYTES, sha256Into } from '../hashing.ts';

const HEIGHTS = 9;
const NODE_PREFIX = 1;

/** Up to 256 hashes of one level. */
export class GrowingTile {
  /** Height h begins at hash 512 - (512 >> h): 256 hashes, then 128, …, then the tile's own. */
  readonly #nodes: Buffer = Buffer.alloc(2 * TILE_WIDTH * HASH_BYTES);
  readonly #pair: Buffer = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);
  #count = 0;

  /** Hashes held, 0 to 256. */
  get count(): number {
    return this.#count;
  }

  /** Adds the hash that stands in `source` at `offset`. The tile must not be full. */
  append(source: Uint8Array, offset: number): void {
    let index = this.#count;
    this.#nodes.set(source.subarray(offset, offset + HASH_BYTES), nodeOffset(0, index));
    for (let height = 1; height < HEIGHTS && index % 2 === 1; height++) {
      index = (index - 1) / 2;
      const children = nodeOffset(height - 1, 2 * index);
      this.#nodes.copy(this.#pair, 1, children, children + 2 * HASH_BYTES);
      sha256Into(this.#pair, this.#nodes, nodeOffset(height, index));
    }
    this.#count++;
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
      folded = folded === undefined ? Buffer.from(left) : this.#join(left, folded);
    }
    return folded;
  }

  #join(left: Uint8Array, right: Uint8Array): Uint8Array {
    const joined = Buffer.allocUnsafe(HASH_BYTES);
    this.#pair.set(left, 1);
    this.#pair.set(right, 1 + HASH_BYTES);
    sha256Into(this.#pair, joined, 0);
    return joined;
  }
}

function nodeOffset(height: number, index: number): number {
  return (2 * TILE_WIDTH - ((2 * TILE_WIDTH) >> height) + index) * HASH_BYTES;
}
