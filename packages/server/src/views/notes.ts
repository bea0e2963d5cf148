// What colleagues wrote beside a conversation, and the words that the owner defined for working at all of them.

import type { CannedReplyRecord, InboxSettingsRecord, LabelRecord, NoteRecord } from '../records/work.ts';
import type { ViewParts } from './conversation.ts';

export interface NoteView {
  readonly id: number;
  readonly record: NoteRecord;
}

/** The notes of a conversation, the newest first; with `before` those before that one. */
export async function notesOf(
  { db, reader }: ViewParts,
  { before, chat, limit }: { readonly chat: number; readonly limit: number; readonly before?: number },
): Promise<NoteView[]> {
  const rows = await db
    .selectFrom('work')
    .select('seq')
    .where('chat', '=', chat)
    .where('note', '=', 1)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  const records = await reader.records(rows.map(({ seq }) => seq));
  return rows.flatMap(({ seq }) => {
    const record = records.get(seq);
    return record?.kind === 'note' ? [{ id: seq, record }] : [];
  });
}

type DefinedRecord = LabelRecord | CannedReplyRecord | InboxSettingsRecord;

/** What was defined of a kind and is in use, in the order in which it came. */
export async function definedOf<K extends DefinedRecord['kind']>(
  { db, reader }: ViewParts,
  kind: K,
): Promise<{ readonly id: number; readonly record: Extract<DefinedRecord, { kind: K }> }[]> {
  const rows = await db
    .selectFrom('defined')
    .select(['id', 'by'])
    .where('kind', '=', kind)
    .where('removed', '=', 0)
    .orderBy('id')
    .execute();
  const records = await reader.records(rows.map(({ by }) => by));
  return rows.flatMap(({ by, id }) => {
    const record = records.get(by);
    return record?.kind === kind ? [{ id, record: record as Extract<DefinedRecord, { kind: K }> }] : [];
  });
}
