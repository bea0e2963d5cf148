// The messages of a conversation, page by page in both directions from where somebody began to read: its end, a message, or a day.
// What happens meanwhile is put into the pages that are held.

import type { Message } from '@acta/server/client';
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiProblem, api, ask } from '../api/client.ts';
import { type LiveEvent, useLive } from '../api/live.ts';
import { momentOf } from './moment.ts';
import type { Anchor } from './reading-place.ts';

type Asked = Anchor | { readonly kind: 'before' | 'after'; readonly cursor: string };

interface FeedPage {
  readonly asked: Asked;
  readonly items: readonly Message[];
  /** What stood before all of them and was erased. */
  readonly erasedFirst?: Message['erased'];
  readonly older?: string | undefined;
  readonly newer?: string | undefined;
}

const PAGE = 80;
/** Pages that are held; those farthest away are let go. */
const MOST_PAGES = 30;

const feedKey = (conversation: number) => ['feed', conversation] as const;

function queryOf(asked: Asked) {
  switch (asked.kind) {
    case 'end':
      return {};
    case 'entry':
      return { around: asked.entry };
    case 'day':
      return { from: asked.day };
    case 'before':
      return { before: asked.cursor };
    case 'after':
      return { after: asked.cursor };
  }
}

/** The pages around an anchor. */
export const feedQuery = (conversation: number, anchor: Anchor) =>
  infiniteQueryOptions({
    queryKey: [...feedKey(conversation), anchor],
    initialPageParam: anchor as Asked,
    queryFn: async ({ pageParam, signal }): Promise<FeedPage> => {
      const params = { path: { id: conversation }, query: { ...queryOf(pageParam), limit: PAGE } };
      const page = await ask(api.GET('/api/v1/conversations/{id}/messages', { params, signal }));
      return { asked: pageParam, ...page };
    },
    getPreviousPageParam: ({ older }): Asked | undefined =>
      older === undefined ? undefined : { kind: 'before', cursor: older },
    getNextPageParam: ({ asked, newer }): Asked | undefined =>
      newer === undefined || asked.kind === 'end' ? undefined : { kind: 'after', cursor: newer },
    maxPages: MOST_PAGES,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });

export function useFeed(conversation: number, anchor: Anchor) {
  return useInfiniteQuery(feedQuery(conversation, anchor));
}

/** Asks for the first page at once, beside the conversation itself. */
export function useFirstPage(conversation: number, anchor: Anchor): void {
  const queries = useQueryClient();
  const first = useRef(anchor);
  first.current = anchor;
  useEffect(() => {
    void queries.prefetchInfiniteQuery(feedQuery(conversation, first.current));
  }, [queries, conversation]);
}

export function conversationQuery(id: number) {
  return queryOptions({
    queryKey: ['conversation', id],
    queryFn: () => ask(api.GET('/api/v1/conversations/{id}', { params: { path: { id } } })),
  });
}

export function useConversation(id: number) {
  return useQuery(conversationQuery(id));
}

/** A single message; for quotes of what no page holds. */
export function useMessage(id: number | undefined) {
  return useQuery({
    queryKey: ['message', id],
    enabled: id !== undefined,
    queryFn: () => ask(api.GET('/api/v1/messages/{id}', { params: { path: { id: id ?? 0 } } })),
    staleTime: 60_000,
  });
}

const OF_MESSAGES: ReadonlySet<string> = new Set([
  'message',
  'message.edited',
  'message.deleted',
  'message.status',
  'message.reaction',
  'message.media',
  'message.sending',
]);
const TOGETHER_MS = 120;
/** When more than these changed at once, the pages are fetched anew. */
const ONE_BY_ONE = 24;

/** Keeps the pages of a conversation as they are at the server. Calls with messages that came. */
export function useLiveFeed(conversation: number, came: (messages: readonly Message[]) => void): void {
  const queries = useQueryClient();
  const changed = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(came);
  latest.current = came;
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive((event: LiveEvent) => {
    if (event.type === 'erased' || event.type === 'import.completed' || event.type === 'import.withdrawn') {
      void queries.invalidateQueries({ queryKey: feedKey(conversation) });
      return;
    }
    if (event.conversation !== conversation || !OF_MESSAGES.has(event.type)) return;
    changed.current.add(event.message ?? event.seq);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const ids = [...changed.current];
      changed.current.clear();
      void refresh(queries, conversation, ids).then((fresh) => {
        if (fresh.length > 0) latest.current(fresh);
      });
    }, TOGETHER_MS);
  });
}

/** Fetches these messages and puts them into the pages; resolves to those that were not there before. */
async function refresh(
  queries: QueryClient,
  conversation: number,
  ids: readonly number[],
): Promise<readonly Message[]> {
  if (ids.length > ONE_BY_ONE) {
    await queries.invalidateQueries({ queryKey: feedKey(conversation) });
    return [];
  }
  const found = await Promise.all(ids.map(messageOrNone));
  const messages = found.filter((one) => one !== undefined && one.conversation === conversation);
  return putMessages(
    queries,
    conversation,
    messages.filter((one) => one !== undefined),
  );
}

async function messageOrNone(id: number): Promise<Message | undefined> {
  try {
    return await ask(api.GET('/api/v1/messages/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ApiProblem) return undefined;
    throw error;
  }
}

function putMessages(queries: QueryClient, conversation: number, messages: readonly Message[]): readonly Message[] {
  const fresh = new Set<Message>();
  const held = queries.getQueriesData<InfiniteData<FeedPage, Asked>>({ queryKey: feedKey(conversation) });
  for (const [key, data] of held) {
    if (data === undefined) continue;
    let pages = data.pages;
    for (const message of messages) {
      const isHeld = pages.some(({ items }) => items.some(({ id }) => id === message.id));
      if (!isHeld) fresh.add(message);
      pages = isHeld ? pages.map((page) => replaced(page, message)) : appended(pages, message);
    }
    queries.setQueryData(key, { ...data, pages });
  }
  return [...fresh];
}

function replaced(page: FeedPage, message: Message): FeedPage {
  if (!page.items.some(({ id }) => id === message.id)) return page;
  return { ...page, items: page.items.map((one) => (one.id === message.id ? message : one)) };
}

/** Only a feed that reaches the end of its conversation takes what is new. */
function appended(pages: readonly FeedPage[], message: Message): FeedPage[] {
  const last = pages.at(-1);
  if (last === undefined || (last.asked.kind !== 'end' && last.newer !== undefined)) return [...pages];
  const at = momentOf(message).getTime();
  const before = last.items.filter((one) => momentOf(one).getTime() <= at);
  const items = [...before, message, ...last.items.slice(before.length)];
  return [...pages.slice(0, -1), { ...last, items }];
}
