// China's resident identity number (GB 11643), IBAN (ISO 13616), and the social security number of the United States, which has
// no check digit (Social Security Administration).

import { isRealDate } from '../calendar-date.ts';
import { remainder97, valueAt, weightedSum } from './check-digits.ts';

const RESIDENT = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/;
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS = '10X98765432';
const IBAN = /^([A-Z]{2})\d{2}[0-9A-Z]+$/;
const SSN = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;

/** @returns whether these 18 characters are a resident identity number: province, a real day of birth, check */
export function isResidentId(text: string): boolean {
  const [, year, month, day] = RESIDENT.exec(text) ?? [];
  if (day === undefined || Number(year) < 1_850 || !isRealDate(Number(year), Number(month), Number(day))) return false;
  const values = RESIDENT_WEIGHTS.map((_, at) => valueAt(text, at));
  return text.endsWith(RESIDENT_CHECKS.charAt(weightedSum(values, RESIDENT_WEIGHTS) % 11));
}

/** @returns whether this is an IBAN of the length that its country uses */
export function isIban(text: string): boolean {
  const country = IBAN.exec(text)?.[1] ?? '';
  if (text.length !== ibanLengths.get(country)) return false;
  return remainder97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** @returns whether these 9 digits may be a social security number of the United States */
export function isSsn(digits: string): boolean {
  return SSN.test(digits);
}

/** By length, the countries of the IBAN registry. */
const ibanCountries: readonly (readonly [length: number, countries: string])[] = [
  [15, 'NO'],
  [16, 'BE'],
  [18, 'DK FI FK FO GL NL SD'],
  [19, 'MK SI'],
  [20, 'AT BA EE KZ LT LU MN XK'],
  [21, 'CH CR HR LI LV'],
  [22, 'BG BH DE GB GE IE ME RS VA'],
  [23, 'AE GI IL IQ OM SO TL'],
  [24, 'AD CZ ES MD PK RO SA SE SK TN VG'],
  [25, 'LY PT ST'],
  [26, 'IS TR'],
  [27, 'BI DJ FR GR IT MC MR SM'],
  [28, 'AL AZ BY CY DO GT HN HU LB NI PL SV'],
  [29, 'BR EG PS QA UA'],
  [30, 'JO KW MU YE'],
  [31, 'MT SC'],
  [32, 'LC'],
  [33, 'RU'],
];

const ibanLengths: ReadonlyMap<string, number> = new Map(
  ibanCountries.flatMap(([length, countries]) => countries.split(' ').map((country) => [country, length] as const)),
);

/** The lengths that an IBAN may have. */
export const ibanLengthsInUse: ReadonlySet<number> = new Set(ibanLengths.values());
