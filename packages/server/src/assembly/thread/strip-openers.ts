// Two that open strips for a deep check: a thread of its own, and this one while that has enough to do. What they give is the same; if
// the thread fails, this one does the rest.

import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type DeepCheck, type OpenedStrips, openStrips, type StripsToOpen } from '@acta/ledger';
import { ThreadCalls } from './calls.ts';
import { type PackedStrips, packedStrips } from './packed-strips.ts';
import { STRIP_CALLS } from './served.ts';

/** Fewer entries are checked before a thread has started. */
const WORTH_A_THREAD = 50_000;
/** Blocks that the thread has before it: on a busy machine the two wait for each other where there are fewer. About a megabyte. */
const THREAD_BLOCKS = 64;
const BLOCKS_AHEAD = 4 * THREAD_BLOCKS;

interface FarStrips {
  open(packed: PackedStrips): Promise<OpenedStrips>;
}

/** Does the work with two openers of strips, or with none where it is not worth a thread. */
export async function withOpeners<T>(entries: number, work: (others: DeepCheck['others']) => Promise<T>): Promise<T> {
  if (entries < WORTH_A_THREAD || availableParallelism() < 2) return work(undefined);
  const worker = new Worker(new URL('./strip-thread.ts', import.meta.url));
  try {
    const openers = new StripOpeners(new ThreadCalls(worker).target<FarStrips>('strips', STRIP_CALLS));
    return await work({ open: (strips) => openers.open(strips), blocksAhead: BLOCKS_AHEAD });
  } finally {
    await worker.terminate();
  }
}

class StripOpeners {
  private readonly far: FarStrips;
  private underWay = 0;
  private isLost = false;

  constructor(far: FarStrips) {
    this.far = far;
  }

  async open(strips: StripsToOpen): Promise<{ readonly opened: Promise<OpenedStrips> }> {
    if (!this.isLost && this.underWay < THREAD_BLOCKS) return { opened: this.openFar(strips) };
    const opened = Promise.resolve(openStrips(strips));
    // What the thread has answered meanwhile is taken in.
    await setImmediate();
    return { opened };
  }

  private async openFar(strips: StripsToOpen): Promise<OpenedStrips> {
    this.underWay++;
    try {
      return await this.far.open(packedStrips(strips));
    } catch {
      this.isLost = true;
      return openStrips(strips);
    } finally {
      this.underWay--;
    }
  }
}
