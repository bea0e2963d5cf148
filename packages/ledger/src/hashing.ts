/**
 * SHA-256 as this package calls it. The digest crosses from OpenSSL as a binary string and is written into place: that
 * is half the price of a Buffer a call, and a ledger is millions of small hashes.
 */
import { hash } from 'node:crypto';

/** Bytes in a hash. */
export const HASH_BYTES = 32;

/** SHA-256 of `data`, 32 bytes of its own. */
export function sha256(data: Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary');
}

/** Writes SHA-256 of `data` into `target` at `offset`. */
export function sha256Into(data: Uint8Array, target: Buffer, offset: number): void {
  target.write(hash('sha256', data, 'binary'), offset, HASH_BYTES, 'binary');
}

/** Tag and data are joined here and wiped: a buffer for each page that is read would keep the collector busy. */
const joining = Buffer.allocUnsafeSlow(64 * 1024);

/** SHA-256(tag ‖ data). */
export function taggedSha256(tag: string, data: Uint8Array): Uint8Array {
  const bytes = tag.length + data.length;
  const joined = bytes <= joining.length ? joining.subarray(0, bytes) : Buffer.allocUnsafe(bytes);
  joined.write(tag, 'latin1');
  joined.set(data, tag.length);
  const hash = sha256(joined);
  joined.fill(0);
  return hash;
}
