// Ed25519 as browsers bring it. It is there only where the page came over TLS or from this machine.

import type { VerifyEd25519 } from '@acta/verifier';

/** The browser's check of a signature; undefined where it has none. */
export async function webEd25519(): Promise<VerifyEd25519 | undefined> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return undefined;
  const verify: VerifyEd25519 = async (publicKey, message, signature) => {
    const key = await subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message));
  };
  try {
    await subtle.importKey('raw', BASE_POINT, 'Ed25519', false, ['verify']);
    return verify;
  } catch {
    return undefined;
  }
}

/** A point that every implementation takes for a key: the curve's base point. */
const BASE_POINT = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 0x58 : 0x66));
