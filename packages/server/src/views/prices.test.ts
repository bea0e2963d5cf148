// Prices by the owner's table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pricesFor } from './prices.ts';

const row = (category: 'service' | 'marketing', prefix: string, amount: string) => ({
  category,
  prefix,
  amount,
  currency: 'MXN',
});

test('the row with the longest beginning of the number is its price; a row without one is everybody else’s', () => {
  const table = [row('marketing', '', '1.2'), row('marketing', '52', '0.7'), row('marketing', '521', '0.8')];
  assert.deepEqual(pricesFor(table, '5215512345678'), { marketing: { amount: '0.8', currency: 'MXN' } });
  assert.deepEqual(pricesFor(table, '528155501234'), { marketing: { amount: '0.7', currency: 'MXN' } });
  assert.deepEqual(pricesFor(table, undefined), { marketing: { amount: '1.2', currency: 'MXN' } });
});

test('what stands in no row has no price', () => {
  assert.deepEqual(pricesFor([], '52'), {});
  assert.deepEqual(pricesFor([row('service', '1', '0')], '52'), {});
});
