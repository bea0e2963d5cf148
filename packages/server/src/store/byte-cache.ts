// What was used lately, up to so many bytes: a map that forgets first what nobody asked for since its last turn to go (the clock, or
// second chance). To ask costs one look-up: moving what was asked for to the end of a large map costs several. It holds values as
// they are and decides nothing about whether they are still true.

interface Held<V> {
  readonly value: V;
  readonly bytes: number;
  /** Asked for since it was put in, or since its turn to go. */
  isUsed: boolean;
}

export class ByteCache<V> {
  private readonly held = new Map<number, Held<V>>();
  private readonly maxBytes: number;
  private bytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** The value of a key, which now counts as used. */
  get(key: number): V | undefined {
    const found = this.held.get(key);
    if (found === undefined) return undefined;
    found.isUsed = true;
    return found.value;
  }

  /** Keeps a value; one larger than all that may be held is not kept. */
  set(key: number, value: V, bytes: number): void {
    this.delete(key);
    if (bytes > this.maxBytes) return;
    this.held.set(key, { value, bytes, isUsed: false });
    this.bytes += bytes;
    if (this.bytes > this.maxBytes) this.makeRoom();
  }

  private makeRoom(): void {
    for (const [oldest, held] of this.held) {
      if (this.bytes <= this.maxBytes) return;
      if (held.isUsed) {
        held.isUsed = false;
        this.held.delete(oldest);
        this.held.set(oldest, held);
      } else this.delete(oldest);
    }
  }

  delete(key: number): void {
    const found = this.held.get(key);
    if (found === undefined) return;
    this.bytes -= found.bytes;
    this.held.delete(key);
  }

  clear(): void {
    this.held.clear();
    this.bytes = 0;
  }
}
