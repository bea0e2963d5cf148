// The inbox: the list of conversations, and beside it the one that is open. On a phone one of both is shown at a time.

import { ChatCircleTextIcon } from '@phosphor-icons/react/ChatCircleText';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMay } from '../api/session.ts';
import { useKeys } from '../app/keys.ts';
import { Empty } from '../look/parts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './inbox.module.css';
import { askedBy, listSearch, usualTab } from './inbox-asked.ts';
import { InboxList } from './inbox-list.tsx';
import { type InboxAsked, type InboxRow, useInbox, useInboxLive, useWork } from './inbox-queries.ts';
import { ManyDialog, type ManyWhat } from './many-dialog.tsx';
import { isAny, targetOf } from './selection.ts';
import { type Choosing, useSelection } from './use-selection.ts';
import { countsQuery } from './waiting.ts';
import { useWorkActs } from './work-acts.ts';
import { type Picked, WorkPicker } from './work-picker.tsx';

export function InboxPage(): ReactNode {
  const t = useWords();
  const search = useSearch({ from: '/house/inbox' });
  const { conversation } = useParams({ strict: false });
  const open = conversation === undefined ? undefined : Number(conversation);
  const usual = useUsualTab();
  const asked = askedBy(search, usual ?? 'mine');
  const inbox = useInbox(asked, usual !== undefined || search.tab !== undefined);
  useInboxLive();
  const rows = inbox.data?.pages.flatMap(({ items }) => items) ?? [];
  useReading(rows.find(({ id }) => id === open));
  const [at, setAt] = useState<number>();
  const [picking, setPicking] = useState<Picked>();
  const [many, setMany] = useState<ManyWhat>();
  const order = rows.map(({ id }) => id);
  const choosing = useSelection(asked, order);
  const isMany = choosing.isOn && isAny(choosing.selection);
  useRowKeys({ rows, at, open, setAt, pick: setPicking, ...(isMany ? { many: setMany } : {}) });
  useChoosingKeys({ choosing, order, at, open, setAt });
  return (
    <div className={styles['page']} data-open={open !== undefined}>
      <InboxList
        asked={asked}
        inbox={inbox}
        rows={rows}
        open={open}
        at={at}
        onAt={setAt}
        choosing={choosing}
        onMany={setMany}
      />
      <div className={styles['pane']}>
        {open === undefined ? (
          <div className={styles['empty']}>
            <Empty
              icon={<ChatCircleTextIcon size={32} weight="light" aria-hidden="true" />}
              fact={t('inbox.none-open')}
            >
              {t('inbox.none-open-next')}
            </Empty>
          </div>
        ) : (
          <Outlet />
        )}
      </div>
      {many !== undefined && (
        <ManyDialog
          what={many}
          target={targetOf(choosing.selection, asked)}
          onClose={() => setMany(undefined)}
          onDone={() => {
            setMany(undefined);
            choosing.end();
          }}
        />
      )}
      {picking !== undefined && <WorkPicker {...picking} onClose={() => setPicking(undefined)} />}
    </div>
  );
}

/** The tab that is shown where the address names none: settled once, so that nothing moves by itself. */
function useUsualTab(): InboxAsked['tab'] | undefined {
  const { data, isError } = useQuery(countsQuery);
  const settled = useRef<InboxAsked['tab']>(undefined);
  if (data !== undefined) settled.current ??= usualTab(data);
  return settled.current ?? (isError ? 'mine' : undefined);
}

/** What is open and on screen is read. */
function useReading(row: InboxRow | undefined): void {
  const { mutate } = useWork();
  const [id, unread] = [row?.id, row?.unread ?? 0];
  useEffect(() => {
    if (id === undefined || unread === 0 || document.visibilityState !== 'visible') return;
    mutate({ conversation: id, said: { act: 'read' } });
  }, [id, unread, mutate]);
}

/** Single keys: j k go through the rows, ↵ opens, e s a l u act on the row that is meant. */
function useRowKeys({
  rows,
  at,
  open,
  setAt,
  pick,
  many,
}: {
  readonly rows: readonly InboxRow[];
  readonly at: number | undefined;
  readonly open: number | undefined;
  readonly setAt: (row: number) => void;
  readonly pick: (picked: Picked) => void;
  /** Where several are chosen the acts are theirs. */
  readonly many?: (what: ManyWhat) => void;
}): void {
  const navigate = useNavigate();
  const acts = useWorkActs();
  const meant = at ?? open;
  const step = (by: number) => (): void => {
    const index = rows.findIndex(({ id }) => id === meant);
    const next = rows[index === -1 ? 0 : index + by];
    if (next !== undefined) setAt(next.id);
  };
  const withMeant = (act: (conversation: number) => void) => (): void => {
    if (meant !== undefined) act(meant);
  };
  const withMany = (what: ManyWhat, act: () => void) => (many === undefined ? act : () => many(what));
  const state = rows.find((row) => row.id === meant)?.state ?? rows[0]?.state;
  useKeys({
    j: step(1),
    k: step(-1),
    Enter: withMeant(
      (id) =>
        void navigate({
          to: '/inbox/$conversation',
          params: { conversation: String(id) },
          search: (old) => listSearch(old),
        }),
    ),
    e: withMany(
      state === 'closed' ? 'reopen' : 'close',
      withMeant((id) => acts.act(id, { act: state === 'closed' ? 'reopen' : 'close' })),
    ),
    u: withMeant((id) => {
      acts.act(id, { act: 'unread' });
      if (id === open) void navigate({ to: '/inbox', search: (old) => listSearch(old) });
    }),
    s: withMany(
      state === 'snoozed' ? 'wake' : 'snooze',
      withMeant((conversation) => pick({ conversation, what: 'snooze' })),
    ),
    a: withMany(
      'assign',
      withMeant((conversation) => pick({ conversation, what: 'assign' })),
    ),
    l: withMany(
      'label',
      withMeant((conversation) => pick({ conversation, what: 'label' })),
    ),
  });
}

/** x chooses the row that is meant, Shift x all up to it, J K go on choosing; Esc ends it. */
function useChoosingKeys({
  at,
  choosing,
  open,
  order,
  setAt,
}: {
  readonly choosing: Choosing;
  readonly order: readonly number[];
  readonly at: number | undefined;
  readonly open: number | undefined;
  readonly setAt: (row: number) => void;
}): void {
  const mayWork = useMay('work');
  const meant = at ?? open ?? order[0];
  const reach = (by: number) => (): void => {
    const next = order[order.indexOf(meant ?? -1) + by];
    if (next === undefined) return;
    choosing.reach(next, meant);
    setAt(next);
  };
  const choose = (): void => {
    if (meant === undefined) return;
    choosing.toggle(meant);
    setAt(meant);
  };
  const keys = {
    x: choose,
    X: () => meant !== undefined && choosing.reach(meant, open),
    J: reach(1),
    K: reach(-1),
  };
  useKeys({ ...(mayWork ? keys : {}), ...(choosing.isOn ? { Escape: choosing.end } : {}) });
}
