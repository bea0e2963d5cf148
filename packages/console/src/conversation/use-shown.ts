// What a conversation shows and what may be done in it, between the address, the pages of its feed and its keys.

import type { Message } from '@acta/server/client';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMay, useSession } from '../api/session.ts';
import { useKeys } from '../app/keys.ts';
import { colleaguesQuery, notesQuery, workQuery } from '../inbox/inbox-queries.ts';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import type { BubbleActs } from './bubble.tsx';
import { useDraft } from './drafts.ts';
import type { FeedHandle, ShownRow } from './feed.tsx';
import { useFeed, useLiveFeed } from './feed-queries.ts';
import { feedRows } from './feed-rows.ts';
import { wordsIn } from './find-bar.tsx';
import { mediaKindOf } from './media-kind.ts';
import { drop, landed, type Pending } from './outbox.ts';
import { wordsOf } from './pending-row.tsx';
import { type Anchor, anchorOf, END, type ShownSearch } from './reading-place.ts';
import { useRefusal } from './refusal.ts';
import { useOutbox } from './use-outbox.ts';
import { bodyOf, useReply } from './use-reply.ts';
import { FIELD_ID } from './write-box.tsx';

export type Shown = ReturnType<typeof useShown>;

interface Known {
  readonly id: number;
  readonly title: string;
}

interface RowParts {
  readonly messages: readonly Message[];
  readonly notes: Parameters<typeof feedRows>[0]['notes'] | undefined;
  readonly fresh: Parameters<typeof feedRows>[0]['fresh'];
  readonly erasedFirst: Parameters<typeof feedRows>[0]['erasedFirst'];
  readonly isAtEnd: boolean;
  readonly setDraft: (text: string) => void;
}

/** What stands below one another: messages, notes, and at the end what waits to be sent. */
function useRows(
  { id, title }: Known,
  { erasedFirst, fresh, isAtEnd, messages, notes, setDraft }: RowParts,
): readonly ShownRow[] {
  const takeBack = useCallback(
    (one: Pending) => {
      setDraft(wordsOf(one));
      void drop(one.key);
    },
    [setDraft],
  );
  const pending = useOutbox(id);
  useEffect(() => landed(new Set(messages.map((message) => message.id))), [messages]);
  return useMemo<readonly ShownRow[]>(
    () => [
      ...feedRows({ messages, notes: notes ?? [], fresh, erasedFirst }),
      ...(isAtEnd ? pending : []).map(
        (one): ShownRow => ({
          kind: 'pending',
          key: `pending-${one.key}`,
          at: new Date(one.atMs),
          pending: one,
          name: title,
          onTakeBack: takeBack,
        }),
      ),
    ],
    [messages, notes, fresh, erasedFirst, pending, isAtEnd, title, takeBack],
  );
}

export function useShown({ id, title }: Known, search: ShownSearch, change: (more: ShownSearch) => void) {
  const { user } = useSession();
  const maySend = useMay('send');
  const handle = useRef<FeedHandle>(null);
  const [anchor, setAnchor] = useAnchor(search, handle);
  const feed = useFeed(id, anchor);
  const [arrived, setArrived] = useState(0);
  useLiveFeed(id, (messages) => setArrived(messages.filter(({ direction }) => direction === 'in').length));
  const messages = useMemo(() => feed.data?.pages.flatMap(({ items }) => items) ?? [], [feed.data]);
  const { data: notes } = useQuery({ ...notesQuery(id), enabled: useMay('read:messages') });
  const fresh = useFresh(id, messages);
  const [draft, setDraft] = useDraft(user?.id ?? '', id);
  const [quoted, quote] = useState<Message>();
  const [isNote, setNote] = useState(false);
  const [viewed, view] = useState<number>();
  const [isAskingDay, setAskingDay] = useState(false);
  const [isBesideOpen, setBesideOpen] = useState(false);
  const again = useRetry({ id, title });

  const nameOf = useNames(title);
  const rows = useRows(
    { id, title },
    {
      messages,
      notes,
      fresh,
      erasedFirst: feed.data?.pages[0]?.erasedFirst,
      isAtEnd: !feed.hasNextPage,
      setDraft,
    },
  );
  const go = useCallback(
    (entry: number) => {
      if (handle.current?.goTo(entry) !== true) setAnchor({ kind: 'entry', entry });
    },
    [setAnchor],
  );
  const toEnd = useCallback(() => {
    if (feed.hasNextPage || anchor.kind === 'day') setAnchor({ ...END });
    else requestAnimationFrame(() => handle.current?.toEnd());
  }, [feed.hasNextPage, anchor.kind, setAnchor]);
  const find = useCallback((words: string) => change({ find: words }), [change]);
  const answer = useCallback((message: Message) => {
    setNote(false);
    quote(message);
    document.getElementById(FIELD_ID)?.focus();
  }, []);
  const acts: BubbleActs = { onView: view, onGo: go, ...(maySend ? { onReply: answer, onRetry: again } : {}) };
  const marked = useMemo(() => wordsIn(search.find), [search.find]);
  const pictures = useMemo(() => messages.filter(isPicture).map((message) => message.id), [messages]);

  useConversationKeys({
    handle,
    change,
    search,
    answer: maySend ? answer : undefined,
    note: () => noted(setNote),
    askDay: () => setAskingDay(true),
    beside: () => setBesideOpen((is) => !is),
  });

  return {
    ...{ acts, anchor, arrived, change, draft, feed, find, go, handle, isNote, marked, messages, nameOf },
    ...{ pictures, quote, quoted, rows, setDraft, setNote, toEnd, view, viewed, isAskingDay, isBesideOpen },
    askDay: () => setAskingDay(true),
    closeDay: () => setAskingDay(false),
    openBeside: () => setBesideOpen(true),
    closeBeside: () => setBesideOpen(false),
  };
}

