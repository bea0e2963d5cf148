// Which entry is which held message: every entry finds at most one message, every message at most one entry. A pass
// pairs equal keys at equal times in file order, in linear time however often a key repeats.

import type { Columns } from './columns.ts';
import { KeyTable } from './key-table.ts';
import type { Seed } from './text-table.ts';

/** How an entry was paired: at the same time, or within a minute. 0: not at all. */
export const PAIRED = { sameTime: 1, nearby: 2 } as const;

/** What one pass compares. A key of -1 leaves the row out. `minutesLater`: the held message's minute less the entry's. */
export interface Pass {
  readonly heldKey: (row: number) => number;
  readonly incomingKey: (row: number) => number;
  readonly byName?: boolean;
  readonly precision: Precision;
  readonly minutesLater?: number;
  /** How many different keys there may be, where it is known to be many. */
  readonly expected?: number;
}

/** Which rows meet by which clock. */
export interface Precision {
  readonly unit: 'second' | 'minute';
  readonly held: 'any' | 'minute' | 'second';
  readonly incoming: 'minute' | 'second';
}

/** Together: two rows are at the same time if all that both know of it is equal. */
export const SAME_TIME: readonly Precision[] = [
  { unit: 'second', held: 'second', incoming: 'second' },
  { unit: 'minute', held: 'any', incoming: 'minute' },
  { unit: 'minute', held: 'minute', incoming: 'second' },
];

/** All rows by their minute. */
export const BY_MINUTE: readonly Precision[] = [
  { unit: 'minute', held: 'any', incoming: 'minute' },
  { unit: 'minute', held: 'any', incoming: 'second' },
];

/** In addition: the same minute at other seconds. */
export const SAME_MINUTE: readonly Precision[] = [{ unit: 'minute', held: 'second', incoming: 'second' }];

export class Pairing {
  readonly held: Columns;
  readonly incoming: Columns;
  /** By entry: the held row, or -1. */
  readonly partner: Int32Array;
  /** By entry: a PAIRED value. */
  readonly how: Uint8Array;
  /** By held message: the entry that shows it, or -1. */
  readonly takenBy: Int32Array;
  readonly #seed: Seed;
  readonly #next: Int32Array;
  readonly #slots: Int32Array;
  #openHeld: Int32Array;
  #openIncoming: Int32Array;
  #parted = false;

  constructor(held: Columns, incoming: Columns, seed: Seed) {
    this.held = held;
    this.incoming = incoming;
    this.#seed = seed;
    this.partner = new Int32Array(incoming.count).fill(-1);
    this.how = new Uint8Array(incoming.count);
    this.takenBy = new Int32Array(held.messages).fill(-1);
    this.#next = new Int32Array(held.count);
    this.#slots = new Int32Array(incoming.count);
    this.#openHeld = allRows(held.count);
    this.#openIncoming = allRows(incoming.count);
  }

  /** Entries without a partner, in file order. */
  get openIncoming(): Int32Array {
    return this.#openIncoming;
  }

  /** Held rows whose message no entry shows, in the order given. */
  get openHeld(): Int32Array {
    return this.#openHeld;
  }

  pair(incomingRow: number, heldRow: number, how: number): void {
    this.partner[incomingRow] = heldRow;
    this.how[incomingRow] = how;
    this.takenBy[this.held.message[heldRow] ?? 0] = incomingRow;
  }

  /** Undoes a pair. The rows are open again after the next `settle`. */
  part(incomingRow: number): void {
    this.#parted = true;
    const heldRow = this.partner[incomingRow] ?? -1;
    if (heldRow >= 0) this.takenBy[this.held.message[heldRow] ?? 0] = -1;
    this.partner[incomingRow] = -1;
    this.how[incomingRow] = 0;
  }

  isTaken(heldRow: number): boolean {
    return (this.takenBy[this.held.message[heldRow] ?? 0] ?? -1) >= 0;
  }

  /** Brings the lists of open rows up to date after `pair` and `part`. */
  settle(): void {
    if (this.#parted) {
      this.#openHeld = allRows(this.held.count);
      this.#openIncoming = allRows(this.incoming.count);
      this.#parted = false;
    }
    this.#openIncoming = kept(this.#openIncoming, (row) => (this.partner[row] ?? -1) < 0);
    this.#openHeld = kept(this.#openHeld, (row) => !this.isTaken(row));
  }

  /** Pairs open rows of equal key, first with first. */
  run(pass: Pass): void {
    const keys = this.#ask(pass);
    if (keys === undefined) return;
    const heads = this.#queue(pass, keys);
    const how = isNear(pass) ? PAIRED.nearby : PAIRED.sameTime;
    let paired = 0;
    for (let index = 0; index < this.#openIncoming.length; index++) {
      const slot = this.#slots[index] ?? -1;
      if (slot < 0) continue;
      let heldRow = heads[slot] ?? -1;
      while (heldRow >= 0 && this.isTaken(heldRow)) heldRow = this.#next[heldRow] ?? -1;
      heads[slot] = heldRow;
      if (heldRow < 0) continue;
      this.pair(this.#openIncoming[index] ?? 0, heldRow, how);
      paired++;
    }
    if (paired > 0) this.settle();
  }

  /** The keys the open entries ask for, each open entry's slot among them in `#slots`; undefined if none asks. */
  #ask(pass: Pass): KeyTable | undefined {
    const open = this.#openIncoming;
    const wantsSeconds = pass.precision.incoming === 'second';
    let keys: KeyTable | undefined;
    for (let index = 0; index < open.length; index++) {
      const row = open[index] ?? 0;
      const key = this.incoming.hasSeconds(row) === wantsSeconds ? pass.incomingKey(row) : -1;
      this.#slots[index] = -1;
      if (key < 0) continue;
      keys ??= new KeyTable(this.#seed, pass.expected ?? 0);
      const time = timeOf(pass, this.incoming, row) + (pass.minutesLater ?? 0);
      this.#slots[index] = keys.intern(key, nameOf(pass, this.incoming, row), time);
    }
    return keys;
  }

  /** For each key the first open held row; the following ones hang on `#next`. */
  #queue(pass: Pass, keys: KeyTable): Int32Array {
    const heads = new Int32Array(keys.count).fill(-1);
    const wanted = pass.precision.held;
    for (let index = this.#openHeld.length - 1; index >= 0; index--) {
      const row = this.#openHeld[index] ?? 0;
      if (wanted !== 'any' && this.held.hasSeconds(row) !== (wanted === 'second')) continue;
      const key = pass.heldKey(row);
      if (key < 0) continue;
      const slot = keys.find(key, nameOf(pass, this.held, row), timeOf(pass, this.held, row));
      if (slot < 0) continue;
      this.#next[row] = heads[slot] ?? -1;
      heads[slot] = row;
    }
    return heads;
  }
}

function allRows(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** The rows to keep, in place of the list's own memory. */
function kept(rows: Int32Array, isKept: (row: number) => boolean): Int32Array {
  let count = 0;
  for (const row of rows) if (isKept(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

function isNear(pass: Pass): boolean {
  return (pass.minutesLater ?? 0) !== 0 || (pass.precision.unit === 'minute' && pass.precision.held === 'second');
}

function nameOf(pass: Pass, side: Columns, row: number): number {
  return pass.byName ? (side.name[row] ?? 0) : 0;
}

function timeOf(pass: Pass, side: Columns, row: number): number {
  return pass.precision.unit === 'second' ? (side.at[row] ?? 0) : side.minute(row);
}
