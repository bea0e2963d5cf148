// Who did what, page by page, as the address asks for it.

import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask, request } from '../api/client.ts';
import { didAsked } from './act-groups.ts';

/** What the address of the page names. */
export interface AuditSearch {
  readonly who?: string;
  readonly did?: string;
  readonly outcome?: string;
  readonly from?: string;
  readonly to?: string;
  readonly what?: string;
  readonly entry?: string;
}

const OUTCOMES = ['done', 'refused', 'failed'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ABOUT = /^((conversation|person|entry):\d{1,16}|address:[0-9a-fA-F.:%]{1,60})$/;
const ENTRY = /^\d{1,15}$/;

/** What is asked of the server: only what it would take. Days are this browser's. */
function askedBy({ did, entry, from, outcome, to, what, who }: AuditSearch) {
  const known = OUTCOMES.find((one) => one === outcome);
  return {
    ...didAsked(did),
    ...(who === undefined ? {} : { who }),
    ...(known === undefined ? {} : { outcome: known }),
    ...(from !== undefined && DAY.test(from) ? { from: momentOf(from, 0) } : {}),
    ...(to !== undefined && DAY.test(to) ? { to: momentOf(to, 1) } : {}),
    ...(what !== undefined && ABOUT.test(what) ? { what } : {}),
    ...(entry !== undefined && ENTRY.test(entry) ? { entry: Number(entry) } : {}),
  };
}

/** Midnight here of a day, so many days later. */
function momentOf(day: string, later: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return `${new Date(year, month - 1, date + later).toISOString().slice(0, 19)}Z`;
}

function pageOf(search: AuditSearch, cursor: string | undefined) {
  const query = { ...askedBy(search), limit: 60, ...(cursor === undefined ? {} : { cursor }) };
  return ask(api.GET('/api/v1/audit', { params: { query } }));
}

type Page = Awaited<ReturnType<typeof pageOf>>;
export type Act = Page['items'][number];
export type Actor = Act['actor'];

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) => pageOf(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    // Each reading is on record: it is read again when somebody asks for it.
    refetchOnWindowFocus: false,
    staleTime: 30_000,
  });

/** All of it as a file. Throws `ApiProblem`. */
export async function auditFile(search: AuditSearch, format: 'csv' | 'json'): Promise<Blob> {
  const asked = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(askedBy(search))) asked.set(name, String(value));
  return (await request(`/api/v1/audit/export?${asked}`)).blob();
}
