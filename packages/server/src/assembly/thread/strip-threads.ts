// Threads that open strips for a deep check beside the one that walks the log. Whoever has least to do takes the next block, the
// walking thread too: no processor waits for another, and where there are no other processors nothing is sent.

import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type DeepCheck, type OpenedStrips, openStrips, type StripsToOpen } from '@acta/ledger';
import { ThreadCalls } from './calls.ts';

/** What such a thread may be asked. */
export const STRIP_CALLS = ['openStrips'] as const;

interface StripThread {
  openStrips(strips: StripsToOpen): Promise<OpenedStrips>;
}

/** With fewer entries a thread would hardly be running before all is done. */
const MIN_ENTRIES = 50_000;
/** With more the walk itself is what is waited for. */
const MOST_THREADS = 3;
/** Blocks that a thread holds, so that it has one to go on with when it answers. */
const BLOCKS_A_THREAD = 4;
/** Blocks that wait for the first one's answer meanwhile: sealed pages, 15 KiB each. */
const BLOCKS_AHEAD = 32;

/** How many threads are worth it for a log of so many entries. */
export function stripThreadsFor(entries: number): number {
  return entries < MIN_ENTRIES ? 0 : Math.min(MOST_THREADS, availableParallelism() - 1);
}

/** Has a log checked with so many threads more, and ends them. */
export async function withStripThreads<T>(
  count: number,
  check: (others: Pick<DeepCheck, 'others'>) => Promise<T>,
): Promise<T> {
  if (count === 0) return check({});
  const threads = Array.from({ length: count }, () => new ThreadOfStrips());
  try {
    return await check({ others: { open: (strips) => openByIdlest(threads, strips), blocksAhead: BLOCKS_AHEAD } });
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function openByIdlest(
  threads: readonly ThreadOfStrips[],
  strips: StripsToOpen,
): Promise<{ readonly opened: Promise<OpenedStrips> }> {
  // Answers come in here.
  await setImmediate();
  const idlest = threads.reduce((best, thread) => (thread.underWay < best.underWay ? thread : best));
  if (idlest.underWay < BLOCKS_A_THREAD) return { opened: idlest.open(strips) };
  return { opened: Promise.resolve(openStrips(strips)) };
}

class ThreadOfStrips {
  private readonly worker = new Worker(new URL('./strip-thread.ts', import.meta.url));
  private readonly strips: StripThread;
  /** Blocks it was given and has not answered; it takes none before it runs, nor after it failed. */
  underWay: number = Number.POSITIVE_INFINITY;

  constructor() {
    this.strips = new ThreadCalls(this.worker).target<StripThread>('strips', STRIP_CALLS);
    const isRunning = (): void => {
      this.underWay = 0;
    };
    this.strips.openStrips({ cellId: new Uint8Array(16), strips: [] }).then(isRunning, () => undefined);
  }

  async open(strips: StripsToOpen): Promise<OpenedStrips> {
    this.underWay++;
    const opened = await this.strips.openStrips(strips);
    this.underWay--;
    return opened;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
