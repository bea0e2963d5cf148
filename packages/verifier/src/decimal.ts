/** Counts as C2SP writes them: ASCII decimal, no sign, no leading zeroes, here up to 2^53 - 1. */

const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;

/** Reads such a count; undefined for any other spelling and for what JavaScript cannot hold exactly. */
export function parseDecimal(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** True for a whole number from 0 to 2^53 - 1. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
