/**
 * The salts of a strip's records, expanded from one seed: SHAKE256("acta/salts/v1\n" ‖ seed (16)), squeezed for 16 bytes
 * a record in the strip's order (FIPS 202). A salt that is disclosed with its record tells nothing of the others.
 */
import { hash } from 'node:crypto';

/** Bytes in a seed and in a salt. */
export const SALT_BYTES = 16;

const TAG = Buffer.from('acta/salts/v1\n', 'latin1');
/** Tag and seed, in memory that is used again. */
const INPUT = Buffer.concat([TAG, Buffer.alloc(SALT_BYTES)]);

/** The salts of `count` records, one after another. */
export function expandSalts(seed: Uint8Array, count: number): Uint8Array {
  INPUT.set(seed, TAG.length);
  // As a binary string it crosses from OpenSSL for a third of the price of a Buffer.
  const salts = hash('shake256', INPUT, { outputEncoding: 'binary', outputLength: count * SALT_BYTES });
  INPUT.fill(0, TAG.length);
  return Buffer.from(salts, 'binary');
}
