// The arithmetic of check digits: Luhn (ISO/IEC 7812), Verhoeff, weighted sums, ISO 7064 mod 97. Arguments are compact upper case;
// what is not a digit where one belongs was refused before by its rule's shape.

const ZERO = 48;

/** The value of a digit, or what an upper-case letter counts as beyond it (A is 17), as Brazil's register defines. */
export function valueAt(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

/** Luhn: from the right every second digit counts twice, less 9 above 9; the sum ends in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isTwice = false; at >= 0; at--, isTwice = !isTwice) {
    const value = valueAt(digits, at) * (isTwice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** The sum of values by their weights; as many as there are weights. */
export function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
}

/** Whether all characters are the same one: no number that anybody was given. */
export function isRepeated(text: string): boolean {
  return text === text.charAt(0).repeat(text.length);
}

/** Verhoeff's dihedral check over the digits from the right. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let at = 0; at < digits.length; at++) {
    const value = valueAt(digits, digits.length - 1 - at);
    check = product(check, permutations[at % 8]?.[value] ?? 0);
  }
  return check === 0;
}

/** The product of two elements of the dihedral group of order 10. */
function product(one: number, other: number): number {
  if (one < 5) return other < 5 ? (one + other) % 5 : 5 + ((one + other) % 5);
  return other < 5 ? 5 + ((one - other) % 5) : (one - other + 5) % 5;
}

const permutations: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/** ISO 7064 mod 97-10 of digits and upper-case letters (A is 10): the remainder. */
export function remainder97(text: string): number {
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    const value = valueAt(text, at);
    rest = value > 9 ? (rest * 100 + value - 7) % 97 : (rest * 10 + value) % 97;
  }
  return rest;
}