/** The field becomes that of a note. */
function noted(setNote: (isNote: boolean) => void): void {
  setNote(true);
  requestAnimationFrame(() => document.getElementById(FIELD_ID)?.focus());
}

/** Sends a message that failed once more. */
function useRetry({ id, title }: Known): (message: Message) => Promise<void> {
  const { submit } = useReply(id);
  const say = useToast();
  const refusal = useRefusal();
  return async ({ replyTo, text }) => {
    const problem = await submit(bodyOf({ text, replyTo: replyTo?.id }));
    if (problem !== undefined) say({ kind: 'danger', text: refusal(problem, title).why });
  };
}

const NUMBER = /^[+\d\s().-]+$/;

/** Who said a message: of ours the colleague who wrote it, as far as that is known; never a bare number of the business. */
function useNames(title: string): (message: Message) => string {
  const t = useWords();
  const { data } = useQuery(colleaguesQuery);
  return useCallback(
    ({ author, by, direction }: Message) => {
      if (direction !== 'out') return author ?? title;
      const colleague = data?.items.find(({ id }) => `user:${id}` === by)?.name;
      return colleague ?? (author === undefined || NUMBER.test(author) ? t('conversation.us') : author);
    },
    [t, title, data],
  );
}

/** Where reading begins: what the address names, unless it is held already and only has to be gone to. */
function useAnchor(search: ShownSearch, handle: RefObject<FeedHandle | null>) {
  const [anchor, setAnchor] = useState<Anchor>(() => anchorOf(search));
  const named = `${search.entry ?? ''}/${search.at ?? ''}`;
  const before = useRef(named);
  useEffect(() => {
    if (before.current === named) return;
    before.current = named;
    const wanted = anchorOf(search);
    if (wanted.kind === 'end') return;
    if (wanted.kind === 'entry' && handle.current?.goTo(wanted.entry) === true) return;
    setAnchor(wanted);
  });
  return [anchor, setAnchor] as const;
}

/** What was unread when the conversation was opened; it stays where it was while one reads. */
function useFresh(
  id: number,
  messages: readonly Message[],
): { readonly from: number; readonly count: number } | undefined {
  const { data } = useQuery(workQuery(id));
  const found = useRef<{ readonly from: number; readonly count: number } | null>(undefined);
  if (found.current === undefined && data !== undefined && messages.length > 0) {
    const incoming = messages.filter(({ direction }) => direction === 'in');
    const first = data.unread > 0 ? incoming.at(-data.unread) : undefined;
    found.current = first === undefined ? null : { from: first.id, count: data.unread };
  }
  return found.current ?? undefined;
}

function isPicture(message: Message): boolean {
  return message.media?.state === 'present' && ['image', 'sticker'].includes(mediaKindOf(message));
}

function useConversationKeys({
  answer,
  askDay,
  beside,
  change,
  handle,
  note,
  search,
}: {
  readonly handle: RefObject<FeedHandle | null>;
  readonly change: (more: ShownSearch) => void;
  readonly search: ShownSearch;
  readonly answer: ((message: Message) => void) | undefined;
  readonly note: () => void;
  readonly askDay: () => void;
  readonly beside: () => void;
}): void {
  useKeys({
    r: () => {
      const message = handle.current?.selected();
      if (message !== undefined) answer?.(message);
      else document.getElementById(FIELD_ID)?.focus();
    },
    n: note,
    p: () => {
      const message = handle.current?.current();
      if (message !== undefined) change({ proof: String(message.id) });
    },
    v: () => {
      const message = handle.current?.current();
      document.querySelector<HTMLElement>(`[data-entry="${message?.id}"] [data-versions]`)?.click();
    },
    d: askDay,
    '[': () => handle.current?.focus(),
    ']': beside,
    Escape: () => {
      if (search.find !== undefined) change({ find: undefined });
      else handle.current?.focus();
    },
  });
}
