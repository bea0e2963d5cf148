// The initials of a name: of its first and last word, one Han character, a leading emoji, or the last two digits of a number.

const DIGITS_ONLY = /^[+\d\s().‪‬-]+$/u;
const HAN = /\p{Script=Han}/u;
const LETTER = /^[\p{L}\p{N}]/u;
const NO_DIGIT = /\D/gu;
const SPACES = /\s+/u;
const HIDDEN = /[\p{Cf}\p{Cc}]/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function initialsOf(name: string): string {
  const seen = name.replace(HIDDEN, '').trim();
  if (seen === '') return '?';
  if (DIGITS_ONLY.test(seen)) return seen.replace(NO_DIGIT, '').slice(-2);
  const words = seen.split(SPACES);
  const lettered = words.filter((word) => LETTER.test(word));
  const first = lettered[0];
  if (first === undefined) return firstOf(name.trim());
  if (HAN.test(first)) return firstOf(first);
  const last = lettered.length > 1 ? lettered.at(-1) : undefined;
  return `${firstOf(first)}${last === undefined ? '' : firstOf(last)}`.toLocaleUpperCase();
}

function firstOf(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}
