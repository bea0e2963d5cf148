// Numbers out of bytes of a length that nobody vouches for: what lies beyond the end is undefined, never a wrong number.

export class ByteView {
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  byte(at: number): number | undefined {
    return this.bytes[at];
  }

  u16le(at: number): number | undefined {
    return this.holds(at, 2) ? this.view.getUint16(at, true) : undefined;
  }

  u32be(at: number): number | undefined {
    return this.holds(at, 4) ? this.view.getUint32(at) : undefined;
  }

  u32le(at: number): number | undefined {
    return this.holds(at, 4) ? this.view.getUint32(at, true) : undefined;
  }

  u64be(at: number): number | undefined {
    return this.holds(at, 8) ? safe(this.view.getBigUint64(at)) : undefined;
  }

  u64le(at: number): number | undefined {
    return this.holds(at, 8) ? safe(this.view.getBigUint64(at, true)) : undefined;
  }

  /** Whether these Latin-1 letters stand at `at`. */
  has(at: number, text: string): boolean {
    if (at < 0) return false;
    for (let i = 0; i < text.length; i++) if (this.bytes[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  private holds(at: number, count: number): boolean {
    return at >= 0 && at + count <= this.bytes.length;
  }
}

function safe(value: bigint): number | undefined {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}
