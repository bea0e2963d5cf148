// Who may append next: one after another, in the order in which they came. From what those in line will append it tells which seq comes
// after all of them, if none of them fails. It appends nothing.

interface Turn {
  /** Records that it will append and that are not on their way yet; undefined where nobody knows. */
  left: number | undefined;
}

export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private readonly line = new Set<Turn>();
  private present: Turn | undefined;

  /** Runs the work when everything that came before it is over. `count`: how many records it will append, if that is known. */
  take<T>(work: () => Promise<T>, count?: number): Promise<T> {
    const turn: Turn = { left: count };
    this.line.add(turn);
    const run = this.last.then(() => {
      this.present = turn;
      return work();
    });
    this.last = run
      .catch(() => undefined)
      .then(() => {
        this.line.delete(turn);
      });
    return run;
  }

  /** Told of records of the present turn in the moment in which they count as appended. */
  appended(count: number): void {
    if (this.present?.left !== undefined) this.present.left -= count;
  }

  /** The seq after what everybody in line will append to a ledger of this size; undefined where nobody knows. */
  plannedFrom(size: number): number | undefined {
    let planned = size;
    for (const { left } of this.line) {
      if (left === undefined) return undefined;
      planned += left;
    }
    return planned;
  }

  /** Resolves when all who are in line have had their turn, whatever came of it. */
  async over(): Promise<void> {
    await this.last;
  }
}
