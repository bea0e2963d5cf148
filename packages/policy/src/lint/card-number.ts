// Numbers of payment cards (PAN): a known beginning, a length that its brand uses, and Luhn. Source: ISO/IEC 7812 and the
// brands' published ranges.

import { passesLuhn } from './check-digits.ts';

/** From and to of the first four digits, least and most digits. The first range that holds the beginning counts. */
const brands: readonly (readonly [from: number, to: number, least: number, most: number])[] = [
  [2200, 2204, 16, 19], // Mir
  [2221, 2720, 16, 16], // Mastercard
  [3000, 3059, 14, 19], // Diners
  [3095, 3095, 14, 19],
  [3400, 3499, 15, 15], // American Express
  [3528, 3589, 16, 19], // JCB
  [3600, 3699, 14, 19], // Diners
  [3700, 3799, 15, 15], // American Express
  [3800, 3999, 14, 19], // Diners
  [4000, 4999, 13, 19], // Visa: 13, 16, 19
  [5018, 5018, 12, 19], // Maestro
  [5020, 5020, 12, 19],
  [5038, 5038, 12, 19],
  [5060, 5099, 16, 19], // Verve, Elo, RuPay
  [5100, 5599, 16, 16], // Mastercard
  [5893, 5893, 12, 19], // Maestro
  [6011, 6011, 16, 19], // Discover
  [6062, 6062, 16, 16], // Hipercard
  [6070, 6099, 16, 16], // RuPay
  [6200, 6299, 16, 19], // UnionPay
  [6304, 6304, 12, 19], // Maestro
  [6362, 6363, 16, 16], // Elo
  [6390, 6390, 12, 19], // Maestro
  [6440, 6599, 16, 19], // Discover, RuPay
  [6759, 6763, 12, 19], // Maestro
  [8100, 8299, 16, 19], // UnionPay, RuPay
  [9792, 9792, 16, 16], // Troy
];

/** @returns whether the digits are a card number */
export function isCardNumber(digits: string): boolean {
  const start = Number(digits.slice(0, 4));
  const [, , least, most] = brands.find(([from, to]) => start >= from && start <= to) ?? [0, 0, 1, 0];
  if (digits.length < least || digits.length > most) return false;
  if (digits.startsWith('4') && digits.length % 3 !== 1) return false;
  return passesLuhn(digits);
}
