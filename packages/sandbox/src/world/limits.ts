// What the platform counts: messages a second by number, messages to one person, people a day by portfolio, marketing by person. Each
// counter says yes and counts, or says no and counts nothing.
import type { MessagingTier } from './business.ts';

const secondMs = 1000;
const pairMs = 6000;
const burst = 45;
const dayMs = 24 * 3_600_000;
const marketingADay = 2;

/** At most so many a second: of each number, in and out together. */
export class Throughput {
  readonly #times = new Map<string, number[]>();

  /** Counts a message without asking: what comes in is never refused. */
  note(number: string, nowMs: number): void {
    this.#recent(number, nowMs).push(nowMs);
  }

  /** @returns whether one more message fits into the second that ends now; if so it is counted */
  take(number: string, nowMs: number, limit: number): boolean {
    const recent = this.#recent(number, nowMs);
    if (recent.length >= limit) return false;
    recent.push(nowMs);
    return true;
  }

  #recent(number: string, nowMs: number): number[] {
    const times = this.#times.get(number) ?? [];
    this.#times.set(number, times);
    const first = times.findIndex((time) => time > nowMs - secondMs);
    times.splice(0, first === -1 ? times.length : first);
    return times;
  }
}

/**
 * One message every six seconds to one person. Up to 45 may go at once: they are borrowed from what may be sent later, and after them
 * there is one in six seconds until nothing is sent for as long as was borrowed.
 */
export class PairRate {
  /** When the last message of a pair is paid for. */
  readonly #paidMs = new Map<string, number>();

  take(pair: string, nowMs: number): boolean {
    const paidMs = Math.max(nowMs, this.#paidMs.get(pair) ?? 0);
    if (paidMs - nowMs > (burst - 1) * pairMs) return false;
    this.#paidMs.set(pair, paidMs + pairMs);
    return true;
  }
}

/** How many different people the portfolio may write to first, outside an open window, in any 24 hours. */
export class PortfolioTier {
  readonly #people = new Map<string, number>();

  take(person: string, nowMs: number, tier: MessagingTier): boolean {
    for (const [other, sinceMs] of this.#people) {
      if (nowMs - sinceMs < dayMs) break;
      this.#people.delete(other);
    }
    if (!this.#people.has(person)) {
      if (tier !== 'unlimited' && this.#people.size >= tier) return false;
      this.#people.set(person, nowMs);
    }
    return true;
  }

  /** @returns how many people were written to first in the last 24 hours */
  used(nowMs: number): number {
    return [...this.#people.values()].filter((sinceMs) => nowMs - sinceMs < dayMs).length;
  }
}

/** How much marketing one person gets in any 24 hours. */
export class MarketingCap {
  readonly #times = new Map<string, readonly number[]>();

  take(person: string, nowMs: number): boolean {
    const recent = (this.#times.get(person) ?? []).filter((time) => nowMs - time < dayMs);
    if (recent.length >= marketingADay) return false;
    this.#times.set(person, [...recent, nowMs]);
    return true;
  }
}
