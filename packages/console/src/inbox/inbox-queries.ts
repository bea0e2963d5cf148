// What the inbox asks the server: pages of conversations, what each tab counts, the work at one, and the acts. What happens is told
// live, and what it touches is asked for anew, at most once a second.

import type { ActaPaths } from '@acta/server/client';
import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask } from '../api/client.ts';
import { useLive } from '../api/live.ts';

type Answer<T> = T extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;

export type Inbox = Answer<ActaPaths['/api/v1/inbox']['get']>;
export type InboxRow = Inbox['items'][number];
export type InboxCounts = Inbox['counts'];
export type Label = Answer<ActaPaths['/api/v1/labels']['get']>['items'][number];
export type CannedReply = Answer<ActaPaths['/api/v1/canned-replies']['get']>['items'][number];
export type ConversationWork = Answer<ActaPaths['/api/v1/conversations/{id}/work']['get']>;
export type Note = Answer<ActaPaths['/api/v1/conversations/{id}/notes']['get']>['items'][number];

export interface InboxAsked {
  readonly tab: 'mine' | 'unassigned' | 'team' | 'all';
  readonly state: 'open' | 'snoozed' | 'closed';
  readonly sort: 'last' | 'waiting';
  readonly label?: number;
  readonly find?: string;
}

const PAGE = 60;
const AT_MOST_EVERY_MS = 1_000;

/** The conversations that are asked for, page by page. */
export function inboxQuery({ find, label, sort, state, tab }: InboxAsked) {
  return infiniteQueryOptions({
    queryKey: ['inbox', 'rows', tab, state, sort, label ?? 0, find ?? ''],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }): Promise<Inbox> => {
      const query = {
        tab,
        state,
        sort,
        limit: PAGE,
        ...(label === undefined ? {} : { label }),
        ...(find === undefined ? {} : { find }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      };
      return ask(api.GET('/api/v1/inbox', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function useInbox(asked: InboxAsked, isAsked: boolean) {
  return useInfiniteQuery({ ...inboxQuery(asked), enabled: isAsked, placeholderData: (before) => before });
}

export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: async ({ signal }): Promise<readonly Label[]> => (await ask(api.GET('/api/v1/labels', { signal }))).items,
  staleTime: 60_000,
});

export const repliesQuery = queryOptions({
  queryKey: ['canned-replies'],
  queryFn: async ({ signal }): Promise<readonly CannedReply[]> =>
    (await ask(api.GET('/api/v1/canned-replies', { signal }))).items,
  staleTime: 60_000,
});

export const inboxSettingsQuery = queryOptions({
  queryKey: ['inbox', 'settings'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/settings', { signal })),
  staleTime: 60_000,
});

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/colleagues', { signal })),
  staleTime: 60_000,
});

/** Who has a conversation, its labels, whether it rests. */
export function workQuery(conversation: number) {
  return queryOptions({
    queryKey: ['work', conversation],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/conversations/{id}/work', { params: { path: { id: conversation } }, signal })),
  });
}

/** What colleagues wrote beside it, the newest first. */
export function notesQuery(conversation: number) {
  return queryOptions({
    queryKey: ['notes', conversation],
    queryFn: async ({ signal }): Promise<readonly Note[]> =>
      (await ask(api.GET('/api/v1/conversations/{id}/notes', { params: { path: { id: conversation } }, signal })))
        .items,
  });
}

const ABOUT_ROWS = new Set([
  'message',
  'message.edited',
  'message.deleted',
  'message.status',
  'message.sending',
  'person.changed',
  'person.merged',
  'person.split',
]);

/** Keeps the inbox in step with what happens. */
export function useInboxLive(): void {
  const queries = useQueryClient();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(({ conversation, type }) => {
    const isWork = type === 'conversation.work';
    if (isWork && conversation !== undefined) {
      void queries.invalidateQueries({ queryKey: ['work', conversation] });
      void queries.invalidateQueries({ queryKey: ['notes', conversation] });
    }
    if (type.startsWith('person.')) void queries.invalidateQueries({ queryKey: ['conversation'] });
    const isAbout = isWork || ABOUT_ROWS.has(type) || type === 'erased' || type.startsWith('import.');
    if (!isAbout || due.current !== undefined) return;
    due.current = setTimeout(() => {
      due.current = undefined;
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    }, AT_MOST_EVERY_MS);
  });
}

/** Something done with a conversation. */
export type WorkAct =
  | { readonly act: 'assign'; readonly assignee: string | null; readonly team?: string | null }
  | { readonly act: 'label' | 'unlabel'; readonly label: number }
  | { readonly act: 'snooze'; readonly until: string }
  | { readonly act: 'wake' | 'close' | 'reopen' | 'read' | 'unread' };

/** Does it; resolves to how the conversation stands then. Throws `ApiProblem`. */
function doWork(conversation: number, said: WorkAct): Promise<ConversationWork> {
  const path = { id: conversation };
  switch (said.act) {
    case 'assign': {
      const { assignee, team } = said;
      const body = { assignee, ...(team === undefined ? {} : { team }) };
      return ask(api.PUT('/api/v1/conversations/{id}/assignee', { params: { path }, body }));
    }
    case 'label':
    case 'unlabel': {
      const params = { path: { ...path, label: said.label } };
      return said.act === 'label'
        ? ask(api.PUT('/api/v1/conversations/{id}/labels/{label}', { params }))
        : ask(api.DELETE('/api/v1/conversations/{id}/labels/{label}', { params }));
    }
    case 'snooze':
      return ask(api.PUT('/api/v1/conversations/{id}/snooze', { params: { path }, body: { until: said.until } }));
    case 'wake':
      return ask(api.DELETE('/api/v1/conversations/{id}/snooze', { params: { path } }));
    case 'close':
      return ask(api.PUT('/api/v1/conversations/{id}/closed', { params: { path } }));
    case 'reopen':
      return ask(api.DELETE('/api/v1/conversations/{id}/closed', { params: { path } }));
    case 'read':
      return ask(api.PUT('/api/v1/conversations/{id}/read', { params: { path } }));
    case 'unread':
      return ask(api.DELETE('/api/v1/conversations/{id}/read', { params: { path } }));
  }
}

/** Acts at conversations; what is shown of one follows at once. */
export function useWork() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ conversation, said }: { readonly conversation: number; readonly said: WorkAct }) =>
      doWork(conversation, said),
    onSuccess: (now, { conversation }) => {
      queries.setQueryData(workQuery(conversation).queryKey, now);
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
}

/** Writes a note beside a conversation. */
export function useAddNote(conversation: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: { readonly text: string; readonly mentions: readonly string[] }) =>
      ask(
        api.POST('/api/v1/conversations/{id}/notes', {
          params: { path: { id: conversation } },
          body: { text: note.text, mentions: [...note.mentions] },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notes', conversation] }),
  });
}
