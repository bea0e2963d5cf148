/**
 * Checkpoints (c2sp.org/tlog-checkpoint): a log's origin, size and root as the text of a signed note. Checking needs the
 * log's own key: a witness alone never makes a checkpoint.
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { equalBytes, expectLength } from './bytes.ts';
import { isCount, parseDecimal } from './decimal.ts';
import { VerifierError } from './error.ts';
import { HASH_BYTES, type VerifyEd25519 } from './hashing.ts';
import { isKeyName } from './key-name.ts';
import type { NoteSignature } from './note.ts';
import type { NoteKey } from './note-key.ts';
import { verifyNote } from './note-verification.ts';

/** A tree as its log states it. */
export interface Checkpoint {
  /** Which log. */
  readonly origin: string;
  /** Leaves, at most 2^53 - 1. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** A checkpoint as read. */
export interface ParsedCheckpoint extends Checkpoint {
  /** Opaque lines after the root; Acta writes none. */
  readonly extensions: readonly string[];
}

/** A witness that signed, and when by its clock. */
export interface WitnessedAt {
  readonly name: string;
  readonly keyId: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** Why a checkpoint is not the log's. */
export type CheckpointRefusal = 'bad-signature' | 'no-log-signature' | 'wrong-origin';

/** What a checkpoint amounts to. */
export type CheckpointVerdict =
  | {
      readonly verdict: 'verified';
      readonly checkpoint: ParsedCheckpoint;
      readonly cosignatures: readonly WitnessedAt[];
      readonly unknown: readonly NoteSignature[];
    }
  | { readonly verdict: 'refused'; readonly reason: CheckpointRefusal };

/** What a checkpoint check needs. */
export interface CheckpointClaim {
  /** The signed note, whole. */
  readonly note: string | Uint8Array;
  /** The log's own key; its name is the origin unless `origin` says otherwise. */
  readonly logKey: NoteKey;
  readonly origin?: string;
  readonly witnessKeys?: readonly NoteKey[];
  readonly verifyEd25519: VerifyEd25519;
}

/** Reads the text of a checkpoint note, its final newline included. Throws the `checkpoint-…` codes. */
export function parseCheckpoint(text: string): ParsedCheckpoint {
  const lines = text.split('\n');
  const [origin, sizeLine, rootLine, ...extensions] = lines.slice(0, -1);
  if (lines.at(-1) !== '' || rootLine === undefined || sizeLine === undefined || extensions.includes('')) {
    throw new VerifierError('checkpoint-lines', { what: 'checkpoint' });
  }
  if (origin === undefined || origin === '')
    throw new VerifierError('checkpoint-origin', { what: 'checkpoint', line: 1 });
  const size = parseDecimal(sizeLine);
  if (size === undefined) throw new VerifierError('checkpoint-size', { what: 'checkpoint', line: 2 });
  return { origin, size, root: readRoot(rootLine), extensions };
}

/**
 * The text to be signed: three lines. Throws `checkpoint-origin` (it must be fit for a key name too), `checkpoint-size`
 * and `wrong-length`.
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin)) throw new VerifierError('checkpoint-origin', { what: 'checkpoint', line: 1 });
  if (!isCount(size)) throw new VerifierError('checkpoint-size', { what: 'checkpoint', line: 2 });
  expectLength(root, HASH_BYTES, 'root');
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** Checks a signed checkpoint: the log's signature, the witnesses' that are known, the origin. Throws if malformed. */
export async function verifyCheckpoint(claim: CheckpointClaim): Promise<CheckpointVerdict> {
  const { note, logKey, origin = logKey.name, witnessKeys = [], verifyEd25519 } = claim;
  const signed = await verifyNote({ note, keys: [logKey, ...witnessKeys], verifyEd25519 });
  if (signed.verdict === 'refused') {
    const reason = signed.reason === 'bad-signature' ? 'bad-signature' : 'no-log-signature';
    return { verdict: 'refused', reason };
  }
  if (!signed.verified.some(({ key }) => isSameKey(key, logKey))) {
    return { verdict: 'refused', reason: 'no-log-signature' };
  }
  const checkpoint = parseCheckpoint(signed.text);
  if (checkpoint.origin !== origin) return { verdict: 'refused', reason: 'wrong-origin' };
  const others = signed.verified.filter(({ key }) => !isSameKey(key, logKey));
  const cosignatures = others.flatMap(({ key: { name, keyId }, time }) =>
    time === undefined ? [] : [{ name, keyId, time }],
  );
  return { verdict: 'verified', checkpoint, cosignatures, unknown: signed.unknown };
}

function readRoot(line: string): Uint8Array {
  try {
    const root = decodeBase64(line);
    if (root.length === HASH_BYTES) return root;
  } catch (cause) {
    throw new VerifierError('checkpoint-root', { what: 'checkpoint', line: 3, cause });
  }
  throw new VerifierError('checkpoint-root', { what: 'checkpoint', line: 3 });
}

function isSameKey(a: NoteKey, b: NoteKey): boolean {
  return a.name === b.name && a.keyId === b.keyId && equalBytes(a.publicKey, b.publicKey);
}
