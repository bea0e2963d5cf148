// Looks for several byte strings at once. Whatever is longer than a step covers two bytes that start at a multiple of it, so one
// place a step is looked at, two bytes of it in a table; only where those are two bytes of a needle is it compared.

/** What is no longer than the least need not cover two such bytes; beyond the most nothing is gained. */
const [LEAST_STEP, MOST_STEP] = [4, 16];

/** Where in which needle two bytes stand. */
interface Candidate {
  readonly needle: Uint8Array;
  readonly offset: number;
}

export class NeedleSearch {
  /** The length of the longest needle. */
  readonly longest: number;
  readonly #short: readonly Uint8Array[];
  /** A power of two less than the length of each that is not short. */
  readonly #step: number;
  readonly #table: Uint8Array = new Uint8Array(0x10000);
  readonly #candidates = new Map<number, Candidate[]>();
  readonly #found = new Set<Uint8Array>();

  constructor(needles: readonly Uint8Array[]) {
    this.longest = Math.max(1, ...needles.map((needle) => needle.length));
    this.#short = needles.filter((needle) => needle.length <= LEAST_STEP);
    const long = needles.filter((needle) => needle.length > LEAST_STEP);
    this.#step = stepOf(Math.min(...long.map((needle) => needle.length)));
    for (const needle of long) {
      for (let offset = 0; offset < this.#step; offset++) {
        const two = twoBytes(needle, offset);
        this.#table[two] = 1;
        const known = this.#candidates.get(two);
        if (known === undefined) this.#candidates.set(two, [{ needle, offset }]);
        else known.push({ needle, offset });
      }
    }
  }

  /** How many needles were found so far. */
  get found(): number {
    return this.#found.size;
  }

  /** Looks at bytes [from, to). */
  look(bytes: Uint8Array, from: number, to: number): void {
    if (bytes.byteOffset % 2 !== 0) {
      this.look(Uint8Array.from(bytes.subarray(from, to)), 0, to - from);
      return;
    }
    const table = this.#table;
    const twos = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
    const end = to >> 1;
    const step = this.#step >> 1;
    for (let at = Math.ceil(from / this.#step) * step; at < end; at += step) {
      const two = twos[at] ?? 0;
      if (table[two] !== 0) this.#compare({ bytes, from, to }, at * 2, two);
    }
    const window = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
    for (const needle of this.#short) if (window.includes(Buffer.from(needle))) this.#found.add(needle);
  }

  #compare({ bytes, from, to }: Range, at: number, two: number): void {
    for (const { needle, offset } of this.#candidates.get(two) ?? []) {
      const start = at - offset;
      if (start >= from && start + needle.length <= to && stands(needle, bytes, start)) this.#found.add(needle);
    }
  }
}

function stepOf(shortest: number): number {
  let step = LEAST_STEP;
  while (step < MOST_STEP && step * 2 < shortest) step *= 2;
  return step;
}

interface Range {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** As a machine of any byte order reads them from memory. */
function twoBytes(bytes: Uint8Array, at: number): number {
  return new Uint16Array(Uint8Array.of(bytes[at] ?? 0, bytes[at + 1] ?? 0).buffer)[0] ?? 0;
}

function stands(needle: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < needle.length; i++) if (bytes[start + i] !== needle[i]) return false;
  return true;
}
