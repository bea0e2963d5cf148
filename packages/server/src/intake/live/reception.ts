// Takes signed deliveries into the ledger: whatever waits when a commit is sent goes together into the next, which is built while that one is
// on its way. Who hands one over waits until it stands there, and is told of a failure.

import { type BlindIndex, rememberingBlindIndex } from '../../records/blind-index.ts';
import type { NewRecord } from '../../records/record.ts';
import { readDelivery, type SignedDelivery } from './delivery.ts';
import { LiveBatch, type LiveMemory } from './live-batch.ts';
import type { LiveDesk } from './live-desk.ts';
import { Recent } from './recent.ts';

/** A commit of live deliveries holds no more than this: others wait for it. */
const BODIES_A_COMMIT = 256;
const BYTES_A_COMMIT = 4 << 20;

interface Waiting {
  readonly delivery: SignedDelivery;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Reception {
  private readonly desk: LiveDesk;
  private memory: LiveMemory;
  private readonly waiting: Waiting[] = [];
  /** Whether the memory lacks what was built before. */
  private hasForgotten = false;
  private working: Promise<void> | undefined;
  /** The commit that was sent last, whatever comes of it. */
  private sent: Promise<void> = Promise.resolve();

  constructor(desk: LiveDesk) {
    this.desk = desk;
    this.memory = emptyMemory(desk.blind);
  }

  /** Keeps a delivery. Durable when it resolves. */
  receive(delivery: SignedDelivery): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ delivery, resolve, reject });
      this.working ??= this.work();
    });
  }

  /** Forgets what it remembers of people and messages: somebody else has changed who is who, or erased something. */
  forget(): void {
    this.memory = emptyMemory(this.desk.blind);
    this.hasForgotten = true;
  }

  /** Resolves when nothing waits. */
  async atRest(): Promise<void> {
    while (this.working !== undefined) await this.working;
    await this.sent;
  }

  private async work(): Promise<void> {
    // Who comes in the same turn goes into the same commit.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.send();
    // In the same turn in which nothing was found waiting: who comes after it begins anew.
    this.working = undefined;
  }

  /** Sends what waits in one commit. Resolves when the next may be built: this one is on its way then. */
  private async send(): Promise<void> {
    let some: readonly Waiting[] | undefined;
    const failed = (error: unknown): void => {
      // What was remembered may not have become durable.
      this.forget();
      for (const { reject } of some ?? this.take()) reject(error);
    };
    const build = async (firstSeq: number): Promise<readonly NewRecord[]> => {
      // Asked again, because the commit before did not become durable.
      if (some !== undefined) this.forget();
      some ??= this.take();
      return this.build(some, firstSeq);
    };
    try {
      const { durable } = await this.desk.commit(build, () => this.hasForgotten);
      const answer = (): void => {
        for (const { resolve } of some ?? []) resolve();
      };
      this.sent = durable.then(answer, failed);
    } catch (error) {
      failed(error);
    }
  }

  private take(): Waiting[] {
    let [count, bytes] = [0, 0];
    for (const { delivery } of this.waiting) {
      const isFull = count >= BODIES_A_COMMIT || bytes + delivery.body.length > BYTES_A_COMMIT;
      if (count > 0 && (isFull || delivery.isAlone === true || this.waiting[0]?.delivery.isAlone === true)) break;
      count++;
      bytes += delivery.body.length;
    }
    return this.waiting.splice(0, count);
  }

  /** The records of deliveries. What they teach is remembered at once: the next batch is built before these are durable. */
  private async build(some: readonly Waiting[], firstSeq: number): Promise<readonly NewRecord[]> {
    this.hasForgotten = false;
    const read = some.map(({ delivery }) => readDelivery(delivery));
    const batch = new LiveBatch(this.desk, this.memory, read, firstSeq);
    const records = await batch.build();
    batch.learned();
    await this.trim(firstSeq + records.length);
    return records;
  }

  private async trim(next: number): Promise<void> {
    const { blind: _, ...recents } = this.memory;
    const full = Object.values(recents).filter(({ isFull }) => isFull);
    if (full.length === 0) return;
    const folded = await this.desk.known.folded();
    for (const recent of full) recent.trim(next, folded);
  }
}

function emptyMemory(blind: BlindIndex): LiveMemory {
  return {
    blind: rememberingBlindIndex(blind),
    people: new Recent(),
    channels: new Recent(),
    joined: new Recent(),
    titles: new Recent(),
    pieces: new Recent(),
    retold: new Recent(),
    messages: new Recent(),
  };
}
