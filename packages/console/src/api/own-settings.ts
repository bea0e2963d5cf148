// How somebody wants the console, kept at the server so that all their devices agree; and applied here when it comes.

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from './client.ts';

type Answered = Awaited<ReturnType<typeof askSettings>>;

/** What was chosen; what is missing goes by the device. */
export type OwnSettings = Answered;

const askSettings = () => ask(api.GET('/api/v1/self/settings'));

export const ownSettingsQuery = queryOptions({ queryKey: ['own-settings'], queryFn: askSettings, staleTime: 30_000 });

export function useOwnSettings(): OwnSettings {
  return useQuery(ownSettingsQuery).data ?? {};
}

/** Whether Enter sends; otherwise it begins a new line. */
export function useEnterSends(): boolean {
  return useOwnSettings().enterSends ?? true;
}

/** Keeps a choice here at once, and at the server. */
export function useChoose(): (choice: Partial<OwnSettings>) => Promise<void> {
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: (settings: OwnSettings) => ask(api.PUT('/api/v1/self/settings', { body: settings })),
    onError: () => queries.invalidateQueries({ queryKey: ownSettingsQuery.queryKey }),
  });
  return async (choice) => {
    const known = queries.getQueryData(ownSettingsQuery.queryKey);
    const before = known ?? (await queries.ensureQueryData(ownSettingsQuery));
    const next = { ...before, ...choice };
    queries.setQueryData(ownSettingsQuery.queryKey, next);
    // What was asked before the choice would bring the old one back.
    await queries.cancelQueries({ queryKey: ownSettingsQuery.queryKey });
    await keep.mutateAsync(next);
  };
}
