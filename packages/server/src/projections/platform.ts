// Folds what the platform delivered beside entries, and what became of what was to be sent: channels, statuses, reactions,
// media, flags, wishes, merges, keys of programs. One statement a table and stretch; what may come in any order gives equal rows.

import type { PlacedRecord } from '../records/record.ts';
import type { FoldContext } from './fold-context.ts';
import { foldIntents } from './intents.ts';
import { foldMedia } from './media.ts';
import { PlatformRows } from './platform-rows.ts';

/** Folds the records of one stretch that are no entries. */
export async function foldPlatform(context: FoldContext, records: readonly PlacedRecord[]): Promise<void> {
  const rows = new PlatformRows(context.blind);
  const later: PlacedRecord[] = [];
  for (const placed of records) if (!rows.add(placed)) later.push(placed);
  await rows.write(context.tx);
  await foldIntents(context, later);
  for (const placed of later) await foldChange(context, placed);
}

/** What changes a row that another record made. */
async function foldChange(context: FoldContext, { record, seq }: PlacedRecord): Promise<void> {
  const { tx } = context;
  switch (record.kind) {
    case 'media':
      return foldMedia(context, record);
    case 'split':
      await tx.db.updateTable('merge').set({ split: seq }).where('seq', '=', record.of).execute();
      return;
    case 'halt-lifted':
      await tx.db.updateTable('halt').set({ lifted: seq }).where('seq', '=', record.halt).execute();
      return;
    case 'api-key-revoked':
      await tx.db.updateTable('api_key').set({ revoked: seq }).where('seq', '=', record.key).execute();
      return;
    case 'hook-removed':
      await tx.db.updateTable('hook').set({ removed: seq }).where('seq', '=', record.hook).execute();
      return;
    case 'hook-progress': {
      const { missed, upTo } = record;
      await tx.db.updateTable('hook').set({ up_to: upTo, missed }).where('seq', '=', record.hook).execute();
      return;
    }
    default:
      return;
  }
}

/** Takes what an erasure takes out of every table of the platform. */
export async function erasePlatform(
  { tx }: FoldContext,
  runs: readonly (readonly [first: number, count: number])[],
): Promise<void> {
  for (const table of ERASED) await tx.removeRuns(table, 'seq', runs);
}

const ERASED = [
  'channel',
  'title',
  'wamid',
  'piece',
  'link',
  'status',
  'media',
  'flag',
  'intent',
  'merge',
  'preference',
  'event',
] as const;
