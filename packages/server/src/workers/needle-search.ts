// Looks for several byte strings at once. Whatever is five bytes or longer covers two bytes that start at a multiple of four,
// so every fourth place is looked at, two bytes of it in a table; only where those are two bytes of a needle is it compared.

const STEP = 4;
/** What is shorter need not cover two such bytes. */
const SHORTEST = STEP + 1;

/** Where in which needle two bytes stand. */
interface Candidate {
  readonly needle: Uint8Array;
  readonly offset: number;
}

export class NeedleSearch {
  /** The length of the longest needle. */
  readonly longest: number;
  readonly #short: readonly Uint8Array[];
  readonly #table: Uint8Array = new Uint8Array(0x10000);
  readonly #candidates = new Map<number, Candidate[]>();
  readonly #found = new Set<Uint8Array>();

  constructor(needles: readonly Uint8Array[]) {
    this.longest = Math.max(1, ...needles.map((needle) => needle.length));
    this.#short = needles.filter((needle) => needle.length < SHORTEST);
    for (const needle of needles) {
      for (let offset = 0; offset < STEP && needle.length >= SHORTEST; offset++) {
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
    for (let at = Math.ceil(from / STEP) * 2; at < end; at += 2) {
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
