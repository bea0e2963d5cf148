// The key of a program as it is shown once and sent with every request: `acta_<first 8 hex digits of the cell>_<32 random bytes,
// base64url>`. Whoever keeps keys keeps SHA-256 digests of them; 32 random bytes need no slower hash.

import { hash } from 'node:crypto';

const KEY = /^acta_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;
const CELL_DIGITS = 8;

/** A new key for a cell; `secret` is 32 random bytes. */
export function apiKeyText(cellId: Uint8Array, secret: Uint8Array): string {
  const cell = Buffer.from(cellId).toString('hex').slice(0, CELL_DIGITS);
  return `acta_${cell}_${Buffer.from(secret).toString('base64url')}`;
}

/** SHA-256 of a key, hex; undefined if the text has not the form of one. */
export function apiKeyDigest(key: string): string | undefined {
  return KEY.test(key) ? hash('sha256', key, 'hex') : undefined;
}
