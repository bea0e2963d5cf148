// Cursors: places in a list, as opaque texts. What comes back from a caller is hostile until it has the form of one.

import { ProblemError } from '../problem.ts';

/** A cursor of whole numbers. */
export function cursorText(...numbers: readonly number[]): string {
  return Buffer.from(numbers.join('.')).toString('base64url');
}

/** The numbers of a cursor. Throws `request-invalid` where it is none of so many. */
export function cursorNumbers(field: string, text: string, count: number): number[] {
  const numbers = Buffer.from(text, 'base64url').toString('latin1').split('.').map(numberIn);
  if (numbers.length !== count || numbers.some((one) => !Number.isSafeInteger(one)))
    throw new ProblemError('request-invalid', { fields: [field] });
  return numbers;
}

const NUMBER = /^-?\d{1,16}$/;

function numberIn(text: string): number {
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}
