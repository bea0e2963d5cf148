// The platform's id of an entry: what a reply or a reaction must name.

import { isEntry } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';

/** The wamid of an entry; undefined where it has none (yet), or is no entry of this conversation. */
export async function wamidOf(
  { db, reader }: ViewParts,
  { chat, seq }: { readonly chat: number; readonly seq: number },
): Promise<string | undefined> {
  const record = await reader.record(seq);
  if (record === undefined || !isEntry(record) || record.chat !== chat) return undefined;
  if (record.wamid !== undefined || record.intent === undefined) return record.wamid;
  const intent = await db.selectFrom('intent').select('by').where('seq', '=', seq).executeTakeFirst();
  const outcome = intent === undefined ? undefined : await reader.record(intent.by);
  return outcome?.kind === 'outcome' ? outcome.wamid : undefined;
}
