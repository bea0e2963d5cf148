// Where the pieces of a file stand, as the import goes through it. Entries that the import itself brings say their line;
// here stand only the stretches that were written with the very same bytes by entries of other imports.

/** A stretch: from `line` of this file on, `count` entries stand in `from`, beginning at its line `there`. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly there: number;
  count: number;
}

/** Where an entry stands that was written with the same bytes. */
export interface SameBytes {
  readonly import: number;
  readonly line: number;
}

export class CaptureList {
  private stretches: Stretch[] = [];
  private vouched: number[] = [];

  /** The entry at `line` of this file is one of another import, written with the same bytes. */
  stands(line: number, same: SameBytes): void {
    const last = this.stretches.at(-1);
    if (last !== undefined && last.from === same.import && last.line - last.there === line - same.line) last.count++;
    else this.stretches.push({ line, from: same.import, there: same.line, count: 1 });
  }

  /** This import brought the entry too. */
  vouch(seq: number): void {
    this.vouched.push(seq);
  }

  /** Stretches and entries that wait to be recorded. */
  get size(): number {
    return this.stretches.length + this.vouched.length;
  }

  /** What waits, for one capture record; the list is empty afterwards. */
  take(): { readonly runs: number[]; readonly vouched: number[] } {
    const runs = this.stretches.flatMap(({ count, from, line, there }) => [line, from, there, count]);
    const vouched = [...new Set(this.vouched)].sort((a, b) => a - b);
    this.stretches = [];
    this.vouched = [];
    return { runs, vouched };
  }
}
