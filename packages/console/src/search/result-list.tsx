// What was found, by month, as one long list of which only what is in view is drawn; more is fetched as its end comes near.

import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { ApiProblem } from '../api/client.ts';
import { momentOf } from '../conversation/moment.ts';
import { LinkButton } from '../look/button.tsx';
import { Empty } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { Say, useWords } from '../words/words.tsx';
import { askedQuery, type TypedQuery, withWord } from './query-chips.ts';
import { ResultRow } from './result-row.tsx';
import styles from './search.module.css';
import { type Hit, type Order, useNearWords, type useSearch } from './search-queries.ts';

type Row =
  | { readonly kind: 'month'; readonly key: string; readonly at: Date }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Hit; readonly index: number };

export interface ResultListProps {
  readonly hits: readonly Hit[];
  readonly chosen: number;
  readonly order: Order;
  readonly asked: string;
  readonly query: TypedQuery;
  readonly found: ReturnType<typeof useSearch>;
  readonly keys: Readonly<Record<'ArrowDown' | 'ArrowUp', () => void>>;
  readonly onQuery: (query: TypedQuery) => void;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (hit: Hit) => void;
}

const HEIGHT = { month: 44, hit: 80 } as const;
const NEAR_ROWS = 12;

export function ResultList(props: ResultListProps): ReactNode {
  const { asked, chosen, found, hits, keys, onChoose, onOpen, order } = props;
  const t = useWords();
  const { month } = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(hits, order), [hits, order]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHT[rows[index]?.kind ?? 'hit'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    paddingEnd: 24,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    const isNear = last > rows.length - NEAR_ROWS;
    if (isNear && found.hasNextPage && !found.isFetching) void found.fetchNextPage();
  });
  useEffect(() => {
    const at = rows.findIndex((row) => row.kind === 'hit' && row.index === chosen);
    if (at > 1) virtual.scrollToIndex(at, { align: 'auto' });
    else if (at >= 0) scroller.current?.scrollTo({ top: 0 });
  }, [chosen, rows, virtual]);
  useEffect(() => {
    if (asked !== '') scroller.current?.scrollTo({ top: 0 });
  }, [asked]);
  if (hits.length === 0) return <Nothing {...props} />;
  return (
    <section
      ref={scroller}
      className={styles['results']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
      tabIndex={0}
      aria-label={t('search.results')}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        keys[event.key]();
      }}
    >
      <ul className={styles['list']} aria-busy={found.isFetching} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={styles['row']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'month' ? (
                <h2 className={styles['month']}>{month(row.at)}</h2>
              ) : (
                <ResultRow
                  hit={row.hit}
                  isChosen={row.index === chosen}
                  onChoose={() => onChoose(row.index)}
                  onOpen={() => onOpen(row.hit)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function rowsOf(hits: readonly Hit[], order: Order): readonly Row[] {
  const rows: Row[] = [];
  let month = '';
  for (const [index, hit] of hits.entries()) {
    const now = hit.at.slice(0, 7);
    if (order === 'newest' && now !== month) rows.push({ kind: 'month', key: `month-${now}`, at: momentOf(hit) });
    month = now;
    rows.push({ kind: 'hit', key: `hit-${hit.id}`, hit, index });
  }
  return rows;
}

/** Nothing is asked, nothing was found, or nobody answered. */
function Nothing({ asked, found, onQuery, query }: ResultListProps): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const isNothing = asked !== '' && found.isSuccess && !found.isPlaceholderData;
  const whole = askedQuery(query, { isGrowing: false });
  const { data: near = [] } = useNearWords(whole, isNothing);
  const icon = <MagnifyingGlassIcon size={32} weight="light" aria-hidden="true" />;
  if (asked === '')
    return (
      <Empty icon={icon} fact={t('search.begin')}>
        {t('search.begin-how')}
      </Empty>
    );
  if (found.isError) {
    const isWrong = found.error instanceof ApiProblem && found.error.kind === 'query-invalid';
    const warning = <WarningCircleIcon size={32} weight="light" aria-hidden="true" />;
    return <Empty icon={warning} fact={t(isWrong ? 'search.query-wrong' : 'search.failed')} />;
  }
  if (!isNothing) return <div className={styles['results']} aria-busy="true" />;
  return (
    <Empty icon={icon} fact={<Say id="search.none" values={{ query: <bdi>{query.text.trim()}</bdi> }} />}>
      {near.length > 0 ? (
        <p>
          {t('search.close')}{' '}
          {near.map(({ count, from, to }) => (
            <span key={to}>
              <LinkButton onClick={() => onQuery({ ...query, text: withWord(query.text, from, to) })}>{to}</LinkButton>{' '}
              ({number(count)}){' '}
            </span>
          ))}
        </p>
      ) : (
        query.chips.length > 0 && t('search.none-filtered')
      )}
    </Empty>
  );
}
