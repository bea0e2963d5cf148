/** The bundles of a log in order, past those that are gone or that the medium refuses. */
import { TILE_WIDTH } from '@acta/verifier';
import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../hashing.ts';
import type { LogReader } from '../store.ts';

const BUNDLES_PER_READ = 64;

/** A block of up to 256 entries and its commitments, or why they are not there. */
export interface Bundle {
  readonly index: number;
  readonly start: number;
  readonly count: number;
  /** Exactly 32 bytes an entry. */
  readonly commitments: Uint8Array | undefined;
  readonly fault: BundleFault | undefined;
}

/** From which seq on a block's commitments are not there. */
export interface BundleFault {
  readonly first: number;
  readonly reason: 'gone' | 'unreadable';
}

/** All blocks of the first `size` entries. */
export async function* bundleRows(reader: LogReader, size: number): AsyncGenerator<Bundle, void, undefined> {
  const blocks = Math.ceil(size / TILE_WIDTH);
  for (let first = 0; first < blocks; first += BUNDLES_PER_READ) {
    const rows = await readBundles(reader, first, Math.min(BUNDLES_PER_READ, blocks - first));
    for (const [i, row] of rows.entries()) yield readBundle(first + i, row, size);
  }
}

type Row = Uint8Array | 'unreadable' | undefined;

function readBundle(index: number, row: Row, size: number): Bundle {
  const start = index * TILE_WIDTH;
  const count = Math.min(TILE_WIDTH, size - start);
  const bundle = { index, start, count, commitments: undefined, fault: undefined };
  if (row === 'unreadable') return { ...bundle, fault: { first: start, reason: 'unreadable' } };
  const held = Math.floor((row?.length ?? 0) / HASH_BYTES);
  if (row === undefined || held < count) return { ...bundle, fault: { first: start + held, reason: 'gone' } };
  return { ...bundle, commitments: row.subarray(0, count * HASH_BYTES) };
}

/** Many at once, or one by one where that is refused. */
async function readBundles(reader: LogReader, first: number, count: number): Promise<readonly Row[]> {
  try {
    return await reader.bundles(first, count);
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'unreadable') throw error;
    if (count === 1) return ['unreadable'];
  }
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) rows.push(...(await readBundles(reader, first + i, 1)));
  return rows;
}
