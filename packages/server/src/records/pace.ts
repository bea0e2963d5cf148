// Long work in short stretches, so that the event loop serves others: it says when a stretch is long enough, and gives each piece of
// work that goes on a turn of its own. Two of some milliseconds, which one message or one file read woke, never hold up one turn together.

/** Work that nobody waits for beside it. */
const STRETCH_MS = 8;

/** Who waits for a turn, in order. */
const waiting: (() => void)[] = [];

/** Resolves in a later turn of the event loop, in which nobody else goes on who waited here. */
export function ownTurn(): Promise<void> {
  return new Promise((resume) => {
    waiting.push(resume);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

function goOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn);
}

export class Pace {
  readonly #stretchMs: number;
  #until: number;

  constructor(stretchMs: number = STRETCH_MS) {
    this.#stretchMs = stretchMs;
    this.#until = performance.now() + stretchMs;
  }

  /** True when it is time to rest. Asking costs little, but not nothing: ask every few microseconds of work. */
  get isDue(): boolean {
    return performance.now() >= this.#until;
  }

  /** Lets everybody else have a turn. */
  async rest(): Promise<void> {
    await ownTurn();
    this.#until = performance.now() + this.#stretchMs;
  }
}
