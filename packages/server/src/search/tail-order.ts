/**
 * The messages of the tail in the order of their time. They arrive in the order of their seqs, which for live traffic is nearly the
 * same and for imports may be any; newcomers are sorted among themselves and merged in when somebody asks.
 */

import type { DocColumns } from './doc-table.ts';

export class TailOrder {
  readonly #at: Float64Array;
  readonly #seq: Float64Array;
  #size = 0;
  /** The messages settled so far, newest first, and the place of each. */
  #newestFirst: Uint32Array = new Uint32Array(0);
  #ranks: Uint32Array = new Uint32Array(0);
  #columns: DocColumns | undefined;

  constructor(most: number) {
    this.#at = new Float64Array(most);
    this.#seq = new Float64Array(most);
  }

  get size(): number {
    return this.#size;
  }

  /** Forgets all messages and keeps the room. */
  clear(): void {
    this.#size = 0;
    this.#newestFirst = new Uint32Array(0);
    this.#ranks = new Uint32Array(0);
    this.#columns = undefined;
  }

  /** Takes the next message, in the order of seqs. */
  add(at: number, seq: number): void {
    this.#at[this.#size] = at;
    this.#seq[this.#size] = seq;
    this.#size++;
  }

  /** The time of the nth message taken. */
  atOf(arrival: number): number {
    return this.#at[arrival] ?? 0;
  }

  /** The seq of the nth message taken; −1 if there is none. */
  seqOf(arrival: number): number {
    return arrival >= 0 && arrival < this.#size ? (this.#seq[arrival] ?? -1) : -1;
  }

  /** The document number of each message, by arrival: its place when the newest stands first. */
  ranks(): Uint32Array {
    this.#settle();
    return this.#ranks;
  }

  /** The messages by arrival number, newest first. */
  newestFirst(): Uint32Array {
    this.#settle();
    return this.#newestFirst;
  }

  /** Times and seqs, newest first. */
  columns(): DocColumns {
    this.#settle();
    if (this.#columns === undefined) {
      const at = new Float64Array(this.#newestFirst.length);
      const seq = new Float64Array(at.length);
      for (let rank = 0; rank < at.length; rank++) {
        at[rank] = this.atOf(this.#newestFirst[rank] ?? 0);
        seq[rank] = this.seqOf(this.#newestFirst[rank] ?? 0);
      }
      this.#columns = { at, seq };
    }
    return this.#columns;
  }

  #settle(): void {
    const settled = this.#newestFirst;
    if (settled.length === this.#size) return;
    const fresh = this.#freshNewestFirst(settled.length);
    const merged = new Uint32Array(this.#size);
    const ranks = new Uint32Array(this.#size);
    for (let rank = 0, i = 0, j = 0; rank < merged.length; rank++) {
      const takesFresh = j >= settled.length || (i < fresh.length && this.#isNewer(fresh[i] ?? 0, settled[j] ?? 0));
      const arrival = (takesFresh ? fresh[i++] : settled[j++]) ?? 0;
      merged[rank] = arrival;
      ranks[arrival] = rank;
    }
    this.#newestFirst = merged;
    this.#ranks = ranks;
    this.#columns = undefined;
  }

  /** The messages from one on, newest first: sorted as numbers that hold time and arrival, if those are large enough. */
  #freshNewestFirst(first: number): Uint32Array {
    const count = this.#size - first;
    const keys = new Float64Array(count);
    let oldest = this.atOf(first);
    for (let i = 1; i < count; i++) oldest = Math.min(oldest, this.atOf(first + i));
    let isExact = true;
    for (let i = 0; i < count; i++) {
      const key = (this.atOf(first + i) - oldest) * count + i;
      keys[i] = key;
      if (key > Number.MAX_SAFE_INTEGER) isExact = false;
    }
    const fresh = new Uint32Array(count);
    if (isExact) {
      keys.sort();
      for (let i = 0; i < count; i++) fresh[count - 1 - i] = first + ((keys[i] ?? 0) % count);
      return fresh;
    }
    for (let i = 0; i < count; i++) fresh[i] = first + i;
    return fresh.sort((one, other) => (this.#isNewer(one, other) ? -1 : 1));
  }

  #isNewer(one: number, other: number): boolean {
    const ahead = this.atOf(one) - this.atOf(other);
    return ahead === 0 ? one > other : ahead > 0;
  }
}
