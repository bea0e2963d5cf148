// A page of a conversation's entries with one of them in its midst: what a link to a message opens.

import { isEntry, saidAt } from '../records/conversation.ts';
import type { ViewParts } from './conversation.ts';
import { type EntryPage, entryPage } from './message-page.ts';

/** A page with more on either side, where there is more. */
export interface PageAround extends Pick<EntryPage, 'seqs' | 'first' | 'last'> {
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

/** The entry with those beside it; undefined where the conversation holds no such entry. */
export async function pageAround(
  parts: ViewParts,
  { chat, entry, limit }: { readonly chat: number; readonly entry: number; readonly limit: number },
): Promise<PageAround | undefined> {
  const record = await parts.reader.record(entry);
  if (record === undefined || !isEntry(record) || record.chat !== chat) return undefined;
  const place = { at: saidAt(record), import: record.import, line: record.line, seq: record.of ?? entry };
  const half = Math.max(1, Math.floor(limit / 2));
  const older = await entryPage(parts, { chat, limit: half, before: place });
  const newer = await entryPage(parts, { chat, limit: half, after: { ...place, seq: place.seq - 1 } });
  const [first, last] = [older.first ?? newer.first, newer.last ?? older.last];
  return {
    seqs: [...older.seqs, ...newer.seqs],
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    hasOlder: older.isMore,
    hasNewer: newer.isMore,
  };
}
