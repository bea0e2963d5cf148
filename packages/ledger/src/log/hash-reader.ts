/**
 * Tree hashes from stored rows: any complete subtree, any right edge, any range that a proof needs, with O(log n) reads.
 * Leaf hashes come from bundles, all others from tiles. It believes the rows; whoever uses a hash checks it against a root.
 */
import { CompactTree, TILE_WIDTH } from '@acta/verifier';
import { LedgerError } from '../error.ts';
import { HASH_BYTES, sha256 } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';
import type { LogReader } from '../store.ts';

const TILE_HEIGHT = 8;

/** Reads hashes of one log; rows are read once. Meant for one question: what it has read it keeps. */
export class HashReader {
  readonly #reader: LogReader;
  readonly #tiles = new Map<string, Promise<Uint8Array>>();
  readonly #bundles = new Map<number, Promise<Uint8Array>>();

  constructor(reader: LogReader) {
    this.#reader = reader;
  }

  /** The hash of the complete subtree of 2^height leaves that is the `index`-th of its height. */
  async node(height: number, index: number): Promise<Uint8Array> {
    const level = Math.floor(height / TILE_HEIGHT);
    const width = 2 ** (height % TILE_HEIGHT);
    const first = index * width;
    const tile = await this.#tile(level, Math.floor(first / TILE_WIDTH));
    const start = (first % TILE_WIDTH) * HASH_BYTES;
    const end = start + width * HASH_BYTES;
    if (end > tile.length) throw missing(level, Math.floor(first / TILE_WIDTH));
    return subtreeHash(tile.subarray(start, end));
  }

  /** The complete subtrees, widest first, of the `count` leaves from `first` on; `first` must be aligned to the widest. */
  async edge(first: number, count: number): Promise<Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    let at = first;
    for (let height = Math.floor(Math.log2(Math.max(count, 1))) + 1; height >= 0; height--) {
      const width = 2 ** height;
      if (Math.floor(count / width) % 2 === 0) continue;
      hashes.push(await this.node(height, at / width));
      at += width;
    }
    return hashes;
  }

  /** The commitment of an entry: 32 bytes, a copy. Throws `bundle-missing`. */
  async commitment(seq: number): Promise<Uint8Array> {
    const index = Math.floor(seq / TILE_WIDTH);
    const at = (seq % TILE_WIDTH) * HASH_BYTES;
    const bundle = await this.#bundle(index);
    if (bundle.length < at + HASH_BYTES) throw missing(0, index);
    return new Uint8Array(bundle.subarray(at, at + HASH_BYTES));
  }

  /** The tree of the first `size` leaves. */
  async tree(size: number): Promise<CompactTree> {
    return CompactTree.from(sha256, size, await this.edge(0, size));
  }

  /** The RFC 6962 hash over leaves `first` to `end` (exclusive), where `first` is aligned as in any proof. */
  async range(first: number, end: number): Promise<Uint8Array> {
    return CompactTree.from(sha256, end - first, await this.edge(first, end - first)).root();
  }

  #tile(level: number, index: number): Promise<Uint8Array> {
    const key = `${level}/${index}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known;
    const read = level === 0 ? this.#leaves(index) : this.#stored(level, index);
    this.#tiles.set(key, read);
    return read;
  }

  async #stored(level: number, index: number): Promise<Uint8Array> {
    const tile = await this.#reader.tile(level, index);
    if (tile === undefined) throw missing(level, index);
    return tile;
  }

  async #leaves(index: number): Promise<Uint8Array> {
    return treeHashes.leaves(await this.#bundle(index));
  }

  #bundle(index: number): Promise<Uint8Array> {
    const known = this.#bundles.get(index);
    if (known !== undefined) return known;
    const read = this.#reader.bundles(index, 1).then(([bundle]) => {
      if (bundle === undefined) throw missing(0, index);
      return bundle;
    });
    this.#bundles.set(index, read);
    return read;
  }
}

/** The hash over a complete subtree's leaves or nodes, as many as a power of two. */
function subtreeHash(hashes: Uint8Array): Uint8Array {
  let row = hashes;
  while (row.length > HASH_BYTES) row = treeHashes.nodes(row);
  return row;
}

/** The hashes that stand one after another in a tile, as views. */
export function* hashesIn(tile: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at + HASH_BYTES <= tile.length; at += HASH_BYTES) yield tile.subarray(at, at + HASH_BYTES);
}

function missing(level: number, index: number): LedgerError {
  return new LedgerError(level === 0 ? 'bundle-missing' : 'tile-missing', { level, index });
}
