// Sums of orders, exact.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderSum } from './order-sum.ts';

test('prices and quantities are added without rounding', () => {
  const line = (quantity: string, price: string) => ({ quantity, price, currency: 'MXN' });
  assert.deepEqual(orderSum([line('40', '218.5'), line('3', '0.1')]), { amount: '8740.3', currency: 'MXN' });
  assert.deepEqual(orderSum([line('1', '12')]), { amount: '12', currency: 'MXN' });
  assert.deepEqual(orderSum([line('0.5', '0.000001')]), { amount: '0.0000005', currency: 'MXN' });
});

test('what does not add up has no sum', () => {
  assert.equal(orderSum([]), undefined);
  assert.equal(orderSum([{ quantity: '1', price: '1' }]), undefined);
  assert.equal(orderSum([{ quantity: '1', price: '1e9', currency: 'MXN' }]), undefined);
  const mixed = [
    { quantity: '1', price: '1', currency: 'MXN' },
    { quantity: '1', price: '1', currency: 'USD' },
  ];
  assert.equal(orderSum(mixed), undefined);
});
