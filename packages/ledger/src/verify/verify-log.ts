/**
 * Verifying a log where it is stored: every entry hashed up to the signed root, every tile compared, every page covered
 * and hashed; and in depth, every record opened, read as canonical JSON and committed to anew. It streams: memory grows
 * with what is wrong, not with the log. It repairs nothing.
 */
import { emptyRoot, parseVkey, VerifierError } from '@acta/verifier';
import { sameBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { sha256 } from '../hashing.ts';
import { readCheckpoint, type SignedCheckpoint } from '../log/signed-checkpoint.ts';
import type { DataKeys, LogReader } from '../store.ts';
import { type Bundle, bundleRows } from './bundle-rows.ts';
import { PageWalk } from './page-walk.ts';
import { type OpeningBlock, RecordCheck } from './record-check.ts';
import { Findings, type LogReport } from './report.ts';
import { type OpenedStrips, openStrips, type StripOpener, type StripsToOpen } from './strip-opening.ts';
import { TreeCheck } from './tree-check.ts';

/** A tree that is known from outside the vault. */
export interface KnownTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What opening every strip needs. */
export interface DeepCheck {
  readonly keys: DataKeys;
  /** Others that open strips, and how many blocks they may be given before the first is waited for; without them it is done here. */
  readonly others?: { readonly open: StripOpener; readonly blocksAhead: number };
}

/** What verifying needs. */
export interface LogToVerify {
  readonly reader: LogReader;
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  /** The log's key; its name is the origin unless `origin` says otherwise. */
  readonly vkey: string;
  readonly origin?: string;
  /** Opens every strip; without it only hashes and coverage are checked. */
  readonly deep?: DeepCheck;
  /** Whether an erasure order names this entry. */
  readonly isErasedByOrder: (seq: number) => boolean;
  /** The last tree known outside the vault. */
  readonly expected?: KnownTree;
  /** Called now and then with the entries done and the entries in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Verifies a log. Throws `vkey-malformed`; anything wrong with the log itself is in the report. */
export async function verifyLog(claim: LogToVerify): Promise<LogReport> {
  const { reader, expected } = claim;
  const findings = new Findings();
  const size = await reader.size();
  const signed = await readSigned(claim, size, findings);
  const known = Math.max(signed?.size ?? 0, expected?.size ?? 0);
  if (known > size) findings.missing('entries', size, known - 1, 'beyond-end');
  const tree = new TreeCheck({ reader, size, sizes: [size, signed?.size ?? 0, expected?.size ?? 0], findings });
  const pages = new PageWalk(reader, size, Math.max(size, known));
  const { checked, erased } = await checkBlocks(claim, { size, tree, pages, findings });
  const proven = await concludeTree({ tree, findings, signed, expected });
  const root = tree.rootAt(size) ?? signed?.root ?? emptyRoot(sha256);
  const unsigned = Math.max(0, size - (signed?.size ?? 0));
  const counts = { checked: checked - tree.differing, erased };
  return { ...findings.summary(), size, root, proven, unsigned, ...counts, witnesses: [] };
}

async function checkBlocks(
  { reader, cellId, deep, isErasedByOrder, onProgress }: LogToVerify,
  parts: { readonly size: number; readonly tree: TreeCheck; readonly pages: PageWalk; readonly findings: Findings },
): Promise<{ readonly checked: number; readonly erased: number }> {
  const { size, tree, pages, findings } = parts;
  const open = deep?.others?.open ?? openHere;
  const records = new RecordCheck({ cellId, keys: deep?.keys, open, isErasedByOrder, findings });
  const finish = async ({ block, bundle }: BlockUnderWay): Promise<void> => {
    await tree.add(bundle, await records.check(block));
    onProgress?.(bundle.start + bundle.count, size);
  };
  const underWay: BlockUnderWay[] = [];
  for await (const bundle of bundleRows(reader, size)) {
    const { count, start } = bundle;
    underWay.push({ bundle, block: await records.open(start, count, await pages.block(start, start + count)) });
    if (underWay.length <= (deep?.others?.blocksAhead ?? 0)) continue;
    for (const first of underWay.splice(0, 1)) await finish(first);
  }
  for (const block of underWay) await finish(block);
  return records;
}

interface BlockUnderWay {
  readonly bundle: Bundle;
  readonly block: OpeningBlock;
}

async function openHere(strips: StripsToOpen): Promise<{ readonly opened: Promise<OpenedStrips> }> {
  return { opened: Promise.resolve(openStrips(strips)) };
}

/** The checkpoint if there is one and it is the log's; otherwise a finding. */
async function readSigned(claim: LogToVerify, size: number, findings: Findings): Promise<SignedCheckpoint | undefined> {
  const logKey = readVkey(claim.vkey);
  const note = await claim.reader.checkpoint();
  const last = Math.max(0, size - 1);
  if (note === undefined) {
    if (size > 0) findings.missing('checkpoint', 0, last, 'gone');
    return undefined;
  }
  try {
    return await readCheckpoint(note, { origin: claim.origin ?? logKey.name, logKey });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.altered('checkpoint', 0, last, 'not-signed');
    return undefined;
  }
}

function readVkey(vkey: string): ReturnType<typeof parseVkey> {
  try {
    return parseVkey(sha256, vkey);
  } catch (cause) {
    if (cause instanceof VerifierError) throw new LedgerError('vkey-malformed', { cause });
    throw cause;
  }
}

/** Compares the tree with the roots that are known; true if the signed one was rebuilt. */
async function concludeTree(of: {
  readonly tree: TreeCheck;
  readonly findings: Findings;
  readonly signed: SignedCheckpoint | undefined;
  readonly expected: KnownTree | undefined;
}): Promise<boolean> {
  const { tree, findings, signed, expected } = of;
  if (expected !== undefined) noteRollBack(of, expected);
  const reference = signed ?? expected;
  const outcome = reference === undefined ? 'unknown' : tree.compare(reference);
  const found = outcome !== 'differs' && outcome !== 'unknown';
  if (signed !== undefined && outcome === 'differs') {
    findings.altered('root', 0, Math.max(0, signed.size - 1), 'root-differs');
  }
  await tree.finish(found ? outcome : undefined);
  return found && signed !== undefined;
}

/** An older checkpoint put back, or a tree that is not the known one. */
function noteRollBack(
  {
    tree,
    findings,
    signed,
  }: { readonly tree: TreeCheck; readonly findings: Findings; readonly signed: SignedCheckpoint | undefined },
  expected: KnownTree,
): void {
  if (signed !== undefined && signed.size < expected.size) {
    findings.missing('checkpoint', signed.size, expected.size - 1, 'older-than-known');
  }
  const sameAsSigned = signed?.size === expected.size && sameBytes(signed.root, expected.root);
  if (!sameAsSigned && tree.compare(expected) === 'differs') {
    findings.altered('root', 0, Math.max(0, expected.size - 1), 'known-root-differs');
  }
}
