// Brazil: CPF (persons) and CNPJ (companies, with letters since July 2026). Both end in two check digits, each 11 less the
// weighted sum mod 11, and 0 for 10 and 11. Source: Receita Federal.

import { isRepeated, valueAt, weightedSum } from './check-digits.ts';

const CPF_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ = /^[0-9A-Z]{12}\d\d$/;

/** @returns whether these 11 digits are a CPF; one of equal digits passes the sums and is nobody's */
export function isCpf(digits: string): boolean {
  return !isRepeated(digits) && endsInChecks(digits, CPF_WEIGHTS);
}

/** @returns whether these 14 characters are a CNPJ; a letter counts as its code in ASCII less 48 */
export function isCnpj(text: string): boolean {
  return CNPJ.test(text) && !isRepeated(text) && endsInChecks(text, CNPJ_WEIGHTS);
}

/** `weights` are those of the second check digit; the first one's lack the foremost. */
function endsInChecks(text: string, weights: readonly number[]): boolean {
  const values = Array.from(text, (_, at) => valueAt(text, at));
  const first = checkOf(weightedSum(values, weights.slice(1)));
  const second = checkOf(weightedSum(values, weights));
  return values.at(-2) === first && values.at(-1) === second;
}

function checkOf(sum: number): number {
  const rest = 11 - (sum % 11);
  return rest >= 10 ? 0 : rest;
}
