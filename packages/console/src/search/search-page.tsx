// Finding messages as somebody types: filters as chips, what was found by month, and beside it the message where it was said. The
// address holds the query and the message, so that a link opens both again.

import { useSearch as useAddress, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { askedQuery, queryParts, queryText, type TypedQuery } from './query-chips.ts';
import { ResultContext } from './result-context.tsx';
import { ResultList } from './result-list.tsx';
import styles from './search.module.css';
import { SearchBar } from './search-bar.tsx';
import { type Hit, orderOf, useSearch } from './search-queries.ts';

const TYPING_MS = 140;

export function SearchPage(): ReactNode {
  const navigate = useNavigate();
  const { entry, q = '', sort } = useAddress({ from: '/house/search' });
  const [query, setQuery] = useState<TypedQuery>(() => queryParts(q));
  const order = orderOf(sort);
  const settled = useSettled(query, TYPING_MS);
  const asked = useDeferredValue(useMemo(() => askedQuery(settled), [settled]));
  const found = useSearch(asked, order);
  const hits = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const counted = found.data?.pages[0]?.counted;
  const input = useRef<HTMLInputElement>(null);
  const go = (more: { q?: string; sort?: string; entry?: string }): void => {
    const search = { q: queryText(query), ...(sort === undefined ? {} : { sort }), ...more };
    const kept = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
    void navigate({ to: '/search', search: kept, replace: true });
  };

  // A link that was followed while the page stands open brings its own query.
  const written = queryText(settled);
  const known = useRef(q);
  useEffect(() => {
    if (written === known.current) return;
    known.current = written;
    go({ q: written });
  });
  useEffect(() => {
    if (q === known.current) return;
    known.current = q;
    setQuery(queryParts(q));
  }, [q]);

  const chosen = Math.max(
    0,
    hits.findIndex(({ id }) => String(id) === entry),
  );
  const hit: Hit | undefined = asked === '' ? undefined : hits[chosen];
  const choose = (index: number): void => {
    const next = hits[index];
    if (next !== undefined) go({ entry: String(next.id) });
    if (index > hits.length - 8 && found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
  };
  const open = (one: Hit | undefined = hit): void => {
    if (one === undefined) return;
    const params = { conversation: String(one.conversation) };
    void navigate({ to: '/inbox/$conversation', params, search: { entry: String(one.version?.of ?? one.id) } });
  };
  const keys = {
    ArrowDown: () => choose(Math.min(chosen + 1, hits.length - 1)),
    ArrowUp: () => choose(Math.max(chosen - 1, 0)),
    Enter: () => open(),
  };
  useKeys({
    j: keys.ArrowDown,
    k: keys.ArrowUp,
    '/': () => input.current?.focus(),
    f: () => input.current?.focus(),
  });
  return (
    <div className={styles['page']}>
      <section className={styles['left']}>
        <SearchBar
          query={query}
          onQuery={setQuery}
          keys={keys}
          input={input}
          order={order}
          onOrder={(next) => go({ sort: next === 'best' ? 'best' : '' })}
          counted={asked === '' ? undefined : counted}
        />
        <ResultList
          hits={asked === '' ? [] : hits}
          chosen={chosen}
          order={order}
          asked={asked}
          query={query}
          found={found}
          keys={keys}
          onQuery={setQuery}
          onChoose={choose}
          onOpen={open}
        />
      </section>
      {hit !== undefined && (
        <ResultContext
          hit={hit}
          place={chosen + 1}
          total={counted ?? { messages: hits.length, all: !found.hasNextPage }}
          onStep={(by) => choose(Math.min(Math.max(chosen + by, 0), hits.length - 1))}
          onOpen={() => open()}
        />
      )}
    </div>
  );
}

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
