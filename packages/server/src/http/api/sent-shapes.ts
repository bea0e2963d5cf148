// The shapes of what is answered to whoever sends: what is intended, held to be sent, or stopped.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const id = (description: string): TSchema => Type.Integer({ minimum: 0, description });
const optional = Type.Optional;

const finding = Type.Object(
  {
    rule: Type.String(),
    start: Type.Integer(),
    end: Type.Integer(),
    confidence: Type.String({ enum: ['high', 'low'] }),
  },
  closed,
);

/** A message that stands and will go out. */
export const intended: TSchema = Type.Object(
  {
    id: id('The message; its `sending` tells how far it got.'),
    isNew: Type.Boolean({ description: 'False where the same request had been made before.' }),
    rule: Type.String({ description: 'The rule that let it go.' }),
    warnings: Type.Array(finding),
    waits: optional(
      Type.Object({ reason: Type.String(), untilMs: Type.Number({ description: 'Milliseconds since 1970.' }) }, closed),
    ),
  },
  closed,
);

/** A file that is held to be sent. */
export const uploaded: TSchema = Type.Object(
  {
    sha256: Type.String({ description: 'Of the bytes, hex: by it a message names the file.' }),
    sizeBytes: Type.Integer(),
    mime: Type.String(),
    untilMs: Type.Number({
      description: 'Milliseconds since 1970. The file is forgotten then, or when the server stops.',
    }),
    isNew: Type.Boolean({ description: 'False where the same bytes were held already.' }),
  },
  closed,
);

/** What the platform stopped. */
export const halt: TSchema = Type.Object(
  {
    id: id('Halt'),
    act: Type.String({ enum: ['stop-all', 'pause-campaign'], description: 'Everything, or marketing alone.' }),
    code: Type.Integer({ description: "The platform's error code." }),
    number: Type.String({ description: 'phone_number_id of the number that was refused.' }),
    scope: Type.String({ enum: ['number', 'account'], description: '`account`: no number sends.' }),
    since: Type.String(),
  },
  closed,
);
