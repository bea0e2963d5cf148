// The shapes of what the interface answers of who did what.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;
const seq = Type.Integer({ minimum: 0 });

const actor = Type.Object(
  {
    id: Type.String({ description: '`user:<id>`, `api-key:<id>`, `system:<name>`.' }),
    name: optional(Type.String({ description: 'Of a member or a key.' })),
  },
  closed,
);

const named = (description: string): TSchema =>
  Type.Array(Type.Object({ id: seq, name: optional(Type.String()) }, closed), { description });

const act = Type.Object(
  {
    entry: seq,
    at: Type.String(),
    actor,
    did: Type.String({ description: 'A command, an operation of this interface as `api-…`, or a kind of record.' }),
    outcome: Type.String({ enum: ['done', 'refused', 'failed'] }),
    rule: optional(Type.String({ description: 'Which rule refused it.' })),
    reason: optional(Type.String()),
    from: optional(Type.String({ description: 'The address from which it was asked.' })),
    count: optional(Type.Integer({ minimum: 0 })),
    conversations: named('At most five; with their titles for who may see them.'),
    people: named('At most five; with their names for who may see them.'),
    entries: Type.Array(seq, { description: 'At most five.' }),
    about: Type.Object(
      { conversations: seq, people: seq, entries: seq },
      { ...closed, description: 'How many it names.' },
    ),
    check: optional(
      Type.Object(
        {
          checked: seq,
          deep: Type.Boolean(),
          size: seq,
          tookMs: seq,
          verdict: Type.String({ enum: ['intact', 'incomplete', 'altered'] }),
        },
        closed,
      ),
    ),
  },
  closed,
);

const acts = Type.Object(
  {
    items: Type.Array(act),
    next: optional(Type.String({ description: 'Opaque; goes back as it came.' })),
    count: optional(
      Type.Object(
        { total: seq, refused: seq },
        { ...closed, description: 'With the first page, where nothing was asked for in `what`.' },
      ),
    ),
    actors: optional(Type.Array(actor, { description: 'With the first page: everybody who ever did something.' })),
  },
  closed,
);

export const AUDIT_SHAPES: Readonly<Record<'Acts', TSchema>> = { Acts: acts };
