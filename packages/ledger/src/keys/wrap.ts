/**
 * Data keys as they are stored: wrapped, and bound to their cell, id and purpose, so that no row can stand in for
 * another. Version 1: u8 1 ‖ AES-256-GCM box of 32 bytes, AAD "acta/wrapped-key/v1\n" ‖ cell id (16) ‖ u64be key id ‖ purpose.
 */
import { AEAD_KEY_BYTES, type AeadKey, openAead, sealAead } from '../aead.ts';
import { LedgerError } from '../error.ts';
import type { RandomBytes } from '../randomness.ts';
import type { KeyId } from '../store.ts';

const VERSION = 1;
const TAG = 'acta/wrapped-key/v1\n';
/** Bytes in a wrapped key. */
export const WRAPPED_KEY_BYTES = 61;

/** What a wrapped key is bound to. */
export interface KeyPlace {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly keyId: KeyId;
  /** What the key is for; part of the format. */
  readonly purpose: string;
}

/** Wraps a key of 32 bytes by one of 32 bytes: 61 bytes. Throws `key-malformed`. */
export function wrapKey(
  of: KeyPlace & { readonly key: Uint8Array; readonly by: AeadKey; readonly randomBytes: RandomBytes },
): Uint8Array {
  if (of.key.length !== AEAD_KEY_BYTES) throw new LedgerError('key-malformed', { keyId: of.keyId });
  const box = sealAead({ key: of.by, plain: of.key, aad: aadOf(of), randomBytes: of.randomBytes });
  return Buffer.concat([Uint8Array.of(VERSION), box]);
}

/** The key. Throws `wrapped-key-malformed`; `wrapped-key-refused` if anything about it is not what it was wrapped for. */
export function unwrapKey(of: KeyPlace & { readonly wrapped: Uint8Array; readonly by: AeadKey }): Uint8Array {
  const { wrapped, by, keyId } = of;
  if (wrapped.length !== WRAPPED_KEY_BYTES || wrapped[0] !== VERSION) {
    throw new LedgerError('wrapped-key-malformed', { keyId });
  }
  const key = openAead({ key: by, sealed: wrapped.subarray(1), aad: aadOf(of) });
  if (key === undefined) throw new LedgerError('wrapped-key-refused', { keyId });
  return key;
}

function aadOf({ cellId, keyId, purpose }: KeyPlace): Uint8Array {
  const id = Buffer.alloc(8);
  id.writeBigUInt64BE(BigInt(keyId));
  return Buffer.concat([Buffer.from(TAG, 'latin1'), cellId, id, Buffer.from(purpose, 'utf8')]);
}
