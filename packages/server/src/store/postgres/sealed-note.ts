// Notes and answers as they lie in the database: sealed with AES-256-GCM under a key of the cell, bound to the note's id and
// to which of the two they are, so that neither is made up, exchanged or read by whoever holds the database.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PADDED_TO = 512;
/** Spaces at the end of JSON mean nothing. */
const SPACE = 0x20;

export interface SealedPlace {
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly cellId: Uint8Array;
  readonly kind: 'note' | 'answer';
  readonly id: Uint8Array;
}

/** Seals a JSON text, padded so that its length tells little. */
export function sealNote(place: SealedPlace, text: string): Buffer {
  const plain = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(Math.ceil(Math.max(1, plain.length) / PADDED_TO) * PADDED_TO, SPACE);
  plain.copy(padded);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', place.key, nonce).setAAD(aadOf(place));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** The text, or undefined if it is not what was sealed for this place. */
export function openNote(place: SealedPlace, sealed: Uint8Array): string | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const opener = createDecipheriv('aes-256-gcm', place.key, nonce, { authTagLength: TAG_BYTES });
  opener.setAAD(aadOf(place)).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    const plain = opener.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
    return Buffer.concat([plain, opener.final()]).toString('utf8').trimEnd();
  } catch {
    return undefined;
  }
}

function aadOf({ cellId, id, kind }: SealedPlace): Buffer {
  return Buffer.concat([Buffer.from(`acta/${kind}/v1\n`), cellId, id]);
}
