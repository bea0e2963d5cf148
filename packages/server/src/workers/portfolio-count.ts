// How many people a business wrote to outside their windows in the last 24 hours, over all its numbers: the platform's messaging
// limit counts them. Kept here since this process began; what was sent before is told to it at the start.

import type { SendFacts } from '@acta/policy';

const DAY_MS = 86_400_000;

export class PortfolioCount {
  private readonly limit: number | 'unlimited';
  /** By conversation: when it last was written to outside its window. */
  private readonly lastMs = new Map<number, number>();

  constructor(limit: number | 'unlimited') {
    this.limit = limit;
  }

  /** A message went to this conversation outside its window. */
  opened(chat: number, atMs: number): void {
    // Later ones stand behind: the first of the map is the next to be forgotten.
    this.lastMs.delete(chat);
    this.lastMs.set(chat, atMs);
  }

  facts(chat: number, nowMs: number): SendFacts['portfolio'] {
    this.forget(nowMs);
    const [first] = this.lastMs.values();
    return {
      unique24h: this.lastMs.size,
      limit: this.limit,
      isCounted: this.lastMs.has(chat),
      ...(first === undefined ? {} : { nextFreeMs: first + DAY_MS }),
    };
  }

  private forget(nowMs: number): void {
    for (const [chat, atMs] of this.lastMs) {
      if (nowMs - atMs < DAY_MS) return;
      this.lastMs.delete(chat);
    }
  }
}
