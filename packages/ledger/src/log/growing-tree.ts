/**
 * The writer's tree: the rightmost tile of every level. It takes commitments, gives the root, and says which tiles and
 * bundles a commit has to store. Level 0 is never stored: it is derived from the bundles.
 */
import { TILE_WIDTH } from '@acta/verifier';
import { HASH_BYTES, sha256 } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';
import type { BundleRow, TileRow } from '../store.ts';
import { GrowingTile } from './growing-tile.ts';

/** The rows that a commit changes. */
export interface GrownRows {
  readonly bundles: readonly BundleRow[];
  readonly tiles: readonly TileRow[];
}

/** A tree that grows by commitments. */
export class GrowingTree {
  readonly #levels: GrowingTile[] = [];
  /** Commitments of the bundle that is not full yet. */
  readonly #bundle: Buffer = Buffer.alloc(TILE_WIDTH * HASH_BYTES);
  #size = 0;

  /**
   * The tree of `size` entries from its right edge: the commitments of its partial bundle, and the hashes of the partial
   * tile of each level from 1 up, 32 bytes each.
   */
  static restore(edge: {
    readonly size: number;
    readonly bundle: Uint8Array;
    readonly tiles: readonly Uint8Array[];
  }): GrowingTree {
    const tree = new GrowingTree();
    tree.#size = edge.size - edge.bundle.length / HASH_BYTES;
    for (const [index, tile] of edge.tiles.entries()) {
      tree.#level(index + 1).append(tile, 0, tile.length / HASH_BYTES);
    }
    if (edge.bundle.length > 0) tree.#append(edge.bundle, treeHashes.leaves(edge.bundle), undefined);
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Adds commitments, 32 bytes each, with their leaf hashes, and returns the rows that now differ from before, each whole.
   */
  append(commitments: Uint8Array, leafHashes: Uint8Array = treeHashes.leaves(commitments)): GrownRows {
    const bundles: BundleRow[] = [];
    const full: TileRow[] = [];
    const before = this.#size;
    for (let offset = 0; offset < commitments.length; ) {
      const room = (TILE_WIDTH - (this.#size % TILE_WIDTH)) * HASH_BYTES;
      const end = Math.min(offset + room, commitments.length);
      this.#append(commitments.subarray(offset, end), leafHashes.subarray(offset, end), full);
      const held = this.#size % TILE_WIDTH === 0 ? TILE_WIDTH : this.#size % TILE_WIDTH;
      const bytes = new Uint8Array(this.#bundle.subarray(0, held * HASH_BYTES));
      bundles.push({ index: Math.ceil(this.#size / TILE_WIDTH) - 1, bytes });
      offset = end;
    }
    return { bundles, tiles: [...full, ...this.partialTiles(before)] };
  }

  /** The partial tiles of levels from 1 up; with \`before\`, those that have more hashes than at that size. */
  partialTiles(before = 0): TileRow[] {
    return this.#levels.flatMap((tile, level) => {
      const grown = this.#hashesAt(level) > Math.floor(before / TILE_WIDTH ** level);
      if (level === 0 || tile.count === 0 || !grown) return [];
      return [{ level, index: Math.floor(this.#hashesAt(level) / TILE_WIDTH), bytes: tile.bytes() }];
    });
  }

  /** The root over all entries. */
  root(): Uint8Array {
    let folded: Uint8Array | undefined;
    for (const level of this.#levels) folded = level.fold(folded);
    return folded ?? sha256(new Uint8Array(0));
  }

  /** Adds what fits into the present bundle. */
  #append(commitments: Uint8Array, leafHashes: Uint8Array, full: TileRow[] | undefined): void {
    const count = commitments.length / HASH_BYTES;
    this.#bundle.set(commitments, (this.#size % TILE_WIDTH) * HASH_BYTES);
    this.#level(0).append(leafHashes, 0, count);
    this.#size += count;
    this.#carry(full);
  }

  /** Moves the hash of each tile that has become full into the level above. */
  #carry(full: TileRow[] | undefined): void {
    for (let level = 0; this.#level(level).count === TILE_WIDTH; level++) {
      const tile = this.#level(level);
      if (level > 0) full?.push({ level, index: this.#hashesAt(level) / TILE_WIDTH - 1, bytes: tile.bytes() });
      this.#level(level + 1).append(tile.fullHash(), 0);
      tile.clear();
    }
  }

  /** How many hashes a level has. */
  #hashesAt(level: number): number {
    return Math.floor(this.#size / TILE_WIDTH ** level);
  }

  /** The tile of a level; those below it are made with it. */
  #level(level: number): GrowingTile {
    while (this.#levels.length < level) this.#levels.push(new GrowingTile());
    const tile = this.#levels[level] ?? new GrowingTile();
    this.#levels[level] = tile;
    return tile;
  }
}
