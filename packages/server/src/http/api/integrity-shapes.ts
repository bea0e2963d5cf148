// The shapes of what the interface answers of the ledger's own state.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;
const count = Type.Integer({ minimum: 0 });
const verdict = Type.String({ enum: ['intact', 'incomplete', 'altered'] });

const check = Type.Object(
  {
    entry: count,
    at: Type.String(),
    actor: Type.String(),
    from: optional(Type.String()),
    deep: Type.Boolean({ description: 'Every record was opened, and every object looked at.' }),
    verdict,
    size: count,
    checked: count,
    missing: count,
    altered: count,
    erased: count,
    tookMs: count,
  },
  closed,
);

const integrity = Type.Object(
  {
    size: count,
    erased: Type.Integer({ minimum: 0, description: 'Entries erased by order.' }),
    origin: Type.String(),
    vkey: Type.String(),
    checkpoint: optional(
      Type.Object(
        { note: Type.String({ description: 'As it was signed.' }), size: count, root: Type.String() },
        { ...closed, description: 'The newest.' },
      ),
    ),
    last: optional(check),
    storage: Type.Object(
      { total: count, pages: count, index: count, projections: count, objects: count, log: count },
      { ...closed, description: 'Bytes.' },
    ),
  },
  closed,
);

const growth = Type.Object(
  { items: Type.Array(Type.Object({ at: Type.String(), size: count }, closed)) },
  { ...closed, description: 'Entries of the ledger at the end of hours.' },
);

const underWay = Type.Object(
  {
    running: optional(
      Type.Object({ deep: Type.Boolean(), done: count, total: count, startedAt: Type.String() }, closed),
    ),
    failed: Type.Boolean({ description: 'The last check could not be carried out.' }),
    findings: Type.Array(
      Type.Object({ first: count, last: count, what: Type.String(), reason: Type.String() }, closed),
      { description: 'Of the last check since the server started.' },
    ),
  },
  closed,
);

const held = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: count,
          file: Type.String(),
          reason: Type.String(),
          line: count,
          sizeBytes: count,
          sha256: Type.String(),
          recordedAt: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
);

const tried = Type.Object({ tried: count, done: count, left: count }, closed);

type IntegrityShape = 'Integrity' | 'Growth' | 'Checks' | 'CheckUnderWay' | 'Quarantine' | 'QuarantineTried';

export const INTEGRITY_SHAPES: Readonly<Record<IntegrityShape, TSchema>> = {
  Integrity: integrity,
  Growth: growth,
  Checks: Type.Object({ items: Type.Array(check) }, closed),
  CheckUnderWay: underWay,
  Quarantine: held,
  QuarantineTried: tried,
};
