/**
 * A sealed object (media, a capture's piece), version 1: a stream of chunks that opens anywhere, in the manner of STREAM
 * (Hoang, Reyhanitabar, Rogaway, Vizár, 2015). Every object has a key of its own, so chunk nonces are plain counters.
 *
 *     u8 1 ‖ salt (32) ‖ chunk*
 *     chunk: AES-256-GCM of 64 KiB, the last one shorter or full; nonce u88be index ‖ u8 (1 for the last, else 0); tag (16)
 *     key:   HKDF-SHA256(key, salt, "acta/object-key/v1\n" ‖ cell id (16))
 *     plain: content ‖ zeros ‖ u64be content length, of a Padmé length
 *
 * Its name is SHA-256("acta/object/v1\n" ‖ all sealed bytes), which anybody can check without a key.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type Hash,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { padme } from '../padme.ts';

/** Plain bytes in a full chunk. */
export const OBJECT_CHUNK_BYTES: number = 64 * 1024;
export const OBJECT_SALT_BYTES = 32;
export const OBJECT_HEADER_BYTES = 33;
export const OBJECT_VERSION = 1;
/** Bytes of the content's length, at the very end of the plain bytes. */
export const LENGTH_BYTES = 8;
/** Sealed bytes of a full chunk. */
export const SEALED_CHUNK_BYTES: number = OBJECT_CHUNK_BYTES + 16;

const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const NAME_TAG = 'acta/object/v1\n';
const KEY_TAG = 'acta/object-key/v1\n';
const OPTIONS = { authTagLength: TAG_BYTES };

/** Which chunk of an object. */
export interface ChunkPlace {
  readonly index: number;
  readonly isLast: boolean;
}

/** Bytes of content, padding and length together. */
export function paddedBytes(contentBytes: number): number {
  return padme(contentBytes + LENGTH_BYTES);
}

/** A hash that ends as an object's name when given all its sealed bytes. */
export function objectNameHash(): Hash {
  return createHash('sha256').update(NAME_TAG);
}

/** The key of one object. */
export function objectKey(key: Uint8Array, salt: Uint8Array, cellId: Uint8Array): KeyObject {
  const info = Buffer.concat([Buffer.from(KEY_TAG, 'latin1'), cellId]);
  return createSecretKey(new Uint8Array(hkdfSync('sha256', key, salt, info, 32)));
}

/** Seals one chunk. */
export function sealChunk(key: KeyObject, place: ChunkPlace, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place), OPTIONS);
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

/** Opens one chunk, or gives undefined if it is not that chunk. */
export function openChunk(key: KeyObject, place: ChunkPlace, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), OPTIONS);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}

function nonceOf({ index, isLast }: ChunkPlace): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(index), NONCE_BYTES - 9);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}
