/**
 * Evidence that one record stands in a ledger, checked with no ledger at hand. Whoever hands over the evidence could hand
 * over a log and key of their own too: it proves something only under a `vkey` that the checker got elsewhere.
 */
import { fromHex, toHex } from './bytes.ts';
import { type CanonicalValue, parseCanonical } from './canonical.ts';
import type { CheckpointRefusal, WitnessedAt } from './checkpoint.ts';
import { CELL_ID_BYTES, commitmentOf } from './commitment.ts';
import { VerifierError, type VerifierErrorCode } from './error.ts';
import type { Sha256, VerifyEd25519 } from './hashing.ts';
import { parseVkey } from './note-key.ts';
import { parseTlogProof, verifyTlogProof } from './tlog-proof.ts';

/** Which part of the evidence does not hold. `inclusion`: record, salt, cell id and place do not fit the proof together. */
export type EvidencePart = 'key' | 'record' | 'salt' | 'cell' | 'proof' | 'seq' | 'checkpoint' | 'inclusion';

/** What evidence amounts to. */
export type EvidenceVerdict =
  | {
      readonly verdict: 'intact';
      readonly seq: number;
      /** Entries in the ledger that the checkpoint states. */
      readonly size: number;
      readonly root: Uint8Array;
      readonly origin: string;
      /** The key that signed, eight hex digits. */
      readonly keyId: string;
      readonly record: CanonicalValue;
      readonly cosignatures: readonly WitnessedAt[];
    }
  | {
      readonly verdict: 'altered';
      readonly at: EvidencePart;
      readonly reason: VerifierErrorCode | CheckpointRefusal | 'not-included' | 'other-cell' | 'other-seq' | 'no-cell';
    };

/** What an evidence check needs. */
export interface EvidenceClaim {
  /** Canonical bytes. */
  readonly record: Uint8Array;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  /** 16 bytes; needed only where the log's origin does not spell it (`acta.local/<hex>`). */
  readonly cellId?: Uint8Array;
  /** The place the evidence claims; without it the proof's own counts. */
  readonly seq?: number;
  /** A tlog-proof. */
  readonly proof: string | Uint8Array;
  /** The log's key. */
  readonly vkey: string;
  /** The log's origin where it is not the key's name. */
  readonly origin?: string;
  /** Keys of the witnesses that the checker knows. */
  readonly witnessVkeys?: readonly string[];
  readonly sha256: Sha256;
  readonly verifyEd25519: VerifyEd25519;
}

const DEFAULT_ORIGIN = /^acta\.local\/([0-9a-f]{32})$/;

/** The origin of a cell's log unless another was set when it was made. Takes 16 bytes. */
export function defaultOrigin(cellId: Uint8Array): string {
  return `acta.local/${toHex(cellId)}`;
}

/**
 * Checks evidence from the key down to the record. Malformed evidence is altered evidence, so it never throws for what
 * the evidence holds; only for malformed `witnessVkeys`, which are the checker's own.
 */
export async function checkEvidence(claim: EvidenceClaim): Promise<EvidenceVerdict> {
  const { sha256, verifyEd25519, salt, proof } = claim;
  const witnessKeys = (claim.witnessVkeys ?? []).map((vkey) => parseVkey(sha256, vkey));
  const steps = new Steps();
  try {
    const logKey = steps.at('key', () => parseVkey(sha256, claim.vkey));
    const origin = claim.origin ?? logKey.name;
    const record = steps.at('record', () => parseCanonical(claim.record));
    const cellId = steps.at('cell', () => cellOf(origin, claim.cellId));
    if (typeof cellId === 'string') return { verdict: 'altered', at: 'cell', reason: cellId };
    const data = steps.at('salt', () => commitmentOf({ sha256, cellId, salt, record: claim.record }));
    const { index } = steps.at('proof', () => parseTlogProof(proof));
    if (claim.seq !== undefined && claim.seq !== index) return { verdict: 'altered', at: 'seq', reason: 'other-seq' };
    steps.enter('checkpoint');
    const logged = await verifyTlogProof({ proof, data, logKey, origin, witnessKeys, sha256, verifyEd25519 });
    if (logged.verdict === 'refused') {
      const at = logged.reason === 'not-included' ? 'inclusion' : 'checkpoint';
      return { verdict: 'altered', at, reason: logged.reason };
    }
    const { checkpoint, cosignatures } = logged;
    const { size, root } = checkpoint;
    return { verdict: 'intact', seq: index, size, root, origin, keyId: logKey.keyId, record, cosignatures };
  } catch (error) {
    if (error instanceof VerifierError) return { verdict: 'altered', at: steps.current, reason: error.code };
    throw error;
  }
}

/** Remembers which part is being read, so that a parser's error names it. */
class Steps {
  current: EvidencePart = 'key';

  enter(part: EvidencePart): void {
    this.current = part;
  }

  at<T>(part: EvidencePart, read: () => T): T {
    this.enter(part);
    return read();
  }
}

/** The cell id, or why there is none. */
function cellOf(origin: string, given: Uint8Array | undefined): Uint8Array | 'other-cell' | 'no-cell' {
  const spelled = DEFAULT_ORIGIN.exec(origin)?.[1];
  if (given === undefined) return spelled === undefined ? 'no-cell' : fromHex(spelled);
  if (given.length !== CELL_ID_BYTES) throw new VerifierError('wrong-length', { what: 'cell id' });
  return spelled === undefined || spelled === toHex(given) ? given : 'other-cell';
}
