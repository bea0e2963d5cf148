// Records of what workers did, on their way into the ledger: whatever waits when a commit ends goes together into the next. Who hands
// some over waits until they are durable and the tables have them. What is about a record that was erased meanwhile is not
// recorded: its key would be made anew.

import type { NewRecord } from '../records/record.ts';

/** Runs work that appends with nobody appending between; the tables have all that came before, and `nextSeq` comes next. */
export type Together = <T>(
  work: (append: (records: readonly NewRecord[]) => Promise<number>, nextSeq: number) => Promise<T>,
) => Promise<T>;

export interface RecordQueueParts {
  readonly together: Together;
  /** Whether the record still stands. */
  readonly stands: (seq: number) => Promise<boolean>;
}

interface Waiting {
  readonly records: readonly NewRecord[];
  readonly about: number | undefined;
  readonly resolve: (isRecorded: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_A_COMMIT = 128;

export class RecordQueue {
  private readonly parts: RecordQueueParts;
  private readonly waiting: Waiting[] = [];
  private isWorking = false;

  constructor(parts: RecordQueueParts) {
    this.parts = parts;
  }

  /** Appends the records in one commit, unless the record that they are about is gone: then it resolves to false. */
  put(records: readonly NewRecord[], about?: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ records, about, resolve, reject });
      if (!this.isWorking) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0, MOST_A_COMMIT);
      try {
        const standing = await this.record(some);
        for (const one of some) one.resolve(standing.has(one));
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
    this.isWorking = false;
  }

  private record(some: readonly Waiting[]): Promise<ReadonlySet<Waiting>> {
    return this.parts.together(async (append) => {
      const standing = new Set<Waiting>();
      for (const one of some) if (one.about === undefined || (await this.parts.stands(one.about))) standing.add(one);
      const records = [...standing].flatMap((one) => one.records);
      if (records.length > 0) await append(records);
      return standing;
    });
  }
}
