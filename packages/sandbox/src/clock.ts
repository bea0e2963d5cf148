// The sandbox's own time. It runs like the machine's clock or stands still, and can be moved forward: then everything that was due
// in between happens, in its order and at its time. Nothing in the sandbox asks the machine for the time but this file.

/** What is to happen; what it waits for is waited for when the clock is moved. */
type Act = () => void | Promise<void>;

interface Alarm {
  readonly dueMs: number;
  readonly order: number;
  readonly act: Act;
}

export interface ClockOptions {
  /** Milliseconds since 1970; the machine's time if not given. */
  readonly startMs?: number;
  /** A clock that stands moves only by `advance`. */
  readonly stands?: boolean;
}

const longestTimeoutMs = 2 ** 31 - 1;

/** A clock with alarms. */
export class SandboxClock {
  readonly stands: boolean;
  /** The latest first, so that the next one is taken from the end. */
  readonly #alarms: Alarm[] = [];
  #offsetMs: number;
  #heldMs: number | undefined;
  #order = 0;
  #timeout: NodeJS.Timeout | undefined;
  #moving: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor({ startMs, stands = false }: ClockOptions = {}) {
    this.stands = stands;
    this.#offsetMs = startMs === undefined ? 0 : startMs - Date.now();
    this.#heldMs = stands ? (startMs ?? Date.now()) : undefined;
  }

  /** @returns milliseconds since 1970, whole */
  now(): number {
    return this.#heldMs ?? Date.now() + this.#offsetMs;
  }

  /** @returns whether a running clock is being moved forward right now */
  get isMoving(): boolean {
    return !this.stands && this.#heldMs !== undefined;
  }

  /** Sets an alarm. What is due already happens as soon as possible, never before this returns. */
  in(delayMs: number, act: Act): void {
    const alarm = { dueMs: this.now() + Math.max(0, delayMs), order: this.#order, act };
    this.#order += 1;
    this.#alarms.splice(this.#placeOf(alarm), 0, alarm);
    this.#arm();
  }

  #placeOf({ dueMs, order }: Alarm): number {
    let [low, high] = [0, this.#alarms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#alarms[middle];
      const isLater = other !== undefined && (other.dueMs > dueMs || (other.dueMs === dueMs && other.order > order));
      if (isLater) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Moves the clock forward. Settles when all that fell due has been done, one time after the other; alarms of one time together. */
  advance(byMs: number): Promise<void> {
    const moved = this.#moving.then(() => this.#move(byMs));
    // A move that failed is its caller's to know, and no reason for the next one to fail.
    this.#moving = moved.catch(() => undefined);
    return moved;
  }

  async #move(byMs: number): Promise<void> {
    const targetMs = this.now() + byMs;
    this.#heldMs = this.now();
    for (
      let next = this.#alarms.at(-1);
      next && next.dueMs <= targetMs && !this.#isStopped;
      next = this.#alarms.at(-1)
    ) {
      this.#heldMs = Math.max(this.#heldMs, next.dueMs);
      await Promise.all(this.#takeDue(next.dueMs).map(({ act }) => act()));
    }
    this.#heldMs = targetMs;
    if (this.stands) return;
    this.#offsetMs = targetMs - Date.now();
    this.#heldMs = undefined;
    this.#arm();
  }

  #takeDue(nowMs: number): readonly Alarm[] {
    const due: Alarm[] = [];
    for (let next = this.#alarms.at(-1); next && next.dueMs <= nowMs; next = this.#alarms.at(-1)) {
      this.#alarms.pop();
      due.push(next);
    }
    return due;
  }

  #arm(): void {
    clearTimeout(this.#timeout);
    const next = this.#alarms.at(-1);
    if (next === undefined || this.#heldMs !== undefined || this.#isStopped) return;
    const delayMs = Math.min(longestTimeoutMs, Math.max(0, next.dueMs - this.now()));
    this.#timeout = setTimeout(() => {
      for (const { act } of this.#takeDue(this.now())) void act();
      this.#arm();
    }, delayMs);
  }

  /** No alarm rings any more. */
  stop(): void {
    this.#isStopped = true;
    this.#alarms.length = 0;
    clearTimeout(this.#timeout);
  }
}
