/** What was opened lately, up to a number of bytes; the least recently used goes first. */

/** More than any segment has. */
const PARTS = 2 ** 32;

export class PartCache<T> {
  readonly #room: number;
  readonly #sizeOf: (value: T) => number;
  /** By segment and part as one number. */
  readonly #entries = new Map<number, T>();
  #held = 0;

  constructor(roomBytes: number, sizeOf: (value: T) => number) {
    this.#room = roomBytes;
    this.#sizeOf = sizeOf;
  }

  /** What stands under a segment and part, opened now if it must be. */
  async get(segment: number, part: number, open: () => Promise<T>): Promise<T> {
    const name = segment * PARTS + part;
    const held = this.#entries.get(name);
    if (held !== undefined) {
      this.#entries.delete(name);
      this.#entries.set(name, held);
      return held;
    }
    const opened = await open();
    if (!this.#entries.has(name)) this.#keep(name, opened);
    return opened;
  }

  /** Forgets everything of some segments. */
  forget(segments: ReadonlySet<number>): void {
    for (const [name, value] of this.#entries) {
      if (segments.has(Math.floor(name / PARTS))) this.#drop(name, value);
    }
  }

  #keep(name: number, value: T): void {
    this.#entries.set(name, value);
    this.#held += this.#sizeOf(value);
    for (const [oldest, old] of this.#entries) {
      if (this.#held <= this.#room) return;
      this.#drop(oldest, old);
    }
  }

  #drop(name: number, value: T): void {
    this.#entries.delete(name);
    this.#held -= this.#sizeOf(value);
  }
}
