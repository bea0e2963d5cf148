// Defining labels, canned replies and how the inbox behaves.

import type { ActaPaths } from '@acta/server/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { inboxSettingsQuery, labelsQuery, repliesQuery } from '../inbox/inbox-queries.ts';

export interface LabelDraft {
  readonly id?: number;
  readonly name: string;
  readonly colour: number;
}

export interface ReplyDraft {
  readonly id?: number;
  readonly name: string;
  readonly text: string;
}

export function useLabelActs() {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    void queries.invalidateQueries({ queryKey: labelsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['inbox'] });
  };
  const save = useMutation({
    mutationFn: ({ id, ...body }: LabelDraft) =>
      id === undefined
        ? ask(api.POST('/api/v1/labels', { body }))
        : ask(api.PUT('/api/v1/labels/{id}', { params: { path: { id } }, body })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: number) => ask(api.DELETE('/api/v1/labels/{id}', { params: { path: { id } } })),
    onSuccess,
  });
  return { save, remove };
}

export function useReplyActs() {
  const queries = useQueryClient();
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: repliesQuery.queryKey });
  const save = useMutation({
    mutationFn: ({ id, ...body }: ReplyDraft) =>
      id === undefined
        ? ask(api.POST('/api/v1/canned-replies', { body }))
        : ask(api.PUT('/api/v1/canned-replies/{id}', { params: { path: { id } }, body })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: number) => ask(api.DELETE('/api/v1/canned-replies/{id}', { params: { path: { id } } })),
    onSuccess,
  });
  return { save, remove };
}

export type InboxSettings =
  ActaPaths['/api/v1/inbox/settings']['get']['responses']['200']['content']['application/json'];

export function useInboxSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ prices, readReceipts }: Partial<InboxSettings>) => {
      const body = {
        ...(prices === undefined ? {} : { prices: [...prices] }),
        ...(readReceipts === undefined ? {} : { readReceipts }),
      };
      return ask(api.PUT('/api/v1/inbox/settings', { body }));
    },
    onSuccess: (now) => queries.setQueryData(inboxSettingsQuery.queryKey, now),
  });
}
