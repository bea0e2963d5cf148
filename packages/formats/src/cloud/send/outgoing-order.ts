// An order that a customer is asked to pay in the chat, and what became of it. Amounts are integers of the smallest unit (offset
// 100). The platform moves no money in Brazil: the payment provider confirms, and the status is then sent by the business.

export interface OrderItem {
  readonly retailerId?: string;
  readonly name: string;
  readonly amount: number;
  readonly saleAmount?: number;
  readonly quantity: number;
  /** Of goods that stand in no catalogue, in India: where they come from. */
  readonly origin?: {
    readonly country: string;
    readonly importerName: string;
    readonly importerAddress: PostalAddress;
  };
}

export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly state?: string;
  readonly country: string;
  readonly postalCode: string;
}

/** How to pay. Gateways and UPI are India's, the others Brazil's. */
export type PaymentSetting =
  | {
      readonly kind: 'gateway';
      readonly provider: 'billdesk' | 'razorpay' | 'payu' | 'zaakpay';
      readonly configuration: string;
    }
  | {
      readonly kind: 'pix';
      readonly code: string;
      readonly merchantName: string;
      readonly key: string;
      readonly keyType: 'CPF' | 'CNPJ' | 'EMAIL' | 'PHONE' | 'EVP';
    }
  /** An address that opens a payment app (UPI). */
  | { readonly kind: 'upi-link'; readonly link: string }
  | { readonly kind: 'payment-link'; readonly uri: string }
  | { readonly kind: 'boleto'; readonly digitableLine: string };

export interface OutgoingOrder {
  /** Unique per order: letters, digits, `_`, `-`, `.`. */
  readonly referenceId: string;
  readonly goods: 'digital-goods' | 'physical-goods';
  /** ISO 4217. */
  readonly currency: 'INR' | 'BRL' | 'SGD' | (string & {});
  readonly settings: readonly PaymentSetting[];
  /** Who receives physical goods, in India. */
  readonly beneficiaries?: readonly (PostalAddress & { readonly name: string })[];
  readonly catalogId?: string;
  readonly items: readonly OrderItem[];
  /** total = subtotal + tax + shipping − discount. */
  readonly total: number;
  readonly subtotal: number;
  readonly tax: number;
  readonly shipping?: number;
  readonly discount?: number;
  /** Seconds since 1970; the platform wants 300 seconds from now at least. */
  readonly expiration?: { readonly at: number; readonly description: string };
}

export interface OutgoingOrderStatus {
  readonly referenceId: string;
  readonly state: 'pending' | 'processing' | 'partially-shipped' | 'shipped' | 'completed' | 'canceled';
  readonly description?: string;
  readonly payment?: { readonly state: 'pending' | 'captured' | 'failed'; readonly at: number };
}
