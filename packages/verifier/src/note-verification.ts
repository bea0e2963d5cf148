/**
 * Checking the signatures of a note against known keys (c2sp.org/signed-note, "Signatures"). Unknown keys are ignored and
 * listed; one bad signature of a known key refuses the whole note. It decides no policy: who must have signed is for the caller.
 */
import { equalBytes, utf8 } from './bytes.ts';
import { verifyCosignature } from './cosignature.ts';
import { VerifierError } from './error.ts';
import type { VerifyEd25519 } from './hashing.ts';
import { type NoteSignature, parseNote } from './note.ts';
import { ALG_COSIGNATURE, type NoteKey } from './note-key.ts';

const ED25519_SIGNATURE_BYTES = 64;

/** A signature that its key confirms. */
export interface VerifiedSignature {
  readonly key: NoteKey;
  /** For a cosignature: the witness's time, in seconds since 1970. */
  readonly time?: number;
}

/** What the signatures of a note amount to. */
export type NoteVerdict =
  | {
      readonly verdict: 'verified';
      readonly text: string;
      /** Each key once, in the order of the lines; never empty. */
      readonly verified: readonly VerifiedSignature[];
      readonly unknown: readonly NoteSignature[];
    }
  | { readonly verdict: 'refused'; readonly reason: 'no-known-signature' }
  | { readonly verdict: 'refused'; readonly reason: 'bad-signature'; readonly name: string; readonly keyId: string };

/** What a note check needs. */
export interface NoteClaim {
  /** The signed note, whole. */
  readonly note: string | Uint8Array;
  readonly keys: readonly NoteKey[];
  readonly verifyEd25519: VerifyEd25519;
}

/** Checks every signature of a known key. Throws for a malformed note, and `key-ambiguous` if two keys share name and id. */
export async function verifyNote({ note, keys, verifyEd25519 }: NoteClaim): Promise<NoteVerdict> {
  const known = indexKeys(keys);
  const { text, signatures } = parseNote(note);
  const verified = new Map<string, VerifiedSignature>();
  const unknown: NoteSignature[] = [];
  for (const signature of signatures) {
    const key = known.get(identity(signature));
    if (key === undefined) {
      unknown.push(signature);
      continue;
    }
    const confirmed = await confirm({ text, key, signature: signature.signature, verifyEd25519 });
    if (confirmed === undefined) {
      return { verdict: 'refused', reason: 'bad-signature', name: key.name, keyId: key.keyId };
    }
    if (!verified.has(identity(key))) verified.set(identity(key), confirmed);
  }
  if (verified.size === 0) return { verdict: 'refused', reason: 'no-known-signature' };
  return { verdict: 'verified', text, verified: [...verified.values()], unknown };
}

interface Confirmation {
  readonly text: string;
  readonly key: NoteKey;
  readonly signature: Uint8Array;
  readonly verifyEd25519: VerifyEd25519;
}

async function confirm({ text, key, signature, verifyEd25519 }: Confirmation): Promise<VerifiedSignature | undefined> {
  if (key.alg === ALG_COSIGNATURE) return confirmCosignature({ text, key, signature, verifyEd25519 });
  if (signature.length !== ED25519_SIGNATURE_BYTES) return undefined;
  return (await verifyEd25519(key.publicKey, utf8(text), signature)) === true ? { key } : undefined;
}

/** A payload that is no cosignature at all is a bad signature here, since the line claims a known key. */
async function confirmCosignature(claim: Confirmation): Promise<VerifiedSignature | undefined> {
  const { text, key, signature, verifyEd25519 } = claim;
  try {
    const { publicKey } = key;
    const cosigned = await verifyCosignature({ checkpointText: text, payload: signature, publicKey, verifyEd25519 });
    return cosigned && { key, time: cosigned.time };
  } catch (error) {
    if (error instanceof VerifierError) return undefined;
    throw error;
  }
}

function indexKeys(keys: readonly NoteKey[]): Map<string, NoteKey> {
  const known = new Map<string, NoteKey>();
  for (const [index, key] of keys.entries()) {
    const other = known.get(identity(key));
    if (other !== undefined && !(other.alg === key.alg && equalBytes(other.publicKey, key.publicKey))) {
      throw new VerifierError('key-ambiguous', { what: 'keys', index });
    }
    known.set(identity(key), key);
  }
  return known;
}

function identity({ name, keyId }: { readonly name: string; readonly keyId: string }): string {
  return `${name}+${keyId}`;
}
