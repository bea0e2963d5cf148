// A sentence of the console: text with {places}, or one form for each plural that the language has. Which form is taken goes by the
// number in `count`.

export interface Forms {
  readonly zero?: string;
  readonly one?: string;
  readonly other: string;
}

export type Sentence = string | Forms;

export type Value = string | number;

/** What stands in a sentence's places. */
export type Values = Readonly<Record<string, Value>>;

const PLACE = /\{([a-zA-Z]+)\}/g;

/** The form of a sentence for these values. */
export function formOf(sentence: Sentence, language: string, count: Value | undefined): string {
  if (typeof sentence === 'string') return sentence;
  if (count === 0 && sentence.zero !== undefined) return sentence.zero;
  const form = pluralsOf(language).select(typeof count === 'number' ? count : Number(count ?? 0));
  return form === 'one' ? (sentence.one ?? sentence.other) : sentence.other;
}

/** A form cut at its places: texts at even indices, names of places at odd ones. */
export function partsOf(form: string): readonly string[] {
  return form.split(PLACE);
}

/** The places that a sentence has. */
export function placesOf(sentence: Sentence): ReadonlySet<string> {
  const forms = typeof sentence === 'string' ? [sentence] : Object.values(sentence);
  return new Set(forms.flatMap((form: string) => partsOf(form).filter((_, index) => index % 2 === 1)));
}

const plurals = new Map<string, Intl.PluralRules>();

function pluralsOf(language: string): Intl.PluralRules {
  const known = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, known);
  return known;
}
