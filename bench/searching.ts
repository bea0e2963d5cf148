// What every search of the bench asks for.

import type { ReadVault } from '../packages/server/src/cli/vault.ts';
import { type Found, searchEntries } from '../packages/server/src/views/search.ts';

const LIMIT = 50;

/** The newest fifty of what a query finds, their records opened. */
export async function newestHits(vault: ReadVault, query: string): Promise<Found['hits']> {
  const index = await vault.index();
  return (await searchEntries({ ...vault.views, index }, { query, limit: LIMIT, order: 'newest' })).hits;
}
