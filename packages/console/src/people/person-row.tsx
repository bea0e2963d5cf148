// A person in the list: what they are called, by which numbers, what the business calls them by, and when something was last said.

import { GitMergeIcon } from '@phosphor-icons/react/GitMerge';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Avatar } from '../look/avatar.tsx';
import { Tag } from '../look/parts.tsx';
import { Tip } from '../look/tip.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './people.module.css';
import type { Person } from './people-queries.ts';
import { useNameOf } from './person-name.ts';

export function PersonRow({
  isChosen,
  onToggle,
  person,
}: {
  readonly person: Person;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const t = useWords();
  const { number, when } = useFormats();
  const nameOf = useNameOf();
  const { conversations, id, last, me, merged, messages, phones, tags } = person;
  const name = nameOf(person);
  const numbers = phones.filter((phone) => phone !== name);
  return (
    <div className={styles['person']} data-chosen={isChosen}>
      <label className={styles['pick']}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={me}
          onChange={onToggle}
          aria-label={t('people.choose', { name })}
        />
      </label>
      <Link to="/people/$person" params={{ person: String(id) }} className={styles['open']} data-person={id}>
        <span className={styles['face']}>
          <Avatar name={name} seed={id} size={36} />
          <span className={styles['who']}>
            <span>
              <bdi>{name}</bdi>
              {me && <Tag>{t('people.us')}</Tag>}
              {merged.length > 0 && (
                <Tip text={t('people.merged', { count: merged.length })}>
                  <span className={styles['mergedMark']}>
                    <GitMergeIcon size={16} aria-hidden="true" />
                    <span className="hidden-text">{t('people.merged', { count: merged.length })}</span>
                  </span>
                </Tip>
              )}
            </span>
            {numbers.length > 0 && <span className={styles['numbers']}>{numbers.join(' · ')}</span>}
          </span>
        </span>
        <span className={styles['tags']}>
          {tags.map((tag) => (
            <Tag key={tag}>
              <bdi>{tag}</bdi>
            </Tag>
          ))}
        </span>
        <span className={styles['count']}>{number(conversations.length)}</span>
        <span className={styles['count']}>{number(messages)}</span>
        <span className={styles['when']}>
          {last === undefined ? '—' : <time dateTime={last}>{when(new Date(last))}</time>}
        </span>
      </Link>
    </div>
  );
}
