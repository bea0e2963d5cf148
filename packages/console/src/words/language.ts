// The languages of the console, and how each writes dates and numbers. A language's sentences are fetched when somebody reads it.

import type { en } from './en/index.ts';
import type { Sentence } from './sentence.ts';

export const LANGUAGES = ['en', 'es', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

export type Key = keyof typeof en;

export type Catalogue = Readonly<Record<Key, Sentence>>;

/** Each language's name in itself. */
export const NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', zh: '中文' };

/** How a language's dates and numbers are written. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-MX', zh: 'zh-CN' };

/** Fetches the sentences of a language. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  if (language === 'es') return (await import('./es/index.ts')).es;
  if (language === 'zh') return (await import('./zh/index.ts')).zh;
  return (await import('./en/index.ts')).en;
}

const KEPT_AS = 'acta.language';

/** The language chosen here before, or the first of the browser's that there is. */
export function languageHere(): Language {
  const wished = [localStorage.getItem(KEPT_AS) ?? '', ...navigator.languages];
  return wished.map(languageOfTag).find((language) => language !== undefined) ?? 'en';
}

/** Remembers a choice on this device. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
}

function languageOfTag(tag: string): Language | undefined {
  return LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`));
}
