// Sealing a commit page by page, with a turn of the event loop between them: whoever else waits on this
// thread never waits for a whole commit. It appends nothing.

import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type RecordBatch, type SealedPages, sealingPages } from '@acta/ledger';

/** Fewer records are sealed before a thread of its own would have answered. */
export const MIN_SEALED_APART = 128;

/** Seals the batch; a page is about 4 ms of work. Throws as `sealPages`. */
export async function sealInTurns(batch: RecordBatch): Promise<SealedPages> {
  const sealing = sealingPages(batch, randomBytes);
  for (;;) {
    const { done, value } = sealing.next();
    if (done === true) return value;
    await setImmediate();
  }
}
