// What an order comes to: decimals as they arrived, multiplied and added without rounding. Nothing where prices, quantities or
// currencies do not add up to one sum. Pure.

interface Line {
  readonly quantity?: string;
  readonly price?: string;
  readonly currency?: string;
}

/** A decimal of at most fifteen digits. */
const DECIMAL = /^(\d{1,12})(?:\.(\d{1,6}))?$/;
const ZEROS = /0+$/;
const PLACES = 6;

/** The sum of an order and its currency. */
export function orderSum(items: readonly Line[]): { readonly amount: string; readonly currency: string } | undefined {
  const [currency, ...others] = new Set(items.map((item) => item.currency));
  if (currency === undefined || others.length > 0) return undefined;
  let sum = BigInt(0);
  for (const { price, quantity } of items) {
    const [one, other] = [unitsOf(price), unitsOf(quantity)];
    if (one === undefined || other === undefined) return undefined;
    sum += one * other;
  }
  return { amount: written(sum, 2 * PLACES), currency };
}

function unitsOf(decimal: string | undefined): bigint | undefined {
  const [, whole, part = ''] = DECIMAL.exec(decimal ?? '') ?? [];
  return whole === undefined ? undefined : BigInt(whole + part.padEnd(PLACES, '0'));
}

function written(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  const part = digits.slice(-places).replace(ZEROS, '');
  return part === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${part}`;
}
