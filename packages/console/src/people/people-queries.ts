// People as the server knows them: the list, one of them, what the business keeps of them and every change of it.

import type { ActaPaths } from '@acta/server/client';
import { queryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, ask } from '../api/client.ts';
import { useLive } from '../api/live.ts';

type Answer<
  Path extends keyof ActaPaths,
  Method extends keyof ActaPaths[Path],
  Status extends number,
> = ActaPaths[Path][Method] extends { responses: Record<Status, { content: { 'application/json': infer Body } }> }
  ? Body
  : never;

type ListOf<Path extends keyof ActaPaths> =
  Answer<Path, 'get', 200> extends { items: readonly (infer Item)[] } ? Item : never;

export type Person = Answer<'/api/v1/people/{id}', 'get', 200>;
export type Identifier = Person['identifiers'][number];
export type FieldDefinition = ListOf<'/api/v1/fields'>;
export type PersonField = ListOf<'/api/v1/people/{id}/fields'>;
export type HistoryLine = ListOf<'/api/v1/people/{id}/history'>;
export type PersonMatch = ListOf<'/api/v1/people/{id}/matches'>;
export type MetIn = ListOf<'/api/v1/people/{id}/conversations'>;
export type ErasurePreview = Answer<'/api/v1/erasures/preview', 'post', 200>;
export type Certificate = Answer<'/api/v1/erasures', 'post', 201>;
export type FailingValues = Answer<'/api/v1/fields/{key}/try', 'post', 200>;

const PAGE = 100;

/** Everybody, or those who are called so; more as the end of the list comes near. */
export function usePeople(called: string) {
  return useInfiniteQuery({
    queryKey: ['people', called],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(called === '' ? {} : { q: called }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      };
      return ask(api.GET('/api/v1/people', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

const at = (id: number) => ({ params: { path: { id } } });

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id, 'facts'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/people/{id}', { ...at(id), signal })),
  });

export const fieldsQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id, 'fields'],
    queryFn: async ({ signal }): Promise<readonly PersonField[]> =>
      (await ask(api.GET('/api/v1/people/{id}/fields', { ...at(id), signal }))).items,
  });

export const historyQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id, 'history'],
    queryFn: async ({ signal }): Promise<readonly HistoryLine[]> =>
      (await ask(api.GET('/api/v1/people/{id}/history', { ...at(id), signal }))).items,
  });

export const matchesQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id, 'matches'],
    queryFn: async ({ signal }): Promise<readonly PersonMatch[]> =>
      (await ask(api.GET('/api/v1/people/{id}/matches', { ...at(id), signal }))).items,
    staleTime: 60_000,
  });

export const metInQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id, 'conversations'],
    queryFn: async ({ signal }): Promise<readonly MetIn[]> =>
      (await ask(api.GET('/api/v1/people/{id}/conversations', { ...at(id), signal }))).items,
  });

export const definitionsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: async ({ signal }): Promise<readonly FieldDefinition[]> =>
    (await ask(api.GET('/api/v1/fields', { signal }))).items,
  staleTime: 60_000,
});

/** Fetches again what is shown of people. */
export function usePeopleChanged(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['people'] });
    void queries.invalidateQueries({ queryKey: ['person'] });
  }, [queries]);
}

const ABOUT_PEOPLE = new Set(['person.changed', 'person.merged', 'person.split', 'erased', 'import.completed']);

/** Keeps what is shown of people in step with what happens. */
export function usePeopleLive(): void {
  const changed = usePeopleChanged();
  useLive(({ type }) => {
    if (ABOUT_PEOPLE.has(type)) changed();
  });
}

/** Writes a field; `seen` is the version that stood there. Throws `ApiProblem` with what the value breaks. */
export function writeField(
  id: number,
  { key, seen, values }: { readonly key: string; readonly values: readonly string[]; readonly seen?: number },
): Promise<PersonField> {
  const params = { path: { id, key } };
  const body = { values: [...values], ...(seen === undefined ? {} : { seen }) };
  return ask(api.PUT('/api/v1/people/{id}/fields/{key}', { params, body }));
}

export function rollBackField(
  id: number,
  { key, to }: { readonly key: string; readonly to: number },
): Promise<PersonField> {
  const params = { path: { id, key } };
  return ask(api.POST('/api/v1/people/{id}/fields/{key}/roll-back', { params, body: { to } }));
}

/** Resolves to those of whom something changed. */
export async function tagPeople(
  people: readonly number[],
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): Promise<readonly number[]> {
  const body = { people: [...people], add: [...(change.add ?? [])], remove: [...(change.remove ?? [])] };
  return (await ask(api.POST('/api/v1/people/tags', { body }))).people;
}

export async function mergePeople(one: number, other: number, reason: string): Promise<number> {
  return (await ask(api.POST('/api/v1/people/{id}/merge', { ...at(one), body: { other, reason } }))).merge;
}

export async function splitPeople(merge: number, reason: string): Promise<void> {
  await ask(api.POST('/api/v1/merges/{id}/split', { ...at(merge), body: { reason } }));
}

export async function keepApart(one: number, other: number): Promise<void> {
  await ask(api.POST('/api/v1/people/{id}/apart', { ...at(one), body: { other } }));
}

export function previewErasing(people: readonly number[]): Promise<ErasurePreview> {
  return ask(api.POST('/api/v1/erasures/preview', { body: { people: [...people] } }));
}

export function erasePeople(
  people: readonly number[],
  order: { readonly reason: string; readonly records: number },
): Promise<Certificate> {
  return ask(api.POST('/api/v1/erasures', { body: { people: [...people], ...order } }));
}
