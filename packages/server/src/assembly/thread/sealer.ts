// Seals commits: a large one on a thread of its own, so that what follows it is read meanwhile, small ones where they lie. The thread
// is started by the first large commit, and until it runs nobody waits for it. It appends nothing.

import { Worker } from 'node:worker_threads';
import type { RecordBatch, SealedPages } from '@acta/ledger';
import { MIN_SEALED_APART, sealInTurns } from '../../recorder/sealing.ts';
import { ThreadCalls } from './calls.ts';

/** What such a thread may be asked. */
export const PAGE_CALLS = ['seal'] as const;

/** Nothing it makes is kept, and memory that is touched once is not given back. */
const LIMITS = { maxYoungGenerationSizeMb: 3 } as const;

/** What the thread is started with. */
export interface SealingThreadStart {
  readonly stepsBack: boolean;
}

interface PageThread {
  /** Takes a batch without records to say that it runs. */
  seal(batch: RecordBatch): Promise<SealedPages>;
}

export class Sealer {
  private readonly stepsBack: boolean;
  private worker: Worker | undefined;
  /** Undefined until the thread runs, and after it has failed. */
  private running: PageThread | undefined;

  constructor(stepsBack = false) {
    this.stepsBack = stepsBack;
  }

  /** Whether large commits are sealed elsewhere by now. */
  get isThreaded(): boolean {
    return this.running !== undefined;
  }

  /** Seals the batch, whose records may lie in shared memory. Throws as `sealPages`. */
  async seal(batch: RecordBatch): Promise<SealedPages> {
    if (batch.ends.length < MIN_SEALED_APART) return sealInTurns(batch);
    this.worker ??= this.started();
    return this.running === undefined ? sealInTurns(batch) : this.running.seal(batch);
  }

  private started(): Worker {
    const workerData: SealingThreadStart = { stepsBack: this.stepsBack };
    const worker = new Worker(new URL('./sealing-start.ts', import.meta.url), { workerData, resourceLimits: LIMITS });
    const pages = new ThreadCalls(worker).target<PageThread>('pages', PAGE_CALLS);
    worker.once('error', () => this.gone()).once('exit', () => this.gone());
    pages.seal(NOTHING).then(
      () => {
        if (this.worker === worker) this.running = pages;
      },
      () => undefined,
    );
    return worker;
  }

  private gone(): void {
    this.running = undefined;
  }

  async close(): Promise<void> {
    this.running = undefined;
    await this.worker?.terminate();
  }
}

const NOTHING: RecordBatch = {
  cellId: new Uint8Array(16),
  firstSeq: 0,
  bytes: new Uint8Array(0),
  starts: new Float64Array(0),
  ends: new Float64Array(0),
  keyOf: new Uint32Array(0),
  keyIds: new Float64Array(0),
  keys: new Uint8Array(0),
};
