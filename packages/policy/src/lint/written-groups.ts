// A text as groups of digits, or of digits and letters, with what joins them: people write numbers with spaces, dots, dashes and
// digits of other scripts. Offsets stay those of the text. One pass, and a group is never read twice.

/** A run of members with nothing between but what cannot be seen. */
export interface WrittenGroup {
  /** Upper case, digits as 0–9, without what cannot be seen. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Only separators, at most three, stand between the group before and this one. */
  readonly isJoined: boolean;
  /** A Latin letter stands right beside it. */
  readonly touchesLetter: boolean;
  /** A plus stands right before it, as before a telephone number. */
  readonly hasPlus: boolean;
}

const MOST_SEPARATORS = 3;
const PLUS = 0x2b;
const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;
const SEPARATOR = 3;
const UNSEEN = 4;

const N_TILDE = 0xd1;
/** Where the digits of other scripts begin: Arabic, Persian, Devanagari, Bengali, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
const separators = new Set(
  Array.from(' \u00a0\u2007\u2009\u202f\u3000\t.-/_\u00b7\u2010\u2011\u2012\u2013\u2212', codeOf),
);
const unseen = new Set(Array.from('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', codeOf));

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

/** The code as 0–9, A–Z or Ñ in upper case where it is one of them. */
function folded(code: number): number {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a ? code - 32 : code;
  if (code === 0xf1) return N_TILDE;
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return 0x30 + code - zero;
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xfee0;
  return code >= 0xff41 && code <= 0xff5a ? code - 0xff00 : code;
}

function classOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0x41 && code <= 0x5a) || code === N_TILDE || code === 0x26) return LETTER;
  if (separators.has(code)) return SEPARATOR;
  return unseen.has(code) ? UNSEEN : OTHER;
}

/** The groups of digits of a text, or with `hasLetters` those of digits, A–Z, Ñ and &. `masked` units belong to none. */
export function writtenGroups(text: string, hasLetters: boolean, isMasked: (at: number) => boolean): WrittenGroup[] {
  const groups: WrittenGroup[] = [];
  const classAt = (at: number): number => (isMasked(at) ? OTHER : classOf(folded(text.charCodeAt(at))));
  const isMember = (kind: number): boolean => kind === DIGIT || (hasLetters && kind === LETTER);
  let separatorsSince = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; ) {
    const kind = classAt(at);
    if (!isMember(kind)) {
      if (kind === SEPARATOR) separatorsSince++;
      else if (kind !== UNSEEN) separatorsSince = Number.POSITIVE_INFINITY;
      at++;
      continue;
    }
    const start = at;
    const codes: number[] = [];
    let end = at;
    for (let next = kind; at < text.length && (isMember(next) || next === UNSEEN); next = classAt(at)) {
      if (next !== UNSEEN) {
        codes.push(folded(text.charCodeAt(at)));
        end = at + 1;
      }
      at++;
    }
    groups.push({
      text: textOf(codes),
      start,
      end,
      isJoined: separatorsSince <= MOST_SEPARATORS,
      touchesLetter: (start > 0 && classAt(start - 1) === LETTER) || (end < text.length && classAt(end) === LETTER),
      hasPlus: start > 0 && text.charCodeAt(start - 1) === PLUS,
    });
    separatorsSince = 0;
  }
  return groups;
}

/** No number is longer than this; of a longer group only its length matters. */
const LONGEST = 64;

function textOf(codes: readonly number[]): string {
  return codes.length > LONGEST ? ''.padEnd(codes.length, '#') : String.fromCharCode(...codes);
}
