/**
 * The stored tiles beside the hashes computed from bundles. Level 1 is compared slot by slot by the caller, who knows the
 * bundles; higher levels must follow from the level below, as computed or as stored.
 */
import { TILE_WIDTH } from '@acta/verifier';
import { sameBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../hashing.ts';
import { GrowingTile } from '../log/growing-tile.ts';
import type { LogReader } from '../store.ts';
import type { Findings } from './report.ts';

const NO_HASH = new Uint8Array(HASH_BYTES);

/** The growing tile of a level from 1 up, over computed hashes and over stored ones. */
interface TilePair {
  readonly computed: GrowingTile;
  readonly stored: GrowingTile;
  /** Slots for which there is no hash at all. */
  readonly unknown: Set<number>;
  index: number;
}

/** Checks the tiles of one log while its blocks go by. */
export class TileCheck {
  readonly #reader: LogReader;
  readonly #size: number;
  readonly #findings: Findings;
  readonly #levels: TilePair[] = [];
  #row: Uint8Array | undefined;

  constructor(reader: LogReader, size: number, findings: Findings) {
    this.#reader = reader;
    this.#size = size;
    this.#findings = findings;
  }

  /** The hash that level 1 holds for a full block; undefined if its tile is gone. Blocks must be asked for in order. */
  async slot(index: number): Promise<Uint8Array | undefined> {
    const place = index % TILE_WIDTH;
    if (place === 0) this.#row = await this.#read(1, index / TILE_WIDTH);
    const slot = this.#row?.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
    return slot?.length === HASH_BYTES ? slot : undefined;
  }

  /** Adds a full block by both hashes; each stands in for the other. Above a block that has neither nothing is compared. */
  async add(computed: Uint8Array | undefined, stored: Uint8Array | undefined): Promise<void> {
    await this.#append(1, computed ?? stored, stored ?? computed);
  }

  /** Compares the tiles that are not full. Call once, at the end. */
  async finish(): Promise<void> {
    for (let level = 2; level <= this.#levels.length; level++) {
      if (this.#pair(level).computed.count > 0) await this.#compare(level);
    }
  }

  async #append(level: number, computed: Uint8Array | undefined, stored: Uint8Array | undefined): Promise<void> {
    const tiles = this.#pair(level);
    if (computed === undefined) tiles.unknown.add(tiles.computed.count);
    tiles.computed.append(computed ?? NO_HASH, 0);
    tiles.stored.append(stored ?? NO_HASH, 0);
    if (tiles.computed.count < TILE_WIDTH) return;
    if (level > 1) await this.#compare(level);
    const known = tiles.unknown.size === 0;
    await this.#append(
      level + 1,
      known ? tiles.computed.fullHash() : undefined,
      known ? tiles.stored.fullHash() : undefined,
    );
    tiles.computed.clear();
    tiles.stored.clear();
    tiles.unknown.clear();
    tiles.index++;
  }

  #pair(level: number): TilePair {
    let tiles = this.#levels[level - 1];
    if (tiles === undefined) {
      tiles = { computed: new GrowingTile(), stored: new GrowingTile(), unknown: new Set(), index: 0 };
      this.#levels[level - 1] = tiles;
    }
    return tiles;
  }

  async #compare(level: number): Promise<void> {
    const tiles = this.#pair(level);
    const row = await this.#read(level, tiles.index);
    if (row === undefined) return;
    const [computed, stored] = [tiles.computed.bytes(), tiles.stored.bytes()];
    for (let slot = 0; slot < tiles.computed.count; slot++) {
      const [at, end] = [slot * HASH_BYTES, (slot + 1) * HASH_BYTES];
      const hash = row.subarray(at, end);
      if (
        tiles.unknown.has(slot) ||
        sameBytes(hash, computed.subarray(at, end)) ||
        sameBytes(hash, stored.subarray(at, end))
      )
        continue;
      const width = TILE_WIDTH ** level;
      const first = (tiles.index * TILE_WIDTH + slot) * width;
      this.#findings.altered('tile', first, first + width - 1, 'tile-differs');
    }
  }

  /** A tile row that has all the hashes it must have, or undefined and a finding. */
  async #read(level: number, index: number): Promise<Uint8Array | undefined> {
    const width = TILE_WIDTH ** level;
    const hashes = Math.min(TILE_WIDTH, Math.floor(this.#size / width) - index * TILE_WIDTH);
    if (hashes <= 0) return undefined;
    const row = await this.#tryRead(level, index);
    if (row !== 'unreadable' && row !== undefined && row.length >= hashes * HASH_BYTES) return row;
    const first = index * TILE_WIDTH * width;
    this.#findings.missing('tile', first, first + hashes * width - 1, row === 'unreadable' ? 'unreadable' : 'gone');
    return undefined;
  }

  async #tryRead(level: number, index: number): Promise<Uint8Array | 'unreadable' | undefined> {
    try {
      return await this.#reader.tile(level, index);
    } catch (error) {
      if (error instanceof LedgerError && error.code === 'unreadable') return 'unreadable';
      throw error;
    }
  }
}
