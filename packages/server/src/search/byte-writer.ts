/**
 * A growing buffer of bytes, with the two encodings that a segment is made of: LEB128 varints of whole numbers up to 2^53 − 1, and
 * UTF-8.
 */

/** Appends; `bytes` is the room, `length` how much of it is written. */
export class ByteWriter {
  bytes: Uint8Array;
  length = 0;

  constructor(room = 1024) {
    this.bytes = new Uint8Array(room);
  }

  /** Empties it and keeps the room. */
  clear(): void {
    this.length = 0;
  }

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }

  /** A whole number from 0 to 2^53 − 1, seven bits a byte, the lowest first. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 0x7fffffff) {
      this.bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** A whole number of either sign: 0, −1, 1, −2 … as 0, 1, 2, 3 … */
  zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Bytes as they stand. */
  copy(from: Uint8Array, start: number, end: number): void {
    const count = end - start;
    this.reserve(count);
    if (count > 32) this.bytes.set(from.subarray(start, end), this.length);
    else for (let i = 0; i < count; i++) this.bytes[this.length + i] = from[start + i] ?? 0;
    this.length += count;
  }

  /** Well-formed UTF-16 in [start, end) as UTF-8. */
  utf8(codes: Uint16Array, start: number, end: number): void {
    this.reserve((end - start) * 3);
    for (let i = start; i < end; i++) {
      const unit = codes[i] ?? 0;
      if (unit < 0x80) this.bytes[this.length++] = unit;
      else if ((unit & 0xfc00) !== 0xd800) this.#point(unit);
      else this.#point(0x10000 + ((unit & 0x3ff) << 10) + ((codes[++i] ?? 0) & 0x3ff));
    }
  }

  #point(point: number): void {
    if (point < 0x800) {
      this.bytes[this.length++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) this.bytes[this.length++] = 0xe0 | (point >> 12);
      else {
        this.bytes[this.length++] = 0xf0 | (point >> 18);
        this.bytes[this.length++] = 0x80 | ((point >> 12) & 0x3f);
      }
      this.bytes[this.length++] = 0x80 | ((point >> 6) & 0x3f);
    }
    this.bytes[this.length++] = 0x80 | (point & 0x3f);
  }

  /** A copy of what is written. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** What is written, as a view that stands until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** Reads the same varints back. Past the end it reads zeros, so that damaged bytes end every loop over a count. */
export class ByteReader {
  bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next whole number. */
  varint(): number {
    let byte = this.bytes[this.at++] ?? 0;
    let value = byte & 127;
    for (let unit = 128; byte > 127; unit *= 128) {
      byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * unit;
    }
    return value;
  }

  /** The next whole number of either sign. */
  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The next so many bytes, as UTF-8. */
  utf8(length: number): string {
    const start = this.at;
    this.at += length;
    return utf8Of(this.bytes, start, this.at);
  }
}

/** A slice of UTF-8 as a string; short ASCII, which most terms are, without a call into the decoder. */
function utf8Of(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The code point whose UTF-8 starts at a place. */
export function codePointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const follower = (n: number): number => (bytes[at + n] ?? 0) & 0x3f;
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 0x1f) << 6) | follower(1);
  if (first < 0xf0) return ((first & 0x0f) << 12) | (follower(1) << 6) | follower(2);
  return ((first & 0x07) << 18) | (follower(1) << 12) | (follower(2) << 6) | follower(3);
}

const decoder = new TextDecoder();
