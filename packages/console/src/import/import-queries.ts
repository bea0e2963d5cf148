// What the server holds of files that are brought: the list with what is in each, and how far each is while something moves.

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../api/client.ts';

const askImports = (signal: AbortSignal) => ask(api.GET('/api/v1/imports', { signal }));
const askProgress = (signal: AbortSignal) => ask(api.GET('/api/v1/imports/progress', { signal }));

type ImportFiles = Awaited<ReturnType<typeof askImports>>;
export type ImportFile = ImportFiles['items'][number];
export type ImportChat = ImportFile['chats'][number];
export type RecordedImport = ImportFiles['recorded'][number];

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => askImports(signal),
});

const MOVING: ReadonlySet<string> = new Set(['uploading', 'inspecting', 'queued', 'running', 'stopping']);
const MOVING_MS = 1_000;
/** Another person may begin something meanwhile. */
const RESTING_MS = 10_000;

/** The files with how far they are. What is in them is asked for again only when one of them reaches another state. */
export function useImports(): {
  readonly data: ImportFiles | undefined;
  readonly isError: boolean;
  readonly again: () => void;
} {
  const queries = useQueryClient();
  const { data, dataUpdatedAt, isError, refetch } = useQuery(importsQuery);
  const isMoving = data?.items.some(({ state }) => MOVING.has(state)) === true;
  const progress = useQuery({
    queryKey: ['imports', 'progress'],
    queryFn: ({ signal }) => askProgress(signal),
    enabled: data !== undefined,
    refetchInterval: isMoving ? MOVING_MS : RESTING_MS,
  });
  const now = progress.data?.items;
  const isStale =
    now !== undefined &&
    data !== undefined &&
    progress.dataUpdatedAt > dataUpdatedAt &&
    statesOf(now) !== statesOf(data.items);
  useEffect(() => {
    if (isStale) void queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
  }, [isStale, queries]);
  return { data: withProgress(data, now), isError, again: () => void refetch() };
}

interface Moving {
  readonly key: string;
  readonly state: string;
}

function statesOf(items: readonly Moving[]): string {
  return items.map(({ key, state }) => `${key} ${state}`).join();
}

function withProgress(
  data: ImportFiles | undefined,
  now: Awaited<ReturnType<typeof askProgress>>['items'] | undefined,
): ImportFiles | undefined {
  if (data === undefined || now === undefined) return data;
  const byKey = new Map(now.map((one) => [one.key, one]));
  return {
    ...data,
    items: data.items.map((item) => {
      const progress = byKey.get(item.key)?.progress;
      return progress === undefined ? item : { ...item, progress };
    }),
  };
}
