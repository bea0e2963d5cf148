// Folds what was said: entries with their places, versions and counts, and the objects that records refer to.

import { setImmediate } from 'node:timers/promises';
import { chatsOf, type EntryBatch } from './entry-batch.ts';
import type { FoldContext } from './fold-context.ts';
import { foldMarks } from './marks.ts';
import { insertPlaces } from './places.ts';
import { insertEntries } from './spans.ts';
import type { EntryColumns } from './tables/entry-columns.ts';
import { TallyChanges } from './tallies.ts';

/** After so many the event loop gets its turn. */
const ENTRIES_AT_A_STRETCH = 2048;

/** Folds the entries of one batch. */
export async function foldEntries(context: FoldContext, { marks, objects, others, said }: EntryBatch): Promise<void> {
  const { tx } = context;
  const chats = chatsOf(said);
  const tallies = new TallyChanges();
  const versions: [seq: number, of: number][] = [];
  for (const { chat, entries } of chats) {
    tallies.addAll(chat, entries);
    noteVersions(entries, versions);
    if (entries.count > ENTRIES_AT_A_STRETCH) await setImmediate();
  }
  const begun = new Set(others.flatMap(({ record, seq }) => (record.kind === 'conversation' ? [seq] : [])));
  await insertEntries(tx, chats, begun);
  if (chats.length > 0) await insertPlaces(tx, chats);
  await tallies.write(tx);
  await tx.insertMany('version', ['seq', 'of'], versions);
  await tx.insertMany('object', ['name', 'seq'], objects);
  if (marks.length > 0) await foldMarks(context, marks);
}

function noteVersions({ count, of, seq }: EntryColumns, versions: [seq: number, of: number][]): void {
  for (let i = 0; i < count; i++) {
    const before = of[i] ?? 0;
    if (before !== 0) versions.push([seq[i] ?? 0, before]);
  }
}
