// Verifying: the tree and the pages as they lie, then every record opened. Beside: nothing but the hashing and the deciphering that
// checking cannot do without, in calls of the same number and size, each in the fastest way that is known here, on bytes that
// need no reading.

import { createDecipheriv, createSecretKey, hash } from 'node:crypto';
import { treeHashes } from '../../packages/ledger/src/lanes/tree-hashes.ts';
import { parsePage } from '../../packages/ledger/src/page/format.ts';
import type { ReadVault } from '../../packages/server/src/cli/vault.ts';
import type { Work } from '../bench-run.ts';
import { type Row, shownMs, shownRate, times } from '../row.ts';
import { timed } from '../statistics.ts';
import { randomFrom } from '../text.ts';

/** Sizes of what a verification must hash and decipher. */
interface Load {
  readonly entries: number;
  readonly pages: readonly number[];
  readonly strips: readonly number[];
  /** Bytes of some records; the rest is taken to be like them. */
  readonly records: readonly number[];
}

const SAMPLED_RECORDS = 2_048;
const PAGES_A_READ = 64;
const BUNDLE_ENTRIES = 256;
const HASH_BYTES = 32;
/** Tag, cell id and salt, which are hashed with each record. */
const COMMITTED_BESIDE_BYTES = 47;

export const verify: Work = async (run) => {
  const vault = await (await run.vault()).house.peek();
  try {
    const load = await loadOf(vault);
    run.step('verify');
    const plain = await timed(() => vault.verify(false, () => undefined));
    run.step('verify --deep');
    const deep = await timed(() => vault.verify(true, () => undefined));
    for (const { value } of [plain, deep])
      if (value.verdict !== 'intact') throw new Error(`the vault is ${value.verdict}`);
    const hashing = await timed(() => hashPagesAndTree(load));
    const opening = await timed(() => openStripsAndHashRecords(load));
    return [
      rowOf('verify', plain.ms, { what: 'SHA-256 of its pages and nodes', ms: hashing.ms }, load.entries),
      rowOf(
        'verify --deep',
        deep.ms,
        { what: 'SHA-256 and AES-256-GCM of its bytes', ms: hashing.ms + opening.ms },
        load.entries,
      ),
    ];
  } finally {
    await vault.close();
  }
};

function rowOf(work: string, ms: number, peer: { readonly what: string; readonly ms: number }, entries: number): Row {
  return {
    work,
    figure: `${shownMs(ms)}, ${shownRate(entries, ms, 'entries')}`,
    beside: `${peer.what}: ${shownMs(peer.ms)}`,
    ratio: times(ms / peer.ms, 'that time'),
    numbers: { ms, entries, peerMs: peer.ms, ratio: ms / peer.ms },
  };
}

async function loadOf({ log, reader }: ReadVault): Promise<Load> {
  const entries = await log.size();
  const [pages, strips]: [number[], number[]] = [[], []];
  for (let from = 0; from < entries; ) {
    const rows = await log.pages(from, PAGES_A_READ);
    if (rows.length === 0) throw new Error('a page is missing');
    for (const { bytes } of rows) {
      const page = parsePage(bytes);
      pages.push(bytes.length);
      for (const { sealed } of page.strips) strips.push(sealed.length);
      from = page.firstSeq + page.count;
    }
  }
  const random = randomFrom(1);
  const seqs = Array.from({ length: SAMPLED_RECORDS }, () => Math.floor(random() * entries));
  const records = (await reader.entries(seqs)).map(({ record }) => record.length);
  return { entries, pages, strips, records };
}

/** One SHA-256 a page, and as many of leaves and nodes as the tree has, by bundles. */
function hashPagesAndTree({ entries, pages }: Load): void {
  const bytes = Buffer.alloc(Math.max(...pages));
  for (const length of pages) hash('sha256', bytes.subarray(0, length), 'binary');
  const leaves = new Uint8Array(BUNDLE_ENTRIES * HASH_BYTES);
  for (let at = 0; at < entries; at += BUNDLE_ENTRIES) {
    let row = treeHashes.leaves(leaves);
    while (row.length > HASH_BYTES) row = treeHashes.nodes(row);
  }
}

/** Millions of lengths would be too many for the arguments of one call. */
function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}

/** AES-256-GCM of every strip, one SHA-256 a record. */
function openStripsAndHashRecords({ entries, records, strips }: Load): void {
  const [key, nonce, tag] = [createSecretKey(Buffer.alloc(32)), Buffer.alloc(12), Buffer.alloc(16)];
  const bytes = Buffer.alloc(Math.max(longest(strips), longest(records) + COMMITTED_BESIDE_BYTES));
  for (const length of strips) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tag.length });
    decipher.setAuthTag(tag);
    decipher.update(bytes.subarray(0, length));
    // Whether the tag is right is told only after all of it was computed.
    try {
      decipher.final();
    } catch {}
  }
  for (let at = 0; at < entries; at++) {
    hash('sha256', bytes.subarray(0, (records[at % records.length] ?? 0) + COMMITTED_BESIDE_BYTES), 'binary');
  }
}
