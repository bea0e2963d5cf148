// The shapes of what the interface answers of people: fields that the business keeps, their history, who may be the same, and what an
// erasure would take and took.

import { PERSON_FIELD_TEMPLATES, PERSON_FIELD_TYPES } from '@acta/policy';
import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;
const id = (description: string): TSchema => Type.Integer({ minimum: 0, description });
const actor = Type.String({ description: '`user:<id>`, `api-key:<id>`, `system:<name>`.' });
const who = optional(Type.String({ description: 'The name of whoever did it, where that is an account here.' }));

/** What a field may ask; also what an owner sends. */
const FIELD_RULE: Readonly<
  Record<'type' | 'least' | 'most' | 'pattern' | 'template' | 'choices' | 'example', TSchema>
> = {
  type: Type.String({ enum: [...PERSON_FIELD_TYPES] }),
  least: optional(Type.Integer({ description: 'Of a text its characters, of a number its value.' })),
  most: optional(Type.Integer()),
  pattern: optional(Type.String({ minLength: 1, maxLength: 200, description: 'Over the whole value.' })),
  template: optional(Type.String({ enum: [...PERSON_FIELD_TEMPLATES] })),
  choices: optional(Type.Array(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }), { maxItems: 100 })),
  example: optional(Type.String({ minLength: 1, maxLength: 100, description: 'A value that keeps the rule.' })),
};

const broken = Type.Object(
  {
    fault: Type.String({
      enum: [
        'characters',
        'too-short',
        'too-long',
        'too-small',
        'too-large',
        'no-number',
        'no-date',
        'no-choice',
        'pattern',
        'template',
      ],
    }),
    length: optional(Type.Integer()),
    least: optional(Type.Integer()),
    most: optional(Type.Integer()),
    template: optional(Type.String()),
  },
  closed,
);

const definition = Type.Object(
  {
    key: Type.String({ description: '`name`, `tags`, `note`, or an id.' }),
    title: optional(Type.String()),
    ...FIELD_RULE,
    many: Type.Integer({ description: 'How many values it takes.' }),
    seq: optional(id('The record that defined it last')),
    at: optional(Type.String()),
    who,
  },
  closed,
);

const failing = Type.Object(
  {
    count: Type.Integer(),
    items: Type.Array(
      Type.Object({ person: id('Person'), name: optional(Type.String()), value: Type.String(), broken }, closed),
    ),
  },
  closed,
);

const field = Type.Object(
  {
    key: Type.String(),
    values: Type.Array(Type.String()),
    seq: optional(id('The version')),
    version: Type.Integer({ description: 'How many versions there are.' }),
    broken: optional(broken),
  },
  closed,
);

const line = Type.Object(
  {
    seq: id('The record'),
    kind: Type.String({ enum: ['field', 'known', 'merge', 'split', 'apart', 'wish'] }),
    at: optional(Type.String()),
    actor: optional(actor),
    who,
    field: optional(Type.String()),
    before: optional(Type.Array(Type.String())),
    after: optional(Type.Array(Type.String())),
    version: optional(Type.Integer()),
    rolledBackTo: optional(Type.Integer({ description: 'The number of the version whose values these are again.' })),
    values: optional(Type.Array(Type.String())),
    source: optional(Type.String({ enum: ['export', 'webhook'] })),
    other: optional(id('The other person')),
    otherName: optional(Type.String()),
    merge: optional(id('The merge, where it holds')),
    reason: optional(Type.String()),
    category: optional(Type.String()),
    value: optional(Type.String()),
    of: optional(id('The message that said it')),
  },
  closed,
);

const match = Type.Object(
  {
    person: id('Person'),
    name: Type.String(),
    reason: Type.String({ enum: ['line-mx', 'line-br', 'line-ar', 'line', 'name'] }),
    value: Type.String({ description: 'A number or a name of the other.' }),
    messages: Type.Integer(),
    first: optional(Type.String()),
    last: optional(Type.String()),
  },
  closed,
);

const met = Type.Object(
  {
    id: id('Conversation'),
    title: Type.String(),
    kind: Type.String({ enum: ['direct', 'group'] }),
    messages: Type.Integer(),
    last: optional(Type.String()),
    eraseFrom: optional(Type.String({ description: 'An import of it was withdrawn, and is erased from then on.' })),
  },
  closed,
);

const preview = Type.Object(
  {
    people: Type.Array(
      Type.Object({ id: id('Person'), identifiers: Type.Array(Type.String()), merge: optional(id('Merge')) }, closed),
    ),
    nearMatches: Type.Array(Type.Object({ id: id('Person'), names: Type.Array(Type.String()) }, closed), {
      description: 'People with a like name or number, who stay.',
    }),
    records: Type.Integer(),
    messages: Type.Integer(),
    files: Type.Integer(),
    conversations: Type.Integer(),
    identifiers: Type.Integer(),
  },
  closed,
);

const certificate = Type.Object(
  {
    seq: id('The certificate'),
    order: id('The order'),
    records: Type.Integer(),
    keysDestroyed: Type.Integer(),
    filesRemoved: Type.Integer(),
    scannedFiles: Type.Integer(),
    scannedBytes: Type.Integer(),
    scannedFor: Type.Integer(),
    noCopyAfter: Type.String(),
    at: Type.String(),
  },
  closed,
);

type PeopleShape =
  | 'FieldDefinition'
  | 'FailingValues'
  | 'PersonField'
  | 'PersonHistoryLine'
  | 'PersonMatch'
  | 'PersonConversation'
  | 'ErasurePreview'
  | 'ErasureCertificate';

export const PEOPLE_SHAPES: Readonly<Record<PeopleShape, TSchema>> = {
  FieldDefinition: definition,
  FailingValues: failing,
  PersonField: field,
  PersonHistoryLine: line,
  PersonMatch: match,
  PersonConversation: met,
  ErasurePreview: preview,
  ErasureCertificate: certificate,
};
