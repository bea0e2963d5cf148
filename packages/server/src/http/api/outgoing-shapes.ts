// The messages that a program may ask to be sent, member by member. What answers another message or stands on one names it by its id
// here; whom it goes to is the conversation's matter. Lengths and counts are checked where the platform's limits are known.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema, TUnsafe } from 'typebox';
import type { OrderedMessage } from '../../workers/send-order.ts';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;
const text = Type.String();
const whole = Type.Integer();
const object = <T extends Readonly<Record<string, TSchema>>>(members: T) => Type.Object(members, closed);
const list = <T extends TSchema>(of: T) => Type.Array(of, { maxItems: 1000 });
const free = Type.Object({}, { additionalProperties: true });
const texts = Type.Object({}, { additionalProperties: Type.String() });

const source = Type.Union([object({ id: text }), object({ link: text })]);
const place = { latitude: text, longitude: text, name: optional(text), address: optional(text) };

const address = {
  line1: text,
  line2: optional(text),
  city: text,
  state: optional(text),
  country: text,
  postalCode: text,
};

const setting = Type.Union([
  object({
    kind: Type.Literal('gateway'),
    provider: Type.Enum(['billdesk', 'razorpay', 'payu', 'zaakpay']),
    configuration: text,
  }),
  object({
    kind: Type.Literal('pix'),
    code: text,
    merchantName: text,
    key: text,
    keyType: Type.Enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
  }),
  object({ kind: Type.Literal('upi-link'), link: text }),
  object({ kind: Type.Literal('payment-link'), uri: text }),
  object({ kind: Type.Literal('boleto'), digitableLine: text }),
]);

const item = object({
  retailerId: optional(text),
  name: text,
  amount: whole,
  saleAmount: optional(whole),
  quantity: whole,
  origin: optional(object({ country: text, importerName: text, importerAddress: object(address) })),
});

const order = object({
  referenceId: text,
  goods: Type.Enum(['digital-goods', 'physical-goods']),
  currency: text,
  settings: list(setting),
  beneficiaries: optional(list(object({ ...address, name: text }))),
  catalogId: optional(text),
  items: list(item),
  total: whole,
  subtotal: whole,
  tax: whole,
  shipping: optional(whole),
  discount: optional(whole),
  expiration: optional(object({ at: whole, description: text })),
});

const header = Type.Union([
  object({ kind: Type.Literal('text'), text }),
  object({ kind: Type.Enum(['image', 'video']), media: source }),
  object({ kind: Type.Literal('document'), media: source, filename: optional(text) }),
]);

const framed = { header: optional(header), body: text, footer: optional(text) };
const row = object({ id: text, title: text, description: optional(text) });

const interactive = Type.Union([
  object({ kind: Type.Literal('buttons'), ...framed, buttons: list(object({ id: text, title: text })) }),
  object({
    kind: Type.Literal('list'),
    ...framed,
    button: text,
    sections: list(object({ title: optional(text), rows: list(row) })),
  }),
  object({ kind: Type.Literal('link'), ...framed, title: text, url: text }),
  object({
    kind: Type.Literal('flow'),
    ...framed,
    flow: Type.Union([object({ id: text }), object({ name: text })]),
    button: text,
    token: optional(text),
    action: optional(Type.Enum(['navigate', 'data_exchange'])),
    screen: optional(text),
    data: optional(free),
    isDraft: optional(Type.Boolean()),
  }),
  object({
    kind: Type.Literal('product'),
    body: optional(text),
    footer: optional(text),
    catalogId: text,
    productId: text,
  }),
  object({
    kind: Type.Literal('product-list'),
    ...framed,
    catalogId: text,
    sections: list(object({ title: optional(text), productIds: list(text) })),
  }),
  object({ kind: Type.Literal('catalog'), body: text, footer: optional(text), thumbnailProductId: optional(text) }),
  object({ kind: Type.Literal('location-request'), body: text }),
  object({
    kind: Type.Literal('address'),
    ...framed,
    country: text,
    values: optional(texts),
    savedAddresses: optional(list(object({ id: text, value: texts }))),
  }),
  object({ kind: Type.Literal('call-permission'), body: text }),
  object({ kind: Type.Literal('order-details'), ...framed, order }),
  object({
    kind: Type.Literal('order-status'),
    body: text,
    footer: optional(text),
    status: object({
      referenceId: text,
      state: Type.Enum(['pending', 'processing', 'partially-shipped', 'shipped', 'completed', 'canceled']),
      description: optional(text),
      payment: optional(object({ state: Type.Enum(['pending', 'captured', 'failed']), at: whole })),
    }),
  }),
]);

