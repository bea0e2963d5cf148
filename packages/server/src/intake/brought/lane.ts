// Work one after another: what comes while something runs waits for its turn, in the order in which it came.

export class Lane {
  private last: Promise<void> = Promise.resolve();

  /** Resolves to what the work resolves to; what one throws stops no other. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** Resolves when all that came so far is done. */
  atRest(): Promise<void> {
    return this.last;
  }
}
