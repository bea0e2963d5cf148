// Letting somebody back who was erased: their digests leave the suppression list, and a record says who decided it.

import type { BlindIndex } from '../records/blind-index.ts';
import type { NewRecord } from '../records/record.ts';
import { fileSuppression, personSuppressions, type SuppressionList, titleSuppression } from '../records/suppression.ts';
import type { Placement } from './placing.ts';

export interface Readmission {
  readonly placement: Placement;
  readonly sha256: string;
  readonly actor: string;
}

interface ReadmissionDesk {
  readonly blind: BlindIndex;
  readonly suppression: SuppressionList;
  readonly append: (records: readonly NewRecord[]) => Promise<number>;
  readonly now: () => Date;
}

/** Takes the file's conversation and its people off the list. Records it if there was anything to take off. */
export async function readmit(desk: ReadmissionDesk, { actor, placement, sha256 }: Readmission): Promise<void> {
  const { authors, peer, titles } = placement;
  const names = [...authors.map(({ author }) => author), ...(peer === undefined ? [] : [peer.name])];
  const hashes = [
    ...titles.map((title) => titleSuppression(desk.blind, title)),
    fileSuppression(desk.blind, sha256),
    ...names.flatMap((name) => titles.flatMap((title) => personSuppressions(desk.blind, title, name))),
  ];
  const list = await desk.suppression.suppressed();
  const listed = hashes.filter((hash) => list.has(hash));
  await letIn(desk, { actor, chat: placement.chat?.id ?? 0, hashes: listed });
}

/** Takes digests off the list, on record. */
export async function letIn(
  desk: Pick<ReadmissionDesk, 'append' | 'now' | 'suppression'>,
  { actor, chat, hashes }: { readonly actor: string; readonly chat: number; readonly hashes: readonly Uint8Array[] },
): Promise<void> {
  if (hashes.length === 0) return;
  const recordedAt = desk.now().toISOString();
  const record = { actor, chat, hashes: hashes.length, kind: 'readmission', recordedAt, v: 1 } as const;
  await desk.append([{ subject: 0, conversation: 0, month: 0, record }]);
  await desk.suppression.readmit(hashes);
}
