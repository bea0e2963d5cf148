// The words of a rule of input and of where something came from.

import type { Key } from '../words/language.ts';
import { useLanguage, useWords } from '../words/words.tsx';

interface QualityWords {
  /** The sentence of a rule; its own name where there is none: owners make rules too. */
  readonly rule: (rule: string) => string;
  readonly source: (source: string) => string;
}

export function useQualityWords(): QualityWords {
  const t = useWords();
  const { words } = useLanguage();
  const said = (key: string, otherwise: string): string => (isKey(key, words) ? t(key) : otherwise);
  return {
    rule: (rule) => said(`quality.rule.${rule}`, rule),
    source: (source) => said(`quality.source.${source}`, source),
  };
}

function isKey(key: string, words: object): key is Key {
  return Object.hasOwn(words, key);
}
