/**
 * The log's tree read three ways: from the bundles, from what the open pages give, and from the tiles. The way that
 * leads to the signed root is the true one, and where the others leave it, something was altered.
 */
import { TILE_WIDTH } from '@acta/verifier';
import { sameBytes } from '../bytes.ts';
import { HASH_BYTES } from '../hashing.ts';
import type { LogReader } from '../store.ts';
import type { Bundle } from './bundle-rows.ts';
import type { Recomputed } from './record-check.ts';
import type { Findings } from './report.ts';
import { type BlockHashes, blockHash, RootTrack } from './root-track.ts';
import { TileCheck } from './tile-check.ts';

type Source = 'bundles' | 'pages' | 'tiles';
const SOURCES: readonly Source[] = ['bundles', 'pages', 'tiles'];

/** A block whose sources do not all say the same. */
interface Doubt {
  readonly first: number;
  readonly last: number;
  /** The block's hash from its own bundle, pages and tile, without falling back. */
  readonly hashes: Readonly<Record<Source, Uint8Array | undefined>>;
  /** Seqs whose record gives another commitment than the bundle has. */
  readonly differing: readonly number[];
}

/** Checks the tree of one log while its blocks go by. */
export class TreeCheck {
  readonly #findings: Findings;
  readonly #tiles: TileCheck;
  readonly #tracks: Readonly<Record<Source, RootTrack>>;
  readonly #doubts: Doubt[] = [];
  /** Entries whose record gives another commitment than the bundle has. */
  differing = 0;

  /** `sizes`: where roots will be asked for. */
  constructor(of: {
    readonly reader: LogReader;
    readonly size: number;
    readonly sizes: readonly number[];
    readonly findings: Findings;
  }) {
    const { reader, size, sizes, findings } = of;
    this.#findings = findings;
    this.#tiles = new TileCheck(reader, size, findings);
    this.#tracks = { bundles: new RootTrack(sizes), pages: new RootTrack(sizes), tiles: new RootTrack(sizes) };
  }

  /** Adds a block with what its open records gave. Blocks must come in order. */
  async add(bundle: Bundle, recomputed: Recomputed): Promise<void> {
    const full = bundle.count === TILE_WIDTH;
    const differing = differingSeqs(bundle, recomputed);
    this.differing += differing.length;
    const fromBundle = hashed(bundle.commitments);
    const rebuilt =
      differing.length === 0 && bundle.commitments !== undefined ? bundle.commitments : rebuild(bundle, recomputed);
    const fromPages = rebuilt === bundle.commitments ? fromBundle : hashed(rebuilt);
    const slot = full ? await this.#tiles.slot(bundle.index) : undefined;
    const fromTile: BlockHashes = { hash: slot, commitments: undefined };
    if (full) await this.#tiles.add(fromBundle.hash ?? fromPages.hash, slot);
    this.#tracks.bundles.add(bundle.count, firstWhole(full, [fromBundle, fromTile, fromPages]));
    this.#tracks.pages.add(bundle.count, firstWhole(full, [fromPages, fromBundle, fromTile]));
    this.#tracks.tiles.add(bundle.count, firstWhole(full, [fromTile, fromBundle, fromPages]));
    this.#noteMissing(bundle, slot, fromPages.hash);
    const hashes = { bundles: fromBundle.hash, pages: fromPages.hash, tiles: slot };
    if (differing.length === 0 && agree(fromBundle.hash, slot) && agree(fromPages.hash, slot)) return;
    this.#doubts.push({ first: bundle.start, last: bundle.start + bundle.count - 1, hashes, differing });
  }

