// Sentences for people, by key and language. Every key exists in every language (the types see to it). `{name}` is
// filled in, numbers as the language writes them; `{name|one|other}` chooses a word by that number.

import { EN } from './en.ts';
import { ES } from './es.ts';
import { ZH } from './zh.ts';

export type SentenceKey = keyof typeof EN;
export type Language = 'en' | 'es' | 'zh';
export type Values = Readonly<Record<string, string | number>>;
export type Sentences = (key: SentenceKey, values?: Values) => string;

const TABLES: Readonly<Record<Language, Readonly<Record<SentenceKey, string>>>> = { en: EN, es: ES, zh: ZH };

/** Numbers that are names: written without separators, as they are typed. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['id', 'seq', 'line', 'first', 'last', 'format', 'offset']);

const LETTERS = /^[a-z]*/;
const PLACEHOLDER = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** The language of a locale name such as `es_MX.UTF-8`; English where it is none of ours. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const code = LETTERS.exec((locale ?? '').toLowerCase())?.[0];
  return code === 'es' || code === 'zh' ? code : 'en';
}

/** Sentences of a language. What is missing among the values is left empty. */
export function sentencesIn(language: Language): Sentences {
  const number = new Intl.NumberFormat(language === 'es' ? 'es-MX' : language);
  return (key, values = {}) =>
    TABLES[language][key].replace(PLACEHOLDER, (_, name: string, one?: string, other?: string) => {
      const value = values[name] ?? '';
      if (one !== undefined && other !== undefined) return value === 1 ? one : other;
      return typeof value === 'number' && !IDENTIFIERS.has(name) ? number.format(value) : String(value);
    });
}

/** Whether there is a sentence of this key. */
export function isSentence(key: string): key is SentenceKey {
  return Object.hasOwn(EN, key);
}
