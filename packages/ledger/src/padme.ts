/**
 * Padmé padding (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019,
 * §4): a padded length shows O(log log n) bits of the true one, for at most 12 % more bytes.
 */

/** The padded length for a length in bytes (a safe integer ≥ 0): the same or larger, and fixed under padme itself. */
export function padme(length: number): number {
  let exponent = 0;
  for (let rest = length; rest >= 2; rest = Math.floor(rest / 2)) exponent++;
  if (exponent < 2) return length;
  const kept = 32 - Math.clz32(exponent);
  const unit = 2 ** (exponent - kept);
  return unit <= 1 ? length : Math.ceil(length / unit) * unit;
}
