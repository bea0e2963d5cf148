// Failed attempts to sign in, counted for each pair of who was asked for and where it was asked from: after five, whoever asks from
// there waits, twice as long each time. An address that tries many names waits too, and an account that is tried from everywhere
// lets wait only those addresses from which nobody ever got in to it: so nobody shuts another out. Kept in memory: a restart forgives.

const FREE = 5;
const FREE_OF_ADDRESS = 50;
const FREE_OF_ACCOUNT = 40;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGET_MS = 60 * 60_000;
const KEPT = 20_000;
/** Nobody is asked for by this name. */
export const NOBODY = 'unknown';

interface Count {
  failures: number;
  lastMs: number;
}

export class Attempts {
  private readonly counts = new Map<string, Count>();
  /** Pairs that got in. */
  private readonly known = new Set<string>();

  /** Milliseconds until it may be tried again; 0 now. */
  waitMs(account: string, address: string, nowMs: number): number {
    const from = networkOf(address);
    const waits = [
      this.waitOf(pairOf(account, from), FREE, nowMs),
      this.waitOf(`from ${from}`, FREE_OF_ADDRESS, nowMs),
    ];
    if (!this.known.has(pairOf(account, from))) waits.push(this.waitOf(`at ${account}`, FREE_OF_ACCOUNT, nowMs));
    return Math.max(...waits);
  }

  failed(account: string, address: string, nowMs: number): void {
    const from = networkOf(address);
    const keys = [pairOf(account, from), `from ${from}`, ...(account === NOBODY ? [] : [`at ${account}`])];
    for (const key of keys) {
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
    const pair = pairOf(account, networkOf(address));
    this.counts.delete(pair);
    this.known.delete(pair);
    this.known.add(pair);
    for (const oldest of this.known) {
      if (this.known.size <= KEPT) break;
      this.known.delete(oldest);
    }
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

function pairOf(account: string, from: string): string {
  return `${account} ${from}`;
}

/** Whoever has one IPv6 address has the 2^64 beside it. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
  }
  return groups.slice(0, 4).join(':');
}
