// Chance that can be repeated: a stream of numbers that a seed and a name decide. Each use has a stream of its own, so that what one
// part draws does not move another. It is small fast counting (sfc32), good enough for habits and small talk and for nothing secret.
import { createHash } from 'node:crypto';

/** A seeded stream of numbers. */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: number, stream: string) {
    const digest = createHash('sha256').update(`${seed}\n${stream}`).digest();
    this.#a = digest.readInt32LE(0);
    this.#b = digest.readInt32LE(4);
    this.#c = digest.readInt32LE(8);
  }

  /** @returns a number from 0 up to, not including, 1 */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** @returns a whole number from `least` to `most`, both possible */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @returns whether something of this likelihood happens; 0 never, 1 always */
  happens(likelihood: number): boolean {
    return likelihood > 0 && this.next() < likelihood;
  }

  /** @returns one of a list that is not empty */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.whole(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** @returns that many characters of an alphabet */
  letters(count: number, alphabet: string): string {
    return Array.from({ length: count }, () => alphabet[this.whole(0, alphabet.length - 1)]).join('');
  }

  /** @returns the list in another order */
  shuffled<T>(list: readonly T[]): readonly T[] {
    const keyed = list.map((item) => ({ item, key: this.next() }));
    return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
  }
}
