/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front and the 128-bit tag behind: the one sealed form of
 * strips, wrapped keys and the root key. What a box is bound to stands in its associated data.
 *
 * Keys are handed to OpenSSL as KeyObjects: with raw bytes a call costs six times as much.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { RandomBytes } from './randomness.ts';

/** A key of 32 bytes, as bytes or as OpenSSL holds it already. */
export type AeadKey = Uint8Array | KeyObject;

/** Bytes in a key. */
export const AEAD_KEY_BYTES = 32;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
const OPTIONS = { authTagLength: TAG_BYTES };

/** nonce (12) ‖ ciphertext ‖ tag (16). A key may seal at most 2^32 boxes with random nonces. */
export function sealAead(box: {
  readonly key: AeadKey;
  readonly plain: Uint8Array;
  readonly aad: Uint8Array;
  readonly randomBytes: RandomBytes;
}): Uint8Array {
  const nonce = box.randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyObjectOf(box.key), nonce, OPTIONS).setAAD(box.aad);
  const sealed = Buffer.allocUnsafe(NONCE_BYTES + box.plain.length + TAG_BYTES);
  sealed.set(nonce);
  sealed.set(cipher.update(box.plain), NONCE_BYTES);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + box.plain.length);
  return sealed;
}

/** A key as OpenSSL holds it: what it costs to make is paid once by a caller who opens or seals more than one box. */
export function keyObjectOf(key: AeadKey): KeyObject {
  return key instanceof Uint8Array ? createSecretKey(key) : key;
}

/** The plain bytes, or undefined if the key, the associated data or any bit of the box is another. */
export function openAead(box: {
  readonly key: AeadKey;
  readonly sealed: Uint8Array;
  readonly aad: Uint8Array;
}): Uint8Array | undefined {
  const { key, sealed, aad } = box;
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const tagAt = sealed.length - TAG_BYTES;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, keyObjectOf(key), nonce, OPTIONS).setAAD(aad);
  decipher.setAuthTag(sealed.subarray(tagAt));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, tagAt));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}
