// What the platform has told of one business number: whether it stopped it, how long it is to wait, and how much went out lately.
// What it stopped stands on record; the rest dies with the process, and a restart asks the platform anew.

/** A number that may send nothing until somebody acts. */
export interface Halt {
  readonly code: number;
  readonly sinceMs: number;
}

const SECOND_MS = 1_000;

export class NumberState {
  readonly limitPerSecond: number;
  halt: Halt | undefined;
  waitUntilMs = 0;
  /** Marketing was stopped here because too much of it was reported. */
  isCampaignPaused = false;
  /** Templates that the platform refused to send, as `name/language`. */
  readonly pausedTemplates: Set<string> = new Set();
  private sentMs: number[] = [];

  constructor(limitPerSecond: number) {
    this.limitPerSecond = limitPerSecond;
  }

  /** A message goes out now. */
  sent(nowMs: number): void {
    this.sentMs.push(nowMs);
  }

  /** Messages in the second before `nowMs`. */
  lastSecond(nowMs: number): number {
    this.sentMs = this.sentMs.filter((at) => nowMs - at < SECOND_MS);
    return this.sentMs.length;
  }

  /** How long until one more may go, in ms; 0 for at once. */
  waitMs(nowMs: number): number {
    const asked = Math.max(0, this.waitUntilMs - nowMs);
    if (this.lastSecond(nowMs) < this.limitPerSecond) return asked;
    const oldest = this.sentMs.at(-this.limitPerSecond) ?? nowMs;
    return Math.max(asked, oldest + SECOND_MS - nowMs, 1);
  }
}
