/**
 * Public keys that check notes, and their text form, the vkey (c2sp.org/signed-note, "Signatures"). Two types are checked
 * here: 01, Ed25519 over the text, and 04, the timestamped Ed25519 cosignature. Any other stays an unknown key.
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes, expectLength, toHex, utf8 } from './bytes.ts';
import { VerifierError } from './error.ts';
import type { Sha256 } from './hashing.ts';
import { expectKeyName, isKeyName } from './key-name.ts';

/** Signature type of a log's own Ed25519 key. */
export const ALG_ED25519 = 0x01;
/** Signature type of a witness's timestamped Ed25519 cosignature (c2sp.org/tlog-cosignature). */
export const ALG_COSIGNATURE = 0x04;

/** The signature types this package checks. */
export type NoteAlg = typeof ALG_ED25519 | typeof ALG_COSIGNATURE;

/** A key whose signatures are known. */
export interface NoteKey {
  readonly name: string;
  /** Eight lower-case hex digits; with the name it says which key signed. An identifier, not a proof. */
  readonly keyId: string;
  readonly alg: NoteAlg;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

const PUBLIC_KEY_BYTES = 32;
const VKEY = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s;

/** The first four bytes, as hex, of SHA-256(name ‖ 0A ‖ type ‖ public key). Throws `key-name-malformed`. */
export function keyId(sha256: Sha256, name: string, alg: number, publicKey: Uint8Array): string {
  expectKeyName(name);
  return toHex(sha256(concatBytes(utf8(name), Uint8Array.of(0x0a, alg), publicKey)).subarray(0, 4));
}

/** The key of that name and type with its id. Throws `key-name-malformed`, `wrong-length`. */
export function noteKey(sha256: Sha256, key: Omit<NoteKey, 'keyId'>): NoteKey {
  expectLength(key.publicKey, PUBLIC_KEY_BYTES, 'public key');
  return { ...key, keyId: keyId(sha256, key.name, key.alg, key.publicKey) };
}

/**
 * Reads `name+id+base64(type ‖ public key)`, where the base64 may hold plus signs; a final newline, as a file has, is
 * allowed. Throws `vkey-malformed`, `vkey-type-unsupported`, and `vkey-id-mismatch` when the id is not that key's.
 */
export function parseVkey(sha256: Sha256, text: string): NoteKey {
  const [, name, id, encoded] = VKEY.exec(text.endsWith('\n') ? text.slice(0, -1) : text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) {
    throw new VerifierError('vkey-malformed', { what: 'vkey' });
  }
  const bytes = readKeyBytes(encoded);
  const alg = bytes[0];
  if (alg !== ALG_ED25519 && alg !== ALG_COSIGNATURE)
    throw new VerifierError('vkey-type-unsupported', { what: 'vkey' });
  if (bytes.length !== 1 + PUBLIC_KEY_BYTES) throw new VerifierError('vkey-malformed', { what: 'vkey' });
  const key = noteKey(sha256, { name, alg, publicKey: bytes.subarray(1) });
  if (key.keyId !== id) throw new VerifierError('vkey-id-mismatch', { what: 'vkey' });
  return key;
}

/** The vkey of a public key (32 bytes), of type 01 unless told, without a newline. Throws as `noteKey` does. */
export function formatVkey(sha256: Sha256, name: string, publicKey: Uint8Array, alg: NoteAlg = ALG_ED25519): string {
  const key = noteKey(sha256, { name, alg, publicKey });
  return `${name}+${key.keyId}+${encodeBase64(concatBytes(Uint8Array.of(alg), publicKey))}`;
}

function readKeyBytes(encoded: string): Uint8Array {
  try {
    return decodeBase64(encoded);
  } catch (cause) {
    throw new VerifierError('vkey-malformed', { what: 'vkey', cause });
  }
}
