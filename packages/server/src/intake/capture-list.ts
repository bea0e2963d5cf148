// Where the pieces of a file stand, as the import goes through it. Entries that the import itself brings say their line;
// here stand only the stretches that were written with the very same bytes by entries of other imports.

/** A stretch: from `line` of this file on, `lines` lines stand in the import `from`, beginning at its line `there`. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly there: number;
  lines: number;
}

/** Where an entry stands that was written with the same bytes. */
export interface SameBytes {
  readonly import: number;
  readonly line: number;
}

export class CaptureList {
  private stretches: Stretch[] = [];
  private vouched: number[] = [];

  /** The entry whose lines begin at `line` of this file is one of another import, written with the same bytes. */
  stands({ line, lines }: { readonly line: number; readonly lines: number }, same: SameBytes): void {
    const last = this.stretches.at(-1);
    const goesOn =
      last?.from === same.import && last.line + last.lines === line && last.there + last.lines === same.line;
    if (last !== undefined && goesOn) last.lines += lines;
    else this.stretches.push({ line, from: same.import, there: same.line, lines });
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
    const runs = this.stretches.flatMap(({ from, line, lines, there }) => [line, from, there, lines]);
    const vouched = [...new Set(this.vouched)].sort((a, b) => a - b);
    this.stretches = [];
    this.vouched = [];
    return { runs, vouched };
  }
}
