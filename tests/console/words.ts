// What the console says, by language: flows find what they click and read by its own sentences.

import type { audit } from '../../packages/console/src/words/en/audit.ts';
import type { connect } from '../../packages/console/src/words/en/connect.ts';
import type { conversation } from '../../packages/console/src/words/en/conversation.ts';
import type { importing } from '../../packages/console/src/words/en/import.ts';
import type { labels } from '../../packages/console/src/words/en/labels.ts';
import type { fields, people, person } from '../../packages/console/src/words/en/people.ts';
import type { proof } from '../../packages/console/src/words/en/proof.ts';
import type { quality } from '../../packages/console/src/words/en/quality.ts';
import type { search } from '../../packages/console/src/words/en/search.ts';
import type { setUp } from '../../packages/console/src/words/en/set-up.ts';
import type { settings } from '../../packages/console/src/words/en/settings.ts';
import type { shell } from '../../packages/console/src/words/en/shell.ts';
import type { signIn } from '../../packages/console/src/words/en/sign-in.ts';
import { formOf, partsOf, type Sentence, type Values } from '../../packages/console/src/words/sentence.ts';

export const LANGUAGES = ['en', 'es', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Names of the sentences that flows meet. */
export type Key =
  | keyof typeof audit
  | keyof typeof connect
  | keyof typeof conversation
  | keyof typeof fields
  | keyof typeof importing
  | keyof typeof labels
  | keyof typeof people
  | keyof typeof person
  | keyof typeof proof
  | keyof typeof quality
  | keyof typeof search
  | keyof typeof setUp
  | keyof typeof settings
  | keyof typeof shell
  | keyof typeof signIn;

export interface Words {
  /** A sentence as the console writes it with these values. */
  readonly say: (key: Key, values?: Values) => string;
  /** A whole sentence, whatever stands in the places that are not given. */
  readonly like: (key: Key, values?: Values) => RegExp;
  /** The same, anywhere in a longer text. */
  readonly within: (key: Key, values?: Values) => RegExp;
}

/** The sentences of a language. */
export async function wordsOf(language: Language): Promise<Words> {
  const { [language]: all } = (await import(`../../packages/console/src/words/${language}/index.ts`)) as Readonly<
    Record<Language, Readonly<Record<Key, Sentence>>>
  >;
  const formsOf = (key: Key, values: Values = {}): string => {
    const sentence = all[key];
    const forms: readonly string[] = typeof sentence === 'string' ? [sentence] : Object.values(sentence);
    return forms.map((form) => pattern(form, values)).join('|');
  };
  return {
    say: (key, values = {}) => filled(formOf(all[key], language, values['count']), values),
    like: (key, values) => new RegExp(`^\\s*(?:${formsOf(key, values)})\\s*$`, 'u'),
    within: (key, values) => new RegExp(formsOf(key, values), 'u'),
  };
}

function filled(form: string, values: Values): string {
  return partsOf(form)
    .map((part, index) => (index % 2 === 0 ? part : String(values[part])))
    .join('');
}

function pattern(form: string, values: Values): string {
  return partsOf(form)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : valued(values[part])))
    .join('');
}

function valued(value: string | number | undefined): string {
  return value === undefined ? '.+' : escaped(String(value));
}

const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;

function escaped(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
