// Orders: a reference, items, and sums that must be right to the cent. total = subtotal + tax + shipping − discount.
import type { Form } from './form.ts';

const reference = /^[A-Za-z0-9_.-]+$/;
const currencies = ['INR', 'BRL', 'SGD'] as const;
const states = ['pending', 'processing', 'partially-shipped', 'partially_shipped', 'shipped', 'completed', 'canceled'];
const offset = 100;
const shortestLifeSeconds = 300;

export function checkOrderDetails(action: Form): void {
  action.oneOf('name', ['review_and_pay']);
  const order = action.inner('parameters');
  const currency = order.oneOf('currency', currencies);
  order.text('reference_id', { max: currency === 'INR' ? 35 : 60, form: reference });
  order.oneOf('type', ['digital-goods', 'physical-goods']);
  order.list('payment_settings', { max: 10 });
  const total = amountOf(order, 'total_amount');
  const sums = order.optionalInner('order');
  if (!sums) return;
  const items = sums.list('items', { max: 999 }).map((item) => {
    item.text('name', { max: 60 });
    const amount = item.has('sale_amount') ? amountOf(item, 'sale_amount') : amountOf(item, 'amount');
    return amount * item.whole('quantity');
  });
  const subtotal = amountOf(sums, 'subtotal');
  const due = subtotal + amountOf(sums, 'tax') + optionalAmount(sums, 'shipping') - optionalAmount(sums, 'discount');
  if (items.reduce((sum, amount) => sum + amount, 0) !== subtotal)
    sums.wrong('subtotal', 'is not the sum of the items');
  if (due !== total) order.wrong('total_amount', 'is not subtotal + tax + shipping - discount');
  const expiration = sums.optionalInner('expiration');
  if (expiration) {
    expiration.number('timestamp', { min: shortestLifeSeconds, max: Number.MAX_SAFE_INTEGER });
    expiration.text('description', { max: 120 });
  }
}

export function checkOrderStatus(action: Form): void {
  action.oneOf('name', ['review_order']);
  const parameters = action.inner('parameters');
  parameters.text('reference_id', { max: 60, form: reference });
  const order = parameters.inner('order');
  order.oneOf('status', states);
  order.optionalText('description', { max: 120 });
}

const optionalAmount = (form: Form, name: string): number => (form.has(name) ? amountOf(form, name) : 0);

function amountOf(form: Form, name: string): number {
  const amount = form.inner(name);
  if (amount.whole('offset') !== offset) amount.wrong('offset', `must be ${offset}`);
  return amount.whole('value');
}
