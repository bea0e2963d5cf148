// Which language the console speaks, for pages outside the house.

import { CaretDownIcon } from '@phosphor-icons/react/CaretDown';
import { TranslateIcon } from '@phosphor-icons/react/Translate';
import type { ReactNode } from 'react';
import { LANGUAGES, NAMES } from '../words/language.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import styles from './outside.module.css';

export function LanguageChoice(): ReactNode {
  const t = useWords();
  const { language, speak } = useLanguage();
  return (
    <label className={styles['language']}>
      <TranslateIcon size={18} aria-hidden="true" />
      <span className="hidden-text">{t('sign-in.language')}</span>
      <select value={language} onChange={({ target }) => speak(LANGUAGES.find((one) => one === target.value) ?? 'en')}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {NAMES[one]}
          </option>
        ))}
      </select>
      <CaretDownIcon size={14} aria-hidden="true" />
    </label>
  );
}
