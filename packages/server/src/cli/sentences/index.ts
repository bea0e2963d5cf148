// Sentences for people, by key and language. Every key exists in every language (the types see to it).

import { EN } from './en.ts';
import { ES } from './es.ts';
import { ZH } from './zh.ts';

export type SentenceKey = keyof typeof EN;
export type Language = 'en' | 'es' | 'zh';
export type Sentences = (key: SentenceKey, values?: Readonly<Record<string, string | number>>) => string;

const TABLES: Readonly<Record<Language, Readonly<Record<SentenceKey, string>>>> = { en: EN, es: ES, zh: ZH };

/** The language of a locale name such as `es_MX.UTF-8`; English where it is none of ours. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const code = (locale ?? '').slice(0, 2).toLowerCase();
  return code === 'es' || code === 'zh' ? code : 'en';
}

/** Sentences of a language, numbers written as the language writes them. */
export function sentencesIn(language: Language): Sentences {
  const number = new Intl.NumberFormat(language === 'es' ? 'es-MX' : language);
  return (key, values = {}) =>
    TABLES[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' && !IDENTIFIERS.has(name) ? number.format(value) : String(value);
    });
}

/** Numbers that are names: written without separators. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['id', 'seq', 'line', 'first', 'last', 'format', 'offset']);

/** Whether there is a sentence of this key. */
export function isSentence(key: string): key is SentenceKey {
  return key in EN;
}
