// Medians and percentiles of a few numbers. Nothing is smoothed and nothing is left out.

/** The value that so large a part (0 to 1) of the numbers does not exceed: the nearest rank. Throws `RangeError` for none. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no numbers');
  return found;
}

/** The middle one; of an even count the smaller of the two. Throws `RangeError` for none. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** Runs a piece of work and says how long it took, beside what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}
