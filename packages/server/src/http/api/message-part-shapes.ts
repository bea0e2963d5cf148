// The shape of what stands in a message beside its words.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const text = Type.Optional(Type.String());
const texts = (...names: readonly string[]): Record<string, TSchema> =>
  Object.fromEntries(names.map((name) => [name, text]));

const card = Type.Object(
  {
    ...texts(
      'name',
      'firstName',
      'middleName',
      'lastName',
      'prefix',
      'suffix',
      'company',
      'department',
      'title',
      'birthday',
    ),
    phones: Type.Array(Type.Object(texts('phone', 'waId', 'type'), closed)),
    emails: Type.Array(Type.Object(texts('email', 'type'), closed)),
    urls: Type.Array(Type.Object(texts('url', 'type'), closed)),
    addresses: Type.Array(
      Type.Object(texts('street', 'city', 'state', 'zip', 'country', 'countryCode', 'type'), closed),
    ),
  },
  closed,
);

const order = Type.Object(
  {
    ...texts('catalogId', 'text'),
    items: Type.Array(Type.Object(texts('productId', 'quantity', 'price', 'currency'), closed), {
      description: 'Decimals as they arrived.',
    }),
  },
  closed,
);

const reply = Type.Object(
  {
    kind: Type.String({ enum: ['button', 'list', 'flow', 'call-permission', 'quick-reply'] }),
    ...texts('title', 'description', 'name', 'response'),
    answers: Type.Optional(Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, closed))),
    isPermanent: Type.Optional(Type.Boolean()),
    expiresAt: Type.Optional(Type.Integer({ description: 'Seconds since 1970.' })),
  },
  { ...closed, description: 'What was tapped, chosen or filled in.' },
);

export const MESSAGE_PART_SHAPES: Readonly<Record<'MessageParts' | 'ErasedHere', TSchema>> = {
  ErasedHere: Type.Object(
    {
      order: Type.Integer({ description: 'Entry of the order.' }),
      at: Type.String(),
      rule: Type.String(),
      scope: Type.String({ enum: ['person', 'chat', 'entries', 'withdrawal'] }),
      count: Type.Integer(),
    },
    closed,
  ),
  MessageParts: Type.Object(
    {
      cards: Type.Optional(Type.Array(card)),
      order: Type.Optional(order),
      reply: Type.Optional(reply),
      referral: Type.Optional(
        Type.Object(texts('body', 'headline', 'sourceType', 'sourceUrl'), {
          ...closed,
          description: 'The advertisement or post from which the person came.',
        }),
      ),
      unsupported: Type.Optional(Type.String({ description: 'What the platform does not hand over.' })),
      forwarded: Type.Optional(Type.String({ enum: ['once', 'often'] })),
      product: Type.Optional(Type.Object(texts('catalogId', 'productId'), closed)),
      choices: Type.Optional(
        Type.Array(Type.Object({ title: Type.String(), ...texts('description', 'url') }, closed), {
          description: 'What there is to tap in what was sent.',
        }),
      ),
    },
    closed,
  ),
};
