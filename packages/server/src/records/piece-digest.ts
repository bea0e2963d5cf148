// Digests under which a piece of a delivery is found again: by its bytes, or, where they are too long for a record, by their hash, which
// the record that refers to them holds.

import { hash } from 'node:crypto';
import type { BlindIndex } from './blind-index.ts';
import type { ObjectRef } from './conversation.ts';

/** A piece that is longer, in UTF-16 units, stands in an object; so does what lies between the pieces. */
export const LONGEST_RAW = 16_000;

/** Digest of a piece as it came. */
export function pieceDigest(blind: BlindIndex, raw: string): Uint8Array {
  return raw.length <= LONGEST_RAW ? blind('piece', raw) : longPieceDigest(blind, hash('sha256', raw, 'hex'));
}

/** Digest of the piece that a record holds or refers to. */
export function heldPieceDigest(
  blind: BlindIndex,
  held: { readonly raw: string; readonly oversize?: ObjectRef },
): Uint8Array {
  return held.oversize === undefined ? blind('piece', held.raw) : longPieceDigest(blind, held.oversize.sha256);
}

function longPieceDigest(blind: BlindIndex, sha256: string): Uint8Array {
  return blind('piece', 'long', sha256);
}
