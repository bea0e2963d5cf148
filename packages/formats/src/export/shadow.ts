/**
 * The shadow of a character: what it counts as when a header is scanned. Invisible marks vanish, every decimal digit
 * becomes ASCII, every space U+0020, wide punctuation its ASCII form. The text itself is never changed.
 */

/** Zero digits of the decimal systems in the basic plane (Unicode 16, category Nd; ten code points each). */
const basicZeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** The same outside the basic plane; the mathematical digits are five rows of ten. */
const otherZeros = [
  0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0,
  0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0,
  0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
  0x1fbf0,
];

const spaces = [0x09, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000];

/** Invisible marks: direction, joining, byte order, soft hyphen, Arabic letter mark, variation selectors. */
const marks: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

const alike: readonly (readonly [string, string])[] = [
  ['/', '／⁄∕؍'],
  ['.', '．。٫'],
  ['-', '‐‑‒–—―−－﹣־'],
  [':', '：∶﹕꞉'],
  [',', '，、،﹐'],
  ['[', '［'],
  [']', '］'],
];

/** What stands for "no character of a header" in a shadow. */
export const strangeCode = 1;

/** Code unit → its shadow; 0 where it vanishes; {@link strangeCode} for surrogates. */
export const shadowOf: Uint16Array = buildShadow();
const farDigits: ReadonlyMap<number, number> = new Map(
  otherZeros.flatMap((zero) => Array.from({ length: 10 }, (_, digit): [number, number] => [zero + digit, digit])),
);

function buildShadow(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (const zero of basicZeros) for (let digit = 0; digit < 10; digit++) table[zero + digit] = 48 + digit;
  for (const code of spaces) table[code] = 32;
  for (let code = 0x2000; code <= 0x200a; code++) table[code] = 32;
  for (const [first, last] of marks) for (let code = first; code <= last; code++) table[code] = 0;
  for (const [plain, others] of alike) for (const other of others) table[other.charCodeAt(0)] = plain.charCodeAt(0);
  for (let code = 0xd800; code <= 0xdfff; code++) table[code] = strangeCode;
  table[0] = strangeCode;
  return table;
}

/** The digit 0–9 that a surrogate pair stands for, or -1. */
export function farDigit(codePoint: number): number {
  return farDigits.get(codePoint) ?? -1;
}

/** Whether a code unit is an invisible mark. Most characters lie where there is none: they are not looked up in a large table. */
export function isMark(code: number): boolean {
  return code > 0xac && (code < 0x2070 || code > 0xfdff) && shadowOf[code] === 0;
}

const markPattern: RegExp = /[\u00AD\u061C\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/**
 * Takes direction marks, byte order marks and zero-width spaces off. Joiners and variation selectors stay: they shape
 * emoji and Indic or Persian names.
 */
export function withoutMarks(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (isMark(text.charCodeAt(i))) return text.replace(markPattern, '');
  }
  return text;
}

/** All digits of any writing in `text` as ASCII, everything else dropped. */
export function digitsOf(text: string): string {
  let digits = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const shadow = code < 65_536 ? (shadowOf[code] ?? 0) : farDigit(code) + 48;
    if (shadow >= 48 && shadow <= 57) digits += String.fromCharCode(shadow);
  }
  return digits;
}
