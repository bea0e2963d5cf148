// What was recorded lately, by digest: the tables are a little behind the ledger, and asking them costs a query. Bounded: the older
// half goes as soon as the tables have it.

/** Several seconds of the busiest hour; the tables are never so far behind. */
const MOST = 16_384;

export class Recent<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();
  /** The seq before which everything in `old` was recorded. */
  private oldEnds = 0;

  /** Whether `trim` has something to do. */
  get isFull(): boolean {
    return this.young.size >= MOST;
  }

  get(digest: string): T | undefined {
    return this.young.get(digest) ?? this.old.get(digest);
  }

  set(digest: string, value: T): void {
    this.young.set(digest, value);
  }

  /** Lets the older half go if there is much and the tables have all before `folded`. `next` is the seq that comes next. */
  trim(next: number, folded: number): void {
    if (!this.isFull || folded < this.oldEnds) return;
    this.old = this.young;
    this.oldEnds = next;
    this.young = new Map();
  }
}
