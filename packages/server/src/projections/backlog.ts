// Work that is done one after another behind whoever brings it: so much may wait, then the bringer waits. What goes wrong
// with one ends all: nothing after it is done, and everybody who comes is told.

export class Backlog {
  private readonly most: number;
  private readonly waiting: Promise<void>[] = [];
  private weight = 0;
  private last: Promise<void> = Promise.resolve();

  /** `most`: how much may wait, in the unit of the weights. */
  constructor(most: number) {
    this.most = most;
  }

  /** Takes work in. Waits until no more than may wait is undone. Rejects with what went wrong before. */
  async add(weight: number, work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work).then(() => {
      this.waiting.shift();
      this.weight -= weight;
    });
    done.catch(() => undefined);
    this.last = done;
    this.waiting.push(done);
    this.weight += weight;
    while (this.weight > this.most) await this.waiting[0];
  }

  /** Resolves when all that was taken in is done. Rejects with what went wrong. */
  done(): Promise<void> {
    return this.last;
  }
}
