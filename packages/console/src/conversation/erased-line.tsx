// Where entries were erased by order: how many, when, why as far as the order says, and by which rule. What they said nobody knows.

import type { ReactNode } from 'react';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './feed.module.css';
import type { ErasedHere } from './feed-rows.ts';

const WHY: Readonly<Partial<Record<ErasedHere['scope'], Key>>> = {
  person: 'conversation.erased-person',
  withdrawal: 'conversation.erased-import',
};

export function ErasedLine({ erased: { at, count, rule, scope } }: { readonly erased: ErasedHere }): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const why = WHY[scope];
  return (
    <div className={styles['erased']}>
      <p>{t('conversation.erased', { count, day: day(new Date(at)) })}</p>
      <small>
        {why !== undefined && `${t(why)} `}
        {t('conversation.erased-rule', { rule })}
      </small>
    </div>
  );
}
