// How long something of a person is kept, as far as a date is set, and what they wish to be sent.

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { Say, useWords } from '../words/words.tsx';
import { historyQuery, metInQuery } from './people-queries.ts';
import styles from './person.module.css';
import { useWishName } from './person-name.ts';

export function KeepingCards({ person }: { readonly person: number }): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const wishOf = useWishName();
  const { data: chats = [] } = useQuery(metInQuery(person));
  const { data: lines = [] } = useQuery(historyQuery(person));
  const withdrawn = chats.flatMap(({ eraseFrom, id, title }) =>
    eraseFrom === undefined ? [] : [{ eraseFrom, id, title }],
  );
  const wishes = lines.filter(({ kind }) => kind === 'wish');
  const newest = [...new Map(wishes.toReversed().map((line) => [line.category, line])).values()];
  return (
    <>
      <Card title={t('person.keeping')}>
        {withdrawn.length === 0 ? (
          <>
            <p className={styles['until']}>{t('person.keeping-none')}</p>
            <p className={styles['quiet']}>{t('person.keeping-none-about')}</p>
          </>
        ) : (
          withdrawn.map(({ eraseFrom, id, title }) => (
            <div key={id}>
              <p className={styles['until']}>{t('person.keeping-until', { day: day(new Date(eraseFrom)) })}</p>
              <p className={styles['quiet']}>
                <Say id="person.keeping-withdrawn" values={{ title: <bdi>{title}</bdi> }} />
              </p>
            </div>
          ))
        )}
      </Card>
      <Card title={t('person.consent')}>
        {newest.length === 0 && <p className={styles['quiet']}>{t('person.consent-none')}</p>}
        <ul>
          {newest.map(({ at = '', category, seq, value }) => (
            <li key={seq}>
              {t(value === 'stop' ? 'person.consent-stop' : 'person.consent-resume', {
                category: wishOf(category),
                day: at === '' ? '—' : day(new Date(at)),
              })}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
