// Folds which media is still to be fetched: the row under an entry's own seq stands until the last word on its media is known,
// and comes back where it is tried again.

import { isTriedAgain, type MediaRecord } from '../records/platform.ts';
import type { EntryMark } from './entry-batch.ts';
import type { FoldContext } from './fold-context.ts';
import { MEDIA_WANTED } from './tables/platform-tables.ts';

const NO_DIGEST = new Uint8Array(0);

/** Folds the entries among these whose media lies with the platform. */
export async function foldWantedMedia({ tx }: FoldContext, marks: readonly EntryMark[]): Promise<void> {
  await want(
    tx,
    marks.flatMap(({ isMediaWanted, seq }) => (isMediaWanted === true ? [seq] : [])),
  );
}

/** Folds what became of an entry's media, after its own row. */
export async function foldMedia({ tx }: FoldContext, { of, reason, state }: MediaRecord): Promise<void> {
  await tx.removeRuns('media', 'seq', [[of, 1]]);
  if (state === 'missing' && isTriedAgain(reason)) await want(tx, [of]);
}

function want(tx: FoldContext['tx'], entries: readonly number[]): Promise<void> {
  return tx.insertMany(
    'media',
    ['seq', 'of', 'present', 'content'],
    entries.map((seq) => [seq, seq, MEDIA_WANTED, NO_DIGEST]),
  );
}
