// Takes signed deliveries in: whatever waits when a commit ends goes together into the next. Who hands one over waits until it is
// durable. What fails is answered with the failure, never with silence; the platform then delivers it again.

import { type BlindIndex, rememberingBlindIndex } from '../../records/blind-index.ts';
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
  private working: Promise<void> | undefined;

  constructor(desk: LiveDesk) {
    this.desk = desk;
    this.memory = emptyMemory(desk.blind);
  }

  /** Deliveries that wait for their commit. */
  get length(): number {
    return this.waiting.length;
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
  }

  /** Resolves when nothing waits. */
  async atRest(): Promise<void> {
    while (this.working !== undefined) await this.working;
  }

  private async work(): Promise<void> {
    // Who comes in the same turn goes into the same commit.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const some = this.take();
      try {
        await this.record(some.map(({ delivery }) => delivery));
        for (const { resolve } of some) resolve();
      } catch (error) {
        // What was remembered may not have become durable.
        this.forget();
        for (const { reject } of some) reject(error);
      }
    }
    // In the same turn in which nothing was found waiting: who comes after it begins anew.
    this.working = undefined;
  }

  private take(): Waiting[] {
    let [count, bytes] = [0, 0];
    for (const { delivery } of this.waiting) {
      if (count > 0 && (count >= BODIES_A_COMMIT || bytes + delivery.body.length > BYTES_A_COMMIT)) break;
      count++;
      bytes += delivery.body.length;
    }
    return this.waiting.splice(0, count);
  }

  private async record(deliveries: readonly SignedDelivery[]): Promise<void> {
    const read = deliveries.map(readDelivery);
    let batch: LiveBatch | undefined;
    let next = 0;
    await this.desk.commit(async (firstSeq) => {
      batch = new LiveBatch(this.desk, this.memory, read, firstSeq);
      const records = await batch.build();
      next = firstSeq + records.length;
      return records;
    });
    batch?.learned();
    await this.trim(next);
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
