/**
 * The sealed form of every part of a segment: its length, the bytes and zeros up to a Padmé length (Nikitin et al., PURBs, 2019,
 * §4), under AES-256-GCM with a random 96-bit nonce in front and the tag behind. The associated data name the segment and the part,
 * so that no part can stand in for another.
 */

import { type CipherKey, createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import { SearchError } from './search-error.ts';

/** Which box: the associated data. */
export interface PartName {
  readonly segment: number;
  readonly part: number;
}

/** The head's part number; all other parts are smaller. */
export const HEAD_PART = 0xffffffff;

const LENGTH_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LABEL = Buffer.from('acta/search/v1\n', 'utf8');

/** What is sealed is laid out here, piece after piece, and overwritten. */
const layout = Buffer.allocUnsafeSlow(1 << 14);

/** nonce (12) ‖ ciphertext ‖ tag (16). A key made with createSecretKey takes half the time of plain bytes. */
export function sealPart(key: CipherKey, name: PartName, plain: Uint8Array): Uint8Array {
  const bytes = padme(LENGTH_BYTES + plain.length);
  const padded = bytes <= layout.length ? layout.subarray(0, bytes) : Buffer.allocUnsafeSlow(bytes);
  padded.writeUInt32BE(plain.length);
  padded.set(plain, LENGTH_BYTES);
  padded.fill(0, LENGTH_BYTES + plain.length);
  const sealed = Buffer.allocUnsafeSlow(NONCE_BYTES + bytes + TAG_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, randomFillSync(sealed.subarray(0, NONCE_BYTES)));
  sealed.set(cipher.setAAD(associated(name)).update(padded), NONCE_BYTES);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + bytes);
  padded.fill(0);
  return sealed;
}

/** The plain bytes. Throws `index-damaged` if the key, the name or any bit is another. */
export function openPart(key: CipherKey, name: PartName, sealed: Uint8Array): Uint8Array {
  try {
    const tagAt = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(associated(name)).setAuthTag(sealed.subarray(tagAt));
    const padded = decipher.update(sealed.subarray(NONCE_BYTES, tagAt));
    decipher.final();
    return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + padded.readUInt32BE(0));
  } catch (cause) {
    throw new SearchError('index-damaged', { segment: name.segment, part: name.part }, { cause });
  }
}

function associated(name: PartName): Uint8Array {
  const bytes = Buffer.alloc(LABEL.length + 12);
  bytes.set(LABEL);
  bytes.writeBigUInt64BE(BigInt(name.segment), LABEL.length);
  bytes.writeUInt32BE(name.part, LABEL.length + 8);
  return bytes;
}

function padme(length: number): number {
  const exponent = 31 - Math.clz32(length);
  if (exponent < 2) return length;
  const unit = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return unit <= 1 ? length : Math.ceil(length / unit) * unit;
}
