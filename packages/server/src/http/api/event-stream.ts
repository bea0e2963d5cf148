// A stream of server-sent events (WHATWG HTML, section 9.2). It waits for a slow reader instead of gathering for it, says now and then
// that it is alive, and ends when the reader goes, its key is revoked, or the server stops.

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

export interface Followed {
  /** Where to begin. */
  readonly after: number;
  readonly next: (after: number) => Promise<Batch>;
  /** Waits for what comes behind `after`, no longer than `ms`. */
  readonly beyond: (after: number, ms: number) => Promise<void>;
  readonly isLetIn: () => Promise<boolean>;
}

interface Batch {
  readonly items: readonly { readonly seq: number; readonly type: string }[];
  readonly next: number;
}

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for so long is let go. */
const STALLED_MS = 60_000;

export class EventStream {
  private readonly out: ServerResponse;
  private readonly signal: AbortSignal;

  constructor(out: ServerResponse, signal: AbortSignal) {
    this.out = out;
    this.signal = signal;
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    out.flushHeaders();
  }

  /** Writes what comes until it is over. */
  async follow({ after, beyond, isLetIn, next }: Followed): Promise<void> {
    try {
      for (let from = after; !this.signal.aborted && (await isLetIn()); ) {
        const batch = await next(from);
        for (const event of batch.items) await this.write(lineOf(event));
        from = batch.next;
        if (batch.items.length > 0) continue;
        const began = performance.now();
        await beyond(from, HEARTBEAT_MS);
        if (performance.now() - began >= HEARTBEAT_MS - 1) await this.write(': alive\n\n');
      }
    } finally {
      this.out.end();
    }
  }

  private async write(text: string): Promise<void> {
    if (this.signal.aborted || this.out.write(text)) return;
    const stalled = AbortSignal.any([this.signal, AbortSignal.timeout(STALLED_MS)]);
    // Whoever left is noticed by the loop; whoever takes nothing is cut off.
    await once(this.out, 'drain', { signal: stalled }).catch(() => this.out.destroy());
  }
}

function lineOf(event: Batch['items'][number]): string {
  return `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
