// Deliveries are accepted when they are durable, and read afterwards: whoever delivers waits for one frame on the disk and not for a commit, however
// long an import or an erasure holds the ledger. What cannot be recorded now is tried again, alone, then whole and unread; none is given up.

import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../../server-error.ts';
import type { Captured, Captures } from './captures.ts';
import type { SignedDelivery } from './delivery.ts';
import type { Reception } from './reception.ts';

export interface AcceptanceParts {
  readonly captures: Captures;
  readonly reception: Pick<Reception, 'receive'>;
}

/** No more than this is accepted ahead of the ledger, about two seconds of work: who delivers waits. */
const MOST_BYTES = 64 << 20;
const MOST_DELIVERIES = 8_192;
/** How long an answer is held back just before that; the further ahead, the longer, so that nobody waits long at the end. */
const LONGEST_DELAY_MS = 100;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 60_000;
/** How often somebody who waits asks whether anything goes on. */
const LOOK_MS = 100;
/** How a delivery is recorded that failed so often for a reason that nobody foresaw. */
const MANNERS: readonly Partial<SignedDelivery>[] = [
  {},
  { isAlone: true },
  { isAlone: true, unread: 'webhook-unreadable' },
];
/** Deliveries of an earlier process that are read at once. */
const LEFT_AT_ONCE = 256;

export class Acceptance {
  private readonly parts: AcceptanceParts;
  private readonly stopping = new AbortController();
  /** Of what is accepted and not recorded, or about to be. */
  private bytes = 0;
  private count = 0;
  private readonly open = new Set<Promise<void>>();
  /** Who waits to be accepted. */
  private readonly waiting: { readonly bytes: number; readonly enter: () => void }[] = [];
  /** Why the newest try failed; undefined once one has succeeded after it. */
  private failure: unknown;

  constructor(parts: AcceptanceParts) {
    this.parts = parts;
  }

  /** Deliveries that are accepted and that the ledger does not hold yet. */
  get length(): number {
    return this.open.size;
  }

  /** The code of what keeps the ledger from holding them, for as long as nothing more comes to stand there. */
  get failing(): string | undefined {
    if (this.failure === undefined) return undefined;
    return this.failure instanceof ServerError ? this.failure.code : 'internal';
  }

  /** Accepts a delivery: it is durable when this resolves. Rejects as `Captures.keep`. */
  async accept(delivery: SignedDelivery): Promise<void> {
    await this.entered(delivery.body.length);
    try {
      const captured = await this.parts.captures.keep(delivery);
      const recorded = this.record(delivery, captured);
      this.open.add(recorded);
      void recorded.then(() => this.open.delete(recorded));
    } catch (error) {
      this.leave(delivery.body.length);
      throw error;
    }
    await this.delay();
  }

  /** Resolves when there is room; whoever came first enters first. */
  private entered(bytes: number): Promise<void> {
    return new Promise((enter) => {
      this.waiting.push({ bytes, enter });
      this.letIn();
    });
  }

  private letIn(): void {
    while (this.bytes < MOST_BYTES && this.count < MOST_DELIVERIES) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.bytes += next.bytes;
      this.count++;
      next.enter();
    }
  }

  private async delay(): Promise<void> {
    const ahead = Math.max(this.bytes / MOST_BYTES, this.count / MOST_DELIVERIES);
    const delayMs = Math.floor(LONGEST_DELAY_MS * ahead ** 2);
    if (delayMs > 0) await sleep(delayMs);
  }

  private leave(bytes: number): void {
    this.bytes -= bytes;
    this.count--;
    this.letIn();
  }

  private async record(delivery: SignedDelivery, captured: Captured): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    const isRecorded = await this.tried(delivery, async (error) => {
      this.failure = error;
      const goesOn = await sleep(pauseMs, true, { signal: this.stopping.signal }).catch(() => false);
      pauseMs = Math.min(pauseMs * 4, LONGEST_PAUSE_MS);
      return goesOn;
    });
    if (isRecorded) captured.settle();
    this.leave(delivery.body.length);
  }

  /** Tries to record a delivery until the ledger holds it, or nobody wants to go on. */
  private async tried(delivery: SignedDelivery, goesOn: (error: unknown) => Promise<boolean>): Promise<boolean> {
    let manner = 0;
    for (;;) {
      try {
        await this.parts.reception.receive(manner === 0 ? delivery : { ...delivery, ...MANNERS[manner] });
        this.failure = undefined;
        return true;
      } catch (error) {
        if (!(error instanceof ServerError)) manner = Math.min(manner + 1, MANNERS.length - 1);
        if (!(await goesOn(error))) return false;
      }
    }
  }

  /** Resolves when the ledger holds all that was accepted before. Rejects with what keeps it from that. */
  async atRest(): Promise<void> {
    await this.unlessFailing(Promise.all(this.open));
  }

  /** Resolves when what was accepted before stands in the ledger and nowhere else. Rejects as `atRest` and `Captures.turn`. */
  async turn(): Promise<void> {
    await this.unlessFailing(this.parts.captures.turn());
  }

  private async unlessFailing(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    while (!isDone) {
      if (this.failure !== undefined) throw this.failure;
      const looking = new AbortController();
      await Promise.race([done, sleep(LOOK_MS, undefined, { signal: looking.signal }).catch(() => undefined)]);
      looking.abort();
    }
    await done;
  }

  /** Records what an earlier process accepted and did not come to record. Rejects with what keeps the ledger from it. */
  async takeUp(): Promise<void> {
    let some: Promise<unknown>[] = [];
    for await (const left of this.parts.captures.left()) {
      const delivery = 'damaged' in left ? damaged(left.damaged) : left;
      let tries = 1;
      some.push(
        this.tried(delivery, async (error) => {
          if (error instanceof ServerError || tries++ >= MANNERS.length) throw error;
          return true;
        }),
      );
      if (some.length < LEFT_AT_ONCE) continue;
      await Promise.all(some);
      some = [];
    }
    await Promise.all(some);
    await this.parts.captures.forgetLeft();
  }

  /**
   * Waits until the ledger holds what was accepted, unless something keeps it from that: what is left then is taken up by whoever opens the
   * vault next.
   */
  async close(): Promise<void> {
    await this.atRest().catch(() => undefined);
    this.stopping.abort();
    await this.parts.captures.close();
  }
}

/** What does not open was accepted all the same: it stands in quarantine as it is. */
function damaged(sealed: Uint8Array): SignedDelivery {
  const body = Buffer.from(sealed);
  return { body, signature: '', secret: 0, receivedAt: new Date(), isAlone: true, unread: 'capture-damaged' };
}
