/**
 * The right edge of a stored log, restored and checked: the writer's tree from the partial rows, and the verifier's tree
 * from the last checkpoint on. Both must agree, and the tree must still be the one that was signed.
 */
import { type CompactTree, TILE_WIDTH } from '@acta/verifier';
import { sameBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';
import type { LogReader } from '../store.ts';
import { GrowingTree } from './growing-tree.ts';
import { HashReader } from './hash-reader.ts';
import type { SignedCheckpoint } from './signed-checkpoint.ts';

const BUNDLES_PER_READ = 64;

/** Where a log ends, by two computations. */
export interface LogEdge {
  /** The writer's: gives the rows to store. */
  readonly writing: GrowingTree;
  /** The verifier's: holds only what was read back from storage. */
  readonly proven: CompactTree;
}

/**
 * Restores the edge of a log whose last checkpoint is `checkpoint` (already verified). Throws `checkpoint-ahead` if the
 * log is shorter than what was signed, `root-mismatch` if it is another, `bundle-missing`, `tile-missing`.
 */
export async function restoreEdge(reader: LogReader, checkpoint: SignedCheckpoint | undefined): Promise<LogEdge> {
  const size = await reader.size();
  if (checkpoint !== undefined && checkpoint.size > size) throw new LedgerError('checkpoint-ahead', { size });
  const proven = await new HashReader(reader).tree(checkpoint?.size ?? 0);
  if (checkpoint !== undefined && !sameBytes(proven.root(), checkpoint.root)) {
    throw new LedgerError('root-mismatch', { size: checkpoint.size });
  }
  await readBack(reader, proven, size);
  const edge: LogEdge = { writing: await restoreTree(reader, size), proven };
  expectAgreement(edge);
  return edge;
}

/** Adds the stored entries up to `size` to the verifier's tree. Throws `bundle-missing`. */
export async function readBack(reader: LogReader, proven: CompactTree, size: number): Promise<void> {
  while (proven.size < size) {
    const first = Math.floor(proven.size / TILE_WIDTH);
    const count = Math.min(BUNDLES_PER_READ, Math.ceil(size / TILE_WIDTH) - first);
    const bundles = await reader.bundles(first, count);
    for (let i = 0; i < count; i++) addBundle(proven, { index: first + i, bundle: bundles[i], size });
  }
}

/** Both computations must give one root. Throws `root-mismatch`. */
export function expectAgreement({ writing, proven }: LogEdge): void {
  if (writing.size !== proven.size || !sameBytes(writing.root(), proven.root())) {
    throw new LedgerError('root-mismatch', { size: writing.size });
  }
}

function addBundle(
  proven: CompactTree,
  { index, bundle, size }: { readonly index: number; readonly bundle: Uint8Array | undefined; readonly size: number },
): void {
  const start = index * TILE_WIDTH;
  const end = Math.min(size, start + TILE_WIDTH);
  if (bundle === undefined || bundle.length < (end - start) * HASH_BYTES)
    throw new LedgerError('bundle-missing', { index });
  proven.appendDatas(bundle.subarray((proven.size - start) * HASH_BYTES, (end - start) * HASH_BYTES), treeHashes);
}

async function restoreTree(reader: LogReader, size: number): Promise<GrowingTree> {
  const bundle = await partialBundle(reader, size);
  const tiles: Uint8Array[] = [];
  for (
    let level = 1, hashes = Math.floor(size / TILE_WIDTH);
    hashes > 0;
    level++, hashes = Math.floor(hashes / TILE_WIDTH)
  ) {
    tiles.push(await partialTile(reader, level, hashes));
  }
  return GrowingTree.restore({ size, bundle, tiles });
}

async function partialBundle(reader: LogReader, size: number): Promise<Uint8Array> {
  const index = Math.floor(size / TILE_WIDTH);
  const bytes = (size % TILE_WIDTH) * HASH_BYTES;
  if (bytes === 0) return new Uint8Array(0);
  const [bundle] = await reader.bundles(index, 1);
  if (bundle === undefined || bundle.length < bytes) throw new LedgerError('bundle-missing', { index });
  return bundle.subarray(0, bytes);
}

/** The hashes of a level's last tile if it is not full. */
async function partialTile(reader: LogReader, level: number, hashes: number): Promise<Uint8Array> {
  const index = Math.floor(hashes / TILE_WIDTH);
  const bytes = (hashes % TILE_WIDTH) * HASH_BYTES;
  if (bytes === 0) return new Uint8Array(0);
  const tile = await reader.tile(level, index);
  if (tile === undefined || tile.length < bytes) throw new LedgerError('tile-missing', { level, index });
  return tile.subarray(0, bytes);
}
