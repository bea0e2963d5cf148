// The platform's id of an entry: what a reply or a reaction must name.

import { isEntry } from '../records/conversation.ts';
import { type ViewParts, wamidIn, withRecords } from './conversation.ts';

/** The wamid of an entry; undefined where it has none (yet), or is no entry of this conversation. */
export async function wamidOf(
  { db, reader }: ViewParts,
  { chat, seq }: { readonly chat: number; readonly seq: number },
): Promise<string | undefined> {
  const record = await reader.record(seq);
  if (record === undefined || !isEntry(record) || record.chat !== chat) return undefined;
  if (record.wamid !== undefined) return record.wamid;
  if (record.intent === undefined) {
    const [entry] = await withRecords({ db, reader }, [seq]);
    return entry === undefined ? undefined : wamidIn(entry);
  }
  const intent = await db.selectFrom('intent').select('by').where('seq', '=', seq).executeTakeFirst();
  const outcome = intent === undefined ? undefined : await reader.record(intent.by);
  return outcome?.kind === 'outcome' ? outcome.wamid : undefined;
}
