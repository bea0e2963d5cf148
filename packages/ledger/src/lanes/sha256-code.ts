/**
 * SHA-256 (FIPS 180-4) of four equally long messages at once, a 32-bit lane for each, as WebAssembly: for the two inputs
 * of which a tree has millions, 00 ‖ 32 bytes and 01 ‖ 64 bytes (RFC 6962 §2.1). What is constant in padding and message
 * schedule is computed while the code is written.
 */
import { CodePen, moduleOf, type WasmFunction } from './wasm-code.ts';

/** Where hashes are written; what is hashed begins at 0. */
export const HASHES_AT: number = 32 * 1024;

const ROUNDS = 64;
const HASH_BYTES = 32;
const FIRST_PRIMES = primes(ROUNDS);
const ROUND_CONSTANTS = FIRST_PRIMES.map((prime) => fractionOfRoot(prime, 3n));
const INITIAL = FIRST_PRIMES.slice(0, 8).map((prime) => fractionOfRoot(prime, 2n));

/** Locals: groups left, source, target; then vectors. */
const [LEFT, SOURCE, TARGET, T] = [0, 1, 2, 3];
const WORDS_AT = 4;
const STATE_AT = WORDS_AT + 16;
const CHAINED_AT = STATE_AT + 8;
const LOCALS = CHAINED_AT + 8;

/** A word of the schedule: known beforehand, or in a local. */
type Word = { readonly value: number } | { readonly local: number };

/** The module: `leaves(n)` and `nodes(n)` hash n groups of four. */
export function sha256Module(): Uint8Array<ArrayBuffer> {
  return moduleOf([treeFunction('leaves', 0, 32), treeFunction('nodes', 1, 64)]);
}

/** Hashes `prefix` ‖ `width` bytes, four at a time. */
function treeFunction(name: string, prefix: number, width: number): WasmFunction {
  const pen = new CodePen().i32(HASHES_AT).set(TARGET).loop();
  const blocks = Math.ceil((width + 10) / 64);
  for (let block = 0; block < blocks; block++) {
    const words = loadWords(pen, { block, isLast: block === blocks - 1, prefix, width });
    const chain = (i: number): CodePen => (block === 0 ? pen.lanes(INITIAL[i] ?? 0) : pen.get(CHAINED_AT + i));
    for (let i = 0; i < 8; i++) chain(i).set(STATE_AT + i);
    const state = rounds(pen, words);
    for (let i = 0; i < 8; i++)
      chain(i)
        .get(state[i] ?? 0)
        .add()
        .set(CHAINED_AT + i);
  }
  for (let i = 0; i < 8; i++) {
    const offsets = [0, 1, 2, 3].map((lane) => lane * HASH_BYTES + 4 * i);
    pen
      .swapBytes(CHAINED_AT + i)
      .set(T)
      .scatter(TARGET, offsets, T);
  }
  pen
    .get(SOURCE)
    .i32(4 * width)
    .i32Add()
    .set(SOURCE);
  pen
    .get(TARGET)
    .i32(4 * HASH_BYTES)
    .i32Add()
    .set(TARGET);
  pen.get(LEFT).i32(-1).i32Add().set(LEFT).get(LEFT).againIfNotZero();
  return { name, vectorLocals: LOCALS - T, body: pen };
}

interface Block {
  readonly block: number;
  readonly isLast: boolean;
  readonly prefix: number;
  /** Bytes in memory; the message is one longer. */
  readonly width: number;
}

/** Loads a block of the padded message; returns where each of its words then is. */
function loadWords(pen: CodePen, { block, isLast, prefix, width }: Block): Word[] {
  const load = (at: number): CodePen =>
    pen
      .gather(
        SOURCE,
        [0, 1, 2, 3].map((lane) => lane * width + at),
        T,
      )
      .swapBytes(T);
  return Array.from({ length: 16 }, (_, i): Word => {
    const byte = block * 64 + i * 4;
    const local = WORDS_AT + i;
    if (byte > width) return { value: isLast && i === 15 ? (width + 1) * 8 : 0 };
    if (byte === 0)
      load(0)
        .shiftRight(8)
        .lanes(prefix << 24)
        .or()
        .set(local);
    else if (byte < width) load(byte - 1).set(local);
    else
      load(width - 4)
        .shiftLeft(24)
        .lanes(0x80_0000)
        .or()
        .set(local);
    return { local };
  });
}

