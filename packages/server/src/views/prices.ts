// What a message to somebody costs, by the owner's own table: the platform's prices change by market and month, and nobody else's are
// told here. Pure; a number that no row fits has no price.

import type { MessagePrice, PricedCategory } from '../records/work.ts';

export const PRICED: readonly PricedCategory[] = ['service', 'utility', 'marketing', 'authentication'];

export interface Price {
  /** Decimal. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** The price of each category for a number (digits, with its country code): the row with the longest beginning of it. */
export function pricesFor(
  prices: readonly MessagePrice[],
  waId: string | undefined,
): Readonly<Partial<Record<PricedCategory, Price>>> {
  const found: Partial<Record<PricedCategory, Price>> = {};
  for (const category of PRICED) {
    const fitting = prices
      .filter((row) => row.category === category && (waId ?? '').startsWith(row.prefix))
      .toSorted((one, other) => other.prefix.length - one.prefix.length);
    const [row] = fitting;
    if (row !== undefined) found[category] = { amount: row.amount, currency: row.currency };
  }
  return found;
}
