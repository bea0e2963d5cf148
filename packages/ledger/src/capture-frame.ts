/**
 * A frame of captures: bytes that were accepted and are no entries yet, sealed so that nobody can read, exchange or leave one out of a
 * row of them. Version 1: u8 1 ‖ AES-256-GCM box, AAD "acta/capture/v1\n" ‖ cell id (16) ‖ u64be key id ‖ u64be index.
 * A key seals one row of frames, which are counted from 0; it is destroyed when what they hold stands in the ledger.
 */
import { type AeadKey, openAead, sealAead } from './aead.ts';
import type { RandomBytes } from './randomness.ts';
import type { KeyId } from './store.ts';

const VERSION = 1;
const TAG = 'acta/capture/v1\n';

/** Which frame of which row. */
export interface CapturePlace {
  /** 16 bytes. */
  readonly cellId: Uint8Array;
  readonly keyId: KeyId;
  readonly index: number;
}

/** Seals a frame: 29 bytes more than it holds. */
export function sealCapture(
  of: CapturePlace & { readonly plain: Uint8Array; readonly key: AeadKey; readonly randomBytes: RandomBytes },
): Uint8Array {
  const { key, plain, randomBytes } = of;
  return Buffer.concat([Uint8Array.of(VERSION), sealAead({ key, plain, aad: aadOf(of), randomBytes })]);
}

/** What a frame holds, or undefined if it is not what was sealed for this place. */
export function openCapture(
  of: CapturePlace & { readonly sealed: Uint8Array; readonly key: AeadKey },
): Uint8Array | undefined {
  const { key, sealed } = of;
  return sealed[0] === VERSION ? openAead({ key, sealed: sealed.subarray(1), aad: aadOf(of) }) : undefined;
}

function aadOf({ cellId, index, keyId }: CapturePlace): Uint8Array {
  const numbers = Buffer.alloc(16);
  numbers.writeBigUInt64BE(BigInt(keyId), 0);
  numbers.writeBigUInt64BE(BigInt(index), 8);
  return Buffer.concat([Buffer.from(TAG, 'latin1'), cellId, numbers]);
}
