/**
 * Telephone numbers as people write them: groups of digits with spaces, dots, dashes, slashes or brackets between. A number
 * becomes a term of its digits in reverse, so that all writings of one number start alike and are found by prefix. It knows no
 * numbering plan but Brazil's ninth digit; it decides what to show for a query, never who somebody is.
 */

/** The most digits of a telephone number (ITU-T E.164). */
export const MOST_DIGITS = 15;

const ZERO = 0x30;

const LEAST_DIGITS = 7;
const KEPT_DIGITS = 13;
const MOST_SEPARATORS = 3;
const SIGNIFICANT_DIGITS = 10;
const SEPARATORS = new Set(' \u00a0\u2007\u2009\u202f\u3000.-()/\u2010\u2011\u2012\u2013\u2212\uff08\uff09\uff0d');

/** The groups seen so far of what may be a number. After each group it is the number that ends there. */
export class PhoneRun {
  readonly #digits: Uint8Array = new Uint8Array(KEPT_DIGITS);
  #total = 0;
  #separators = 0;
  #start = 0;

  /** The offset where the run starts. */
  get start(): number {
    return this.#start;
  }

  /** Forgets the run: a letter, a line end or a plus sign stands between. */
  reset(): void {
    this.#total = 0;
    this.#separators = 0;
  }

  /** Notes the character between two words. */
  separator(unit: number): void {
    if (this.#total === 0) return;
    this.#separators++;
    if (this.#separators > MOST_SEPARATORS || !SEPARATORS.has(String.fromCharCode(unit))) this.reset();
  }

  /** Adds a word of ASCII digits and returns how many digits `reversed` can give: 0 if that is no number. */
  group(codes: Uint16Array, length: number, start: number): number {
    if (this.#total === 0) this.#start = start;
    this.#separators = 0;
    if (length > MOST_DIGITS) this.reset();
    else for (let i = 0; i < length; i++) this.#digits[this.#total++ % KEPT_DIGITS] = (codes[i] ?? 0) - ZERO;
    return this.#total < LEAST_DIGITS ? 0 : Math.min(this.#total, KEPT_DIGITS);
  }

  /** Writes the last digits, the last one first, as ASCII from `at` on. */
  reversed(into: Uint16Array, at: number, count: number): void {
    for (let i = 0; i < count; i++) into[at + i] = ZERO + (this.#digits[(this.#total - 1 - i) % KEPT_DIGITS] ?? 0);
  }
}

/** True where a digit, space, bracket, plus sign or another mark of a written number stands. */
export function isPhoneSeparator(character: string): boolean {
  return SEPARATORS.has(character);
}

/** The reversed digits that every writing of a number starts with: its last seven. */
export function reversedSuffix(digits: string): string {
  return [...digits].reverse().join('').slice(0, LEAST_DIGITS);
}

/** True for a count of digits that can be a telephone number. */
export function isPhoneLength(digits: number): boolean {
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
}

/**
 * True if two writings can be one number: they end in the same ten digits, or the shorter, less its leading zeros, ends the
 * longer. Digits in ASCII, most significant first. (+52 1 81 1234 5678, 0052 81 1234 5678 and (81) 1234 5678 are one.)
 */
export function sameNumber(one: string, other: string): boolean {
  const [first, second] = [significant(one), significant(other)];
  const [area, otherArea] = [withoutNinth(first), withoutNinth(second)];
  if (first.length > area.length && second.length > otherArea.length) return area === otherArea;
  return endTogether(first, second) || endTogether(area, otherArea);
}

function endTogether(one: string, other: string): boolean {
  const shared = Math.min(one.length, other.length, SIGNIFICANT_DIGITS);
  return shared >= LEAST_DIGITS && one.slice(-shared) === other.slice(-shared);
}

function significant(digits: string): string {
  let zeros = 0;
  while (digits[zeros] === '0') zeros++;
  return digits.slice(zeros);
}

const BRAZILIAN_MOBILE = /^(?:55)?([1-9]{2})9(\d{8})$/;

/** Area code and number of a Brazilian mobile without the ninth digit; any other number as it stands. */
function withoutNinth(digits: string): string {
  const parts = BRAZILIAN_MOBILE.exec(digits);
  return parts === null ? digits : `${parts[1] ?? ''}${parts[2] ?? ''}`;
}
