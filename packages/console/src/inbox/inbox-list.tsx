// The list column: tabs with their counts, the order, what is filtered by, and the rows, of which only those on screen are drawn.

import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple';
import { ListChecksIcon } from '@phosphor-icons/react/ListChecks';
import { MoonIcon } from '@phosphor-icons/react/Moon';
import { SortAscendingIcon } from '@phosphor-icons/react/SortAscending';
import { TrayIcon } from '@phosphor-icons/react/Tray';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useMay } from '../api/session.ts';
import { useKeys } from '../app/keys.ts';
import { Button, IconButton } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { ActMenu, type MenuItem } from '../look/layers.tsx';
import { Chip, Empty, Tabs } from '../look/parts.tsx';
import { Tip } from '../look/tip.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import styles from './inbox.module.css';
import { listSearch, STATES, TABS } from './inbox-asked.ts';
import { type InboxAsked, type InboxCounts, type InboxRow, labelsQuery, type useInbox } from './inbox-queries.ts';
import { ManyBar } from './many-bar.tsx';
import type { ManyWhat } from './many-dialog.tsx';
import { RowLink } from './row-link.tsx';
import type { Choosing } from './use-selection.ts';

interface ListProps {
  readonly asked: InboxAsked;
  readonly inbox: ReturnType<typeof useInbox>;
  readonly rows: readonly InboxRow[];
  readonly open: number | undefined;
  /** The row that the keys stand on. */
  readonly at: number | undefined;
  readonly onAt: (row: number | undefined) => void;
  readonly choosing: Choosing;
  readonly onMany: (what: ManyWhat) => void;
}

const TAB_NAMES: Readonly<Record<InboxAsked['tab'], Key>> = {
  mine: 'inbox.tab-mine',
  unassigned: 'inbox.tab-unassigned',
  team: 'inbox.tab-team',
  all: 'inbox.tab-all',
};
const STATE_NAMES: Readonly<Record<InboxAsked['state'], Key>> = {
  open: 'inbox.state-open',
  snoozed: 'inbox.state-snoozed',
  closed: 'inbox.state-closed',
};

export function InboxList(props: ListProps): ReactNode {
  const { asked, choosing, inbox, onMany } = props;
  const [isFinding, setFinding] = useState(asked.find !== undefined);
  useKeys({ f: () => setFinding(true) });
  const t = useWords();
  const { number } = useFormats();
  const change = useSearchChange();
  const counts = inbox.data?.pages[0]?.counts;
  const mayWork = useMay('work');
  return (
    <section className={styles['column']} aria-label={t('inbox.title')}>
      <header className={styles['head']}>
        <h1>{t('inbox.title')}</h1>
        <span>
          {mayWork && (
            <IconButton
              name={t('inbox.many-begin')}
              keyCap="x"
              aria-pressed={choosing.isOn}
              onClick={choosing.isOn ? choosing.end : choosing.begin}
            >
              <ListChecksIcon size={20} aria-hidden="true" />
            </IconButton>
          )}
          <Filters asked={asked} onFind={() => setFinding(true)} />
        </span>
      </header>
      <div className={styles['tabs']}>
        <Tabs
          name={t('inbox.tabs')}
          chosen={asked.tab}
          onChoose={(tab) => change({ tab })}
          tabs={TABS.map((key) => ({
            key,
            label: t(TAB_NAMES[key]),
            ...(key === 'all' || counts === undefined ? {} : { count: number(counts[key].open) }),
          }))}
        />
      </div>
      {choosing.isOn ? (
        <ManyBar
          asked={asked}
          selection={choosing.selection}
          onAll={choosing.all}
          onEnd={choosing.end}
          onAct={onMany}
        />
      ) : (
        <Order asked={asked} counts={counts?.[asked.tab]} />
      )}
      {isFinding && <FindField asked={asked} onClose={() => setFinding(false)} />}
      <SetFilters asked={asked} />
      <Rows {...props} />
    </section>
  );
}

