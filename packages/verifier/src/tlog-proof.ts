/**
 * Proofs that stand alone (c2sp.org/tlog-proof): an index, an inclusion proof and a signed checkpoint in one text.
 * The `extra` line is read and written but never trusted.
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { expectLength, readText } from './bytes.ts';
import {
  type CheckpointClaim,
  type CheckpointRefusal,
  type CheckpointVerdict,
  verifyCheckpoint,
} from './checkpoint.ts';
import { isCount, parseDecimal } from './decimal.ts';
import { VerifierError } from './error.ts';
import { HASH_BYTES, leafHash, type Sha256 } from './hashing.ts';
import { verifyInclusion } from './inclusion.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
const MAX_PROOF_HASHES = 63;

/** A proof as read or to be written. */
export interface TlogProof {
  /** Opaque and unauthenticated. */
  readonly extra?: Uint8Array;
  /** Zero-based place of the leaf. */
  readonly index: number;
  /** Sibling hashes of 32 bytes, the leaf's first. */
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

/** What a proof amounts to. */
export type TlogProofVerdict =
  | (Extract<CheckpointVerdict, { verdict: 'verified' }> & { readonly index: number })
  | { readonly verdict: 'refused'; readonly reason: CheckpointRefusal | 'not-included' };

/** What a proof check needs: the keys as for a checkpoint, and the entry's data that is said to be in the log. */
export interface TlogProofClaim extends Omit<CheckpointClaim, 'note'> {
  readonly proof: string | Uint8Array;
  readonly data: Uint8Array;
  readonly sha256: Sha256;
}

/** Reads a proof. Throws `not-utf8` and the `proof-…` codes; the checkpoint inside is not read. */
export function parseTlogProof(input: string | Uint8Array): TlogProof {
  const text = readText(input, 'proof');
  const blank = text.indexOf('\n\n');
  if (blank < 0) throw new VerifierError('proof-unterminated', { what: 'proof' });
  const [header, ...lines] = text.slice(0, blank).split('\n');
  if (header !== HEADER) throw new VerifierError('proof-header', { what: 'proof', line: 1 });
  const extra = lines[0]?.startsWith('extra ') ? readBase64(lines.shift() ?? '', 'proof-extra', 2) : undefined;
  const indexLine = 2 + (extra === undefined ? 0 : 1);
  const [prefix, digits] = [lines[0]?.slice(0, 6), lines[0]?.slice(6) ?? ''];
  const index = prefix === 'index ' ? parseDecimal(digits) : undefined;
  if (index === undefined) throw new VerifierError('proof-index', { what: 'proof', line: indexLine });
  const hashLines = lines.slice(1);
  if (hashLines.length > MAX_PROOF_HASHES) throw new VerifierError('proof-too-long', { what: 'proof' });
  const proof = hashLines.map((line, i) => readHash(line, indexLine + 1 + i));
  return { ...(extra && { extra }), index, proof, checkpoint: text.slice(blank + 2) };
}

/** Writes a proof. Throws `out-of-range`, `proof-too-long`, `wrong-length`. */
export function formatTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  if (!isCount(index)) throw new VerifierError('out-of-range', { what: 'proof index' });
  if (proof.length > MAX_PROOF_HASHES) throw new VerifierError('proof-too-long', { what: 'proof' });
  for (const hash of proof) expectLength(hash, HASH_BYTES, 'proof hash');
  const extraLines = extra === undefined ? [] : [`extra ${encodeBase64(extra)}`];
  return [HEADER, ...extraLines, `index ${index}`, ...proof.map(encodeBase64), '', checkpoint].join('\n');
}

/** Checks a proof from its signatures down to the data. Throws if proof or checkpoint is malformed. */
export async function verifyTlogProof({ proof, data, sha256, ...keys }: TlogProofClaim): Promise<TlogProofVerdict> {
  const parsed = parseTlogProof(proof);
  const signed = await verifyCheckpoint({ ...keys, note: parsed.checkpoint });
  if (signed.verdict === 'refused') return signed;
  const { size, root } = signed.checkpoint;
  const leaf = leafHash(sha256, data);
  const included = verifyInclusion({ sha256, index: parsed.index, size, leaf, proof: parsed.proof, root });
  return included ? { ...signed, index: parsed.index } : { verdict: 'refused', reason: 'not-included' };
}

function readHash(line: string, number: number): Uint8Array {
  const hash = readBase64(line, 'proof-hash', number);
  if (hash.length !== HASH_BYTES) throw new VerifierError('proof-hash', { what: 'proof', line: number });
  return hash;
}

/** The base64 at the end of a line, after a label if the code says so. */
function readBase64(line: string, code: 'proof-extra' | 'proof-hash', number: number): Uint8Array {
  try {
    return decodeBase64(code === 'proof-extra' ? line.slice('extra '.length) : line);
  } catch (cause) {
    throw new VerifierError(code, { what: 'proof', line: number, cause });
  }
}
