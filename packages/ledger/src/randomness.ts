/** Where randomness comes from: an argument everywhere, so that vectors can fix it. */

/** `length` unpredictable bytes; node:crypto `randomBytes` outside tests. */
export type RandomBytes = (length: number) => Uint8Array;

const MAX_POOL_BYTES = 4096;

/** The same randomness drawn at most 4 KiB at a time, for a caller who will need about `expected` bytes in small parts. */
export function pooled(randomBytes: RandomBytes, expected: number): RandomBytes {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = randomBytes(Math.max(length, Math.min(expected, MAX_POOL_BYTES)));
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
}
