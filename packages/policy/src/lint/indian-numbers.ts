// India: Aadhaar (persons) and PAN (taxpayers, whose check letter is secret, so that only its shape can be told). Source: UIDAI,
// Income Tax Department.

import { passesVerhoeff } from './check-digits.ts';

const PAN = /^[A-Z]{3}[ABCFGHJKLPT][A-Z](?!0000)\d{4}[A-Z]$/;

/** @returns whether these 12 digits are an Aadhaar number: none begins with 0 or 1 or reads the same backwards */
export function isAadhaar(digits: string): boolean {
  if (digits < '2' || digits === Array.from(digits).reverse().join('')) return false;
  return passesVerhoeff(digits);
}

/** @returns whether these 10 characters have the shape of a PAN */
export function isIndianPan(text: string): boolean {
  return PAN.test(text);
}
