/**
 * What was opened lately, up to a number of bytes; first goes what nobody asked for since its last turn to go (the clock, or second
 * chance).
 */

/** More than any segment has. */
const PARTS = 2 ** 32;

interface Held<T> {
  readonly value: T;
  /** Asked for since it was put in, or since its turn to go. */
  isUsed: boolean;
}

export class PartCache<T> {
  #room: number;
  readonly #sizeOf: (value: T) => number;
  /** By segment and part as one number. */
  readonly #entries = new Map<number, Held<T>>();
  #held = 0;

  constructor(roomBytes: number, sizeOf: (value: T) => number) {
    this.#room = roomBytes;
    this.#sizeOf = sizeOf;
  }

  /** Keeps more from now on, if it is more. */
  widen(roomBytes: number): void {
    this.#room = Math.max(this.#room, roomBytes);
  }

  /** What stands under a segment and part; undefined if it is not here. */
  held(segment: number, part: number): T | undefined {
    const held = this.#entries.get(segment * PARTS + part);
    if (held === undefined) return undefined;
    held.isUsed = true;
    return held.value;
  }

  /** What stands under a segment and part, opened now if it must be. */
  async get(segment: number, part: number, open: () => Promise<T>): Promise<T> {
    const held = this.held(segment, part);
    if (held !== undefined) return held;
    const opened = await open();
    const name = segment * PARTS + part;
    if (!this.#entries.has(name)) this.#keep(name, opened);
    return opened;
  }

  /** Forgets everything of some segments. */
  forget(segments: ReadonlySet<number>): void {
    for (const [name, { value }] of this.#entries) {
      if (segments.has(Math.floor(name / PARTS))) this.#drop(name, value);
    }
  }

  #keep(name: number, value: T): void {
    this.#entries.set(name, { value, isUsed: false });
    this.#held += this.#sizeOf(value);
    if (this.#held > this.#room) this.#makeRoom();
  }

  #makeRoom(): void {
    for (const [oldest, old] of this.#entries) {
      if (this.#held <= this.#room) return;
      if (old.isUsed) {
        old.isUsed = false;
        this.#entries.delete(oldest);
        this.#entries.set(oldest, old);
      } else this.#drop(oldest, old.value);
    }
  }

  #drop(name: number, value: T): void {
    this.#entries.delete(name);
    this.#held -= this.#sizeOf(value);
  }
}
