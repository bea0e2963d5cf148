// Checks the form of an order: its reference, its items, and that its sums are right, because the platform refuses an order whose
// total is not subtotal + tax + shipping − discount.
import type { FaultList } from './outgoing-fault.ts';
import type { OutgoingOrder, OutgoingOrderStatus } from './outgoing-order.ts';

const maxReference = 60;
const maxIndianReference = 35;
const maxItemName = 60;
const maxDescription = 120;
const reference = /^[A-Za-z0-9_.-]+$/;
const currency = /^[A-Z]{3}$/;

/** Adds the faults of an order. */
export function checkOrder(faults: FaultList, path: string, order: OutgoingOrder): void {
  checkReference(faults, path, order.referenceId, order.currency === 'INR' ? maxIndianReference : maxReference);
  faults.form(`${path}.currency`, order.currency, currency);
  if (order.settings.length === 0) faults.add('missing', `${path}.settings`);
  if (order.items.length === 0) faults.add('missing', `${path}.items`);
  for (const [index, item] of order.items.entries()) {
    const field = `${path}.items[${index}]`;
    faults.text(`${field}.name`, item.name, maxItemName);
    checkWhole(faults, `${field}.amount`, item.amount);
    checkWhole(faults, `${field}.saleAmount`, item.saleAmount);
    if (!(Number.isSafeInteger(item.quantity) && item.quantity > 0)) faults.add('malformed', `${field}.quantity`);
  }
  for (const field of ['total', 'subtotal', 'tax', 'shipping', 'discount'] as const)
    checkWhole(faults, `${path}.${field}`, order[field]);
  checkSums(faults, path, order);
  if (order.expiration) faults.text(`${path}.expiration.description`, order.expiration.description, maxDescription);
}

function checkSums(faults: FaultList, path: string, order: OutgoingOrder): void {
  const { items, total, subtotal, tax, shipping = 0, discount = 0 } = order;
  if (total !== subtotal + tax + shipping - discount) faults.add('wrong-total', `${path}.total`);
  const sum = items.reduce((all, { amount, saleAmount, quantity }) => all + (saleAmount ?? amount) * quantity, 0);
  if (items.length > 0 && sum !== subtotal) faults.add('wrong-total', `${path}.subtotal`);
}

/** Adds the faults of what is said to have become of an order. */
export function checkOrderStatus(
  faults: FaultList,
  path: string,
  { referenceId, description }: OutgoingOrderStatus,
): void {
  checkReference(faults, path, referenceId, maxReference);
  faults.optionalText(`${path}.description`, description, maxDescription);
}

function checkReference(faults: FaultList, path: string, id: string, limit: number): void {
  faults.form(`${path}.referenceId`, id, reference);
  faults.length(`${path}.referenceId`, id, limit);
}

function checkWhole(faults: FaultList, field: string, amount: number | undefined): void {
  if (amount !== undefined && !(Number.isSafeInteger(amount) && amount >= 0)) faults.add('malformed', field);
}
