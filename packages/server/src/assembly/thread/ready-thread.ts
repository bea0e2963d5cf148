// The thread of a writer before anybody knows of which cell: begun while the program is still being loaded, it loads its own modules
// meanwhile, opens nothing until it is told its place, and holds up nobody who ends without it.

import { Worker } from 'node:worker_threads';

/** The oldest generation needs room for a segment of the index; the youngest stays small, for memory that is touched is kept. */
const LIMITS = { maxYoungGenerationSizeMb: 6 } as const;

export class ReadyThread {
  private begun: Worker | undefined;
  private isBulk = false;

  /** Whether it is for bulk work alone, in which nobody waits for what it writes. */
  get stepsBack(): boolean {
    return this.isBulk;
  }

  /** Begins a thread for the bulk work that takes one next. */
  begin(): void {
    this.isBulk = true;
    const worker = started();
    this.begun = worker;
    worker.unref();
    // Whoever takes a thread then gets another one, and is told what is wrong with that.
    const gone = (): void => {
      if (this.begun === worker) this.begun = undefined;
    };
    worker.on('error', gone).on('exit', gone);
  }

  /** The thread that was begun, or a new one. It waits for a `WriterThreadStart`. */
  take(): Worker {
    const worker = this.begun ?? started();
    this.begun = undefined;
    worker.ref();
    return worker;
  }
}

function started(): Worker {
  return new Worker(new URL('./start.ts', import.meta.url), { resourceLimits: LIMITS });
}
