// Which rules of input are broken how often, and by which records.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

/** What the address of the page names. */
export interface QualitySearch {
  readonly rule?: string;
  readonly field?: string;
  readonly source?: string;
  readonly week?: string;
}

const SOURCES = ['webhook', 'export', 'api', 'console'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the server is asked; a field is told apart here. */
function askedBy({ rule, source, week }: QualitySearch) {
  const known = SOURCES.find((one) => one === source);
  return {
    ...(rule === undefined ? {} : { rule }),
    ...(known === undefined ? {} : { source: known }),
    ...(week !== undefined && DAY.test(week) ? { week } : {}),
  };
}

const counts = (search: QualitySearch) => ask(api.GET('/api/v1/quality', { params: { query: askedBy(search) } }));

export type QualityCount = Awaited<ReturnType<typeof counts>>['items'][number];

export const qualityQuery = (search: QualitySearch) =>
  queryOptions({ queryKey: ['quality', askedBy(search)], queryFn: () => counts(search) });

/** The records that one count counts. */
export const flaggedQuery = (search: QualitySearch) =>
  infiniteQueryOptions({
    queryKey: ['quality', 'records', search],
    queryFn: ({ pageParam }) => {
      const query = { ...askedBy(search), limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return ask(api.GET('/api/v1/quality/records', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  });
