// Characters that do not belong into what people write: they hide, deceive, or are what is left of something broken. What scripts
// need is left alone: joiners in emoji and in Indic and Persian words, marks of direction, isolates around names.

import type { CharacterClass } from './input-rule.ts';

/** All units that `suspect` may begin with, said by those it cannot; emoji are among them. Without flags, so that each unit is one look. */
const unusual =
  /[^\t\n\r -~\u00a0-\u180d\u180f-\u200a\u200e-\u2029\u202f-\u205f\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffc\ufffe\uffff]/;

/** Anything that one of the classes may mean: most texts hold nothing of it. */
const suspect =
  /[[\p{Cc}--[\t\n\r]]\p{Cs}\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff\ufffd\u{e0001}-\u{e007f}]/v;

const classes: Readonly<Record<Exclude<CharacterClass, 'replaced'>, RegExp>> = {
  control: /[\p{Cc}--[\t\n\r]]/v,
  'bidi-override': /[\u202d\u202e]/,
  'bidi-any': /[\u202a-\u202e\u2066-\u2069]/,
  'zero-width-run': /[\u180e\u200b-\u200d\u2060-\u2064\ufeff]{3}/,
  // Tags spell the flags of England, Scotland and Wales behind a black flag; elsewhere they hide words.
  'hidden-tags': /(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0001}\u{e0020}-\u{e007f}]/u,
};

/** Whether the text may hold something of any class; without that no class needs to be asked. */
export function isSuspect(text: string): boolean {
  return unusual.test(text) && suspect.test(text);
}

/** Whether the text holds a character of the class. Half a character (a lone surrogate) counts as replaced. */
export function holds(text: string, not: CharacterClass): boolean {
  if (not === 'replaced') return text.includes('\ufffd') || !text.isWellFormed();
  return classes[not].test(text);
}
