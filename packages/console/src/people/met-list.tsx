// Where a person writes, as far as those conversations are theirs to see who looks.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { metInQuery } from './people-queries.ts';
import styles from './person.module.css';

export function MetList({ person }: { readonly person: number }): ReactNode {
  const t = useWords();
  const { when } = useFormats();
  const { data: chats = [], isFetched } = useQuery(metInQuery(person));
  return (
    <section aria-labelledby="met">
      <h2 id="met">{t('person.met')}</h2>
      {isFetched && chats.length === 0 && <p className={styles['none']}>{t('person.met-none')}</p>}
      <ul className={styles['met']}>
        {chats.map(({ id, kind, last, messages, title }) => (
          <li key={id}>
            <Link to="/inbox/$conversation" params={{ conversation: String(id) }}>
              <b>
                <bdi>{title}</bdi>
              </b>
              <span>{t(`person.met.${kind}`)}</span>
              <span className={styles['number']}>{t('person.match-messages', { count: messages })}</span>
              <span className={styles['number']}>
                {last === undefined ? '—' : <time dateTime={last}>{when(new Date(last))}</time>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
