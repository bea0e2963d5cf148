// Who sits here, as the server sees it: before set-up, signed out, between password and second factor, or signed in, with what
// this person may do.

import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from './client.ts';

export const ROLES = ['owner', 'compliance', 'auditor', 'agent', 'analyst'] as const;

export type Role = (typeof ROLES)[number];

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team?: string;
  /** Whether an application of codes is their second factor. */
  readonly hasCode: boolean;
  /** None for somebody who comes by the organisation's provider. */
  readonly hasPassword: boolean;
  readonly passkeys: number;
}

export interface Session {
  /** `set-up`: nobody has an account yet. `enrol`: signed in, and a second factor must be added before anything else. */
  readonly state: 'set-up' | 'signed-out' | 'enrol' | 'signed-in';
  readonly vault?: string;
  readonly user?: SessionUser;
  /** What this person may do, as `access/may-see.ts` names it. */
  readonly may: readonly string[];
  /** Whether what comes in and goes out does so through the sandbox. */
  readonly demo?: boolean;
  /** The last entry that was there when this was asked. */
  readonly head?: number;
  /** Of who is signed out: the organisation's provider, by the words on its button. */
  readonly signOn?: { readonly label: string };
  /** Of who is signed out: who may begin with a password. */
  readonly passwords?: 'everybody' | 'owners';
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => (await request('/api/v1/session')).json(),
  staleTime: 60_000,
});

/** The session; signed out as long as nobody answered. */
export function useSession(): Session {
  return useQuery(sessionQuery).data ?? { state: 'signed-out', may: [] };
}

/** Whether this person may do something. */
export function useMay(act: string): boolean {
  return useSession().may.includes(act);
}
