/**
 * What is known of the authors who write most lines, found by the characters of a line without making a string of them.
 * A name has one place only, which the next name of that place takes over: no file can make a search long.
 */
import { authorLimit, endsAuthor } from './author-split.ts';

const places = 1024;
const COLON = 58;

export class NameCache<T> {
  /** Index of the colon that ends the possible author looked for last, or -1. */
  end = -1;
  #place = 0;
  readonly #names: string[] = Array.from({ length: places }, () => '');
  readonly #known: (T | undefined)[] = Array.from({ length: places }, () => undefined);

  /** What was kept for the first possible author of a line whose content runs from `start` to `end`; sets {@link end}. */
  find(text: string, start: number, end: number): T | undefined {
    const limit = Math.min(end, start + authorLimit);
    this.end = -1;
    let hash = 0;
    for (let at = start; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === COLON && at > start && endsAuthor(text, at, end)) {
        this.end = at;
        this.#place = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (places - 1);
        const name = this.#names[this.#place] ?? '';
        return name.length === at - start && stands(name, text, start) ? this.#known[this.#place] : undefined;
      }
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    return undefined;
  }

  /** Keeps something for the author that was just looked for. `name` must not be a slice of a block, which it would keep alive. */
  keep(name: string, known: T): void {
    this.#names[this.#place] = name;
    this.#known[this.#place] = known;
  }
}

/** By index: names are short, and `startsWith` takes longer. */
function stands(name: string, text: string, start: number): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
