// What was fetched, and how often it is asked for again. Who is refused is not asked again; who finds nobody starts the watch.

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, whenUnknown } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { serverAway } from './connection.ts';

const TRIES = 2;

export function queryClient(): QueryClient {
  const failed = (error: unknown): void => {
    if (!(error instanceof ApiProblem)) return;
    if (error.kind === 'unreachable') void serverAway();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: failed }),
    mutationCache: new MutationCache({ onError: failed }),
    defaultOptions: {
      // Without a network the device may answer with what it kept; it is asked all the same.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (times, error) => times < TRIES && error instanceof ApiProblem && error.status >= 500,
      },
    },
  });
  whenUnknown(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }));
  return queries;
}
