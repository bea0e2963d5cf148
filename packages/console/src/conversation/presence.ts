// Who else looks at a conversation, or writes in it, as its colleagues say every ten seconds.

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../api/client.ts';

const EVERY_MS = 10_000;

export interface Looker {
  readonly id: string;
  readonly name: string;
  readonly typing: boolean;
}

/** The others. */
export function usePresence(conversation: number, isTyping: boolean): readonly Looker[] {
  const params = { path: { id: conversation } };
  const { data } = useQuery({
    queryKey: ['presence', conversation, isTyping],
    queryFn: () => ask(api.POST('/api/v1/conversations/{id}/presence', { params, body: { typing: isTyping } })),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  useEffect(
    () => () => {
      const leaving = { params: { path: { id: conversation } }, body: { leaving: true } };
      void ask(api.POST('/api/v1/conversations/{id}/presence', leaving)).catch(() => undefined);
    },
    [conversation],
  );
  return data?.others ?? [];
}
