/**
 * Single characters of well-formed UTF-8, read where they lie. Nothing here checks what it is given.
 */

/** How many bytes a character takes that opens with this byte. */
export function sizeOf(opening: number): number {
  if (opening < 0x80) return 1;
  if (opening < 0xe0) return 2;
  return opening < 0xf0 ? 3 : 4;
}

/** The code point of the character that opens at `at`. */
export function codeAt(bytes: Uint8Array, at: number): number {
  const opening = bytes[at] ?? 0;
  if (opening < 0x80) return opening;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (opening < 0xe0) return ((opening & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (opening < 0xf0) return ((opening & 0x0f) << 12) | (second << 6) | third;
  return ((opening & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}

/** Where the character opens that ends before `end`. */
export function openingBefore(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

export function highSurrogate(code: number): number {
  return 0xd800 + ((code - 0x10000) >> 10);
}

export function lowSurrogate(code: number): number {
  return 0xdc00 + ((code - 0x10000) & 0x3ff);
}
