// How a zip is read: pieces at any offset, through a reader that somebody else owns (this package opens no file).
// The adapter lets yauzl walk the directory through it; small neighbouring reads share one block.

import { RandomAccessReader } from 'yauzl';

/** A file, blob or buffer of known size. `read` may return fewer bytes than asked only at the end. */
export interface RandomAccess {
  readonly sizeBytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Random access over bytes in memory. */
export function accessBytes(bytes: Uint8Array): RandomAccess {
  return {
    sizeBytes: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

const blockBytes = 16 * 1024;

/** yauzl's view of a `RandomAccess`. Never closes what it reads from. */
export class DirectoryReader extends RandomAccessReader {
  readonly #access: RandomAccess;
  /** What the reader under it threw, if it did: that is no fault of the zip. */
  failure: Error | undefined;
  #blockStart = 0;
  #block: Uint8Array = new Uint8Array(0);

  constructor(access: RandomAccess) {
    super();
    this.#access = access;
  }

  override read(
    target: Buffer,
    targetOffset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    if (this.#copyFromBlock(target, targetOffset, length, position)) {
      done(null);
      return;
    }
    const size = this.#access.sizeBytes;
    if (!(position >= 0 && position + length <= size)) {
      done(new Error('unexpected EOF'));
      return;
    }
    this.#access.read(position, Math.min(Math.max(length, blockBytes), size - position)).then(
      (block) => {
        this.#blockStart = position;
        this.#block = block;
        done(this.#copyFromBlock(target, targetOffset, length, position) ? null : new Error('unexpected EOF'));
      },
      (cause: unknown) => {
        this.failure = cause instanceof Error ? cause : new Error('the reader of the zip failed', { cause });
        done(this.failure);
      },
    );
  }

  #copyFromBlock(target: Buffer, targetOffset: number, length: number, position: number): boolean {
    const start = position - this.#blockStart;
    if (start < 0 || start + length > this.#block.length) return false;
    target.set(this.#block.subarray(start, start + length), targetOffset);
    return true;
  }
}
