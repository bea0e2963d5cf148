/**
 * Writing a log as C2SP lays it out (c2sp.org/tlog-tiles), so that tools nobody here wrote can check it. All tiles are
 * computed from the bundles, never copied; the checkpoint comes last, and only if the root is the signed one.
 */
import { encodeEntries, entriesPath, formatVkey, TILE_WIDTH, tilePath } from '@acta/verifier';
import { sameBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES, sha256 } from '../hashing.ts';
import { treeHashes } from '../lanes/tree-hashes.ts';
import type { LogReader } from '../store.ts';
import { bundleRows } from '../verify/bundle-rows.ts';
import { GrowingTree } from './growing-tree.ts';
import { hashesIn } from './hash-reader.ts';
import { type LogIdentity, readCheckpoint, type SignedCheckpoint } from './signed-checkpoint.ts';

/** What exporting needs. Paths are relative, with slashes. */
export interface LogToExport extends LogIdentity {
  readonly reader: LogReader;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

/**
 * Writes `tile/…`, `tile/entries/…`, `log.vkey` and `checkpoint` for the newest checkpoint. Throws `checkpoint-missing`,
 * `checkpoint-refused`, `checkpoint-ahead`, `bundle-missing`, `root-mismatch`; without a `checkpoint` file an export is void.
 */
export async function exportLog(of: LogToExport): Promise<SignedCheckpoint> {
  const { reader, writeFile, logKey } = of;
  const note = await reader.checkpoint();
  if (note === undefined) throw new LedgerError('checkpoint-missing');
  const checkpoint = await readCheckpoint(note, of);
  if (checkpoint.size > (await reader.size())) throw new LedgerError('checkpoint-ahead', { size: checkpoint.size });
  const tree = new GrowingTree();
  for await (const { index, commitments } of bundleRows(reader, checkpoint.size)) {
    if (commitments === undefined) throw new LedgerError('bundle-missing', { index });
    const width = commitments.length / HASH_BYTES;
    await writeFile(entriesPath(index, width), encodeEntries([...hashesIn(commitments)]));
    const leaves = treeHashes.leaves(commitments);
    await writeFile(tilePath(0, index, width), leaves);
    for (const { level, index: at, bytes } of tree.append(commitments, leaves).tiles) {
      if (bytes.length === TILE_WIDTH * HASH_BYTES) await writeFile(tilePath(level, at), bytes);
    }
  }
  for (const { level, index, bytes } of tree.partialTiles()) {
    await writeFile(tilePath(level, index, bytes.length / HASH_BYTES), bytes);
  }
  if (!sameBytes(tree.root(), checkpoint.root)) throw new LedgerError('root-mismatch', { size: checkpoint.size });
  await writeFile('log.vkey', Buffer.from(`${formatVkey(sha256, logKey.name, logKey.publicKey)}\n`, 'utf8'));
  await writeFile('checkpoint', Buffer.from(note, 'utf8'));
  return checkpoint;
}
