// How far the tables are. Reading only, for folds and views alike.

import type { TablesRead } from './places-at.ts';

/** The next seq that the tables lack. */
export async function foldedTo(db: TablesRead): Promise<number> {
  return (await db.selectFrom('cursor').select('next').executeTakeFirst())?.next ?? 0;
}
