/**
 * What is known of the authors who write most lines, found by the bytes of a line without making a string of them.
 * A name has two places, which it shares with others of its hash: no file can make a search long.
 */

/** Even: places come in pairs. */
const places = 2048;
/** Longer names are looked for in the text. */
export const longestName = 300;
const COLON = 58;
const noName = new Uint8Array(0);

export class NameCache<T> {
  /** Index of the colon that ends the possible author looked for last, or -1. */
  end = -1;
  #place = 0;
  readonly #names: Uint8Array[] = Array.from({ length: places }, () => noName);
  readonly #known: (T | undefined)[] = Array.from({ length: places }, () => undefined);

  /** What was kept for the first possible author in UTF-8 from `start` to `end`, a line's end; sets {@link end}. */
  find(bytes: Uint8Array, start: number, end: number): T | undefined {
    const limit = Math.min(end, start + longestName);
    this.end = -1;
    for (let at = start + 1; at < limit; at++) {
      if (bytes[at] === COLON && (at + 1 >= end || opensWithSpace(bytes, at + 1))) return this.get(bytes, start, at);
    }
    return undefined;
  }

  /** What was kept for the name from `start` to `end`, a colon. */
  get(bytes: Uint8Array, start: number, end: number): T | undefined {
    const place = placeOf(bytes, start, end);
    this.end = end;
    this.#place = place;
    if (this.#stands(place, bytes, start)) return this.#known[place];
    return this.#stands(place + 1, bytes, start) ? this.#known[place + 1] : undefined;
  }

  /** Keeps something for the name that was just looked for in these bytes. What came before it moves to the other place. */
  keep(bytes: Uint8Array, start: number, known: T): void {
    if (this.end < 0) return;
    const place = this.#place;
    this.#names[place + 1] = this.#names[place] ?? noName;
    this.#known[place + 1] = this.#known[place];
    this.#names[place] = bytes.slice(start, this.end);
    this.#known[place] = known;
  }

  #stands(place: number, bytes: Uint8Array, start: number): boolean {
    const name = this.#names[place];
    if (name === undefined || name.length !== this.end - start) return false;
    for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
    return true;
  }
}

/** The first of a name's two places, from a few of its bytes; the multiplications do not wait for each other. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  const size = end - start;
  const hash =
    Math.imul(size, 0x2545f491) +
    Math.imul(bytes[start] ?? 0, 0x1e3779b1) +
    Math.imul(bytes[start + (size >> 2)] ?? 0, 0x05ebca77) +
    Math.imul(bytes[start + (size >> 1)] ?? 0, 0x42b2ae3d) +
    Math.imul(bytes[end - (size >> 2)] ?? 0, 0x27d4eb2f) +
    Math.imul(bytes[Math.max(start, end - 3)] ?? 0, 0x165667b1) +
    Math.imul(bytes[Math.max(start, end - 2)] ?? 0, 0x3c6ef372) +
    Math.imul(bytes[end - 1] ?? 0, 0x61c88647);
  return ((hash ^ (hash >>> 15)) >>> 3) & (places - 2);
}

/** U+0020, U+00A0 or U+202F. */
function opensWithSpace(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === 32) return true;
  return byte === 0xc2 ? bytes[at + 1] === 0xa0 : byte === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf;
}