/** In which order, how many rest, how many wait. */
function Order({
  asked,
  counts,
}: {
  readonly asked: InboxAsked;
  readonly counts: InboxCounts['all'] | undefined;
}): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const change = useSearchChange();
  const [snoozed, waiting] = [counts?.snoozed ?? 0, counts?.waiting ?? 0];
  const rests = asked.state === 'snoozed';
  return (
    <div className={styles['order']}>
      <button
        type="button"
        className={styles['sort']}
        onClick={() => change({ sort: asked.sort === 'last' ? 'waiting' : 'last' })}
        title={t(asked.sort === 'last' ? 'inbox.sort-to-waiting' : 'inbox.sort-to-last')}
      >
        <SortAscendingIcon size={16} aria-hidden="true" />
        {t(asked.sort === 'last' ? 'inbox.sort-last' : 'inbox.sort-waiting')}
      </button>
      <span className={styles['tally']}>
        {waiting > 0 && !rests && <span>{t('inbox.waiting', { count: waiting })}</span>}
        {(snoozed > 0 || rests) && (
          <Tip text={t('inbox.snoozed-count', { count: snoozed })}>
            <button
              type="button"
              className={styles['rests']}
              aria-pressed={rests}
              aria-label={t('inbox.snoozed-count', { count: snoozed })}
              onClick={() => change({ state: rests ? undefined : 'snoozed' })}
            >
              <MoonIcon size={16} weight={rests ? 'fill' : 'regular'} aria-hidden="true" />
              {number(snoozed)}
            </button>
          </Tip>
        )}
      </span>
    </div>
  );
}

/** Changes what the address asks of the list; the conversation that is open stays. */
function useSearchChange(): (change: Parameters<typeof listSearch>[1]) => void {
  const navigate = useNavigate();
  const { conversation } = useParams({ strict: false });
  return (change) =>
    void (conversation === undefined
      ? navigate({ to: '/inbox', search: (old) => listSearch(old, change), replace: true })
      : navigate({
          to: '/inbox/$conversation',
          params: { conversation },
          search: (old) => listSearch(old, change),
          replace: true,
        }));
}

function Filters({ asked, onFind }: { readonly asked: InboxAsked; readonly onFind: () => void }): ReactNode {
  const t = useWords();
  const change = useSearchChange();
  const { data: labels = [] } = useQuery(labelsQuery);
  const items: MenuItem[] = [
    { key: 'find', label: t('inbox.find'), onPick: onFind },
    ...STATES.map((state) => ({
      key: state,
      label: t(STATE_NAMES[state]),
      checked: asked.state === state,
      onPick: () => change({ state: state === 'open' ? undefined : state }),
    })),
    ...labels.map(({ id, name }) => ({
      key: `label-${id}`,
      label: <bdi>{t('inbox.label-named', { name })}</bdi>,
      checked: asked.label === id,
      onPick: () => change({ label: asked.label === id ? undefined : String(id) }),
    })),
  ];
  return (
    <ActMenu label={t('inbox.show')} items={items}>
      <IconButton name={t('inbox.filter')} keyCap="f">
        <FunnelSimpleIcon size={20} aria-hidden="true" />
      </IconButton>
    </ActMenu>
  );
}

const TYPED_MS = 250;

