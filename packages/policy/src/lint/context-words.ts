// Words that tell what a number beside them is, in Spanish, English, Portuguese, Chinese and Hindi. Written in small letters and
// without accents. They raise a suspicion that a check digit has already passed; alone they say nothing.

const ACCENTS = /[\u0300-\u036f]/g;
const LATIN = /^[\p{sc=Latin} ]+$/u;
const BEFORE = 48;
const AFTER = 24;

/** A pattern of words: those in Latin letters stand alone, in scripts without spaces they stand anywhere. */
export function wordPattern(words: string): RegExp {
  const all = words.split(',').map((word) => word.trim());
  const latin = all.filter((word) => LATIN.test(word)).join('|');
  const others = all.filter((word) => !LATIN.test(word));
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${latin})(?![\\p{L}\\p{N}])`, ...others].join('|'), 'u');
}

/** Whether one of the words stands up to 48 characters before the stretch or 24 after it. */
export function isNear(pattern: RegExp, text: string, { end, start }: { start: number; end: number }): boolean {
  const around = `${text.slice(Math.max(0, start - BEFORE), start)} ${text.slice(end, end + AFTER)}`;
  return pattern.test(around.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC'));
}
