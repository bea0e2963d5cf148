/** Keys for one purpose each from one secret: HKDF-SHA256 (RFC 5869) with an empty salt and a tagged purpose. */
import { hkdfSync } from 'node:crypto';

const TAG = 'acta/derive/v1\n';

/** `length` bytes (at most 8,160) for a purpose, which is part of the format wherever it is used. */
export function deriveKey(root: Uint8Array, purpose: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', root, new Uint8Array(0), Buffer.from(TAG + purpose, 'utf8'), length));
}
