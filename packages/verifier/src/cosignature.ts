/**
 * Witness cosignatures of type 04 (c2sp.org/tlog-cosignature): a time and an Ed25519 signature over that time and the
 * whole checkpoint text. Type 06 (ML-DSA-44) is not checked: its lines stay unknown.
 */
import { concatBytes, expectLength, utf8 } from './bytes.ts';
import { isCount } from './decimal.ts';
import { VerifierError } from './error.ts';
import type { Sha256, VerifyEd25519 } from './hashing.ts';
import { ALG_COSIGNATURE, keyId } from './note-key.ts';

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** The payload of a cosignature line after its key id. */
export interface Cosignature {
  /** Seconds since 1970 by the witness's clock. */
  readonly time: number;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/** The key id, as hex, of a witness's Ed25519 key. Throws `key-name-malformed`. */
export function cosignatureKeyId(sha256: Sha256, name: string, publicKey: Uint8Array): string {
  return keyId(sha256, name, ALG_COSIGNATURE, publicKey);
}

/** What a witness signs: two header lines, then the checkpoint's text with its final newline. Throws `cosignature-time`. */
export function cosignedMessage(time: number, checkpointText: string): Uint8Array {
  if (!isCount(time)) throw new VerifierError('cosignature-time', { what: 'cosignature' });
  return utf8(`cosignature/v1\ntime ${time}\n${checkpointText}`);
}

/**
 * Reads the 72 bytes after the key id. Throws `cosignature-length`, and `cosignature-time` for a time beyond 2^53 - 1,
 * which no clock shows.
 */
export function parseCosignature(payload: Uint8Array): Cosignature {
  if (payload.length !== TIME_BYTES + SIGNATURE_BYTES) {
    throw new VerifierError('cosignature-length', { what: 'cosignature' });
  }
  const time = Number(new DataView(payload.buffer, payload.byteOffset, TIME_BYTES).getBigUint64(0));
  if (!isCount(time)) throw new VerifierError('cosignature-time', { what: 'cosignature' });
  return { time, signature: payload.subarray(TIME_BYTES) };
}

/** The 72 bytes that follow the key id. Throws `cosignature-time`, `wrong-length`. */
export function encodeCosignature({ time, signature }: Cosignature): Uint8Array {
  if (!isCount(time)) throw new VerifierError('cosignature-time', { what: 'cosignature' });
  expectLength(signature, SIGNATURE_BYTES, 'cosignature');
  const bytes = new Uint8Array(TIME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return concatBytes(bytes, signature);
}

/** What a cosignature check needs. */
export interface CosignatureClaim {
  readonly checkpointText: string;
  /** The payload of the signature line, after the key id. */
  readonly payload: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly verifyEd25519: VerifyEd25519;
}

/** Resolves to the witness's time if the signature is its own, to undefined otherwise. Throws as `parseCosignature`. */
export async function verifyCosignature(claim: CosignatureClaim): Promise<{ readonly time: number } | undefined> {
  const { time, signature } = parseCosignature(claim.payload);
  const message = cosignedMessage(time, claim.checkpointText);
  return (await claim.verifyEd25519(claim.publicKey, message, signature)) === true ? { time } : undefined;
}
