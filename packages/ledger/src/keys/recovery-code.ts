/**
 * Recovery codes: 160 random bits for paper. 32 symbols of Crockford's base32 and four of a checksum, the first 20 bits
 * of SHA-256("acta/recovery-code/v1\n" ‖ secret), in nine groups of four.
 */
import { LedgerError } from '../error.ts';
import { taggedSha256 } from '../hashing.ts';
import type { RandomBytes } from '../randomness.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 20;
const SECRET_SYMBOLS = 32;
const CODE_SYMBOLS = 36;
const TAG = 'acta/recovery-code/v1\n';
const SEPARATORS = /[\s\p{Pd}]+/gu;
const GROUP = /.{4}(?=.)/g;

/** A new code, for example `5F0K-…`: nine groups of four symbols. */
export function newRecoveryCode(randomBytes: RandomBytes): string {
  return formatRecoveryCode(randomBytes(SECRET_BYTES));
}

/** The code of a secret of 20 bytes. */
export function formatRecoveryCode(secret: Uint8Array): string {
  const symbols = toSymbols(Buffer.concat([secret, checksumBytes(secret)]), CODE_SYMBOLS);
  return symbols.replace(GROUP, '$&-');
}

/**
 * The secret (20 bytes) of a code as somebody typed it: upper or lower case, any spaces and dashes, O for 0, I or L for 1.
 * Throws `recovery-code-malformed`, and `recovery-code-checksum` if a symbol is wrong.
 */
export function parseRecoveryCode(text: string): Uint8Array {
  const typed = text
    .toUpperCase()
    .replace(SEPARATORS, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1')
    .replaceAll('L', '1');
  if (typed.length !== CODE_SYMBOLS) throw new LedgerError('recovery-code-malformed');
  const secret = fromSymbols(typed.slice(0, SECRET_SYMBOLS));
  if (formatRecoveryCode(secret).replaceAll('-', '') !== typed) throw new LedgerError('recovery-code-checksum');
  return secret;
}

/** 20 bits of checksum, in three bytes. */
function checksumBytes(secret: Uint8Array): Uint8Array {
  return taggedSha256(TAG, secret).subarray(0, 3);
}

/** The first `count` groups of five bits. */
function toSymbols(bytes: Uint8Array, count: number): string {
  let symbols = '';
  for (let i = 0; i < count; i++) {
    const bit = i * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    symbols += SYMBOLS.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return symbols;
}

function fromSymbols(symbols: string): Uint8Array {
  const bytes = new Uint8Array((symbols.length * 5) / 8);
  for (let i = 0; i < symbols.length; i++) {
    const value = SYMBOLS.indexOf(symbols.charAt(i));
    if (value < 0) throw new LedgerError('recovery-code-malformed', { offset: i });
    const bit = i * 5;
    const shifted = value << (11 - (bit & 7));
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (shifted >> 8);
    if ((bit >> 3) + 1 < bytes.length) bytes[(bit >> 3) + 1] = (bytes[(bit >> 3) + 1] ?? 0) | (shifted & 0xff);
  }
  return bytes;
}
