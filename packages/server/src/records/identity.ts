// How names, titles and numbers are folded before they are compared or blinded: the same person written with other
// invisible marks, spaces or case of a push-name mark is the same; nothing else is.

import type { BlindIndex } from '../store/blind-index.ts';

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f\u00ad]/gu;
const SPACES = /[\s\u00a0\u202f\u2007\u2009]+/gu;
const PUSH_NAME = /^~\s*/u;

/** A name as it is compared: NFC, invisible marks and the mark of a push name off, spaces unified. */
export function foldedName(name: string): string {
  return name.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim().replace(PUSH_NAME, '');
}

const PHONE = /^\+[\p{Nd}][\p{Nd}\s().\-\u2010-\u2014\u2212/]{5,30}$/u;

/** The phone number that a name is, as `+` and ASCII digits; undefined if the name is a name. */
export function phoneOfName(name: string): string | undefined {
  const folded = foldedName(name).normalize('NFKC');
  if (!PHONE.test(folded)) return undefined;
  const digits = asciiDigits(folded).replace(/\D/g, '');
  return digits.length >= 7 && digits.length <= 15 ? `+${digits}` : undefined;
}

/** Decimal digits of any script as ASCII: every block of ten begins at a code point whose digit is 0. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0x30;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}

/** A conversation's title as it is compared: as a name, without regard to case. */
export function foldedTitle(title: string): string {
  return foldedName(title).toLowerCase();
}

/** Digest of a name that counts inside one chat (0: anywhere). */
export function nameDigest(blind: BlindIndex, chat: number, name: string): Uint8Array {
  return blind('name', chat, foldedName(name));
}

/** Digest of a phone number, given as `+` and digits. */
export function phoneDigest(blind: BlindIndex, phone: string): Uint8Array {
  return blind('phone', phone);
}
