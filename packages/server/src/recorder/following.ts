// The followers of a recorder, told in order of what is durable: of a large commit by itself, gathered while it is on its way, of
// small ones that wait together at once. What one of them fails at is the last that any is told.

import { ownTurn } from '../records/pace.ts';
import type { Placing } from '../records/placing.ts';
import type { FoundBy, LedgerRecord, NewRecord } from '../records/record.ts';

/** Learns of each commit after it is durable, in order. */
export interface Follower {
  /** Begins to gather what it needs of the records of one commit, so that they need not be kept until it is durable. */
  gather(): Gathering;
}

export interface Gathering {
  add(record: LedgerRecord, foundBy?: FoundBy): void;
  /** What the placing returns is called when the commit is durable; never, if it fails. It may be placed anew then. */
  placed(placing: Placing): Telling;
}

/** Tells a follower that a commit is durable. */
export type Telling = () => Promise<void>;

/** Records a turn of the event loop: a millisecond or two. */
const RECORDS_A_TURN = 1_024;
/** Small commits are gathered up to so many records. */
const RECORDS_AT_ONCE = 4_096;
/** Whoever appends waits for followers that are further behind: they are to follow within two seconds. */
const MOST_RECORDS_BEHIND = 8_192;
/** Tables that are touched for many records at once are written once: between two tellings of less lies so much time. */
const PACE_MS = 250;

interface Commit {
  readonly firstSeq: number;
  readonly records: readonly NewRecord[];
}

export class Following {
  private readonly followers: readonly Follower[];
  private readonly failed: (error: unknown) => void;
  /** Small commits, each beginning where the one before ends. */
  private readonly waiting: Commit[] = [];
  private count = 0;
  private work: Promise<void> = Promise.resolve();
  private step: Promise<void> = Promise.resolve();
  private isWorking = false;
  private isFailed = false;
  /** How many wait for the followers; nothing is put off then. */
  private hurrying = 0;
  private putOff: (() => void) | undefined;
  private dueMs = 0;

  /** `failed` hears of the one failure; nobody is told anything after it. */
  constructor(followers: readonly Follower[], failed: (error: unknown) => void) {
    this.followers = followers;
    this.failed = failed;
  }

  /** Resolves when the followers have all that they were to be told of, or failed; nothing is put off until then. */
  async caughtUp(): Promise<void> {
    this.hurrying++;
    this.putOff?.();
    try {
      await this.work;
    } finally {
      this.hurrying--;
    }
  }

  private async gather(firstSeq: number, records: readonly NewRecord[]): Promise<readonly Telling[]> {
    const gatherings = this.followers.map((follower) => follower.gather());
    for (const [at, { foundBy, record }] of records.entries()) {
      if (at > 0 && at % RECORDS_A_TURN === 0) await ownTurn();
      for (const gathering of gatherings) gathering.add(record, foundBy);
    }
    const placing = { firstSeq, places: Uint32Array.from(records.keys()) };
    return gatherings.map((gathering) => gathering.placed(placing));
  }

  /** Begins to tell of what was gathered. Only when `caughtUp` has resolved. */
  async tell(telling: readonly Telling[]): Promise<void> {
    this.work = this.telling(telling);
  }

  /** Takes a small commit in that is durable. Waits only for followers that are far behind. */
  async follow(firstSeq: number, records: readonly NewRecord[]): Promise<void> {
    this.waiting.push({ firstSeq, records });
    this.count += records.length;
    if (!this.isWorking) {
      this.isWorking = true;
      this.work = this.catchUp(this.work);
    }
    if (this.isMuch) this.putOff?.();
    while (this.count > MOST_RECORDS_BEHIND) await this.step;
  }

  private get isMuch(): boolean {
    return this.count >= RECORDS_AT_ONCE;
  }

  private async catchUp(before: Promise<void>): Promise<void> {
    await before;
    while (this.waiting.length > 0) {
      await this.due();
      const [firstSeq, records] = this.taken();
      this.step = this.gather(firstSeq, records).then(
        (telling) => this.telling(telling),
        (error: unknown) => this.fail(error),
      );
      await this.step;
      this.count -= records.length;
    }
    // In the same turn in which nothing was found waiting: what comes after it begins anew.
    this.isWorking = false;
  }

  /** Resolves when it is time to tell of what waits: at once after a while of rest. */
  private async due(): Promise<void> {
    const restMs = this.dueMs - performance.now();
    if (restMs > 0 && this.hurrying === 0 && !this.isMuch) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, restMs);
        this.putOff = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.putOff = undefined;
    }
    this.dueMs = performance.now() + PACE_MS;
  }

  /** As many waiting commits as are told of at once. */
  private taken(): [firstSeq: number, records: readonly NewRecord[]] {
    let [count, commits] = [0, 0];
    for (const { records } of this.waiting) {
      if (commits > 0 && count + records.length > RECORDS_AT_ONCE) break;
      count += records.length;
      commits++;
    }
    const some = this.waiting.splice(0, commits);
    return [some[0]?.firstSeq ?? 0, commits === 1 ? (some[0]?.records ?? []) : some.flatMap(({ records }) => records)];
  }

  /** Never rejects. */
  private async telling(telling: readonly Telling[]): Promise<void> {
    if (this.isFailed) return;
    try {
      for (const tell of telling) await tell();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.isFailed = true;
    this.failed(error);
  }
}
