// Sealing a commit strip by strip, with turns of the event loop between them: whoever else waits on this
// thread never waits for a whole commit. It appends nothing.

import { randomBytes } from 'node:crypto';
import { type RecordBatch, type SealedPages, sealingPages } from '@acta/ledger';
import { Pace } from '../records/pace.ts';

/** Fewer records are sealed before a thread of its own would have answered. */
export const MIN_SEALED_APART = 128;

/** Strips are sealed for so long before the event loop gets its turn: one takes a quarter of a millisecond. */
const STRETCH_MS = 2;

/** Seals the batch. Throws as `sealPages`. */
export async function sealInTurns(batch: RecordBatch): Promise<SealedPages> {
  const sealing = sealingPages(batch, randomBytes);
  const pace = new Pace(STRETCH_MS);
  for (;;) {
    const { done, value } = sealing.next();
    if (done === true) return value;
    if (pace.isDue) await pace.rest();
  }
}
