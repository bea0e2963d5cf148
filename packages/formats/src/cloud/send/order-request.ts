// The parameters of orders and of their statuses, as `order_details` and `order_status` messages and template buttons write them.
import type { OrderItem, OutgoingOrder, OutgoingOrderStatus, PaymentSetting, PostalAddress } from './outgoing-order.ts';
import { present, type RequestObject } from './present.ts';

/** Hundredths of the currency's unit. */
const offset = 100;
const amount = (value: number): RequestObject => ({ value, offset });
const optionalAmount = (value: number | undefined): RequestObject | undefined =>
  value === undefined ? undefined : amount(value);

/** @returns the parameters of `review_and_pay` */
export function orderRequest(order: OutgoingOrder): RequestObject {
  const { referenceId, goods, currency, settings, total, catalogId, items, subtotal, tax, expiration } = order;
  return present({
    reference_id: referenceId,
    type: goods,
    beneficiaries: order.beneficiaries?.map(({ name, ...address }) => ({ name, ...addressRequest(address) })),
    payment_type: currency === 'BRL' ? 'br' : undefined,
    payment_settings: settings.map(settingRequest),
    currency,
    total_amount: amount(total),
    order: present({
      status: 'pending',
      catalog_id: catalogId,
      expiration: expiration && { timestamp: String(expiration.at), description: expiration.description },
      items: items.map(itemRequest),
      subtotal: amount(subtotal),
      tax: amount(tax),
      shipping: optionalAmount(order.shipping),
      discount: optionalAmount(order.discount),
    }),
  });
}

function itemRequest({ retailerId, name, amount: price, saleAmount, quantity, origin }: OrderItem): RequestObject {
  return present({
    retailer_id: retailerId,
    name,
    amount: amount(price),
    sale_amount: optionalAmount(saleAmount),
    quantity,
    country_of_origin: origin?.country,
    importer_name: origin?.importerName,
    importer_address: origin && addressRequest(origin.importerAddress),
  });
}

function addressRequest({ line1, line2, city, state, country, postalCode }: PostalAddress): RequestObject {
  return present({
    address_line1: line1,
    address_line2: line2,
    city,
    zone_code: state,
    country_code: country,
    postal_code: postalCode,
  });
}

function settingRequest(setting: PaymentSetting): RequestObject {
  switch (setting.kind) {
    case 'gateway':
      return {
        type: 'payment_gateway',
        payment_gateway: { type: setting.provider, configuration_name: setting.configuration },
      };
    case 'pix':
      return {
        type: 'pix_dynamic_code',
        pix_dynamic_code: {
          code: setting.code,
          merchant_name: setting.merchantName,
          key: setting.key,
          key_type: setting.keyType,
        },
      };
    case 'upi-link':
      return { type: 'upi_intent_link', upi_intent_link: { link: setting.link } };
    case 'payment-link':
      return { type: 'payment_link', payment_link: { uri: setting.uri } };
    case 'boleto':
      return { type: 'boleto', boleto: { digitable_line: setting.digitableLine } };
  }
}

/** @returns the parameters of `review_order` */
export function orderStatusRequest({ referenceId, state, description, payment }: OutgoingOrderStatus): RequestObject {
  return present({
    reference_id: referenceId,
    order: present({ status: state, description }),
    payment: payment && { status: payment.state, timestamp: payment.at },
  });
}
