// What somebody did, as a sentence: by command, operation or kind of record. What was refused was tried.

import type { Key } from '../words/language.ts';
import { useLanguage, useWords } from '../words/words.tsx';

/** The sentence of an act; its own name where there is none. */
export function useDid(): (did: string, outcome?: string) => string {
  const t = useWords();
  const { words } = useLanguage();
  return (did, outcome) => {
    const key = `audit.did.${did}`;
    const said = isKey(key, words) ? t(key) : did;
    return outcome === 'refused' ? t('audit.tried', { did: said }) : said;
  };
}

function isKey(key: string, words: object): key is Key {
  return Object.hasOwn(words, key);
}