/** Finding by a part of the name, as it is typed; Escape ends it. */
function FindField({ asked, onClose }: { readonly asked: InboxAsked; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const change = useSearchChange();
  const [typed, setTyped] = useState(asked.find ?? '');
  const changing = useRef(change);
  changing.current = change;
  const shown = useRef(typed);
  useEffect(() => {
    if (typed === shown.current) return;
    shown.current = typed;
    const due = setTimeout(() => changing.current({ named: typed.trim() === '' ? undefined : typed }), TYPED_MS);
    return () => clearTimeout(due);
  }, [typed]);
  const end = (): void => {
    change({ named: undefined });
    onClose();
  };
  return (
    <div className={styles['find']}>
      <TextField
        label={t('inbox.find')}
        labelHidden
        autoFocus
        type="search"
        placeholder={t('inbox.find')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && end()}
      />
    </div>
  );
}

/** What is filtered by, beside the tab. */
function SetFilters({ asked }: { readonly asked: InboxAsked }): ReactNode {
  const t = useWords();
  const change = useSearchChange();
  const { data: labels = [] } = useQuery(labelsQuery);
  const label = labels.find(({ id }) => id === asked.label);
  const isFiltered = asked.state !== 'open' || label !== undefined;
  return (
    <>
      {isFiltered && (
        <div className={styles['chips']}>
          {asked.state !== 'open' && (
            <Chip
              name={t('inbox.show')}
              value={t(STATE_NAMES[asked.state])}
              onRemove={() => change({ state: undefined })}
              removeName={t('inbox.filter-off')}
            />
          )}
          {label !== undefined && (
            <Chip
              name={t('inbox.label')}
              value={<bdi>{label.name}</bdi>}
              onRemove={() => change({ label: undefined })}
              removeName={t('inbox.filter-off')}
            />
          )}
        </div>
      )}
    </>
  );
}

const OVERSCAN = 8;
const TICK_MS = 30_000;

function Rows({ asked, at, choosing, inbox, onAt, open, rows }: ListProps): ReactNode {
  const t = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const { data: labels = [] } = useQuery(labelsQuery);
  const byId = useMemo(() => new Map(labels.map((label) => [label.id, label])), [labels]);
  const nowMs = useNow();
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isError, isPending, refetch } = inbox;
  const virtual = useVirtualizer({
    count: rows.length + (hasNextPage ? 1 : 0),
    getScrollElement: () => scroll.current,
    estimateSize: rowHeight,
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index]?.id ?? 'more',
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 1) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a key moves the focus, however rows move by themselves
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === at);
    if (at === undefined || index === -1) return;
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus());
  }, [at]);
  if (rows.length === 0 && !isPending)
    return <NoRows asked={asked} isFailed={isError} onAgain={() => void refetch()} />;
  return (
    <div ref={scroll} className={styles['scroll']}>
      <ol className={styles['rows']} style={{ height: virtual.getTotalSize() }} aria-label={t('inbox.conversations')}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            <li
              key={key}
              className={styles['item']}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={hasNextPage ? -1 : rows.length}
            >
              {row === undefined ? (
                <span className={styles['ghost']}>{t('shell.loading')}</span>
              ) : (
                <RowLink
                  row={row}
                  labels={byId}
                  nowMs={nowMs}
                  isOpen={row.id === open}
                  choosing={choosing}
                  start={at ?? open}
                  onAt={onAt}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** In place of rows: that there are none, or that they could not be read. */
function NoRows({
  asked,
  isFailed,
  onAgain,
}: {
  readonly asked: InboxAsked;
  readonly isFailed: boolean;
  readonly onAgain: () => void;
}): ReactNode {
  const t = useWords();
  if (isFailed)
    return (
      <Empty fact={t('inbox.not-loaded')}>
        <Button onClick={onAgain}>{t('shell.retry')}</Button>
      </Empty>
    );
  return (
    <Empty icon={<TrayIcon size={32} weight="light" aria-hidden="true" />} fact={t(emptyFact(asked))}>
      {t('inbox.empty-next')}
    </Empty>
  );
}

function emptyFact({ find, label, state, tab }: InboxAsked): Key {
  if (find !== undefined || label !== undefined || state !== 'open') return 'inbox.empty-filtered';
  return `inbox.empty.${tab}`;
}

/** As the density of this device has it. */
function rowHeight(): number {
  const said = getComputedStyle(document.documentElement).getPropertyValue('--row').trim();
  return said.startsWith('var') ? 52 : Number.parseInt(said, 10) || 76;
}

/** The time, every half minute. */
function useNow(): number {
  const [nowMs, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  return nowMs;
}
