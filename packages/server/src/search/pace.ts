/** Long work in short stretches: it says when a stretch is long enough, and lets the event loop serve others. */

import { setImmediate } from 'node:timers/promises';

const STRETCH_MS = 8;

export class Pace {
  #until: number;

  constructor() {
    this.#until = performance.now() + STRETCH_MS;
  }

  /** True when it is time to rest. Asking costs little, but not nothing: ask every few microseconds of work. */
  get isDue(): boolean {
    return performance.now() >= this.#until;
  }

  /** Lets everybody else have a turn. */
  async rest(): Promise<void> {
    await setImmediate();
    this.#until = performance.now() + STRETCH_MS;
  }
}
