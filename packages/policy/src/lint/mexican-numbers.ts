// Mexico: CURP and RFC (persons and taxpayers), CLABE (bank accounts), NSS (social security). Sources: the instructions of RENAPO
// for the CURP, of the SAT for the RFC, of the ABM for the CLABE. About 1.5 % of the RFCs in use fail their check digit: those are
// not seen here.

import { isRealDate } from '../calendar-date.ts';
import { isRepeated, passesLuhn, valueAt, weightedSum } from './check-digits.ts';

const CURP =
  /^[A-ZÑ]{4}(\d\d)(\d\d)(\d\d)[HMX](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-ZÑ]{3}([0-9A-Z])\d$/;
const CURP_LETTERS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const CURP_WEIGHTS = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const RFC = /^[A-ZÑ&]{3,4}(\d\d)(\d\d)(\d\d)[0-9A-Z]{2}[0-9A]$/;
const RFC_LETTERS = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
const RFC_WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
/** What invoices to the public and to foreigners carry: nobody's. */
const RFC_OF_NOBODY = ['XAXX010101000', 'XEXX010101000'];
const CLABE_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7];

const valuesIn = (text: string, letters: string): number[] => Array.from(text, (letter) => letters.indexOf(letter));

/** @returns whether these 18 characters are a CURP: its homoclave tells the century, a digit before 2000 */
export function isCurp(text: string): boolean {
  const [, year, month, day, homoclave] = CURP.exec(text) ?? [];
  if (homoclave === undefined) return false;
  const century = homoclave >= '0' && homoclave <= '9' ? 1_900 : 2_000;
  if (!isRealDate(century + Number(year), Number(month), Number(day))) return false;
  const check = (10 - (weightedSum(valuesIn(text, CURP_LETTERS), CURP_WEIGHTS) % 10)) % 10;
  return valueAt(text, 17) === check;
}

/** @returns whether these 12 (companies) or 13 characters are an RFC of somebody */
export function isRfc(text: string): boolean {
  const [, year, month, day] = RFC.exec(text) ?? [];
  if (day === undefined || RFC_OF_NOBODY.includes(text)) return false;
  // A year in two digits: both centuries have 29 February where one of them has.
  if (!isRealDate(2_000 + Number(year), Number(month), Number(day))) return false;
  const rest = 11 - (weightedSum(valuesIn(text.padStart(13), RFC_LETTERS), RFC_WEIGHTS) % 11);
  const check = rest === 11 ? '0' : rest === 10 ? 'A' : String(rest);
  return text.endsWith(check);
}

/** @returns whether these 18 digits are a CLABE: each product counts by its last digit */
export function isClabe(digits: string): boolean {
  if (digits.startsWith('000')) return false;
  const products = CLABE_WEIGHTS.map((weight, at) => (weight * valueAt(digits, at)) % 10);
  const sum = products.reduce((total, each) => total + each, 0);
  return valueAt(digits, 17) === (10 - (sum % 10)) % 10;
}

/** @returns whether these 11 digits are a number of social security */
export function isNss(digits: string): boolean {
  return passesLuhn(digits) && !isRepeated(digits);
}