const filled = object({ text, name: optional(text) });

const templateHeader = Type.Union([
  object({ kind: Type.Literal('text'), text, name: optional(text) }),
  object({ kind: Type.Enum(['image', 'video']), media: source }),
  object({ kind: Type.Literal('document'), media: source, filename: optional(text) }),
  object({ kind: Type.Literal('location'), ...place }),
  object({ kind: Type.Literal('product'), catalogId: text, productId: text }),
]);

const index = Type.Integer({ minimum: 0 });
const templateButton = Type.Union([
  object({ index, kind: Type.Literal('url'), suffix: text }),
  object({ index, kind: Type.Literal('quick-reply'), payload: text }),
  object({ index, kind: Type.Literal('copy-code'), code: text }),
  object({ index, kind: Type.Literal('flow'), token: optional(text), data: optional(free) }),
  object({ index, kind: Type.Literal('catalog'), thumbnailProductId: optional(text) }),
  object({ index, kind: Type.Literal('order-details'), order }),
]);

const card = {
  header: optional(templateHeader),
  body: optional(list(filled)),
  buttons: optional(list(templateButton)),
};

const template = object({
  ...card,
  name: text,
  language: text,
  cards: optional(list(object(card))),
  limitedTimeOffer: optional(object({ expiresAtMs: whole })),
});

const contact = object({
  name: object({
    formatted: text,
    first: optional(text),
    middle: optional(text),
    last: optional(text),
    prefix: optional(text),
    suffix: optional(text),
  }),
  phones: optional(list(object({ phone: text, type: optional(text), waId: optional(text) }))),
  emails: optional(list(object({ email: text, type: optional(text) }))),
  urls: optional(list(object({ url: text, type: optional(text) }))),
  addresses: optional(
    list(
      object({
        street: optional(text),
        city: optional(text),
        state: optional(text),
        zip: optional(text),
        country: optional(text),
        countryCode: optional(text),
        type: optional(text),
      }),
    ),
  ),
  organisation: optional(object({ company: optional(text), department: optional(text), title: optional(text) })),
  birthday: optional(text),
});

const id = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const answered = { replyTo: optional(id) };

const message = Type.Union([
  object({ type: Type.Literal('text'), body: text, previewUrl: optional(Type.Boolean()), ...answered }),
  object({
    type: Type.Enum(['image', 'video', 'audio', 'document', 'sticker']),
    media: Type.Union([
      ...source.anyOf,
      object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of a file that was uploaded.' }) }),
    ]),
    caption: optional(text),
    filename: optional(text),
    voice: optional(Type.Boolean()),
    ...answered,
  }),
  object({ type: Type.Literal('location'), ...place, ...answered }),
  object({ type: Type.Literal('contacts'), contacts: list(contact), ...answered }),
  object({ type: Type.Literal('reaction'), target: id, emoji: text }),
  object({ type: Type.Literal('interactive'), interactive, ...answered }),
  object({ type: Type.Literal('template'), template, ...answered }),
]);

/** A message as a program asks for it. */
export type AskedMessage = Named<OrderedMessage>;

type Named<T> = T extends { readonly target: string }
  ? Omit<T, 'target' | 'replyTo'> & { readonly target: number }
  : T extends { readonly media: infer Source }
    ? Omit<T, 'replyTo' | 'media'> & { readonly replyTo?: number; readonly media: Source | UploadedSource }
    : T extends OrderedMessage
      ? Omit<T, 'replyTo'> & { readonly replyTo?: number }
      : never;

/** A file that was uploaded here. */
export interface UploadedSource {
  readonly sha256: string;
}

/** Its form. */
export const OUTGOING: TUnsafe<AskedMessage> = Type.Unsafe<AskedMessage>(message);
