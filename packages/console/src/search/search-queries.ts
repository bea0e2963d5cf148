// What a search finds, page by page, and what is offered beside it.

import type { ActaPaths } from '@acta/server/client';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ApiProblem, api, ask } from '../api/client.ts';

type Found = ActaPaths['/api/v1/search']['get']['responses'][200]['content']['application/json'];

export type Hit = Found['items'][number];

export type Order = 'newest' | 'best';

const PAGE = 50;

/** What an address says of the order. */
export function orderOf(sort: string | undefined): Order {
  return sort === 'best' ? 'best' : 'newest';
}

/** What this query finds. A request that nobody waits for any more is given up. */
export function searchQuery(asked: string, order: Order) {
  return infiniteQueryOptions({
    queryKey: ['search', asked, order],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => found(asked, order, pageParam, signal),
    getNextPageParam: ({ next }) => next,
    retry: (times, error) => times < 1 && error instanceof ApiProblem && error.status >= 500,
    staleTime: 30_000,
  });
}

/** What this query finds; what was found before stays until then. */
export function useSearch(asked: string, order: Order) {
  return useInfiniteQuery({
    ...searchQuery(asked, order),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

function found(q: string, order: Order, cursor: string, signal: AbortSignal): Promise<Found> {
  const more = cursor === '' ? { count: true } : { cursor };
  return ask(api.GET('/api/v1/search', { params: { query: { q, order, limit: PAGE, ...more } }, signal }));
}

/** Words that are near in spelling to one that finds nothing, each with how often it is found. */
export function useNearWords(asked: string, isNothing: boolean) {
  return useQuery({
    queryKey: ['search-near', asked],
    enabled: isNothing && asked !== '',
    queryFn: async ({ signal }) => {
      const query = { q: asked, limit: 1 };
      const { suggestions } = await ask(api.GET('/api/v1/search', { params: { query }, signal }));
      const counted = await Promise.all(
        suggestions.slice(0, 3).map(async ({ from, to }) => {
          const again = { q: to, limit: 1, count: true };
          const { counted } = await ask(api.GET('/api/v1/search', { params: { query: again }, signal }));
          return { from, to, count: counted?.messages ?? 0 };
        }),
      );
      return counted;
    },
    retry: false,
    staleTime: 60_000,
  });
}

/** Names for the value of a filter that somebody types. */
export function useNames(typed: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['search-names', typed],
    enabled: isWanted && typed.trim().length > 1,
    queryFn: async ({ signal }) => {
      const query = { q: typed, limit: 8 };
      const { items } = await ask(api.GET('/api/v1/people', { params: { query }, signal }));
      return items.flatMap(({ name }) => name ?? []);
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
