// The shapes of what the interface answers of files that people bring to be taken in.

import { Type } from '@fastify/type-provider-typebox';
import type { TOptional, TSchema, TString } from 'typebox';
import { BROUGHT_STATES } from '../../intake/brought/brought.ts';

const closed = { additionalProperties: false } as const;
const optional = Type.Optional;
const count = Type.Integer({ minimum: 0 });
const wall = Type.String({ description: 'Wall time, YYYY-MM-DDTHH:MM[:SS].' });
const names = Type.Array(Type.String());
const state = Type.String({ enum: [...BROUGHT_STATES] });
const order = Type.String({ enum: ['DMY', 'MDY', 'YMD'] });
const counts = Type.Object({ added: count, same: count, newVersions: count }, closed);

const progress = Type.Object(
  {
    unit: Type.String({ enum: ['bytes', 'messages'] }),
    done: count,
    total: count,
    perSecond: count,
    leftSeconds: optional(count),
  },
  closed,
);

/** What a person may say of a chat text. */
export const answersShape: {
  readonly dateOrder: TOptional<TString>;
  readonly me: TOptional<TString>;
  readonly title: TOptional<TString>;
} = {
  dateOrder: optional(order),
  me: optional(Type.String({ maxLength: 1000, description: 'The author who is our own side; empty for nobody.' })),
  title: optional(Type.String({ minLength: 1, maxLength: 1000, description: 'Title or id of its conversation.' })),
};

const reading = Type.Object(
  {
    order,
    first: wall,
    last: wall,
    days: count,
    examples: Type.Array(Type.Object({ raw: Type.String(), at: wall }, closed)),
    counts: optional(counts),
    isLikely: Type.Boolean({ description: 'Its dates lie much closer together than those of the other one.' }),
  },
  closed,
);

const question = Type.Object(
  {
    kind: Type.String({ enum: ['dates', 'me', 'conversation'] }),
    readings: optional(Type.Array(reading)),
    names: optional(names),
    count: optional(count),
  },
  { ...closed, description: 'What only a person can say, before it can be taken in.' },
);

const chat = Type.Object(
  {
    title: Type.String(),
    conversation: optional(count),
    isGroup: Type.Boolean(),
    platform: Type.String({ enum: ['android', 'ios', 'old'] }),
    messages: count,
    days: count,
    first: optional(wall),
    last: optional(wall),
    authors: names,
    isSame: Type.Boolean({ description: 'The very same file was taken in before.' }),
    isTruncated: Type.Boolean(),
    counts: optional(counts),
    sameBy: optional(Type.Object({ exact: count, withinMinute: count, crossed: count }, closed)),
    media: Type.Object({ present: count, omitted: count, missing: count }, closed),
    missingNames: names,
    deleted: count,
    edited: count,
    warnings: Type.Array(Type.Object({ code: Type.String(), line: count, count: optional(count) }, closed)),
    newPeople: names,
    stayingAway: count,
    me: optional(Type.String()),
    question: optional(question),
    answers: Type.Object(answersShape, closed),
  },
  closed,
);

const file = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    sizeBytes: count,
    receivedBytes: count,
    state,
    addedAt: Type.String(),
    chats: Type.Array(chat),
    refusedParts: Type.Array(Type.Object({ file: Type.String(), code: Type.String() }, closed)),
    progress: optional(progress),
    error: optional(Type.String({ description: 'Code of what went wrong.' })),
    outcome: optional(
      Type.Object(
        {
          added: count,
          same: count,
          newVersions: count,
          quarantined: count,
          suppressed: count,
          imports: Type.Array(Type.Object({ id: count, conversation: count }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);

const recorded = Type.Object(
  {
    id: count,
    conversation: count,
    state: Type.String({ enum: ['interrupted', 'open', 'done', 'withdrawn'] }),
    title: optional(Type.String({ description: 'Of the conversation.' })),
    file: Type.String(),
    recordedAt: Type.String(),
    entries: count,
    added: count,
    same: count,
    newVersions: count,
    erasedFrom: optional(Type.String()),
  },
  closed,
);

const withdrawal = Type.Object(
  {
    messages: Type.Integer({ description: 'That would go; what another import brought too stays.' }),
    objects: count,
    conversations: Type.Array(Type.Object({ id: count, title: Type.String(), messages: count }, closed)),
  },
  closed,
);

type ImportShape = 'ImportFile' | 'ImportFiles' | 'ImportProgress' | 'ImportBegun' | 'ImportWithdrawal';

export const IMPORT_SHAPES: Readonly<Record<ImportShape, TSchema>> = {
  ImportFile: file,
  ImportFiles: Type.Object(
    {
      items: Type.Array(file),
      recorded: Type.Array(recorded),
      lost: Type.Integer({
        description: 'Files that were on their way when an earlier process ended; nothing is kept.',
      }),
    },
    closed,
  ),
  ImportProgress: Type.Object(
    { items: Type.Array(Type.Object({ key: Type.String(), state, progress: optional(progress) }, closed)) },
    closed,
  ),
  ImportBegun: Type.Object({ key: Type.String(), receivedBytes: count, state }, closed),
  ImportWithdrawal: withdrawal,
};
