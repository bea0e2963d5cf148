/**
 * The body of a segment: one stream of bytes, cut into pieces of equal size that are sealed each for itself. Sizes say how long the
 * stream is and nothing of what stands where.
 */

import type { KeyObject } from 'node:crypto';
import { sealPart } from './sealed-part.ts';
import type { SealedPart } from './segment-store.ts';

/** Plain bytes of a piece: with its length a Padmé length, and sealed the most that one page of 16 KB of a database holds. */
export const PIECE_BYTES = 15_868;

/** Seals what is appended, piece by piece: parts 0, 1, 2 … */
export class SealedStreamWriter {
  readonly #segment: number;
  readonly #key: KeyObject;
  readonly #piece: Uint8Array = new Uint8Array(PIECE_BYTES);
  #parts: SealedPart[] = [];
  #sealed = 0;
  #filled = 0;

  constructor(segment: number, key: KeyObject) {
    this.#segment = segment;
    this.#key = key;
  }

  /** Bytes so far. */
  get length(): number {
    return this.#sealed * PIECE_BYTES + this.#filled;
  }

  /** How many parts are sealed and not taken. */
  get parts(): number {
    return this.#parts.length;
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    for (let from = start; from < end; ) {
      const count = Math.min(end - from, PIECE_BYTES - this.#filled);
      if (count > 32) this.#piece.set(bytes.subarray(from, from + count), this.#filled);
      else for (let i = 0; i < count; i++) this.#piece[this.#filled + i] = bytes[from + i] ?? 0;
      from += count;
      this.#filled += count;
      if (this.#filled === PIECE_BYTES) this.#seal();
    }
  }

  /** The parts that are sealed so far, but for those that were taken before. */
  take(): readonly SealedPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** All parts that were not taken; nothing may be appended any more. */
  finish(): readonly SealedPart[] {
    if (this.#filled > 0) this.#seal();
    return this.take();
  }

  #seal(): void {
    const part = this.#sealed++;
    const plain = this.#piece.subarray(0, this.#filled);
    this.#parts.push({ part, bytes: sealPart(this.#key, { segment: this.#segment, part }, plain) });
    this.#filled = 0;
  }
}

/** Which piece of a stream a byte lies in. */
export function partOf(byte: number): number {
  return Math.floor(byte / PIECE_BYTES);
}

/** The bytes [from, to) of a stream whose pieces somebody opens. */
export async function readStream(
  open: (part: number) => Promise<Uint8Array>,
  from: number,
  to: number,
): Promise<Uint8Array> {
  const first = partOf(from);
  const start = from - first * PIECE_BYTES;
  const piece = await open(first);
  if (start + to - from <= PIECE_BYTES) return piece.subarray(start, start + to - from);
  const bytes = new Uint8Array(to - from);
  bytes.set(piece.subarray(start));
  for (let part = first + 1; part * PIECE_BYTES < to; part++) {
    bytes.set((await open(part)).subarray(0, to - part * PIECE_BYTES), part * PIECE_BYTES - from);
  }
  return bytes;
}
