// Which of 256 seqs in a row an import vouches for, as 256 bits. Bits can be set twice and cleared one by one, so that
// the same vouches give the same bytes in whatever order they come.

import { BLOCK_SEQS } from './place-bytes.ts';

const BYTES = BLOCK_SEQS / 8;

/** Bits of which none is set. */
export function emptyBits(): Uint8Array {
  return new Uint8Array(BYTES);
}

/** Sets the bits `from` to before `to`. */
export function setBits(bits: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}

/** Clears the bits `from` to before `to`. */
export function clearBits(bits: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) bits[at >> 3] = (bits[at >> 3] ?? 0) & ~(1 << (at & 7));
}

/** Whether the bit of a seq of the block is set. */
export function hasBit(bits: Uint8Array, seq: number): boolean {
  const at = seq % BLOCK_SEQS;
  return (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
}

/** Whether no bit is set. */
export function isEmptyBits(bits: Uint8Array): boolean {
  return bits.every((byte) => byte === 0);
}
