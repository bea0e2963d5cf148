// The value of a filter that was picked from the menu: a day, or a name that is offered while it is typed.

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import type { Filter } from './query-chips.ts';
import styles from './search.module.css';
import { useNames } from './search-queries.ts';

const MENU_MS = 240;

export function NewFilter({
  filter,
  onDone,
}: {
  readonly filter: Exclude<Filter, 'has'>;
  /** With nothing the filter is given up. */
  readonly onDone: (value: string) => void;
}): ReactNode {
  const t = useWords();
  const id = useId();
  const [value, setValue] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The menu gives the focus back to its button once it has closed.
    const timer = setTimeout(() => input.current?.focus(), MENU_MS);
    return () => clearTimeout(timer);
  }, []);
  const isDay = filter === 'before' || filter === 'after';
  const { data: names = [] } = useNames(value, filter === 'from');
  return (
    <span className={styles['newFilter']}>
      <label htmlFor={id}>{t(`search.${filter}`)}</label>
      <input
        id={id}
        type={isDay ? 'date' : 'text'}
        aria-label={`${t('search.value')}: ${t(`search.${filter}`)}`}
        list={filter === 'from' ? `${id}-names` : undefined}
        value={value}
        maxLength={100}
        ref={input}
        onChange={({ target }) => setValue(target.value)}
        onBlur={() => {
          if (value.trim() !== '') onDone(value.trim());
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onDone(value.trim());
          else if (event.key === 'Escape') onDone('');
        }}
      />
      {filter === 'from' && (
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </span>
  );
}