  /** The root at a size, by whichever way has one. */
  rootAt(size: number): Uint8Array | undefined {
    return SOURCES.map((source) => this.#tracks[source].rootAt(size)).find((root) => root !== undefined);
  }

  /** What became of a root that is known from elsewhere. `unknown`: too much is missing to compute one. */
  compare(known: { readonly size: number; readonly root: Uint8Array }): Source | 'differs' | 'unknown' {
    const roots = SOURCES.map((source) => [source, this.#tracks[source].rootAt(known.size)] as const);
    const matching = roots.find(([, root]) => root !== undefined && sameBytes(root, known.root));
    if (matching !== undefined) return matching[0];
    return roots.some(([, root]) => root !== undefined) ? 'differs' : 'unknown';
  }

  /** Compares the last tiles and says, for each block in doubt, what was altered; `truth` leads to the signed root, if any does. */
  async finish(truth: Source | undefined): Promise<void> {
    await this.#tiles.finish();
    for (const doubt of this.#doubts) {
      if (truth === undefined) this.#judgeBlindly(doubt);
      else this.#judge(doubt, trueHash(truth, doubt));
    }
  }

  #judge({ first, last, hashes, differing }: Doubt, truth: Uint8Array | undefined): void {
    const pagesAreTrue = agree(hashes.pages, truth);
    if (agree(hashes.bundles, truth)) {
      for (const seq of differing) this.#findings.altered('record', seq, seq, 'commitment-differs');
    } else if (pagesAreTrue && differing.length > 0) {
      for (const seq of differing) this.#findings.altered('bundle', seq, seq, 'root-differs');
    } else {
      this.#findings.altered('bundle', first, last, 'root-differs');
    }
    if (!agree(hashes.tiles, truth)) this.#findings.altered('tile', first, last, 'root-differs');
  }

  #judgeBlindly({ first, last, hashes, differing }: Doubt): void {
    for (const seq of differing) this.#findings.altered('record', seq, seq, 'commitment-differs');
    if (!agree(hashes.bundles, hashes.tiles)) this.#findings.altered('bundle', first, last, 'tile-differs');
  }

  #noteMissing({ fault, start, count }: Bundle, slot: Uint8Array | undefined, fromPages: Uint8Array | undefined): void {
    if (fault === undefined) return;
    const provable = slot !== undefined && fromPages !== undefined && sameBytes(slot, fromPages);
    this.#findings.missing('bundle', fault.first, start + count - 1, provable ? 'provable-from-pages' : fault.reason);
  }
}

/** Two hashes of one thing; a hash that is not there contradicts nothing. */
function agree(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined || sameBytes(a, b);
}

function trueHash(truth: Source, { hashes }: Doubt): Uint8Array | undefined {
  if (truth === 'tiles') return hashes.tiles ?? hashes.bundles ?? hashes.pages;
  if (truth === 'pages') return hashes.pages ?? hashes.bundles ?? hashes.tiles;
  return hashes.bundles ?? hashes.tiles ?? hashes.pages;
}

function hashed(commitments: Uint8Array | undefined): BlockHashes {
  return { hash: commitments && blockHash(commitments), commitments };
}

/** The first source that can carry a tree on: a full block needs its hash, a partial one its commitments. */
function firstWhole(full: boolean, sources: readonly BlockHashes[]): BlockHashes {
  const first = sources.find(({ hash, commitments }) => (full ? hash : commitments) !== undefined);
  const { hash } = first ?? {};
  const inside = first?.commitments ?? sources.find(({ commitments }) => commitments !== undefined)?.commitments;
  return { hash, commitments: inside };
}

/** The block's commitments with those that the records give in place of those stored; undefined if some have neither. */
function rebuild({ commitments, count }: Bundle, recomputed: Recomputed): Uint8Array | undefined {
  if (commitments === undefined && recomputed.known.includes(0)) return undefined;
  // A row may be a Buffer, whose own slice is no copy.
  const rebuilt = commitments === undefined ? new Uint8Array(count * HASH_BYTES) : new Uint8Array(commitments);
  for (let i = 0; i < count; i++) {
    if (recomputed.known[i] === 1)
      rebuilt.set(recomputed.commitments.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES), i * HASH_BYTES);
  }
  return rebuilt;
}

function differingSeqs({ commitments, start, count }: Bundle, recomputed: Recomputed): number[] {
  const seqs: number[] = [];
  if (commitments === undefined || sameBytes(commitments, recomputed.commitments)) return seqs;
  for (let i = 0; i < count; i++) {
    if (recomputed.known[i] !== 1) continue;
    const [at, end] = [i * HASH_BYTES, (i + 1) * HASH_BYTES];
    if (!sameBytes(commitments.subarray(at, end), recomputed.commitments.subarray(at, end))) seqs.push(start + i);
  }
  return seqs;
}
