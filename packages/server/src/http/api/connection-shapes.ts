// The shapes of what the interface answers about the connection to the platform. No secret stands in one.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;

const number = Type.Object(
  { id: Type.String({ description: 'phone_number_id' }), display: optional(Type.String()) },
  closed,
);

const connection = Type.Object(
  {
    callbackPath: Type.String(),
    callbackUrl: optional(Type.String({ description: 'Absent where no public address is set.' })),
    isDemo: Type.Boolean(),
    apiHost: Type.String(),
    appSecrets: Type.Integer({ description: 'How many are set.' }),
    hasVerifyToken: Type.Boolean(),
    hasAccessToken: Type.Boolean({ description: 'For numbers that have none of their own.' }),
    ownTokens: Type.Array(Type.String(), { description: 'Numbers that have one of their own.' }),
    numbers: Type.Array(number, { description: 'Numbers that were met.' }),
    handshakeAt: optional(Type.String()),
    strangers: Type.Integer({ description: 'Handshakes with another verify token since the server began.' }),
    deliveredAt: optional(Type.String()),
    refusedAt: optional(Type.String()),
    refusals: Type.Integer({ description: 'Deliveries with a wrong signature since the server began.' }),
  },
  closed,
);

const check = Type.Object(
  {
    webhook: Type.Object(
      {
        state: Type.String({
          enum: ['answers', 'no-address', 'no-https', 'no-verify-token', 'differs', 'unreachable'],
        }),
        status: optional(Type.Integer()),
        cause: optional(Type.String({ description: 'Code of the network.' })),
      },
      closed,
    ),
    number: optional(
      Type.Object(
        {
          id: Type.String(),
          state: Type.String({
            enum: ['known', 'no-token', 'wrong-token', 'unknown-number', 'not-allowed', 'refused', 'unreachable'],
          }),
          code: optional(Type.Integer({ description: "The platform's." })),
          cause: optional(Type.String()),
          display: optional(Type.String()),
          verifiedName: optional(Type.String()),
          quality: optional(Type.String()),
          status: optional(Type.String()),
          limit: optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);

type ConnectionShape = 'Connection' | 'ConnectionCheck';

export const CONNECTION_SHAPES: Readonly<Record<ConnectionShape, TSchema>> = {
  Connection: connection,
  ConnectionCheck: check,
};
