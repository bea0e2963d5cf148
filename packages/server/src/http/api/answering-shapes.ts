// The shapes of what whoever answers a customer needs to know: whether the window is open, and which templates there are.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;

const price = optional(Type.Object({ amount: Type.String(), currency: Type.String() }, closed));

const window: TSchema = Type.Object(
  {
    conversation: Type.Integer({ minimum: 0 }),
    channel: optional(Type.Integer({ description: 'Channel; absent where no number of the business leads there.' })),
    number: optional(Type.String({ description: 'phone_number_id' })),
    display: optional(Type.String()),
    state: Type.String({ enum: ['open', 'closed', 'never', 'no-channel'] }),
    endsMs: optional(Type.Number({ description: 'Milliseconds since 1970: when the window closes, or closed.' })),
    optedOutMs: optional(Type.Number({ description: 'When they asked the business to stop writing.' })),
    stoppedMarketing: Type.Boolean(),
    acceptsMarketing: Type.Boolean(),
    prices: Type.Object(
      { service: price, utility: price, marketing: price, authentication: price },
      { ...closed, description: 'What messages to the other side cost, as far as the owner has said.' },
    ),
    halted: optional(Type.Integer({ description: "The platform's error code that stopped everything." })),
  },
  closed,
);

const template: TSchema = Type.Object(
  {
    name: Type.String(),
    language: Type.String(),
    category: Type.String({ enum: ['marketing', 'utility', 'authentication'] }),
    state: Type.String({ description: 'approved, pending, rejected, paused, disabled …' }),
    named: Type.Boolean({ description: 'Its places have names; otherwise numbers.' }),
    header: optional(Type.Object({ format: Type.String(), text: optional(Type.String()) }, closed)),
    body: Type.String(),
    footer: optional(Type.String()),
    buttons: Type.Array(
      Type.Object({ kind: Type.String(), text: Type.String(), url: optional(Type.String()) }, closed),
    ),
  },
  closed,
);

/** By name. */
export const ANSWERING_SHAPES: Readonly<Record<'SendingWindow' | 'Template' | 'Templates', TSchema>> = {
  SendingWindow: window,
  Template: template,
  Templates: Type.Object({ items: Type.Array(Type.Unsafe({ $ref: 'Template#' })) }, closed),
};
