/**
 * The little of WebAssembly's binary format (WebAssembly 2.0, with its 128-bit vectors) that the hashes here are written
 * in: a module of one memory and some functions, made of bytes at run time. It is a pen, not a compiler.
 */

/** A function of one i32 parameter (local 0) and no result; its other locals are two i32, then vectors. */
export interface WasmFunction {
  readonly name: string;
  readonly vectorLocals: number;
  readonly body: CodePen;
}

const [I32, V128] = [0x7f, 0x7b];
const I32_LOCALS = 2;
const SECTION = { types: 1, functions: 3, memories: 5, exports: 7, code: 10 } as const;
const EXPORTED = { func: 0, memory: 2 } as const;
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const END = 0x0b;
const VECTOR = 0xfd;
const BYTES_TURNED = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12];

/** Writes instructions one after another. */
export class CodePen {
  readonly bytes: number[] = [];

  get(local: number): this {
    this.bytes.push(0x20, local);
    return this;
  }

  set(local: number): this {
    this.bytes.push(0x21, local);
    return this;
  }

  i32(value: number): this {
    this.bytes.push(0x41);
    pushSigned(this.bytes, value);
    return this;
  }

  i32Add(): this {
    this.bytes.push(0x6a);
    return this;
  }

  /** Begins what runs again as long as `againIfNotZero` finds an i32 that is not zero. */
  loop(): this {
    this.bytes.push(0x03, 0x40);
    return this;
  }

  againIfNotZero(): this {
    this.bytes.push(0x0d, 0x00, END);
    return this;
  }

  /** Four lanes of 32 bits, all with this value. */
  lanes(value: number): this {
    this.#vector(0x0c);
    for (let lane = 0; lane < 4; lane++)
      this.bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
    return this;
  }

  add(): this {
    return this.#vector(0xae);
  }

  or(): this {
    return this.#vector(0x50);
  }

  xor(): this {
    return this.#vector(0x51);
  }

  /** Of three vectors: bits of the first where the third has ones, else of the second. */
  bitselect(): this {
    return this.#vector(0x52);
  }

  shiftLeft(bits: number): this {
    return this.i32(bits).#vector(0xab);
  }

  shiftRight(bits: number): this {
    return this.i32(bits).#vector(0xad);
  }

  /** Leaves the vector in local `from` with the bytes of each lane turned around. */
  swapBytes(from: number): this {
    this.get(from).get(from).#vector(0x0d);
    this.bytes.push(...BYTES_TURNED);
    return this;
  }

  /** Fills local `into` from memory: lane l from the address in local `base` plus `offsets[l]`. */
  gather(base: number, offsets: readonly number[], into: number): this {
    for (const [lane, offset] of offsets.entries()) {
      this.get(base);
      if (lane > 0) this.get(into);
      this.#vector(lane === 0 ? 0x5c : 0x56).#at(offset);
      if (lane > 0) this.bytes.push(lane);
      this.set(into);
    }
    return this;
  }

  /** Writes lane l of the vector in local `from` to the address in local `base` plus `offsets[l]`. */
  scatter(base: number, offsets: readonly number[], from: number): this {
    for (const [lane, offset] of offsets.entries()) {
      this.get(base).get(from).#vector(0x5a).#at(offset);
      this.bytes.push(lane);
    }
    return this;
  }

  #vector(opcode: number): this {
    this.bytes.push(VECTOR);
    pushUnsigned(this.bytes, opcode);
    return this;
  }

  /** An address operand, of no promised alignment. */
  #at(offset: number): this {
    this.bytes.push(0);
    pushUnsigned(this.bytes, offset);
    return this;
  }
}

/** A module with one memory of 64 KiB, exported as `memory`, and these functions under their names. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const exports = functions.map(({ name }, at) => [...text(name), EXPORTED.func, at]);
  const bodies = functions.map(({ body, vectorLocals }) => {
    const code = [2, I32_LOCALS, I32, vectorLocals, V128].concat(body.bytes, END);
    return unsigned(code.length).concat(code);
  });
  return Uint8Array.from(
    HEADER.concat(
      section(SECTION.types, [[0x60, 1, I32, 0]]),
      section(
        SECTION.functions,
        functions.map(() => [0]),
      ),
      section(SECTION.memories, [[0, 1]]),
      section(SECTION.exports, [[...text('memory'), EXPORTED.memory, 0], ...exports]),
      section(SECTION.code, bodies),
    ),
  );
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = unsigned(items.length).concat(...items);
  return [id].concat(unsigned(content.length), content);
}

function text(value: string): number[] {
  return [value.length, ...Buffer.from(value, 'latin1')];
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  pushUnsigned(bytes, value);
  return bytes;
}

function pushUnsigned(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

function pushSigned(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 63 || rest < -64; rest >>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest & 127);
}
