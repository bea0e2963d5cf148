// The shapes of what the interface answers of rules of input that records do not keep, and of how much is held.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';
import { listShape } from './list-shape.ts';

const closed = { additionalProperties: false } as const;
const id = (description: string): TSchema => Type.Integer({ minimum: 0, description });

const quality = Type.Object(
  {
    rule: Type.String(),
    field: Type.String(),
    source: Type.String(),
    week: Type.String({ description: 'Its Monday, YYYY-MM-DD.' }),
    records: Type.Integer(),
  },
  closed,
);

const flagged = Type.Object(
  {
    id: id('Flag'),
    entry: id('Message'),
    conversation: Type.Optional(id('Conversation')),
    rule: Type.String(),
    field: Type.String(),
    source: Type.String(),
    week: Type.String(),
  },
  closed,
);

const counts = Type.Object({}, { additionalProperties: Type.Integer() });
const stats = Type.Object(
  {
    records: Type.Integer(),
    messages: Type.Integer(),
    statuses: Type.Integer(),
    chats: Type.Integer(),
    people: Type.Integer(),
    captures: Type.Integer(),
    quarantined: Type.Integer(),
    erased: Type.Integer(),
    kinds: counts,
  },
  closed,
);

type QualityShape = 'Quality' | 'QualityCount' | 'FlaggedRecord' | 'FlaggedRecords' | 'Stats';

export const QUALITY_SHAPES: Readonly<Record<QualityShape, TSchema>> = {
  Quality: listShape('QualityCount'),
  QualityCount: quality,
  FlaggedRecord: flagged,
  FlaggedRecords: listShape('FlaggedRecord', {
    next: Type.Optional(Type.String({ description: 'Opaque; goes back as it came.' })),
  }),
  Stats: stats,
};
