// The messages of one business number on their way out. Those of one conversation go one after the other, in the order in which they
// were meant; different conversations do not wait for each other. It knows when to call and not what.

import type { NumberState } from './number-state.ts';

/** A message that is to be sent. */
export interface Pending {
  readonly seq: number;
  readonly chat: number;
  /** Calls made so far. */
  readonly tries: number;
  /** Ms since 1970. */
  readonly notBeforeMs: number;
}

/** What came of a turn: it is settled, or is to be tried again. */
export type Turn = 'settled' | Pick<Pending, 'tries' | 'notBeforeMs'>;

export interface LineParts {
  readonly state: NumberState;
  /** Takes a message one step further; never rejects. */
  readonly step: (pending: Pending) => Promise<Turn>;
  readonly nowMs: () => number;
  readonly mostAtOnce: number;
}

/** Who has to wait longer than this lets those behind go first. */
const HELD_MS = 300_000;
const TIMER_MOST_MS = 2 ** 31 - 1;

export class OutboxLine {
  private readonly parts: LineParts;
  /** By conversation, in order; the first may be on its way. */
  private readonly queues = new Map<number, Pending[]>();
  private readonly ready: number[] = [];
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private isStopped = false;
  /** Messages that wait or are on their way. */
  size = 0;

  constructor(parts: LineParts) {
    this.parts = parts;
  }

  add(pending: Pending): void {
    this.size++;
    this.enqueue(pending);
  }

  /** Goes on after a halt or a wait has ended. */
  wake(): void {
    this.pump();
  }

  /** Begins nothing more. Resolves when what is on its way has come to its end. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    await Promise.all(this.running);
  }

  private enqueue(pending: Pending): void {
    const queue = this.queues.get(pending.chat);
    if (queue !== undefined) queue.push(pending);
    else {
      this.queues.set(pending.chat, [pending]);
      this.arm(pending.chat);
    }
  }

  /** Makes the first of a conversation's queue ready when its time has come. */
  private arm(chat: number): void {
    const [first] = this.queues.get(chat) ?? [];
    if (first === undefined) {
      this.queues.delete(chat);
      return;
    }
    this.after(`chat/${chat}`, first.notBeforeMs - this.parts.nowMs(), () => {
      this.ready.push(chat);
      this.pump();
    });
  }

  private pump(): void {
    const { mostAtOnce, nowMs, state } = this.parts;
    while (!this.isStopped && state.halt === undefined && this.ready.length > 0 && this.running.size < mostAtOnce) {
      const waitMs = state.waitMs(nowMs());
      if (waitMs > 0) {
        this.after('number', waitMs, () => this.pump());
        return;
      }
      const chat = this.ready.shift();
      const first = chat === undefined ? undefined : this.queues.get(chat)?.[0];
      if (first === undefined) continue;
      state.sent(nowMs());
      const run = this.run(first).finally(() => {
        this.running.delete(run);
        this.pump();
      });
      this.running.add(run);
    }
  }

  private async run(pending: Pending): Promise<void> {
    const turn = await this.parts.step(pending);
    const queue = this.queues.get(pending.chat) ?? [];
    queue.shift();
    if (turn === 'settled') this.size--;
    else {
      const again = { ...pending, ...turn };
      const waitMs = again.notBeforeMs - this.parts.nowMs();
      if (waitMs <= HELD_MS) queue.unshift(again);
      else this.after(`seq/${again.seq}`, waitMs, () => this.enqueue(again));
    }
    this.arm(pending.chat);
  }

  /** Runs something later, or at once; one of a name at a time. */
  private after(name: string, waitMs: number, work: () => void): void {
    if (this.isStopped) return;
    if (waitMs <= 0) {
      work();
      return;
    }
    clearTimeout(this.timers.get(name));
    const timer = setTimeout(
      () => {
        this.timers.delete(name);
        work();
      },
      Math.min(waitMs, TIMER_MOST_MS),
    );
    timer.unref();
    this.timers.set(name, timer);
  }
}
