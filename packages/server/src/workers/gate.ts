// Lets so many works go on at once; who comes later waits in the order of coming. Readers of one connection wake each other in vain
// where very many wait for it.

export class Gate {
  private readonly most: number;
  private readonly waiting: (() => void)[] = [];
  private inside = 0;

  constructor(most: number) {
    this.most = most;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.inside++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whose turn it is takes the place over.
      if (next === undefined) this.inside--;
      else next();
    }
  }
}
