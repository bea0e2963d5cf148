// Tells those who follow that there may be something new. One question to the tables for all of them, and none while nobody waits.

import type { ViewParts } from '../../views/conversation.ts';
import { headOf } from '../../views/events.ts';

const EVERY_MS = 200;

export class EventPulse {
  private readonly views: ViewParts;
  private readonly waiting = new Map<() => void, number>();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(views: ViewParts) {
    this.views = views;
  }

  /** Resolves when the tables have something behind `after`, the time is over, the caller went away, or the server stops. */
  async beyond(after: number, { ms, signal }: { readonly ms: number; readonly signal: AbortSignal }): Promise<void> {
    if (this.isStopped || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const over = setTimeout(done, ms);
      const { waiting } = this;
      function done(): void {
        clearTimeout(over);
        signal.removeEventListener('abort', done);
        waiting.delete(done);
        resolve();
      }
      signal.addEventListener('abort', done);
      waiting.set(done, after);
      this.beat();
    });
  }

  /** Nobody waits any longer. */
  stop(): void {
    this.isStopped = true;
    for (const done of [...this.waiting.keys()]) done();
    clearTimeout(this.timer);
  }

  private beat(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, EVERY_MS);
  }

  private async look(): Promise<void> {
    try {
      const next = await headOf(this.views);
      for (const [done, after] of [...this.waiting]) if (next - 1 > after) done();
    } catch {
      // Whoever waits finds out by asking itself.
      for (const done of [...this.waiting.keys()]) done();
    }
    if (this.waiting.size > 0) this.beat();
  }
}
