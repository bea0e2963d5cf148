/**
 * The little of WebAssembly's binary format (WebAssembly 2.0, with its 128-bit vectors) that the scan of lines is written
 * in: expressions as bytes, put together by functions that read like the text format. It is a pen, not a compiler.
 */

export type Code = readonly number[];
/** An instruction of two operands, and one of one. */
type Binary = (one: Code, other: Code) => Code;
type Unary = (of: Code) => Code;

const [I32, V128] = [0x7f, 0x7b];
const END = 0x0b;
const NO_RESULT = 0x40;
const VECTOR = 0xfd;

const binary =
  (...opcode: number[]): Binary =>
  (one, other) => [...one, ...other, ...opcode];
const unary =
  (...opcode: number[]): Unary =>
  (of) => [...of, ...opcode];

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, to: Code): Code => [...to, 0x21, local];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const add: Binary = binary(0x6a);
export const sub: Binary = binary(0x6b);
export const and: Binary = binary(0x71);
export const or: Binary = binary(0x72);
export const isLess: Binary = binary(0x48);
export const trailingZeros: Unary = unary(0x68);
export const ones: Unary = unary(0x69);
/** Of four bytes, at an address. */
export const store = (address: Code, value: Code, offset: number): Code => [
  ...address,
  ...value,
  0x36,
  0,
  ...unsigned(offset),
];

/** Sixteen bytes from an address. */
export const load = (address: Code, offset: number): Code => [...address, VECTOR, 0x00, 0, ...unsigned(offset)];
export const bytes = (values: readonly number[]): Code => [VECTOR, 0x0c, ...values];

export const alike: Binary = binary(VECTOR, 0x23);
export const lessSigned: Binary = binary(VECTOR, 0x25);
export const moreSigned: Binary = binary(VECTOR, 0x27);
export const vAnd: Binary = binary(VECTOR, 0x4e);
export const vAndNot: Binary = binary(VECTOR, 0x4f);
export const vOr: Binary = binary(VECTOR, 0x50);
export const vXor: Binary = binary(VECTOR, 0x51);
/** Bytes of the one, taken by the numbers below 16 that the other's bytes are. */
export const lookUp: Binary = binary(VECTOR, 0x0e);
/** Bytes less those of the other, 0 at the least. */
export const subDownToZero: Binary = binary(VECTOR, 0x73);
/** The upper four bits of each byte. */
export const upperHalves: Unary = (of) => [...of, ...i32(4), VECTOR, 0x6d];
export const isAny: Unary = unary(VECTOR, 0x53);
/** One bit for each byte's top bit. */
export const topBits: Unary = unary(VECTOR, 0x64);
export const when = (condition: Code, then: Code): Code => [...condition, 0x04, NO_RESULT, ...then, END];
/** Runs once, and again as long as the condition behind it holds. */
export const repeat = (body: Code, condition: Code): Code => [0x03, NO_RESULT, ...body, ...condition, 0x0d, 0, END];

/** A module with one memory of so many pages, exported as `memory`, and one function of an i32 with an i32 result. */
export function moduleOf(
  name: string,
  {
    pages,
    integers,
    vectors,
    body,
  }: { readonly pages: number; readonly integers: number; readonly vectors: number; readonly body: Code },
): Uint8Array<ArrayBuffer> {
  const code = [2, integers, I32, vectors, V128, ...body, END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [[0x60, 1, I32, 1, I32]]),
    ...section(3, [[0]]),
    ...section(5, [[0, ...unsigned(pages)]]),
    ...section(7, [
      [...text('memory'), 2, 0],
      [...text(name), 0, 0],
    ]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
}

function section(id: number, items: readonly Code[]): Code {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): Code {
  return [value.length, ...Array.from(value, (character) => character.charCodeAt(0))];
}

function unsigned(value: number): number[] {
  const coded: number[] = [];
  let rest = value;
  for (; rest >= 128; rest >>>= 7) coded.push((rest & 127) | 128);
  coded.push(rest);
  return coded;
}

function signed(value: number): number[] {
  const coded: number[] = [];
  let rest = value;
  for (; rest > 63 || rest < -64; rest >>= 7) coded.push((rest & 127) | 128);
  coded.push(rest & 127);
  return coded;
}
