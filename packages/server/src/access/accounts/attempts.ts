// Failed attempts to sign in, counted for each pair of who was asked for and where it was asked from: after five, whoever asks from
// there waits, twice as long each time. Nobody can shut another out from where that other is; an address that tries many names
// waits too. Kept in memory: a restart forgives.

const FREE = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FREE_OF_ADDRESS = 50;
const FORGET_MS = 60 * 60_000;
const KEPT = 20_000;

interface Count {
  failures: number;
  lastMs: number;
}

export class Attempts {
  private readonly counts = new Map<string, Count>();

  /** Milliseconds until it may be tried again; 0 now. */
  waitMs(account: string, address: string, nowMs: number): number {
    return Math.max(this.waitOf(`${account} ${address}`, FREE, nowMs), this.waitOf(address, FREE_OF_ADDRESS, nowMs));
  }

  failed(account: string, address: string, nowMs: number): void {
    for (const key of [`${account} ${address}`, address]) {
      const count = this.current(key, nowMs) ?? { failures: 0, lastMs: nowMs };
      this.counts.delete(key);
      this.counts.set(key, { failures: count.failures + 1, lastMs: nowMs });
    }
    for (const oldest of this.counts.keys()) {
      if (this.counts.size <= KEPT) break;
      this.counts.delete(oldest);
    }
  }

  succeeded(account: string, address: string): void {
    this.counts.delete(`${account} ${address}`);
  }

  private waitOf(key: string, free: number, nowMs: number): number {
    const count = this.current(key, nowMs);
    if (count === undefined || count.failures < free) return 0;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count.failures - free));
    return Math.max(0, count.lastMs + wait - nowMs);
  }

  private current(key: string, nowMs: number): Count | undefined {
    const count = this.counts.get(key);
    return count !== undefined && nowMs - count.lastMs < FORGET_MS ? count : undefined;
  }
}
