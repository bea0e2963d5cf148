/**
 * Which text encoding a file's first bytes show: UTF-8 unless a byte order mark or the pattern of zero bytes says
 * UTF-16. Other encodings are read as damaged UTF-8, so that nothing is lost and everything is warned about.
 */

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that {@link detectEncoding} wants to see (or the whole file, if it is shorter). */
export const encodingProbeBytes = 256;

/** Looks at the first bytes of a file. Never fails. */
export function detectEncoding(head: Uint8Array): TextEncodingName {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const size = Math.min(head.length, encodingProbeBytes) & ~1;
  if (size < 8) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < size; i += 2) {
    if (head[i] === 0) evenZeros++;
    if (head[i + 1] === 0) oddZeros++;
  }
  const pairs = size / 2;
  // A header is mostly ASCII: in UTF-16 nearly every second byte of it is zero, in UTF-8 none is.
  if (oddZeros * 10 >= pairs * 4 && evenZeros * 20 <= pairs) return 'utf-16le';
  if (evenZeros * 10 >= pairs * 4 && oddZeros * 20 <= pairs) return 'utf-16be';
  return 'utf-8';
}

type Decoder = InstanceType<typeof TextDecoder>;

const lenient = new Map<TextEncodingName, Decoder>();
const strict = new Map<TextEncodingName, Decoder>();

/** The text of some bytes, a byte order mark included, with U+FFFD for what is none. */
export function textOf(bytes: Uint8Array, encoding: TextEncodingName): string {
  let decoder = lenient.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    lenient.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/** Whether the bytes are text without U+FFFD in place of some of them. */
export function isWellFormed(bytes: Uint8Array, encoding: TextEncodingName): boolean {
  let decoder = strict.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    strict.set(encoding, decoder);
  }
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
