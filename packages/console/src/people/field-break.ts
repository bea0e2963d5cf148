// What a value breaks, in the language of whoever reads: the server says it in codes and numbers, never in words of its own.

import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';

const FAULTS = [
  'characters',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'no-number',
  'no-date',
  'no-choice',
  'pattern',
  'too-many',
] as const;
const TEMPLATES = ['name', 'phone', 'email'] as const;

/** The sentence of a break; undefined where it is none. */
export function useBreak(): (broken: Readonly<Record<string, unknown>>, example?: string) => string | undefined {
  const t = useWords();
  return (broken, example) => {
    const key = sentenceOf(broken);
    if (key === undefined) return undefined;
    const said = t(key, numbersIn(broken));
    return example === undefined ? said : `${said} ${t('person.break-example', { example })}`;
  };
}

function sentenceOf({ fault, least, most, template }: Readonly<Record<string, unknown>>): Key | undefined {
  if (fault === 'template') {
    const known = TEMPLATES.find((one) => one === template);
    return known === undefined ? 'person.break.pattern' : `person.break.${known}`;
  }
  const isLength = fault === 'too-short' || fault === 'too-long';
  if (isLength && typeof least === 'number' && typeof most === 'number')
    return most === least + 1 ? 'person.break.either' : 'person.break.length';
  const known = FAULTS.find((one) => one === fault);
  return known === undefined ? undefined : `person.break.${known}`;
}

function numbersIn(broken: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ['least', 'most', 'length'].flatMap((name) => {
      const value = broken[name];
      return typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}
