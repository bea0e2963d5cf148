// SHA-256 and Ed25519 from node:crypto, in the shape that the verifier takes them, and signing keys made from a name so that
// vectors never change. Such a key is public: it signs vectors and tests, nothing else.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256. A text of 32 characters costs a quarter of a Buffer. */
export function sha256(data: Uint8Array): Uint8Array {
  const text = hash('sha256', data, 'binary');
  const bytes = new Uint8Array(32);
  for (let i = 0; i < 32; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Ed25519; false also for a public key that is no point. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}

export interface VectorKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** A signing key whose seed is SHA-256("acta/vector/key/" ‖ label), or the seed given. */
export function vectorKey(name: string, label: string = name, seed?: Uint8Array): VectorKey {
  const secret = seed ?? sha256(Buffer.from(`acta/vector/key/${label}`));
  const key: KeyObject = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
  return { name, publicKey: new Uint8Array(publicKey), sign: (message) => new Uint8Array(sign(null, message, key)) };
}
