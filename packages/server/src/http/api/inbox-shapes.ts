// The shapes of what the interface answers of the inbox and of the work at conversations.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';
import { INBOX_STATES } from '../../views/inbox.ts';
import { PRICED } from '../../views/prices.ts';
import { listShape } from './list-shape.ts';

const closed = { additionalProperties: false } as const;
const work = {
  assignee: Type.Optional(Type.String({ description: 'Account id.' })),
  team: Type.Optional(Type.String()),
  labels: Type.Array(Type.Integer(), { description: 'Ids of labels.' }),
  state: Type.String({ enum: [...INBOX_STATES] }),
  snoozedUntil: Type.Optional(Type.String()),
};

const snippet = Type.Object(
  {
    id: Type.Integer(),
    at: Type.String(),
    kind: Type.String(),
    type: Type.String(),
    direction: Type.String({ enum: ['in', 'out', 'none'] }),
    text: Type.String({ description: 'Its beginning.' }),
    author: Type.Optional(Type.String()),
    file: Type.Optional(Type.String()),
    durationMs: Type.Optional(Type.Integer()),
    state: Type.Optional(Type.String({ description: 'How far it got.' })),
  },
  closed,
);

const row = Type.Object(
  {
    id: Type.Integer(),
    title: Type.String(),
    kind: Type.String({ enum: ['direct', 'group'] }),
    peer: Type.Optional(Type.Integer({ description: 'Person on the other side.' })),
    lastAt: Type.String({ description: 'Of an export: by its own clock, without a zone.' }),
    last: Type.Optional(snippet),
    unread: Type.Integer({ description: 'Unread by who asks, and not answered by anybody.' }),
    waitingSince: Type.Optional(Type.String()),
    windowClosesAt: Type.Optional(Type.String({ description: 'When a free reply is over, or was.' })),
    draft: Type.Optional(Type.String({ description: 'The beginning of what who asks has not sent.' })),
    failure: Type.Optional(
      Type.Object({ reason: Type.Optional(Type.String()), code: Type.Optional(Type.Integer()) }, closed),
    ),
    ...work,
  },
  closed,
);

const count = Type.Object({ open: Type.Integer(), waiting: Type.Integer(), snoozed: Type.Integer() }, closed);
const counts = Type.Object({ mine: count, unassigned: count, team: count, all: count }, closed);

const many = {
  conversations: Type.Integer({ description: 'That were meant.' }),
  changes: Type.Integer(),
  unchanged: Type.Integer({ description: 'That stand so already, or were changed since.' }),
  notYours: Type.Integer(),
  left: Type.Integer({ description: 'That are more than one act changes.' }),
};

const note = Type.Object(
  {
    id: Type.Integer(),
    text: Type.String(),
    actor: Type.String(),
    name: Type.Optional(Type.String({ description: 'Of who wrote it.' })),
    mentions: Type.Array(Type.String()),
    at: Type.String(),
  },
  closed,
);

type InboxShape =
  | 'InboxRow'
  | 'Inbox'
  | 'InboxCounts'
  | 'Colleagues'
  | 'Colleague'
  | 'ConversationWork'
  | 'Note'
  | 'Notes'
  | 'Label'
  | 'Labels'
  | 'CannedReply'
  | 'CannedReplies'
  | 'InboxSettings'
  | 'Presence'
  | 'ManyPlanned'
  | 'ManyDone';

export const INBOX_SHAPES: Readonly<Record<InboxShape, TSchema>> = {
  InboxRow: row,
  InboxCounts: counts,
  Inbox: listShape('InboxRow', { counts: Type.Unsafe({ $ref: 'InboxCounts#' }), next: Type.Optional(Type.String()) }),
  Colleague: Type.Object(
    { id: Type.String(), name: Type.String(), team: Type.Optional(Type.String()), works: Type.Boolean() },
    { ...closed, description: '`works`: conversations may be assigned to them.' },
  ),
  Colleagues: listShape('Colleague', { teams: Type.Array(Type.String()) }),
  ManyPlanned: Type.Object(
    {
      ...many,
      waiting: Type.Integer({ description: 'Of those that change: where somebody waits for an answer.' }),
      taken: Type.Integer({ description: 'Of those that change: assigned to somebody else.' }),
    },
    closed,
  ),
  ManyDone: Type.Object(
    { ...many, undo: Type.Optional(Type.Integer({ description: 'To be given to undo it.' })) },
    closed,
  ),
  ConversationWork: Type.Object({ conversation: Type.Integer(), unread: Type.Integer(), ...work }, closed),
  Note: note,
  Notes: listShape('Note'),
  Label: Type.Object({ id: Type.Integer(), name: Type.String(), colour: Type.Integer() }, closed),
  Labels: listShape('Label'),
  CannedReply: Type.Object({ id: Type.Integer(), name: Type.String(), text: Type.String() }, closed),
  CannedReplies: listShape('CannedReply'),
  InboxSettings: Type.Object(
    {
      readReceipts: Type.Boolean({ description: 'Whether customers are told that their messages were read.' }),
      prices: Type.Array(
        Type.Object(
          {
            category: Type.String({ enum: [...PRICED] }),
            prefix: Type.String(),
            amount: Type.String(),
            currency: Type.String(),
          },
          closed,
        ),
        { description: 'What messages cost, as the owner says.' },
      ),
    },
    closed,
  ),
  Presence: Type.Object(
    {
      others: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), typing: Type.Boolean() }, closed)),
    },
    closed,
  ),
};
