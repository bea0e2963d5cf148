// Ways in which a file of a vault is hurt: one bit, a cut, a block of zeros. Each place is drawn by the seed.

import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type { Seeded } from './seeded.ts';

const BLOCK_BYTES = 4096;

/** Hurts the file. @returns where, for whoever must bring it back; undefined where the file is too small for it. */
export type Damage = (file: string, random: Seeded) => string | undefined;

const flippedBit: Damage = (file, random) => {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return undefined;
  const at = random.below(bytes.length);
  const bit = random.below(8);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
  return `bit ${bit} of byte ${at}`;
};

const truncated: Damage = (file, random) => {
  const { size } = statSync(file);
  if (size === 0) return undefined;
  const length =
    random.below(2) === 0 ? random.below(size) : Math.floor(random.below(size) / BLOCK_BYTES) * BLOCK_BYTES;
  truncateSync(file, length);
  return `cut at ${length} of ${size}`;
};

const zeroedBlock: Damage = (file, random) => {
  const { size } = statSync(file);
  if (size === 0) return undefined;
  const at = random.below(Math.ceil(size / BLOCK_BYTES)) * BLOCK_BYTES;
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(Math.min(BLOCK_BYTES, size - at)), 0, Math.min(BLOCK_BYTES, size - at), at);
  closeSync(handle);
  return `zeros from ${at}`;
};

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'one flipped bit': flippedBit,
  'a truncation': truncated,
  'a zeroed block of 4 KiB': zeroedBlock,
};

/** Each file takes the other's place. */
export function swap(one: string, other: string): void {
  renameSync(one, `${one}.swapping`);
  renameSync(other, one);
  renameSync(`${one}.swapping`, other);
}
