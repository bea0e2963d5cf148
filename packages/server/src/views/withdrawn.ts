// Imports that were taken back and are still held: from when on what they brought is erased.

import type { ReadonlyKysely } from 'kysely/readonly';
import { IMPORT_WITHDRAWN, type Tables } from '../projections/tables.ts';

/** Of these conversations, the first moment from which something of them is erased. */
export async function withdrawnFrom(
  { db }: { readonly db: ReadonlyKysely<Tables> },
  chats: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (chats.length === 0) return new Map();
  const rows = await db
    .selectFrom('import')
    .select(({ fn }) => ['chat', fn.min('erase_from').as('from')])
    .where('chat', 'in', chats)
    .where('state', '=', IMPORT_WITHDRAWN)
    .where('erase_from', '>', 0)
    .groupBy('chat')
    .execute();
  return new Map(rows.map(({ chat, from }) => [chat, new Date(Number(from) * 1000).toISOString()]));
}
