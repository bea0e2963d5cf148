// What was used last, up to so many bytes: a map that forgets what nobody asked for longest. It holds values as they are and
// decides nothing about whether they are still true.

interface Held<V> {
  readonly value: V;
  readonly bytes: number;
}

export class ByteCache<V> {
  private readonly held = new Map<number, Held<V>>();
  private readonly maxBytes: number;
  private bytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** The value of a key, which now counts as used last. */
  get(key: number): V | undefined {
    const found = this.held.get(key);
    if (found === undefined) return undefined;
    this.held.delete(key);
    this.held.set(key, found);
    return found.value;
  }

  /** Keeps a value; one larger than all that may be held is not kept. */
  set(key: number, value: V, bytes: number): void {
    this.delete(key);
    if (bytes > this.maxBytes) return;
    this.held.set(key, { value, bytes });
    this.bytes += bytes;
    for (const oldest of this.held.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.delete(oldest);
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
