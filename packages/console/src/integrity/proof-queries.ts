// The proof of an entry: fetched, and checked here before anything is said of it.

import { queryOptions } from '@tanstack/react-query';
import { api, ask, request } from '../api/client.ts';
import { type CheckedEntry, checkEntry } from './entry-check.ts';
import { webEd25519 } from './web-ed25519.ts';

/** What is known of an entry, and what the check of it came to. */
export type ProofHere = Awaited<ReturnType<typeof proofHere>>;

async function proofHere(entry: number) {
  const told = await ask(api.GET('/api/v1/entries/{id}/proof', { params: { path: { id: entry } } }));
  const checked: CheckedEntry = await checkEntry({ ...told, entry }, await webEd25519());
  return { told, checked, at: new Date() };
}

/** An entry's proof, checked by this browser. It is checked again whenever it is opened. */
export const proofQuery = (entry: number) =>
  queryOptions({ queryKey: ['proof', entry], queryFn: () => proofHere(entry), staleTime: 0, gcTime: 0 });

/** The entry with its text, as a zip. Throws `ApiProblem`. */
export async function evidenceOf(entry: number): Promise<Blob> {
  return (await request(`/api/v1/entries/${entry}/evidence`)).blob();
}
