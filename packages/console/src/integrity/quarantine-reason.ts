// Why something stands in quarantine, as a sentence: by its code, or by the code's first word.

import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';

const REASONS: Readonly<Record<string, Key>> = {
  'not-a-chat': 'integrity.reason-not-a-chat',
  empty: 'integrity.reason-empty',
  binary: 'integrity.reason-binary',
  'invalid-utf8': 'integrity.reason-utf8',
  'zip-encrypted': 'integrity.reason-zip-encrypted',
  'zip-bomb': 'integrity.reason-zip-bomb',
  zip: 'integrity.reason-zip',
  webhook: 'integrity.reason-webhook',
};

/** The sentence of a reason, with the line where there is one. */
export function useReason(): (reason: string, line: number) => string {
  const t = useWords();
  return (reason, line) => {
    const key = REASONS[reason] ?? REASONS[reason.split('-')[0] ?? ''];
    const said = key === undefined ? t('integrity.reason-other', { reason }) : t(key);
    return line > 0 ? t('integrity.reason-line', { line, reason: said }) : said;
  };
}
