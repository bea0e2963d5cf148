// Folds what the platform's ids say of entries: by which id each is found, which entry an edit or a revoke belongs to, and
// what was to be sent. An edit may come before the message it changes: whichever comes second joins the two.

import { digestOfKey } from '../records/blind-index.ts';
import { heldPieceDigest } from '../records/piece-digest.ts';
import type { EntryMark } from './entry-batch.ts';
import type { FoldContext } from './fold-context.ts';
import { foldNewIntents } from './intents.ts';
import { foldWantedMedia } from './media.ts';
import { LINK_VERSION } from './tables/platform-tables.ts';
import { joinVersions } from './versions.ts';

/** Folds the marks of entries that were folded just before, in the order of their seqs. */
export async function foldMarks(context: FoldContext, marks: readonly EntryMark[]): Promise<void> {
  const { blind, tx } = context;
  const pieces: [Uint8Array, number][] = [];
  const wamids: [Uint8Array, number, number][] = [];
  const links: [number, Uint8Array, number, number, number, number][] = [];
  for (const { at, chat, foundBy = {}, held, person, seq, target, wamid } of marks) {
    if (foundBy.piece !== undefined) pieces.push([digestOfKey(foundBy.piece), seq]);
    else if (held !== undefined) pieces.push([heldPieceDigest(blind, held), seq]);
    if (foundBy.wamid !== undefined) wamids.push([digestOfKey(foundBy.wamid), seq, chat]);
    else if (wamid !== undefined) wamids.push([blind('wamid', wamid), seq, chat]);
    if (target !== undefined) links.push([seq, blind('wamid', target), chat, LINK_VERSION, person, at]);
  }
  await tx.insertMany('piece', ['digest', 'seq'], pieces);
  await tx.insertMany('wamid', ['digest', 'seq', 'chat'], wamids);
  await tx.insertMany('link', ['seq', 'target', 'chat', 'what', 'person', 'at'], links);
  await foldNewIntents(context, marks);
  await foldWantedMedia(context, marks);
  await joinVersions(
    tx,
    [...wamids.map(([digest]) => digest), ...links.map(([, digest]) => digest)].toSorted(Buffer.compare),
  );
}
