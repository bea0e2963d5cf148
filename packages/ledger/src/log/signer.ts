/**
 * Who signs checkpoints: an Ed25519 key (RFC 8032) behind a narrow interface, so that it may live elsewhere. The private
 * part never leaves this file's closure.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { AEAD_KEY_BYTES } from '../aead.ts';
import { LedgerError } from '../error.ts';

/** Signs for one log. */
export interface LogSigner {
  /** The key's name; by convention the log's origin. */
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 over the message: 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410 §7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** What stands before the 32 bytes of an Ed25519 public key in SPKI (RFC 8410 §4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A signer from 32 secret bytes, the private key itself. Throws `key-malformed`. */
export function signerOf(name: string, secret: Uint8Array): LogSigner {
  if (secret.length !== AEAD_KEY_BYTES) throw new LedgerError('key-malformed', { what: 'signing key' });
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { name, publicKey: spki.subarray(SPKI_PREFIX.length), sign: (message) => sign(null, message, key) };
}

/** Ed25519 verification as the verifier asks for it. False for anything that is not a valid signature. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}
