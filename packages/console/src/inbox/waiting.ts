// How many conversations wait: for the rail, on every page.

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask } from '../api/client.ts';
import { useLive } from '../api/live.ts';

/** What each tab counts. */
export const countsQuery = queryOptions({
  queryKey: ['inbox-counts'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/counts', { signal })),
});

const AT_MOST_EVERY_MS = 2_000;
const COUNTED = new Set(['message', 'conversation.work', 'import.completed', 'import.withdrawn', 'erased']);

/** How many wait for whoever is signed in: their own, and nobody's. */
export function useWaiting(isAsked: boolean): number {
  const queries = useQueryClient();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(({ type }) => {
    if (!isAsked || !COUNTED.has(type) || due.current !== undefined) return;
    due.current = setTimeout(() => {
      due.current = undefined;
      void queries.invalidateQueries({ queryKey: countsQuery.queryKey });
    }, AT_MOST_EVERY_MS);
  });
  const { data } = useQuery({ ...countsQuery, enabled: isAsked });
  return (data?.mine.waiting ?? 0) + (data?.unassigned.waiting ?? 0);
}
