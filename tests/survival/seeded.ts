// Randomness that a seed gives again: the same seed tries the same faults on every machine. Not for secrets.

/** A stream of numbers from a seed; streams of other names are independent of it. */
export class Seeded {
  private state: number;

  constructor(seed: number, name = '') {
    let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    for (const mark of name) mixed = Math.imul(mixed ^ (mark.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    this.state = mixed;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `below` − 1. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** One of them. Throws where there is none. */
  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  /** `count` of them without repetition, in order; all where there are not more. */
  sample<T>(from: readonly T[], count: number): T[] {
    const left = from.map((value, at) => ({ value, at, by: this.next() }));
    return left
      .sort((a, b) => a.by - b.by)
      .slice(0, count)
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }

  /** A word of `length` letters that no dictionary has. */
  word(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(97 + this.below(26))).join('');
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
