/**
 * Bytes and their plain spellings: comparing, joining, hex, strict UTF-8 and lengths. Nothing here is secret, so nothing
 * here takes constant time.
 */
import { VerifierError } from './error.ts';

const HEX = '0123456789abcdef';
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, so check `isWellFormed` first where it matters. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Decodes UTF-8 strictly, keeping a byte order mark as a character. Throws `not-utf8`. */
export function fromUtf8(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new VerifierError('not-utf8', { what, cause });
  }
}

/** Takes text as it is if it is well-formed Unicode, or decodes bytes strictly. Throws `not-utf8`. */
export function readText(input: string | Uint8Array, what: string): string {
  if (typeof input !== 'string') return fromUtf8(input, what);
  if (!input.isWellFormed()) throw new VerifierError('not-utf8', { what });
  return input;
}

/** True when both hold the same bytes. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The parts one after another in a new array. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15);
  return text;
}

/** Reads lower-case hexadecimal of an even length. Throws `not-hex`. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0) throw new VerifierError('not-hex', { offset: text.length });
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < text.length; i++) {
    const digit = HEX.indexOf(text.charAt(i));
    if (digit < 0) throw new VerifierError('not-hex', { offset: i });
    bytes[i >> 1] = ((bytes[i >> 1] ?? 0) << 4) | digit;
  }
  return bytes;
}

/** Asserts a length in bytes. Throws `wrong-length`. */
export function expectLength(bytes: Uint8Array, length: number, what: string): void {
  if (bytes.length !== length) throw new VerifierError('wrong-length', { what });
}
