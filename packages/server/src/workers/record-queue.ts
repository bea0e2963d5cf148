// Records of what workers did, on their way into the ledger: whatever waits when a commit ends goes together into the next. Who hands
// one over waits until it is durable and the tables have it.

import type { NewRecord } from '../records/record.ts';

interface Waiting {
  readonly records: readonly NewRecord[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const MOST_A_COMMIT = 128;

export class RecordQueue {
  private readonly append: (records: readonly NewRecord[]) => Promise<number>;
  private readonly waiting: Waiting[] = [];
  private isWorking = false;

  constructor(append: (records: readonly NewRecord[]) => Promise<number>) {
    this.append = append;
  }

  /** Appends the records, in one commit. */
  put(records: readonly NewRecord[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ records, resolve, reject });
      if (!this.isWorking) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0, MOST_A_COMMIT);
      try {
        await this.append(some.flatMap(({ records }) => records));
        for (const { resolve } of some) resolve();
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    this.isWorking = false;
  }
}
