/**
 * What the bytes of a block show before anybody reads its text: where lines end and how many code units they have, where
 * a name may end, marks of the app (U+200E), links and control characters. UTF-8 only. In WebAssembly where the engine
 * has vectors and the block is not larger than usual, otherwise byte by byte.
 */
import { isWellFormed } from './encoding.ts';
import {
  blockAt,
  lineScanModule,
  linkFound,
  markFound,
  mostBytes,
  paddingBytes,
  tableAt,
  verdictAt,
  wordsEach,
} from './line-scan-code.ts';

export { linkFound, markFound } from './line-scan-code.ts';

/** What is used of the engine's own `WebAssembly`. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** The module's memory, in bytes and in words, and what looks through so many bytes at its start. */
interface Lanes {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  /** Returns how many bytes the records of line ends take. */
  readonly scan: (size: number) => number;
}

/** One for all: what it finds is copied out at once. */
let lanes: Lanes | 'none' | undefined;

const [LF, SPACE, COLON, SLASH] = [10, 32, 58, 47];
const wordBytes = 4;

export class LineScan {
  /** Line ends in the block. */
  count = 0;
  hasControls = false;
  /** Whether all of it is UTF-8. */
  isWellFormed = true;
  /** Records of lines: where they end, bytes beyond code units up to there, what was found in them, where a name may end. */
  #words: Int32Array = new Int32Array(0);

  /** Looks through a block's bytes. What was found before is forgotten. */
  find(bytes: Uint8Array): void {
    lanes ??= load();
    if (lanes === 'none' || bytes.length > mostBytes) this.findSlowly(bytes);
    else this.#findInLanes(lanes, bytes);
  }

  /** Where a line ends, its line end included; the block's end where there is no such line. Lines count from 0. */
  endOf(line: number): number {
    return this.#words[this.#at(line)] ?? 0;
  }

  /** How many bytes up to a line's end are beyond the code units they are, in well-formed UTF-8. */
  surplusAt(line: number): number {
    return this.#words[this.#at(line) + 1] ?? 0;
  }

  /** Whether {@link markFound} and {@link linkFound} stand in a line. */
  foundIn(line: number): number {
    return this.#words[this.#at(line) + 2] ?? 0;
  }

  /** The first colon of a line that U+0020 or a character opening like U+00A0 or U+202F follows, or -1. */
  nameEndIn(line: number): number {
    return this.#words[this.#at(line) + 3] ?? -1;
  }

  /** Behind the last line end stands the record of what follows it. */
  #at(line: number): number {
    return Math.min(line, this.count) * wordsEach;
  }

  #findInLanes({ bytes: memory, scan, words }: Lanes, bytes: Uint8Array): void {
    memory.set(bytes, blockAt);
    memory.fill(SPACE, blockAt + bytes.length, blockAt + bytes.length + paddingBytes);
    const records = scan(bytes.length) / wordBytes;
    const first = tableAt / wordBytes;
    this.count = records / wordsEach;
    if (records + wordsEach > this.#words.length) this.#words = new Int32Array(records * 2 + wordsEach);
    this.#words.set(words.subarray(first, first + records + wordsEach));
    this.hasControls = words[verdictAt / wordBytes] !== 0;
    this.isWellFormed = words[verdictAt / wordBytes + 1] === 0;
  }

  /** The same, byte by byte: for engines without vectors and for very long lines. */
  findSlowly(bytes: Uint8Array): void {
    const words: number[] = [];
    let [surplus, found, name] = [0, 0, -1];
    this.hasControls = false;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      surplus += surplusOf(byte);
      if (byte === LF) {
        words.push(at + 1, surplus, found, name);
        [found, name] = [0, -1];
      } else if (isControl(byte)) this.hasControls = true;
      else if (byte === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x8e) found |= markFound;
      else if (byte === COLON) {
        if (bytes[at + 1] === SLASH && bytes[at + 2] === SLASH) found |= linkFound;
        if (name < 0 && mayFollowName(bytes[at + 1] ?? SPACE)) name = at;
      }
    }
    this.count = words.length / wordsEach;
    words.push(bytes.length, surplus, found, name);
    this.#words = Int32Array.from(words);
    this.isWellFormed = isWellFormed(bytes, 'utf-8');
  }
}

/** The module, or `none` where the engine refuses it. */
function load(): Lanes | 'none' {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(lineScanModule()));
    const { buffer } = exports['memory'] as { readonly buffer: ArrayBuffer };
    return { bytes: new Uint8Array(buffer), words: new Int32Array(buffer), scan: exports['scan'] as Lanes['scan'] };
  } catch {
    return 'none';
  }
}

function surplusOf(byte: number): number {
  return byte >= 0xf0 ? -1 : (byte & 0xc0) === 0x80 ? 1 : 0;
}

/** Other than TAB, LF and CR. */
function isControl(byte: number): boolean {
  return byte === 127 || (byte < 32 && byte !== 9 && byte !== LF && byte !== 13);
}

function mayFollowName(byte: number): boolean {
  return byte === SPACE || byte === 0xc2 || byte === 0xe2;
}
