// Everybody who is known, as one long list that is narrowed while somebody types; several are chosen to be tagged, assigned, merged or
// erased together.

import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { UsersIcon } from '@phosphor-icons/react/Users';
import { XIcon } from '@phosphor-icons/react/X';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { IconButton } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { Empty } from '../look/parts.tsx';
import { Say, useWords } from '../words/words.tsx';
import { BulkBar } from './bulk-bar.tsx';
import styles from './people.module.css';
import { type Person, usePeople, usePeopleLive } from './people-queries.ts';
import { PersonRow } from './person-row.tsx';

const TYPING_MS = 200;
const ROW = 56;
const NEAR_ROWS = 20;

export function PeoplePage(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/house/people' });
  const [typed, setTyped] = useState(q);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Person>>(new Map());
  const found = usePeople(q);
  const people = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  usePeopleLive();
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const called = typed.trim();
    const search = called === '' ? {} : { q: called };
    const timer = setTimeout(() => void navigate({ to: '/people', search, replace: true }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, q, navigate]);
  const toggle = (person: Person): void => {
    const next = new Map(chosen);
    if (!next.delete(person.id)) next.set(person.id, person);
    setChosen(next);
  };
  const theirs = people.filter(({ me }) => !me);
  const isAll = theirs.length > 0 && theirs.every(({ id }) => chosen.has(id));
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>{t('people.title')}</h1>
          <p>{t('people.about')}</p>
        </div>
        <TextField
          className={styles['find']}
          label={t('people.find')}
          labelHidden
          placeholder={t('people.find')}
          value={typed}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          before={<MagnifyingGlassIcon size={18} aria-hidden="true" />}
          after={
            typed !== '' && (
              <IconButton name={t('people.clear')} onClick={() => setTyped('')}>
                <XIcon size={16} aria-hidden="true" />
              </IconButton>
            )
          }
        />
      </header>
      {chosen.size > 0 && <BulkBar people={[...chosen.values()]} onClear={() => setChosen(new Map())} />}
      <div className={styles['columns']} aria-hidden={people.length === 0}>
        <label className={styles['pick']}>
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => setChosen(isAll ? new Map() : new Map(theirs.map((one) => [one.id, one])))}
            aria-label={t('people.choose-all')}
          />
        </label>
        <span>{t('people.person')}</span>
        <span className={styles['wide']}>{t('people.tags')}</span>
        <span className={styles['number']}>{t('people.conversations')}</span>
        <span className={styles['number']}>{t('people.messages')}</span>
        <span className={styles['number']}>{t('people.last')}</span>
      </div>
      {people.length === 0 ? (
        found.isFetched && <Nobody called={q} />
      ) : (
        <Rows people={people} found={found} chosen={chosen} onToggle={toggle} />
      )}
    </div>
  );
}

function Rows({
  chosen,
  found,
  onToggle,
  people,
}: {
  readonly people: readonly Person[];
  readonly found: ReturnType<typeof usePeople>;
  readonly chosen: ReadonlyMap<number, Person>;
  readonly onToggle: (person: Person) => void;
}): ReactNode {
  const t = useWords();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 12,
    paddingEnd: 96,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last > people.length - NEAR_ROWS && found.hasNextPage && !found.isFetching) void found.fetchNextPage();
  });
  const step = (by: number): void => {
    const rows = [...(scroller.current?.querySelectorAll<HTMLElement>('a[data-person]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section ref={scroller} className={styles['rows']} tabIndex={0} aria-label={t('people.title')}>
      <ul className={styles['list']} aria-busy={found.isFetching} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const person = people[item.index];
          if (person === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={styles['row']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <PersonRow person={person} isChosen={chosen.has(person.id)} onToggle={() => onToggle(person)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Nobody({ called }: { readonly called: string }): ReactNode {
  const t = useWords();
  const icon = <UsersIcon size={32} weight="light" aria-hidden="true" />;
  if (called === '')
    return (
      <Empty icon={icon} fact={t('people.none')}>
        {t('people.none-how')}
      </Empty>
    );
  return <Empty icon={icon} fact={<Say id="people.none-called" values={{ called: <bdi>{called}</bdi> }} />} />;
}
