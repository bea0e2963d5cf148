// What the page of the ledger's state asks: the state, its growth, checks, and how far a check is while one is under way.

import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

const POLL_MS = 700;

const integrity = () => ask(api.GET('/api/v1/integrity'));

export type Integrity = Awaited<ReturnType<typeof integrity>>;

export const integrityQuery = queryOptions({ queryKey: ['integrity'], queryFn: integrity });

export const growthQuery = (days: number) =>
  queryOptions({
    queryKey: ['integrity', 'growth', days],
    queryFn: () => ask(api.GET('/api/v1/integrity/growth', { params: { query: { days } } })),
  });

export const checksQuery = queryOptions({
  queryKey: ['integrity', 'checks'],
  queryFn: () => ask(api.GET('/api/v1/integrity/checks', { params: { query: { days: 90 } } })),
});

/** How far the check is; asked again and again while one is under way. */
export const checkQuery = queryOptions({
  queryKey: ['integrity-check'],
  queryFn: () => ask(api.GET('/api/v1/integrity/check')),
  refetchInterval: ({ state }) => (state.data?.running === undefined ? false : POLL_MS),
});

export function beginCheck(deep: boolean) {
  return ask(api.POST('/api/v1/integrity/check', { body: { deep } }));
}

export const quarantineQuery = queryOptions({
  queryKey: ['quarantine'],
  queryFn: () => ask(api.GET('/api/v1/quarantine')),
});

export function retryQuarantine(id?: number) {
  return ask(api.POST('/api/v1/quarantine/retry', { body: id === undefined ? {} : { id } }));
}