/** The 64 rounds; returns which locals then hold a to h. */
function rounds(pen: CodePen, words: Word[]): number[] {
  let state = Array.from({ length: 8 }, (_, i) => STATE_AT + i);
  for (let round = 0; round < ROUNDS; round++) {
    if (round >= 16) words[round % 16] = expand(pen, words, round);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    const word = words[round % 16] ?? { value: 0 };
    const constant = ROUND_CONSTANTS[round] ?? 0;
    bigSigma(pen.get(h), e, [6, 11, 25]).add().get(f).get(g).get(e).bitselect().add();
    pen.lanes((constant + ('value' in word ? word.value : 0)) | 0).add();
    if ('local' in word) pen.get(word.local).add();
    pen.set(T).get(d).get(T).add().set(d);
    bigSigma(pen.get(T), a, [2, 13, 22]).add();
    // The majority: where a and b differ it is c, elsewhere b.
    pen.get(c).get(b).get(a).get(b).xor().bitselect().add().set(h);
    state = [h, a, b, c, d, e, f, g];
  }
  return state;
}

/** The schedule's next word, which takes the place of the one sixteen before. */
function expand(pen: CodePen, words: readonly Word[], round: number): Word {
  const terms = [
    { word: words[round % 16], push: (local: number) => pen.get(local), known: (value: number) => value },
    { word: words[(round - 7) % 16], push: (local: number) => pen.get(local), known: (value: number) => value },
    { word: words[(round - 15) % 16], push: (local: number) => smallSigma(pen, local, [7, 18, 3]), known: sigma0 },
    { word: words[(round - 2) % 16], push: (local: number) => smallSigma(pen, local, [17, 19, 10]), known: sigma1 },
  ];
  let known = 0;
  let pushed = 0;
  for (const { word = { value: 0 }, push, known: knownValue } of terms) {
    if ('value' in word) known = (known + knownValue(word.value)) | 0;
    else {
      push(word.local);
      if (pushed++ > 0) pen.add();
    }
  }
  if (pushed === 0) return { value: known };
  if (known !== 0) pen.lanes(known).add();
  const local = WORDS_AT + (round % 16);
  pen.set(local);
  return { local };
}

type Amounts = readonly [x: number, y: number, z: number];

function rotate(pen: CodePen, local: number, bits: number): CodePen {
  return pen
    .get(local)
    .shiftRight(bits)
    .get(local)
    .shiftLeft(32 - bits)
    .or();
}

function bigSigma(pen: CodePen, local: number, [x, y, z]: Amounts): CodePen {
  rotate(pen, local, x);
  rotate(pen, local, y).xor();
  return rotate(pen, local, z).xor();
}

function smallSigma(pen: CodePen, local: number, [x, y, shift]: Amounts): CodePen {
  rotate(pen, local, x);
  return rotate(pen, local, y).xor().get(local).shiftRight(shift).xor();
}

const sigma0 = (value: number): number => rotated(value, 7) ^ rotated(value, 18) ^ (value >>> 3);
const sigma1 = (value: number): number => rotated(value, 17) ^ rotated(value, 19) ^ (value >>> 10);

function rotated(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}

/** The first 32 bits of the fractional part of the n-th root of a prime (FIPS 180-4 §4.2.2, §5.3.3), by integers alone. */
function fractionOfRoot(prime: number, n: bigint): number {
  const wanted = BigInt(prime) << (32n * n);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** n <= wanted) low = middle;
    else high = middle;
  }
  return Number(low & 0xffff_ffffn) | 0;
}
