// The shapes of what the interface answers of proofs.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const optional = Type.Optional;
const seq = (description: string): TSchema => Type.Integer({ minimum: 0, description });
const hex = (description: string): TSchema => Type.String({ description, pattern: '^[0-9a-f]*$' });

const entryProof = Type.Object(
  {
    entry: seq('Its place, from 0.'),
    size: seq('Entries in the ledger.'),
    state: Type.String({
      enum: ['sealed', 'under-way', 'erased', 'missing'],
      description:
        '`under-way`: no signed checkpoint reaches it yet. `missing`: its place stands, and what was there cannot be read.',
    }),
    kind: optional(Type.String({ description: 'Kind of record.' })),
    version: optional(
      Type.Object({ of: seq('The first version.'), number: seq('From 1.'), count: seq('Versions.') }, closed()),
    ),
    conversation: optional(seq('Where it was said.')),
    recordedAt: optional(Type.String({ description: 'When it came into the ledger.' })),
    came: optional(Type.String({ enum: ['export', 'live', 'echo', 'history', 'standby', 'sent', 'here'] })),
    erased: optional(
      Type.Object({ order: seq('The order.'), at: optional(Type.String()) }, { ...closed(), description: 'By order.' }),
    ),
    cell: hex('Id of the cell, which goes into every commitment.'),
    origin: Type.String(),
    vkey: Type.String({ description: 'The key that signs checkpoints, as c2sp.org/signed-note writes it.' }),
    commitment: optional(hex('The data of the entry.')),
    proof: optional(Type.String({ description: 'c2sp.org/tlog-proof; holds no text.' })),
    record: optional(Type.String({ description: 'Canonical JSON, for whoever may read it.' })),
    salt: optional(hex('With the record.')),
  },
  closed(),
);

function closed(): { additionalProperties: false } {
  return { additionalProperties: false };
}

export const PROOF_SHAPES: Readonly<Record<'EntryProof', TSchema>> = { EntryProof: entryProof };
