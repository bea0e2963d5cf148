// Acts at many conversations, as the server is asked for them: what one would change, doing it, and undoing it.

import type { ActaPaths } from '@acta/server/client';
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import type { Target } from './selection.ts';

type Body = ActaPaths['/api/v1/inbox/acts']['post']['requestBody']['content']['application/json'];

/** What is done to each of them. */
export type ManyAct = Body['do'];
export type ManyDone = ActaPaths['/api/v1/inbox/acts']['post']['responses']['200']['content']['application/json'];

/** What an act would change. */
export function plannedQuery(target: Target, said: ManyAct) {
  return queryOptions({
    queryKey: ['inbox', 'planned', target, said],
    queryFn: ({ signal }) => ask(api.POST('/api/v1/inbox/acts/preview', { body: { ...target, do: said }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Throws `ApiProblem`. */
export function doAtMany(target: Target, said: ManyAct): Promise<ManyDone> {
  return ask(api.POST('/api/v1/inbox/acts', { body: { ...target, do: said } }));
}

/** Throws `ApiProblem` where it is too late. */
export function undoAtMany(undo: number): Promise<ManyDone> {
  return ask(api.POST('/api/v1/inbox/acts/undo', { body: { undo } }));
}
